import assert from 'node:assert/strict';
import { EditableSheet, type EditedCell } from '../../../src/core/ledger/editableSheet';
import { CellKind, type SheetGrid } from '../../../src/core/ledger/grid';
import { gridFrom } from './gridFrom';

const grid = gridFrom({ rows: [['甲', 1], [], ['乙', { number: 44440, format: 'yyyy/m/d' }, true]] });
const number = (row: number, column: number, value: number, format?: string): EditedCell => ({
  row,
  column,
  kind: CellKind.number,
  number: value,
  ...(format === undefined ? {} : { format }),
});
const blank = (row: number, column: number): EditedCell => ({ row, column, kind: CellKind.blank });

/** A cell as text: what it holds, and its format where the grid tells one. */
function told({ rows, columns, strings, formats }: SheetGrid, row: number, column: number): string {
  const at = rows.indexOf(row);
  const raw = columns.find((one) => one.column === column);
  const kind = raw?.kinds[at] ?? CellKind.blank;
  const value = raw?.numbers[at] ?? 0;
  if (kind === CellKind.blank) return '';
  return kind === CellKind.text ? (strings[value] ?? '') : `${value} ${formats[raw?.styles?.[at] ?? -1] ?? 'untold'}`;
}

describe('EditableSheet', () => {
  it('tells what a cell held, and nothing for one that holds the same', () => {
    const sheet = new EditableSheet(grid);
    const { cells } = sheet.put([number(1, 2, 1, 'General'), { row: 1, column: 1, kind: CellKind.text, text: '丙' }]);
    assert.deepEqual(cells, [{ at: 0, column: 1, kindBefore: CellKind.text, numberBefore: 0 }]);
    assert.deepEqual([told(sheet.grid, 1, 1), sheet.grid.strings[0]], ['丙', '甲']);
  });

  it('keeps a format unless told another', () => {
    const sheet = new EditableSheet(grid);
    sheet.put([number(3, 2, 44441)]);
    assert.equal(told(sheet.grid, 3, 2), '44441 yyyy/m/d');
    sheet.put([number(3, 2, 44441, '0.00'), number(1, 2, 2, 'yyyy/m/d')]);
    assert.deepEqual([told(sheet.grid, 3, 2), told(sheet.grid, 1, 2)], ['44441 0.00', '2 yyyy/m/d']);
    assert.deepEqual(grid.formats, ['General', 'yyyy/m/d']);
  });

  it('takes a format where the host had told none', () => {
    const untold = { ...grid, formats: [], columns: grid.columns.map((column) => ({ ...column, styles: null })) };
    const sheet = new EditableSheet(untold);
    sheet.put([number(3, 2, 44441, 'yyyy/m/d')]);
    assert.deepEqual([told(sheet.grid, 1, 2), told(sheet.grid, 3, 2)], ['1 ', '44441 yyyy/m/d']);
  });

  it('puts new columns and rows where they belong, a column shorter than its rows too', () => {
    const short = grid.columns.map((column) => ({ ...column, kinds: column.kinds.slice(0, 1) }));
    const sheet = new EditableSheet({ ...grid, columns: short });
    const before = sheet.grid;
    const { newRows, newColumns } = sheet.put([number(2, 5, 7), number(2, 4, 8), number(3, 1, 9), blank(9, 9)]);
    assert.deepEqual([newRows, newColumns], [true, [5, 4]]);
    assert.deepEqual([...sheet.grid.rows], [1, 2, 3]);
    assert.deepEqual(
      sheet.grid.columns.map(({ column }) => column),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(
      [told(sheet.grid, 2, 5), told(sheet.grid, 2, 4), told(sheet.grid, 1, 1)],
      ['7 untold', '8 untold', '甲'],
    );
    assert.deepEqual([[...before.rows], before.columns.length], [[1, 3], 3]);
  });

  it('leaves out rows and columns that hold nothing any more', () => {
    const sheet = new EditableSheet(grid);
    sheet.put([blank(1, 1), blank(1, 2), blank(3, 3)]);
    assert.deepEqual([sheet.isBlankRow(0), sheet.isBlankRow(1), sheet.isBlankColumn(3)], [true, false, true]);
    sheet.tidy();
    assert.deepEqual([...sheet.grid.rows], [3]);
    assert.deepEqual(
      sheet.grid.columns.map(({ column }) => column),
      [1, 2],
    );
    assert.equal(told(sheet.grid, 3, 2), '44440 yyyy/m/d');
  });
});
