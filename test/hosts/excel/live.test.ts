import assert from 'node:assert/strict';
import { CellKind } from '../../../src/core/ledger/grid';
import type { CellPlace, CellsChanged } from '../../../src/ports/liveWorkbook';
import { sayProblem } from '../../../src/text/zh-CN/problems';
import { ExcelUser } from '../../office-host/user';
import { bench } from './harness';
import { bookOf, findingsSheet, ledger, planFor } from './ledgers';

const rows = [3, 4, 5, 6];

describe('Excel: reading', () => {
  it('tells errors from texts that read like one, and days of the 1904 system', async () => {
    const { workbook } = await bench({
      workbook: {
        ...bookOf({ name: '台账', cells: { B2: { error: '#REF!' }, B3: '#REF!', C5: 43_015, D5: true } }),
        date1904: true,
      },
      requirementSet: '1.15',
    });
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok);
    const [b, c, d] = grid.value.columns;
    assert.deepEqual([...grid.value.rows], [2, 3, 5]);
    assert.deepEqual([...b!.kinds], [CellKind.error, CellKind.text, CellKind.blank]);
    assert.deepEqual([c!.kinds[2], c!.numbers[2], d!.kinds[2]], [CellKind.number, 43_015, CellKind.boolean]);
    assert.equal(grid.value.date1904, true);
  });

  it('tells merged areas, hidden rows and columns; a blank sheet has none', async () => {
    const { workbook } = await bench({
      workbook: bookOf(ledger(6, { merges: ['A1:D1', 'D3:D4'], hiddenRows: [4, 6], hiddenColumns: ['B'] }), {
        name: '空',
      }),
      requirementSet: '1.13',
    });
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok);
    assert.deepEqual(grid.value.merges, [
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 3, left: 4, bottom: 4, right: 4 },
    ]);
    assert.deepEqual([[...grid.value.hiddenRows], [...grid.value.hiddenColumns]], [[4, 6], [2]]);
    const blank = await workbook.readSheet('空');
    assert.ok(blank.ok);
    assert.deepEqual([blank.value.rows.length, blank.value.columns, blank.value.merges], [0, [], []]);
  });

  it('tells more merged areas than Excel answers at once, and joins those that its blocks cut', async () => {
    const pairs = Array.from({ length: 700 }, (_, i) => `D${2 * i + 3}:D${2 * i + 4}`);
    const { host, workbook } = await bench({
      workbook: bookOf(ledger(1400, { merges: pairs })),
      requirementSet: '1.15',
    });
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok, JSON.stringify(grid).slice(0, 200));
    assert.ok(host.counters.records.some(({ failed }) => failed === 'GeneralException'));
    assert.equal(grid.value.merges?.length, 700);
  });
});

describe('Excel: what the user does', () => {
  for (const requirementSet of ['1.15', '1.8'])
    it(`is told, and what we write is not (ExcelApi ${requirementSet})`, async () => {
      const { host, workbook, events } = await bench({ workbook: bookOf(ledger(4)), requirementSet });
      const user = new ExcelUser(host);
      const seen: CellsChanged[] = [];
      const stop = await events.onChange((change) => seen.push(change));
      assert.ok(stop.ok);
      assert.ok((await workbook.sheets()).ok && (await workbook.readSheet('台账')).ok);
      const revision = await workbook.revision();
      user.type('台账', 'B4', '改过');
      await host.quiet();
      assert.deepEqual(seen, [{ sheet: '台账', area: { top: 4, bottom: 4, left: 2, right: 2 } }]);
      assert.notEqual(await workbook.revision(), revision);
      assert.ok((await workbook.readSheet('台账')).ok);
      assert.ok((await workbook.write(planFor(rows, [findingsSheet()]))).ok);
      const record = { headings: ['编号'], rows: [[{ text: '1', style: 'body' as const }]] };
      for (let times = 0; times < 2; times++) assert.ok((await workbook.appendRecords('调度记录', record)).ok);
      await host.quiet();
      assert.equal(seen.length, 1, JSON.stringify(seen));
      user.insertRows('台账', 3, 1);
      await host.quiet();
      assert.deepEqual(seen[1], { sheet: '台账', area: null });
      await stop.value();
      user.type('台账', 'B4', '又改');
      await host.quiet();
      assert.equal(seen.length, 2);
    });

  it('the cell the user is on, now and whenever it moves', async () => {
    const { host, events } = await bench({
      workbook: bookOf(ledger(4), { name: '另', rows: [['甲']] }),
      requirementSet: '1.15',
    });
    const seen: CellPlace[] = [];
    const stop = await events.onSelection((at) => seen.push(at));
    assert.ok(stop.ok);
    assert.deepEqual(seen, [{ sheet: '台账', row: 1, column: 1 }]);
    const moved = await events.select('另', 'C7');
    assert.ok(moved.ok);
    await host.quiet();
    assert.deepEqual(seen.at(-1), { sheet: '另', row: 7, column: 3 });
    await stop.value();
    new ExcelUser(host).select('台账', 'B2');
    await host.quiet();
    assert.equal(seen.at(-1)!.sheet, '另');
    host.book.find('台账')!.visibility = 'Hidden';
    const hidden = await events.select('台账', 'A1');
    assert.ok(!hidden.ok);
    assert.equal(hidden.problems[0]!.code, 'sheet-is-hidden');
  });
});

describe('Excel: marks, lists, records, settings', () => {
  const users = {
    conditionalFormats: [
      {
        id: 'u1',
        type: 'Custom' as const,
        areas: ['B3:B6'],
        stopIfTrue: false,
        formula: '=B3=""',
        rule: null,
        format: {
          fill: '#FFFF00',
          fontColor: '',
          bold: false,
          italic: false,
          strikethrough: false,
          underline: 'None',
          numberFormat: '',
          borders: {},
        },
      },
    ],
    validations: [
      {
        area: 'A3:A6',
        validation: {
          rule: { wholeNumber: { formula1: 1, operator: 'GreaterThan' } },
          errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
          prompt: { showPrompt: true, title: '', message: '' },
          ignoreBlanks: true,
        },
      },
    ],
  };

  it('are ours alone: the user keeps theirs, and clearing takes ours exactly', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4, users)), requirementSet: '1.15' });
    const before = host.describe();
    for (let times = 0; times < 2; times++) {
      assert.ok(
        (
          await workbook.mark('台账', [
            { cell: 'B3', look: 'error' },
            { cell: 'B4', look: 'error' },
            { cell: 'D5', look: 'notice' },
          ])
        ).ok,
      );
      const lists = await workbook.setDropDowns('台账', [
        { column: 1, first: 3, last: 6, choices: ['一', '二'] },
        { column: 4, first: 3, last: 6, choices: ['办公室', '诉求股'] },
      ]);
      assert.ok(lists.ok, JSON.stringify(lists));
      assert.deepEqual(lists.value, { columns: 1, leftAlone: [1] });
    }
    const marked = host.describe().sheets[0]!;
    assert.deepEqual(marked.conditionalFormats!.map(({ areas, formula }) => [areas.join(), formula]).sort(), [
      ['B3:B4', '=LEN("_appeals.mark")>0'],
      ['B3:B6', '=B3=""'],
      ['D5', '=LEN("_appeals.mark")>0'],
    ]);
    assert.deepEqual(
      marked.validations!.map(({ area, validation }) => [
        area,
        Object.keys(validation.rule)[0],
        validation.errorAlert.showAlert,
      ]),
      [
        ['A3:A6', 'wholeNumber', true],
        ['D3:D6', 'list', false],
      ],
    );
    const cleared = await workbook.clear();
    assert.ok(cleared.ok);
    assert.deepEqual(cleared.value, { columns: 0, sheets: [], marks: 3, lists: 1 });
    assert.deepEqual(host.describe(), before);
  });

  it('a list that Excel has no room for is refused before anything is touched', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    const before = host.describe();
    const choices = Array.from({ length: 60 }, (_, i) => `第${i}司法所`);
    const lists = await workbook.setDropDowns('台账', [{ column: 4, first: 3, last: 6, choices }]);
    assert.ok(!lists.ok);
    assert.match(sayProblem(lists.problems[0]!), /下拉选项合计 \d+ 个字符，超过/);
    assert.deepEqual(host.describe(), before);
  });

  it('lists are found where the user changed some of their cells', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(8)), requirementSet: '1.15' });
    assert.ok((await workbook.setDropDowns('台账', [{ column: 4, first: 3, last: 10, choices: ['甲'] }])).ok);
    const sheet = host.book.find('台账')!;
    const theirs = users.validations[0]!.validation;
    const cell = { row: 5, column: 3, rows: 1, columns: 1 };
    sheet.clearValidation(cell);
    sheet.validations.push({ rect: cell, validation: theirs });
    assert.ok((await workbook.setDropDowns('台账', [])).ok);
    assert.deepEqual(
      host.describe().sheets[0]!.validations!.map(({ area }) => area),
      ['D6'],
    );
    assert.deepEqual(host.describe().names, []);
  });

  it('records go under their headings, text as text, on a sheet that is made when there is none', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    const record = (what: string) => ({
      headings: ['日期', '编号', '议定事项'],
      rows: [
        [
          { day: 18_907, style: 'body' as const },
          { text: '001', style: 'body' as const },
          { text: what, style: 'body' as const },
        ],
      ],
    });
    const first = await workbook.appendRecords('调度记录', record('=1+1'));
    const second = await workbook.appendRecords('调度记录', record('再议'));
    assert.ok(first.ok && second.ok);
    assert.deepEqual([first.value.firstRow, second.value.firstRow], [2, 3]);
    const user = new ExcelUser(host);
    assert.deepEqual(user.values('调度记录', 'A1:C3'), [
      ['日期', '编号', '议定事项'],
      [44_476, '001', '=1+1'],
      [44_476, '001', '再议'],
    ]);
    assert.equal(user.cell('调度记录', 'C2').formula, null);
    const wrong = await workbook.appendRecords('台账', { headings: ['天气'], rows: [[{ text: '晴', style: 'body' }]] });
    assert.ok(!wrong.ok);
    assert.equal(wrong.problems[0]!.code, 'record-heading-missing');
  });

  for (const requirementSet of ['1.15', '1.4'])
    it(`settings travel with the workbook (ExcelApi ${requirementSet})`, async () => {
      const opened = await bench({ workbook: bookOf(ledger(2)), requirementSet });
      const value = '{"列":"<甲>&\\"乙\\"\n"}';
      assert.ok(
        (
          await opened.workbook.saveSettings(
            new Map([
              ['mapping', value],
              ['gone', 'x'],
            ]),
          )
        ).ok,
      );
      assert.ok((await opened.workbook.saveSettings(new Map([['gone', null]]))).ok);
      const { workbook } = await opened.again();
      const settings = await workbook.settings();
      assert.ok(settings.ok);
      assert.deepEqual([...settings.value], [['mapping', value]]);
      assert.ok((await workbook.saveSettings(new Map([['mapping', null]]))).ok);
      assert.deepEqual(opened.host.describe().customXmlParts, []);
    });
});
