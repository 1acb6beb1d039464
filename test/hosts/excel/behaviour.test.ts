import assert from 'node:assert/strict';
import { sayNote } from '../../../src/text/zh-CN/notes';
import { sayProblem } from '../../../src/text/zh-CN/problems';
import type { CellDescription } from '../../office-host/model/description';
import { NO_PERMISSIONS } from '../../office-host/model/parts';
import { insertCells } from '../../office-host/model/structure';
import { bench } from './harness';
import { bookOf, findingsSheet, ledger, planFor, results, TITLES } from './ledgers';

const rows = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 3);
const valueOf = (cell: CellDescription | undefined): unknown => (typeof cell === 'object' ? cell.value : cell);

/** The last of our columns says which row its results are for. */
function rowsTold(
  cells: Readonly<Record<string, CellDescription>> | undefined,
  column: string,
): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [address, cell] of Object.entries(cells ?? {})) {
    const match = /^=第(\d+)行/.exec(String(valueOf(cell)));
    if (match && address.startsWith(column)) told[address.slice(column.length)] = match[1]!;
  }
  return told;
}
const inPlace = (count: number): Record<string, string> =>
  Object.fromEntries(rows(count).map((row) => [String(row), String(row)]));

describe('Excel: results stand on their own rows', () => {
  for (const requirementSet of ['1.15', '1.8'])
    it(`on a filtered sheet, hidden rows included (ExcelApi ${requirementSet})`, async () => {
      const filter = { area: 'A2:D12', criteria: { 3: { filterOn: 'Values', values: ['办公室'] } } };
      const { host, workbook } = await bench({ workbook: bookOf(ledger(10, { filter })), requirementSet });
      const done = await workbook.write(planFor(rows(10), []));
      assert.ok(done.ok, JSON.stringify(done));
      const [sheet] = host.describe().sheets;
      assert.deepEqual(rowsTold(sheet!.cells, 'H'), inPlace(10));
      assert.deepEqual(sheet!.filter, filter);
      const notes = done.value.notes.map((note) => note.code);
      assert.deepEqual(notes, requirementSet === '1.15' ? ['filter-not-grown'] : []);
      for (const note of done.value.notes) assert.match(sayNote(note), /^“台账”.*。$/);
    });

  it('when a filter comes between the survey and the writing', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(10)), requirementSet: '1.15' });
    const sheet = host.book.find('台账')!;
    const process = host.process.bind(host);
    let syncs = 0;
    host.process = (body) => {
      if (++syncs === 5) for (const row of [4, 5, 8]) sheet.filteredRows.add(row);
      return process(body);
    };
    const done = await workbook.write(planFor(rows(10), []));
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual(rowsTold(host.describe().sheets[0]!.cells, 'H'), inPlace(10));
  });

  it('or nowhere, when someone sorts after the sheet was read', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(10)), requirementSet: '1.15' });
    assert.ok((await workbook.readSheet('台账')).ok);
    const sheet = host.book.find('台账')!;
    const [third, seventh] = [sheet.cells.get(2)!, sheet.cells.get(6)!];
    sheet.cells.set(2, seventh);
    sheet.cells.set(6, third);
    const done = await workbook.write(planFor(rows(10), []));
    assert.ok(!done.ok);
    assert.equal(done.problems[0]!.code, 'sheet-changed-meanwhile');
    assert.match(sayProblem(done.problems[0]!), /已撤下刚写的结果/);
    assert.deepEqual(rowsTold(host.describe().sheets[0]!.cells, 'H'), {});
    assert.ok((await workbook.readSheet('台账')).ok);
    assert.ok((await workbook.write(planFor(rows(10), []))).ok);
    assert.deepEqual(rowsTold(host.describe().sheets[0]!.cells, 'H'), inPlace(10));
  });

  it('and follow their marked columns when the user inserts one before or among them', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    assert.ok((await workbook.write(planFor(rows(4), []))).ok);
    const sheet = host.book.find('台账')!;
    for (const column of [2, 7]) insertCells(sheet, { row: 0, column, rows: 1_048_576, columns: 1 }, 'Right');
    sheet.touch(3, 7).value = '用户的';
    assert.ok((await workbook.write(planFor(rows(4), []))).ok);
    const { cells } = host.describe().sheets[0]!;
    assert.deepEqual(rowsTold(cells, 'J'), inPlace(4));
    assert.equal(valueOf(cells!['H4']), '用户的');
    assert.equal(valueOf(cells!['H2']), '');
  });
});

describe('Excel: the sheet around our columns', () => {
  it('grows a table and a filter over them, and gives them back', async () => {
    const table = { name: '台账表', area: 'A2:D6', style: 'TableStyleMedium2' };
    for (const around of [{ tables: [table] }, { filter: { area: 'A2:D6', criteria: {} } }]) {
      const { host, workbook } = await bench({ workbook: bookOf(ledger(4, around)), requirementSet: '1.15' });
      const before = host.describe();
      for (let turn = 0; turn < 2; turn++) assert.ok((await workbook.write(planFor(rows(4)))).ok);
      const [sheet] = host.describe().sheets;
      const area = 'tables' in around ? sheet!.tables![0]!.area : sheet!.filter!.area;
      assert.equal(area, 'A2:H6');
      assert.deepEqual(
        ['E2', 'F2', 'G2', 'H2'].map((cell) => valueOf(sheet!.cells![cell])),
        TITLES,
      );
      assert.ok((await workbook.clear()).ok);
      const after = host.describe();
      assert.deepEqual({ ...after, sheets: cleaned(after.sheets) }, { ...before, sheets: cleaned(before.sheets) });
    }
  });

  it('is marked by the hidden names that files are marked by', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    assert.ok((await workbook.write(planFor(rows(4)))).ok);
    const names = host.describe().names!.map(({ name, formula, visible, sheet }) => [name, formula, visible, sheet]);
    assert.deepEqual(names, [
      ...['E', 'F', 'G', 'H'].map((c, i) => [`_appeals.column.${i + 1}`, `='台账'!$${c}:$${c}`, false, '台账']),
      ['_appeals.columns', "='台账'!$E:$H", false, undefined],
      ['_appeals.sheet.findings', '=督查问题!$A$1', false, undefined],
    ]);
  });

  it('merges headings over two header rows, beside titles that reach over everything', async () => {
    const title = {
      rows: [['诉求台账'], ['序号', '诉求'], ['', '标题'], [1, '甲'], [2, '乙']],
      merges: ['A1:F1', 'A2:A3'],
    };
    const { host, workbook } = await bench({ workbook: bookOf(ledger(0, title)), requirementSet: '1.15' });
    assert.ok((await workbook.write(planFor([4, 5], [], [2, 3]))).ok);
    const [sheet] = host.describe().sheets;
    assert.deepEqual(sheet!.merges, ['A1:F1', 'A2:A3', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3']);
    assert.deepEqual(rowsTold(sheet!.cells, 'J'), { 4: '4', 5: '5' });
  });

  it('looks as the file host makes it: states by fill and word, days by format, text as text', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    assert.ok((await workbook.write(planFor(rows(4)))).ok);
    const { cells, columnWidths } = host.describe().sheets[0]!;
    const styleOf = (cell: string) => (cells![cell] as { style: Record<string, unknown> }).style;
    const { fill, fontColor, bold, wrapText, vertical } = styleOf('E3');
    assert.deepEqual(
      { fill, fontColor, bold, wrapText, vertical },
      {
        fill: '#FFC7CE',
        fontColor: '#9C0006',
        bold: true,
        wrapText: true,
        vertical: 'Center',
      },
    );
    assert.equal(styleOf('F3')['numberFormat'], 'yyyy-mm-dd');
    assert.equal(styleOf('F3')['horizontal'], 'Center');
    assert.deepEqual(cells!['F4'], undefined);
    assert.deepEqual((cells!['H3'] as { formula?: string; prefixed?: boolean }).prefixed, true);
    assert.equal((cells!['H3'] as { formula?: string }).formula, undefined);
    assert.equal(columnWidths!['H'], (7 * 48 + 5) * 0.75);
    const own = host.describe().sheets[1]!;
    assert.equal(own.frozen !== undefined, true);
    assert.equal(own.filter!.area, 'A2:C5');
    assert.deepEqual(own.merges, ['A1:C1']);
    assert.equal(own.page!.orientation, 'Landscape');
    assert.equal(own.page!.texts!['leftFooter'] ?? Object.values(own.page!.texts!)[0], '甲局 && 乙局');
    assert.deepEqual((own.cells!['A3'] as { link?: unknown }).link, { documentReference: "'台账'!A3" });
    assert.equal(valueOf(own.cells!['A3']), 'A3');
    assert.equal(own.rowHeights!['1'], 30);
    assert.equal(results(4)[1], null);
  });
});

/** Sheets without what clearing can't take back: cells that hold nothing, columns at their standard width. */
const cleaned = (sheets: ReturnType<Awaited<ReturnType<typeof bench>>['host']['describe']>['sheets']): unknown =>
  sheets.map(({ columnWidths, ...sheet }) => {
    const wide = Object.entries(columnWidths ?? {}).filter(([column]) => !/^[E-H]$/.test(column));
    return { ...sheet, columnWidths: wide };
  });

describe('Excel: what stands in the way is said', () => {
  const cases: readonly [string, string, RegExp][] = [
    ['InvalidOperationInCellEditMode', 'excel-cell-edit-mode', /正在编辑单元格.*请按 Enter/],
    ['AccessDenied', 'excel-access-denied', /撤销保护/],
    ['FilteredRangeConflict', 'excel-filtered-range', /清除筛选/],
    ['MergedRangeConflict', 'excel-merged-range', /合并单元格/],
    ['ActivityLimitReached', 'excel-busy', /请稍等/],
    ['RequestPayloadSizeLimitExceeded', 'excel-too-large', /传不完/],
    ['ItemNotFound', 'excel-item-gone', /删除或改名/],
    ['ApiNotFound', 'excel-too-old', /升级/],
    ['HostNotAvailable', 'excel-not-answering', /没有响应/],
    ['GeneralException', 'excel-refused', /GeneralException/],
  ];
  for (const [code, expected, sentence] of cases)
    it(`${code}, before and amid writing`, async () => {
      const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
      const before = host.describe();
      host.failAt({ sync: 1, action: 0, code });
      const early = await workbook.write(planFor(rows(4)));
      host.clearFailures();
      assert.ok(!early.ok);
      assert.equal(early.problems[0]!.code, expected);
      assert.match(sayProblem(early.problems[0]!), sentence);
      assert.match(sayProblem(early.problems[0]!), /未写入任何内容/);
      assert.deepEqual(host.describe(), before);
      host.resetCounters();
      host.failAt({ sync: 5, action: 12, code });
      const late = await workbook.write(planFor(rows(4)));
      host.clearFailures();
      assert.ok(!late.ok);
      assert.match(sayProblem(late.problems[0]!), /您填写的内容没有改动.*只写了一部分/);
    });

  it('someone typing in a cell', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    host.editingCell = true;
    const done = await workbook.write(planFor(rows(4)));
    const read = await workbook.readSheet('台账');
    assert.ok(!done.ok && !read.ok);
    assert.deepEqual(
      [done.problems[0]!.code, read.problems[0]!.code],
      ['excel-cell-edit-mode', 'excel-cell-edit-mode'],
    );
  });

  it('an Excel that can only read', async () => {
    const { workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.1' });
    assert.deepEqual(workbook.capabilities, {
      merges: false,
      marks: false,
      dropDowns: false,
      changes: false,
      charts: false,
      pages: false,
      edits: false,
    });
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok, JSON.stringify(grid));
    assert.equal(grid.value.merges, null);
    assert.equal(grid.value.rows.length, 6);
    const gone = await workbook.readSheet('没有');
    assert.ok(!gone.ok);
    assert.deepEqual([gone.problems[0]!.code, gone.problems[0]!.params['sheets']], ['sheet-not-found', ['台账']]);
    const done = await workbook.write(planFor(rows(4)));
    assert.ok(!done.ok);
    assert.equal(done.problems[0]!.code, 'excel-too-old');
  });

  it('an own sheet that someone protected', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(4)), requirementSet: '1.15' });
    assert.ok((await workbook.write(planFor(rows(4)))).ok);
    host.book.find('督查问题')!.protection = NO_PERMISSIONS;
    const done = await workbook.write(planFor(rows(4), [findingsSheet(9)]));
    assert.ok(!done.ok);
    assert.equal(done.problems[0]!.code, 'own-sheet-protected');
  });
});
