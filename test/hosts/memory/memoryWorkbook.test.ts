import assert from 'node:assert/strict';
import { problem } from '../../../src/core/problem';
import { MemoryWorkbook, type MemoryBook } from '../../../src/hosts/memory/memoryWorkbook';
import { deleteRows, insertRows, reorderRows } from '../../../src/hosts/memory/rowShifts';
import type { CellPlace, CellsChanged } from '../../../src/ports/liveWorkbook';

const ROWS = [
  ['序号', '标题'],
  [1, '一'],
  [2, '二'],
  [3, '三'],
] as const;

const book = (more: Partial<MemoryBook> = {}): MemoryWorkbook =>
  new MemoryWorkbook({ sheets: [{ name: '台账', rows: ROWS, hiddenRows: [3] }], ...more });

async function texts(workbook: MemoryWorkbook): Promise<string[]> {
  const grid = await workbook.readSheet('台账');
  assert.ok(grid.ok);
  const { rows, columns, strings } = grid.value;
  const titles = columns.find(({ column }) => column === 2);
  return [...rows].map((row, at) => `${row}${titles?.kinds[at] ? strings[titles.numbers[at] ?? -1] : ''}`);
}

describe('failures of the workbook in memory', () => {
  it('are what a test wants of an operation, and leave everything as it was', async () => {
    const workbook = book();
    const revision = await workbook.revision();
    workbook.hooks.before = (operation) => (operation === 'saveSettings' ? problem('excel-busy') : null);
    const refused = await workbook.saveSettings(new Map([['a', 'b']]));
    assert.ok(!refused.ok);
    assert.equal(refused.problems[0]?.code, 'excel-busy');
    workbook.hooks.before = () => {
      throw new Error('gone');
    };
    await assert.rejects(workbook.clear(), /gone/);
    workbook.hooks = {};
    assert.deepEqual([await workbook.revision(), workbook.kept.size], [revision, 0]);
  });

  it('let someone type between two operations', async () => {
    const workbook = book();
    workbook.hooks.after = (operation) => {
      if (operation === 'readSheet') workbook.person('台账', (sheet) => sheet.set(2, 2, null));
    };
    assert.deepEqual(await texts(workbook), ['1标题', '2一', '3二', '4三']);
    assert.deepEqual(await texts(workbook), ['1标题', '2', '3二', '4三']);
  });

  it('are told with a code where the host is one that can not', async () => {
    const workbook = book({ capabilities: { edits: false, marks: false, dropDowns: false, merges: false } });
    const results = [
      await workbook.editCells('台账', []),
      await workbook.mark('台账', []),
      await workbook.setDropDowns('台账', []),
    ];
    const codes = results.flatMap((result) => (result.ok ? [] : result.problems.map(({ code }) => code)));
    assert.deepEqual(codes, ['cells-not-editable', 'marks-not-possible', 'drop-downs-not-possible']);
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok);
    assert.equal(grid.value.merges, null);
  });
});

describe('a person in the workbook in memory', () => {
  it('inserts, deletes and sorts rows, and what is known of them goes along', async () => {
    const workbook = book();
    workbook.person('台账', (sheet) => insertRows(sheet, 3, 2));
    assert.deepEqual(await texts(workbook), ['1标题', '2一', '5二', '6三']);
    assert.deepEqual(workbook.standing[0]?.hiddenRows, [5]);
    workbook.person('台账', (sheet) => deleteRows(sheet, 2, 3));
    assert.deepEqual(await texts(workbook), ['1标题', '2二', '3三']);
    workbook.person('台账', (sheet) => reorderRows(sheet, 2, [3, 2]));
    assert.deepEqual(await texts(workbook), ['1标题', '2三', '3二']);
  });

  it('moves merges with the rows', () => {
    const merges = [{ top: 2, left: 1, bottom: 3, right: 1 }];
    const workbook = book({ sheets: [{ name: '台账', rows: ROWS, merges }] });
    const after = (act: Parameters<MemoryWorkbook['person']>[1]): unknown => {
      workbook.person('台账', act);
      return workbook.standing[0]?.merges;
    };
    assert.deepEqual(
      after((sheet) => insertRows(sheet, 3, 1)),
      [{ ...merges[0], bottom: 4 }],
    );
    assert.deepEqual(
      after((sheet) => deleteRows(sheet, 1, 2)),
      [{ ...merges[0], top: 1, bottom: 2 }],
    );
    assert.deepEqual(
      after((sheet) => deleteRows(sheet, 1, 2)),
      [],
    );
  });

  it('is told of: typing with its area, anything else with none, our own writing never', async () => {
    const workbook = book();
    const seen: CellsChanged[] = [];
    const stop = await workbook.events.onChange((change) => seen.push(change));
    assert.ok(stop.ok);
    const edits = [
      { row: 4, column: 2, value: '丙' },
      { row: 2, column: 3, value: 1 },
    ];
    assert.ok((await workbook.editCells('台账', edits)).ok);
    workbook.person('台账', (sheet) => insertRows(sheet, 2, 1));
    assert.ok((await workbook.mark('台账', [{ cell: 'B2', look: 'error' }])).ok);
    assert.ok((await workbook.saveSettings(new Map([['a', 'b']]))).ok);
    assert.deepEqual(seen, [
      { sheet: '台账', area: { top: 2, left: 2, bottom: 4, right: 3 } },
      { sheet: '台账', area: null },
    ]);
    await stop.value();
    workbook.person('台账', (sheet) => insertRows(sheet, 2, 1));
    assert.deepEqual([seen.length, workbook.events.listeners], [2, 0]);
  });

  it('is on the cell that was last selected, by either', async () => {
    const { events } = book();
    assert.ok((await events.select('台账', 'AB12')).ok);
    const seen: CellPlace[] = [];
    assert.ok((await events.onSelection((at) => seen.push(at))).ok);
    events.moveTo({ sheet: '台账', row: 3, column: 1 });
    assert.deepEqual(seen, [
      { sheet: '台账', row: 12, column: 28 },
      { sheet: '台账', row: 3, column: 1 },
    ]);
    for (const [sheet, cell] of [
      ['没有', 'A1'],
      ['台账', '甲'],
    ] as const) {
      const gone = await events.select(sheet, cell);
      assert.ok(!gone.ok);
      assert.equal(gone.problems[0]?.code, 'place-not-found');
    }
    assert.equal(events.selected.length, 1);
  });
});
