import assert from 'node:assert/strict';
import { civilDay } from '../../../src/core/dates/civil';
import { COMPANION_SHEETS, readCompanions } from '../../../src/core/ledger/readCompanions';
import { gridFrom, type TestCell } from './gridFrom';

const from = (sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>) =>
  readCompanions((name) => {
    const rows = sheets[name];
    return rows && gridFrom({ sheet: name, rows });
  });

describe('the sheets beside a ledger', () => {
  it('are none where the workbook has none', () => {
    const none = from({});
    assert.deepEqual(
      [none.sheets, none.units, none.people, none.calendar, none.parameters, none.problems],
      [[], null, null, null, [], []],
    );
    assert.equal(none.hasReviews, false);
    assert.equal(COMPANION_SHEETS.length, 5);
  });

  it('gives units with group, sponsor and other names', () => {
    const { units, problems } = from({
      机构名册: [
        ['全局机构'],
        ['机 构', '组别', '分管领导', '别名'],
        ['办公室', '股室', '甲 某（副局长）', '局办、综合办'],
        ['测试司法所', '司法所'],
        ['办公室', '股室'],
      ],
    });
    assert.deepEqual(units, [
      { name: '办公室', group: '股室', sponsor: '甲某', aliases: ['局办', '综合办'] },
      { name: '测试司法所', group: '司法所', aliases: [] },
    ]);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.cell]),
      [['companion-duplicate', 'A5']],
    );
  });

  it('gives people with posts and terms; a bad date spoils its row only', () => {
    const { people, problems } = from({
      人员名册: [
        ['姓名', '职务', '机构', '任职起', '任职止'],
        ['甲 某', '党组成员、副局长', '办公室', '2021-08-31', null],
        ['乙某', '股长', '办公室', { number: 44439, format: 'yyyy/m/d' }, '2022年13月1日'],
        ['丙某', '股长', '办公室', '2021-08-31', '2020-08-31'],
        [null, '股长'],
      ],
    });
    assert.deepEqual(people, [
      { name: '甲某', posts: ['党组成员', '副局长'], unit: '办公室', from: civilDay(2021, 8, 31), to: null },
    ]);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.cell]),
      [
        ['companion-date-unreadable', 'E3'],
        ['companion-dates-reversed', 'E4'],
        ['companion-cell-blank', 'A5'],
      ],
    );
  });

  it('gives days off and made up, and the years they cover', () => {
    const { calendar, problems } = from({
      节假日: [
        ['日期', '休或班', '名称'],
        ['2027-10-01', '休', '国庆节'],
        ['2027年10月9日', '上班', '国庆节调休'],
        ['2027-10-10', '也许', ''],
      ],
    });
    assert.deepEqual([...(calendar?.years ?? [])], [2027]);
    assert.equal(calendar?.off.get(civilDay(2027, 10, 1)), '国庆节');
    assert.equal(calendar?.work.get(civilDay(2027, 10, 9)), '国庆节调休');
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.cell]),
      [['companion-rest-unreadable', 'B4']],
    );
  });

  it('gives parameters as numbers or words, with their place', () => {
    const { parameters, problems } = from({
      规则参数: [
        ['规则', '参数', '值'],
        ['due-soon', 'days', 5],
        ['超期未办结', 'words', '甲、乙'],
        ['due-soon', 'days'],
      ],
    });
    assert.deepEqual(parameters, [
      { rule: 'due-soon', parameter: 'days', value: 5, place: { sheet: '规则参数', cell: 'C2' } },
      { rule: '超期未办结', parameter: 'words', value: '甲、乙', place: { sheet: '规则参数', cell: 'C3' } },
    ]);
    assert.equal(problems[0]?.code, 'companion-cell-blank');
  });

  it('gives meetings by case number, several to a cell', () => {
    const { reviews, hasReviews } = from({
      调度记录: [
        ['日期', '编号', '议定事项'],
        ['2021-09-13', 'SQ-1、SQ-2', '抓紧'],
        ['2021-09-06', 'SQ-1\nSQ-3', ''],
        ['2021-09-06', 7, ''],
      ],
    });
    assert.equal(hasReviews, true);
    assert.deepEqual(reviews.get('SQ-1'), [civilDay(2021, 9, 6), civilDay(2021, 9, 13)]);
    assert.deepEqual(reviews.get('SQ-2'), [civilDay(2021, 9, 13)]);
    assert.deepEqual(reviews.get('7'), [civilDay(2021, 9, 6)]);
  });

  it('says which headings a sheet lacks', () => {
    const { problems, calendar } = from({
      节假日: [
        ['甲', '乙'],
        [1, 2],
      ],
    });
    assert.equal(calendar, null);
    assert.deepEqual(problems[0]?.params['headings'], ['日期', '休或班', '名称']);
  });
});
