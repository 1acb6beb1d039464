import assert from 'node:assert/strict';
import { EMPTY_STYLES, StyleBook } from '../../../../src/hosts/xlsx/write/styleBook';
import { MAIN, open, part, simpleWorkbook, STYLES, worksheet } from './files';
import { columnsPlan } from './plans';

const formats = (xml: string): string[] =>
  [
    .../<(?:x:)?cellXfs[^>]*>([\s\S]*)<\/(?:x:)?cellXfs>/
      .exec(xml)![1]!
      .matchAll(/<(?:x:)?xf .*?(?:\/>(?!<(?:x:)?alignment)|<\/(?:x:)?xf>)/g),
  ].map(([xf]) => xf);

describe('styles', () => {
  it('are the very part where nothing of ours is used', () => {
    assert.equal(new StyleBook(STYLES).text(), STYLES);
  });

  it('are used again when they are there, whoever wrote them down and in whatever order of attributes', () => {
    const first = new StyleBook(STYLES);
    const indices = [first.index('overdue', 'text'), first.index('body', 'day'), first.index('title', 'text')];
    assert.deepEqual(indices, [3, 4, 5]);
    const text = first.text();
    const shuffled = text.replace(/<xf (numFmtId="0") (fontId="2") (fillId="2") (borderId="1")/, '<xf $3 $4 $1 $2');
    assert.notEqual(shuffled, text);
    const second = new StyleBook(shuffled);
    assert.deepEqual(
      [second.index('overdue', 'text'), second.index('body', 'day'), second.index('title', 'text')],
      indices,
    );
    assert.equal(second.text(), shuffled);
  });

  it('take the next free number format, and counts that say how many there are', () => {
    const book = new StyleBook(STYLES);
    book.index('body', 'day');
    const text = book.text();
    assert.match(
      text,
      /<numFmts count="2"><numFmt numFmtId="176"[^>]*\/><numFmt numFmtId="177" formatCode="yyyy-mm-dd"\/><\/numFmts>/,
    );
    assert.match(text, /<borders count="2">/);
    assert.match(text, /<cellXfs count="4">/);
    assert.match(
      formats(text)[3]!,
      /^<xf numFmtId="177" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/,
    );
  });

  it('are added to a part that has none of the lists, in the order of the schema and with the defaults first', () => {
    const book = new StyleBook(`<x:styleSheet xmlns:x="${MAIN}"><x:cellStyles count="0"/></x:styleSheet>`);
    assert.equal(book.index('overdue', 'day'), 1);
    const text = book.text();
    const order = [...text.matchAll(/<x:(numFmts|fonts|fills|borders|cellXfs|cellStyles)\b/g)].map(([, name]) => name);
    assert.deepEqual(order, ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'cellStyles']);
    assert.match(
      text,
      /<x:fills count="3"><x:fill><x:patternFill patternType="none"\/><\/x:fill><x:fill><x:patternFill patternType="gray125"\/>/,
    );
    assert.match(formats(text)[1]!, /fontId="1" fillId="2" borderId="1" applyNumberFormat/);
    assert.ok(!/<[a-wyz]/.test(text.replace(/<x:/g, '')), 'every element has the prefix');
  });

  it('are made for a workbook that has no styles, also a strict one', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const sheet = { name: '台账', xml: worksheet('<row r="2"><c r="A2"><v>1</v></c></row>').replace(MAIN, strict) };
    const bytes = simpleWorkbook([sheet], { styles: null });
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
    const files = unzipSync(bytes);
    for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels'])
      files[name] = strToU8(
        strFromU8(files[name]!)
          .replace(MAIN, strict)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      );
    const workbook = await open(zipSync(files));
    const rows = [{ cells: [{ text: '无', style: 'body' as const }] }];
    const own = {
      id: 'findings' as const,
      name: '督查问题',
      widths: [9],
      rowCount: 1,
      rows,
      titleRows: null,
      filterRow: null,
      landscape: false,
      footer: '',
    };
    assert.ok((await workbook.write(columnsPlan('台账', { sheets: [own] }))).ok);
    const result = workbook.bytes();
    assert.ok(part(result, 'xl/styles.xml').startsWith(EMPTY_STYLES(strict).slice(0, 120)));
    assert.match(part(result, 'xl/worksheets/sheet2.xml'), new RegExp(`<worksheet xmlns="${strict}">`));
    assert.match(
      part(result, 'xl/_rels/workbook.xml.rels'),
      /Type="http:\/\/purl.oclc.org\/ooxml\/officeDocument\/relationships\/styles" Target="styles.xml"/,
    );
    assert.match(
      part(result, '[Content_Types].xml'),
      /PartName="\/xl\/styles.xml" ContentType="[^"]*spreadsheetml.styles\+xml"/,
    );
    assert.ok((await workbook.readSheet('督查问题')).ok);
  });
});
