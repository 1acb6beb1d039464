import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { columnLetters, columnNumber } from '../../../../src/core/ledger/grid';
import { cellsByAddress, open, part, simpleWorkbook, worksheet } from './files';
import { columnsPlan, TITLES } from './plans';

interface Cell {
  readonly column: number;
  readonly form: number;
}

/** One cell in one of the forms that sheets have; without an address where it may follow the one before it. */
function cellXml(row: number, { column, form }: Cell, bare: boolean): string {
  const place = bare ? '' : ` r="${columnLetters(column)}${row}"`;
  return [
    `<c${place}><v>${row * column}</v></c>`,
    `<c${place} s="1"/>`,
    `<c${place} t="inlineStr"><is><t>文 &lt;${form}&gt;</t></is></c>`,
    `<c${place} t="str"><f>A1&amp;"x"</f><v></v></c>`,
    `<c${place} t="e"><v>#N/A</v></c>`,
  ][form]!;
}

const anyCells = fc.uniqueArray(
  fc.record({ column: fc.integer({ min: 1, max: 30 }), form: fc.integer({ min: 0, max: 4 }) }),
  { selector: (cell) => cell.column, maxLength: 8 },
);
const anyRows = fc.uniqueArray(
  fc.record({ row: fc.integer({ min: 1, max: 25 }), cells: anyCells, bare: fc.boolean(), spans: fc.boolean() }),
  { selector: (row) => row.row, maxLength: 15 },
);
const anyPlanned = fc.uniqueArray(fc.integer({ min: 3, max: 28 }), { minLength: 1, maxLength: 12 });

describe('whatever the sheet and the plan', () => {
  it('cells of the user stay as they are and ours stand where they were planned, now and after another plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyPlanned, anyPlanned, async (rows, planned, later) => {
        const body = [...rows]
          .sort((a, b) => a.row - b.row)
          .map(({ row, cells, bare, spans }) => {
            const ordered = [...cells].sort((a, b) => a.column - b.column);
            const inner = ordered.map((cell, i) =>
              cellXml(row, cell, bare && (i === 0 ? cell.column === 1 : ordered[i - 1]!.column === cell.column - 1)),
            );
            return `<row r="${row}"${spans ? ' spans="1:30"' : ''}>${inner.join('')}</row>`;
          })
          .join('');
        const before = cellsByAddress(worksheet(body));
        const workbook = await open(simpleWorkbook([{ name: '台账', xml: worksheet(body) }]));
        const cells = (row: number) =>
          TITLES.map((title, i) => ((row + i) % 4 === 0 ? null : { text: `${title}${row}`, style: 'body' as const }));
        const expected = new Set<string>();
        for (const [turn, chosen] of [planned, later].entries()) {
          assert.ok((await workbook.write(columnsPlan('台账', { headerRows: [2], rows: chosen, cells }))).ok);
          const after = cellsByAddress(part(workbook.bytes(), 'xl/worksheets/sheet1.xml'));
          const names = part(workbook.bytes(), 'xl/workbook.xml');
          const first = columnNumber(/name="_appeals.columns" hidden="1">'台账'!\$([A-Z]+):/.exec(names)![1]!);
          expected.clear();
          TITLES.forEach((_, i) => {
            expected.add(`${columnLetters(first + i)}2`);
            for (const row of chosen) if ((row + i) % 4 !== 0) expected.add(columnLetters(first + i) + row);
          });
          for (const [address, cell] of before) {
            assert.ok(!expected.has(address), `turn ${turn}: ${address} is theirs`);
            assert.equal(after.get(address), cell, `turn ${turn}: ${address}`);
          }
          const ours = [...after.keys()].filter((address) => !before.has(address));
          assert.deepEqual(new Set(ours), expected);
          for (const address of ours)
            if (!address.endsWith('2') || /\d\d$/.test(address))
              assert.match(after.get(address)!, new RegExp(`<t>督查·[^<]*${/\d+$/.exec(address)![0]}</t>`));
          const once = workbook.bytes();
          assert.ok((await workbook.write(columnsPlan('台账', { headerRows: [2], rows: chosen, cells }))).ok);
          assert.deepEqual(Buffer.from(workbook.bytes()), Buffer.from(once));
        }
      }),
      { numRuns: 40 },
    );
  });
});
