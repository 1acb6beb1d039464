import assert from 'node:assert/strict';
import { reportOf } from '../../../src/app/reports/registry';
import type { ReportContent, ReportKind, ReportLedger } from '../../../src/core/reports/report';
import { SheetLayout } from '../../../src/core/reports/sheetLayout';
import { matterOf } from '../../../src/core/reports/notices/values';
import { sampleOf } from '../../../src/core/reports/sampling/frame';
import { plainText } from '../../../src/core/reports/document';
import { pageRoom, pageScale } from '../../../src/core/writeplan/pageScale';
import { text } from '../../../src/core/writeplan/cells';
import { tellLost } from '../../../src/core/scoring/evidence';
import { planForms } from '../../../src/core/scoring/sheets/formsSheet';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { boardOfRows } from '../scoring/ledgers';
import { TODAY, ledgerOf, linesOf, sheetNamed } from './ledgers';

function made(kind: ReportKind, ...ledgers: readonly ReportLedger[]): ReportContent {
  const content = reportOf(kind)?.build({ ledgers, today: TODAY }, SPEECH.reports);
  assert.ok(content?.ok, JSON.stringify(content));
  return content.value;
}

const closed = { 办理状态: '已办结', 办结日期: '2021-10-15', 办理结果: '已上门调解' };

describe('reports on paper', () => {
  it('say of what no ledger has a column for that it is not told, and of how many it was not counted', async () => {
    const with_ = await ledgerOf([{ ...closed, 是否销号: '否', 责任股室: '办公室' }]);
    const without = await ledgerOf([{ ...closed, 责任股室: '法制监督股' }], {
      file: '乙.xlsx',
      without: ['是否销号', '销号日期', '化解情况'],
    });
    const monthly = linesOf(sheetNamed(made('monthly', with_, without), '月调度表（按股室）'));
    assert.ok(
      monthly.some((line) => line.startsWith('办公室 | ') && line.endsWith(' | 1')),
      monthly.join('\n'),
    );
    assert.ok(monthly.some((line) => line.startsWith('法制监督股 | ') && line.endsWith(' | —')));
    assert.ok(monthly.some((line) => line.includes('已办结的 1 件所在台账没有“是否销号”列，不计入“办结未销号”。')));
    const weekly = linesOf(sheetNamed(made('weekly', with_, without), '局长一页'));
    assert.ok(weekly.some((line) => line.includes('2 份台账中 1 份没有“是否销号”列，无法统计')));
  });

  it('count no unit that is none, and put units in the order of the roster', async () => {
    const ledger = await ledgerOf([{ 责任股室: '相关股室' }, { 责任股室: '法制监督股' }, { 责任股室: '办公室' }]);
    const sample = sampleOf({ ledgers: [ledger], today: TODAY });
    assert.deepEqual([...sample.frame.map(({ unit }) => unit)], ['', '法制监督股', '办公室']);
    const units = linesOf(sheetNamed(made('sampling', ledger), '各股室件数')).slice(2);
    assert.deepEqual(
      units.map((line) => line.split(' | ')[0]),
      ['办公室', '法制监督股', '未明确'],
    );
    const summary = made('summary', ledger);
    assert.ok(summary.kind === 'documents');
    assert.match(summary.documents.flatMap(plainText).join('\n'), /登记群众诉求3件，涉及2个责任单位/);
  });

  it('keep numbers of a sample of several ledgers as the ledgers have them, to be read back by', async () => {
    const content = made('sampling', await ledgerOf([{}, {}]), await ledgerOf([{ 编号: '乙1' }], { file: '乙.xlsx' }));
    const [, head = '', ...list] = linesOf(sheetNamed(content, '抽查清单'));
    assert.ok(head.endsWith(' | 来源台账'), head);
    assert.ok(list.some((line) => line.split(' | ')[1] === '乙1' && line.endsWith(' | 乙')));
  });

  it('name a matter by whole clauses', async () => {
    const long = '反映与邻居的宅基地边界纠纷经村里调解后对方不履行协议，请求司法所再次组织双方调解';
    const ledger = await ledgerOf([{ 诉求内容: long }, { 诉求内容: '甲'.repeat(40) }]);
    const said = (index: number): string => matterOf({ ledger, index }, SPEECH.reports.notices, 'nobody');
    assert.equal(said(0), '反映与邻居的宅基地边界纠纷经村里调解后对方不履行协议');
    assert.equal(said(1), `${'甲'.repeat(30)}…`);
  });

  it('break neither numbers of cases nor names of units, and no name of a ledger', async () => {
    const number = '舒司诉〔2021〕第0001号';
    const unit = '普法与依法治理股';
    const ledgers = [
      await ledgerOf([{ 编号: number, 责任股室: unit }]),
      await ledgerOf([{}], { file: `08-${unit}.xlsx` }),
    ];
    const { widths } = sheetNamed(made('county', ...ledgers), '受理反馈表');
    assert.deepEqual([widths[1], widths[7], widths.at(-1)], [24, 18, 21]);
  });

  it('put all that the head reads on one page', async () => {
    assert.equal(sheetNamed(made('weekly', await ledgerOf([{}])), '局长一页').pages, 'one');
  });

  it('set a chart on the page of its table where it fits smaller, else on the next', () => {
    const rowsOf = (lines: number) => {
      const layout = new SheetLayout([40, 40, 40]);
      for (let n = 0; n < lines; n++) layout.add({ cells: [text('甲')], height: 15 });
      layout.chart({
        kind: 'bar',
        title: '图',
        valueTitle: '件数',
        categories: { column: 1, first: 1, last: 2 },
        series: [],
      });
      const sheet = layout.sheet('report.trend.units', '图', '');
      const [chart] = sheet.charts ?? [];
      assert.ok(chart);
      return { height: chart.to.row - chart.from.row, pages: sheet.pages };
    };
    assert.deepEqual(rowsOf(2), { height: 24, pages: undefined });
    const room = Math.floor(pageRoom([40, 40, 40], true) / 15);
    assert.deepEqual(rowsOf(room - 18), { height: 17, pages: undefined });
    assert.deepEqual(rowsOf(room - 10), { height: 24, pages: 'own' });
  });

  it('scale columns to the width of a page, and never up', () => {
    assert.equal(pageScale([10], true), 100);
    assert.ok(pageScale([50, 50, 50, 50], true) < 70);
    assert.ok(pageScale([50, 50], false) < pageScale([50, 50], true));
  });

  it('say on each page of an 申诉单 whose it is, and head its columns', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ 编号: `诉${at}号`, 包案负责人: '', 办理时限: '' }));
    const board = await boardOfRows(rows);
    const sheet = planForms({ board, speech: SPEECH, problems: [] }, tellLost(board, SPEECH));
    const room = pageRoom(sheet.widths, sheet.landscape);
    const planned = [...sheet.rows];
    assert.equal(sheet.rowCount, planned.length);
    const signing = SPEECH.score.sheets.forms.sign.length;
    assert.ok(
      planned.slice(-signing).every(({ startsPage }) => startsPage !== true),
      'nobody signs an empty page',
    );
    let filled = 0;
    let pages = 0;
    planned.forEach((row, at) => {
      if (row.startsPage === true) {
        filled = 0;
        pages++;
        const [first] = row.cells;
        assert.ok(first && 'text' in first);
        if (pages > 1) assert.equal(first.text, '考核申诉单（续）　责任股室：办公室');
        const heads = planned
          .slice(at, at + 4)
          .some(({ cells }) => cells[0] && 'text' in cells[0] && cells[0].text === '序号');
        assert.ok(heads, `page ${pages}`);
      }
      filled += row.height ?? 0;
      assert.ok(filled <= room, `page ${pages} is full`);
    });
    assert.ok(pages > 2, String(pages));
  });
});
