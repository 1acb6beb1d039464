import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { civilDay } from '../../../../src/core/dates/civil';
import {
  cellText,
  cellXml,
  MAX_CELL_TEXT,
  serialOf,
  textElement,
  type CellContext,
} from '../../../../src/hosts/xlsx/write/cellXml';
import { open, simpleWorkbook, worksheet } from './files';
import { columnsPlan } from './plans';

const context: CellContext = {
  prefix: '',
  date1904: false,
  format: (_, look) => ({ text: 1, quoted: 2, link: 3, number: 4, points: 6, day: 5 })[look],
};
const textCell = (text: string): string => cellXml(4, 28, { text, style: 'body' }, context);

describe('the XML of our cells', () => {
  it('never holds a formula, and marks text that would become one when typed again', () => {
    for (const text of ['=1+1', '+86', '-5', '@SUM(A1)']) {
      assert.equal(textCell(text), `<c r="AB4" s="2" t="inlineStr"><is><t>${text}</t></is></c>`);
    }
    assert.equal(textCell('1=1'), '<c r="AB4" s="1" t="inlineStr"><is><t>1=1</t></is></c>');
  });

  it('says the same of a text at one look as by the rules for each of its characters', () => {
    const unit = fc.constantFrom(
      '诉',
      'a',
      ' ',
      '\u3000',
      '\u00a0',
      '\n',
      '\t',
      '\r',
      '<',
      '&',
      '_',
      'x0041_',
      '\ud83d',
      '=',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const clean = cellText(text);
        if (clean === '') return assert.equal(textCell(text), '<c r="AB4" s="1"/>');
        const look = /^[=+\-@\t]/.test(clean) ? 2 : 1;
        assert.equal(textCell(text), `<c r="AB4" s="${look}" t="inlineStr"><is>${textElement(clean, '')}</is></c>`);
      }),
    );
  });

  it('escapes markup, keeps blanks and line breaks', () => {
    assert.equal(
      textCell('<a>&"b" '),
      '<c r="AB4" s="1" t="inlineStr"><is><t xml:space="preserve">&lt;a&gt;&amp;"b" </t></is></c>',
    );
    assert.match(textCell('一\r\n二\r三'), /<t xml:space="preserve">一\n二\n三<\/t>/);
  });

  it('leaves out what XML can not hold and protects what reads like an escape', () => {
    assert.equal(cellText('a\u0000\u0007b\ufffe\uffffc'), 'abc');
    assert.equal(cellText('\ud83d单'), '\ufffd单');
    assert.equal(cellText('单\udc00'), '单\ufffd');
    assert.equal(cellText('😀'), '😀');
    assert.match(textCell('_x000D_'), /<t>_x005F_x000D_<\/t>/);
  });

  it('cuts text at the bound of Excel, never through a character', () => {
    assert.equal(cellText('长'.repeat(MAX_CELL_TEXT)).length, MAX_CELL_TEXT);
    const cut = cellText('长'.repeat(MAX_CELL_TEXT + 1));
    assert.equal(cut, `${'长'.repeat(MAX_CELL_TEXT - 1)}…`);
    assert.ok(!/[\ud800-\udbff]…$/.test(cellText(`${'a'.repeat(MAX_CELL_TEXT - 2)}😀😀`)));
  });

  it('writes numbers, and blanks where there is nothing to write', () => {
    assert.equal(cellXml(1, 1, { number: -3.5, style: 'body' }, context), '<c r="A1" s="4"><v>-3.5</v></c>');
    assert.equal(cellXml(1, 1, { number: Number.NaN, style: 'body' }, context), '<c r="A1" s="1"/>');
    assert.equal(textCell(''), '<c r="AB4" s="1"/>');
  });

  it('writes days as serials of either date system, and as text before it begins', () => {
    assert.equal(serialOf(civilDay(1900, 1, 1), false), 1);
    assert.equal(serialOf(civilDay(1900, 2, 28), false), 59);
    assert.equal(serialOf(civilDay(1900, 3, 1), false), 61);
    assert.equal(serialOf(civilDay(2021, 10, 8), false), 44477);
    assert.equal(serialOf(civilDay(2021, 10, 8), true), 43015);
    assert.equal(serialOf(civilDay(1904, 1, 1), true), 0);
    assert.equal(serialOf(civilDay(1899, 12, 31), false), null);
    assert.match(cellXml(1, 1, { day: civilDay(1899, 12, 31), style: 'body' }, context), /<t>1899-12-31<\/t>/);
  });

  it('is read back as the very text by our reader, whatever the text', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom('_', 'x', '0', 'D', 'A', ' ', '\n', '\r', '\t', '<', '&', ']', '>', '=', '台'),
        maxLength: 12,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const workbook = await open(
          simpleWorkbook([{ name: '台账', xml: worksheet('<row r="2"><c r="A2"><v>1</v></c></row>') }]),
        );
        const rows = texts.map((_, i) => i + 3);
        const cells = (row: number) => [{ text: texts[row - 3]!, style: 'body' as const }];
        assert.ok((await workbook.write(columnsPlan('台账', { titles: ['文'], rows, cells }))).ok);
        const grid = await workbook.readSheet('台账');
        assert.ok(grid.ok);
        const column = grid.value.columns.find(({ column }) => column === 2)!;
        const at = new Map([...grid.value.rows].map((row, i) => [row, i]));
        texts.forEach((text, i) => {
          const index = at.get(i + 3);
          const read = index === undefined || !column.kinds[index] ? '' : grid.value.strings[column.numbers[index]!];
          assert.equal(read, cellText(text));
        });
      }),
      { numRuns: 20 },
    );
  });
});
