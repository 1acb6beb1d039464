import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { address, CellKind, type SheetGrid } from '../../../../src/core/ledger/grid';
import type { XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';
import type { CellEdit } from '../../../../src/ports/liveWorkbook';
import { cellsByAddress, open, part, simpleWorkbook, worksheet } from '../write/files';

const FORMS: readonly ((place: string, row: number) => string)[] = [
  (place, row) => `<c${place}><v>${row}</v></c>`,
  (place) => `<c${place} s="1"/>`,
  (place, row) => `<c${place} t="inlineStr" s="2"><is><t>文 ${row}</t></is></c>`,
  (place) => `<c${place} t="e"><v>#N/A</v></c>`,
  (place) => `<c${place} t="b"><v>1</v></c>`,
];

const anyRows = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 1, max: 12 }),
    bare: fc.boolean(),
    styled: fc.boolean(),
    cells: fc.uniqueArray(fc.record({ column: fc.integer({ min: 1, max: 6 }), form: fc.nat({ max: 4 }) }), {
      selector: (cell) => cell.column,
      maxLength: 5,
    }),
  }),
  { selector: (row) => row.row, maxLength: 8 },
);

const anyEdits: fc.Arbitrary<CellEdit[]> = fc.array(
  fc.record({
    row: fc.integer({ min: 1, max: 15 }),
    column: fc.integer({ min: 1, max: 8 }),
    value: fc.oneof(fc.constant(null), fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme', maxLength: 6 })),
  }),
  { maxLength: 12 },
);

function seen(grid: SheetGrid): unknown {
  const cells: Record<string, unknown> = {};
  for (const { column, kinds, numbers, styles } of grid.columns)
    grid.rows.forEach((row, at) => {
      const kind = kinds[at] ?? CellKind.blank;
      if (kind === CellKind.blank) return;
      const value = kind === CellKind.text || kind === CellKind.error ? grid.strings[numbers[at]!] : numbers[at];
      cells[address(row, column)] = [kind, value, styles?.[at]];
    });
  return { cells, rows: [...grid.rows], columns: grid.columns.map(({ column }) => column) };
}

async function read(workbook: XlsxWorkbook): Promise<unknown> {
  const grid = await workbook.readSheet('台账');
  assert.ok(grid.ok);
  return seen(grid.value);
}

describe('whatever is typed into whatever sheet', () => {
  it('reads the same before and after it is saved, and no other cell is written anew', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.array(anyEdits, { minLength: 1, maxLength: 3 }), async (rows, turns) => {
        const body = [...rows]
          .sort((a, b) => a.row - b.row)
          .map(({ row, bare, styled, cells }) => {
            const ordered = [...cells].sort((a, b) => a.column - b.column);
            const inner = ordered.map(({ column, form }, i) => {
              const follows = i === 0 ? column === 1 : ordered[i - 1]!.column === column - 1;
              return FORMS[form]!(bare && follows ? '' : ` r="${address(row, column)}"`, row);
            });
            return `<row r="${row}"${styled ? ' s="2" customFormat="1"' : ''}>${inner.join('')}</row>`;
          });
        const xml = worksheet(body.join(''), '<cols><col min="2" max="3" width="9" style="1"/></cols>');
        let workbook = await open(simpleWorkbook([{ name: '台账', xml }]));
        let before = cellsByAddress(xml);
        for (const edits of turns) {
          assert.ok((await workbook.editCells('台账', edits)).ok);
          const over = await read(workbook);
          const saved = await workbook.save();
          assert.ok(saved.ok);
          assert.deepEqual(await read(workbook), over);
          workbook = await open(saved.value);
          assert.deepEqual(await read(workbook), over);
          const after = cellsByAddress(part(saved.value, 'xl/worksheets/sheet1.xml'));
          const typed = new Set(edits.map(({ row, column }) => address(row, column)));
          for (const [place, cell] of before) if (!typed.has(place)) assert.equal(after.get(place), cell, place);
          for (const place of after.keys()) assert.ok(before.has(place) || typed.has(place), place);
          before = after;
        }
      }),
      { numRuns: 150 },
    );
  });
});
