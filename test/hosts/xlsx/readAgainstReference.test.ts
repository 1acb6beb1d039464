import assert from 'node:assert/strict';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { columnLetters } from '../../../src/core/ledger/grid';
import { readSheetGrid } from '../../../src/hosts/xlsx/readSheet';
import { isSheetProtected } from '../../../src/hosts/xlsx/sheetProtection';
import { referenceSheet, referenceStrings, seenInGrid } from './referenceReader';
import { inPieces, open, valueOf } from './readSupport';
import { MAIN, workbookBytes } from './readWorkbooks';

/** Reads the first sheet with the scanner, in pieces of `size` bytes, and with the reference, and compares all they say. */
async function compare(bytes: Uint8Array, sizes: readonly number[]): Promise<number> {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  const whole = await open(bytes);
  const strings =
    whole.sharedStringsPart === null ? [] : referenceStrings(decode(await whole.part(whole.sharedStringsPart)));
  let cells = 0;
  for (const { name, part } of whole.sheets) {
    const styles = valueOf(await readSheetGrid(whole, name)).formats.length - 1;
    const expected = referenceSheet(decode(await whole.part(part)), strings, styles);
    const expectedCells = new Map([...expected.cells].sort(byKey));
    for (const size of sizes) {
      const pkg = await open(bytes, { codec: inPieces(size) });
      const grid = valueOf(await readSheetGrid(pkg, name));
      const seen = seenInGrid(grid);
      assert.deepEqual(new Map([...seen].sort(byKey)), expectedCells);
      assert.deepEqual(grid.merges, expected.merges);
      assert.deepEqual([...grid.hiddenRows], expected.hiddenRows);
      assert.deepEqual([...grid.hiddenColumns], expected.hiddenColumns);
      assert.equal(valueOf(await isSheetProtected(pkg, name)), expected.protected);
      assert.deepEqual(
        [...grid.rows],
        [...new Set(grid.rows)].sort((a, b) => a - b),
      );
      cells += seen.size;
    }
  }
  return cells;
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

const sizesUpTo = (length: number): number[] => Array.from({ length }, (_, i) => i + 1);

/** One sheet with every form in it, small enough to be cut at every byte. */
const NASTY = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData> -->
<x:worksheet xmlns:x="${MAIN}" xmlns:mc="m"><x:dimension ref="A1:B2"/>
<x:sheetViews><x:sheetView tabSelected="1"><x:selection activeCell="A1"/></x:sheetView></x:sheetViews>
<x:cols><x:col min="2" max="3" hidden="1"/></x:cols>
<x:sheetData>
 <x:row r="1" spans="1:3" mc:hidden="1"><x:c r="A1" s="1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:v>-1.5e3</x:v></x:c><x:c r="AA1" t="b"><x:v>1</x:v></x:c></x:row>
 <x:row hidden="true"><x:c t="inlineStr"><x:is><x:r><x:t xml:space="preserve"> 甲&amp;</x:t></x:r><x:r><x:t><![CDATA[<乙>&]]></x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c t="str"><x:f>A1&amp;"x"</x:f><x:v></x:v></x:c><x:c><x:f>B1</x:f></x:c></x:row>
 <x:row r="7"><x:c r="C7" s="9" t='e'><x:v>#N/A</x:v></x:c><x:c r="A7"><x:v>1<!-- 2 -->3</x:v></x:c><x:c r="D7"/><x:c r="E7" t="str"><x:v>𠮷_x000D_&#x4e2d;</x:v></x:c></x:row>
 <x:row r="5"><x:c r="B5" t="s"><x:v>2</x:v></x:c><x:c r="C5" t="s"><x:v>1</x:v></x:c><x:c t="d"><x:v>2021-10-08T00:00:00</x:v></x:c></x:row>
</x:sheetData><x:sheetProtection sheet="1"/><x:mergeCells count="1"><x:mergeCell ref="A1:B2"/></x:mergeCells>
<x:extLst><x:ext><x:row r="9"><x:c r="A9"><x:v>1</x:v></x:c></x:row></x:ext></x:extLst></x:worksheet>
`;
const NASTY_STRINGS =
  '<si><t>责任股室</t></si><si/><si><r><rPr><sz val="11"/></rPr><t>包案</t></r><r><t xml:space="preserve"> 负责人_x000D_\n</t></r><phoneticPr/></si>';

const XML_SAFE = fc
  .string({ unit: fc.constantFrom(...'a1 ,.&<>"\'_x0D甲乙责任股室（）、\u00a0\u3000😀𠮷é\n\t'), maxLength: 12 })
  .map((text) => text);
const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

interface MadeCell {
  readonly gap: number;
  readonly withAddress: boolean;
  readonly style: number | null;
  readonly inside: readonly [type: string, content: string];
}

const inside: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.constant(['', ''] as const),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => ['', `<v>${n}</v>`] as const),
  fc.integer({ min: -5, max: 60_000 }).map((n) => ['n', `<v>${n}</v>`] as const),
  fc.nat(19).map((n) => ['s', `<v>${n}</v>`] as const),
  XML_SAFE.map((t) => ['str', `<f>A1</f><v>${escape(t)}</v>`] as const),
  XML_SAFE.map((t) => ['inlineStr', `<is><t xml:space="preserve">${escape(t)}</t></is>`] as const),
  fc
    .tuple(XML_SAFE, XML_SAFE)
    .map(([a, b]) => ['inlineStr', `<is><r><t>${escape(a)}</t></r><r><t>${escape(b)}</t></r></is>`] as const),
  fc.boolean().map((b) => ['b', `<v>${b ? 1 : 0}</v>`] as const),
  fc.constantFrom(['e', '<v>#DIV/0!</v>'] as const, ['', '<f>B1</f>'] as const, ['', '<f>B1</f><v/>'] as const),
);
const madeCell: fc.Arbitrary<MadeCell> = fc.record({
  gap: fc.nat(3),
  withAddress: fc.boolean(),
  style: fc.option(fc.nat(4)),
  inside,
});
const madeRow = fc.record({
  gap: fc.nat(5),
  withNumber: fc.boolean(),
  hidden: fc.boolean(),
  cells: fc.array(madeCell, { maxLength: 8 }),
});

function sheetXml(
  rows: readonly { gap: number; withNumber: boolean; hidden: boolean; cells: readonly MadeCell[] }[],
  prefix: string,
): string {
  let row = 0;
  let xml = '';
  for (const made of rows) {
    row += made.withNumber ? made.gap + 1 : 1;
    let column = 0;
    let cells = '';
    for (const { gap, withAddress, style, inside } of made.cells) {
      column += withAddress ? gap + 1 : 1;
      const [type, content] = inside;
      const at = withAddress ? ` r="${columnLetters(column)}${row}"` : '';
      const attributes = `${at}${style === null ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}`;
      cells += content === '' ? `<c${attributes}/>` : `<c${attributes}>${content}</c>`;
    }
    xml += `<row${made.withNumber ? ` r="${row}"` : ''}${made.hidden ? ' hidden="1"' : ''}>${cells}</row>`;
  }
  const whole = `<worksheet><sheetData>${xml}</sheetData></worksheet>`;
  const named = prefix === '' ? whole : whole.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`);
  return named.replace('worksheet>', `worksheet xmlns${prefix === '' ? '' : `:${prefix}`}="${MAIN}">`);
}

describe('the scanner against a general XML parser', () => {
  it('agrees on every form, cut at every byte', async () => {
    const bytes = workbookBytes({
      sheets: [''],
      wholeSheet: NASTY,
      strings: NASTY_STRINGS,
      styles: '<cellXfs><xf/><xf/></cellXfs>',
    });
    const longest = new TextEncoder().encode(NASTY).length;
    const sizes = [...sizesUpTo(longest / 4), longest - 1, longest];
    assert.equal(await compare(bytes, sizes), 10 * sizes.length);
  }).timeout(300_000);

  it('agrees on sheets of any make in pieces of any size', async () => {
    const strings = fc.array(XML_SAFE, { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(madeRow, { maxLength: 12 }),
        strings,
        fc.constantFrom('', 'x'),
        fc.integer({ min: 1, max: 300 }),
        async (rows, texts, prefix, size) => {
          const items = texts.map((t, i) =>
            i % 3 ? `<si><t xml:space="preserve">${escape(t)}</t></si>` : `<si><r><t>${escape(t)}</t></r></si>`,
          );
          const bytes = workbookBytes({
            sheets: [''],
            wholeSheet: sheetXml(rows, prefix),
            strings: items.join(''),
            styles: '<cellXfs><xf/><xf numFmtId="14"/><xf/></cellXfs>',
          });
          await compare(bytes, [size, 1_000_000]);
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(300_000);

  it('agrees on a workbook that exceljs wrote', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.addRow(['诉求台账']);
    sheet.mergeCells('A1:F1');
    sheet.addRow(['序号', '诉求人', '登记日期', '责任股室', '办理时限', '备注']);
    for (let i = 1; i <= 300; i++)
      sheet.addRow([
        i,
        { richText: [{ text: '测试' }, { text: `甲${i}`, font: { bold: true } }] },
        new Date(Date.UTC(2021, 8, 1 + (i % 30))),
        i % 7 ? '办公室' : null,
        { formula: `C${i + 2}+60`, ...(i % 5 ? { result: 44500 + i } : {}) },
        i % 11 ? `第${i}件 & <待核>\n换行` : { error: '#N/A' },
      ] as exceljs.CellValue[]);
    sheet.getColumn(3).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getColumn(6).hidden = true;
    sheet.getRow(9).hidden = true;
    await sheet.protect('x', {});
    workbook.addWorksheet('空表');
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    assert.ok((await compare(bytes, [3, 64, 4096, 1_000_000])) > 4 * 1500);
    const grid = valueOf(await readSheetGrid(await open(bytes), '台账'));
    const dates = grid.columns.find((c) => c.column === 3)!;
    assert.equal(grid.formats[dates.styles![2]!], 'yyyy"年"m"月"d"日"');
    assert.equal(dates.numbers[2], 44441);
  });
});
