import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { civilDay } from '../../../src/core/dates/civil';
import type { PlanRow, ReportSheet } from '../../../src/core/writeplan/plan';
import { createReportWorkbook } from '../../../src/hosts/xlsx/newWorkbook';
import { nodeCodec } from '../../../src/hosts/xlsx/inflateNode';
import { deflateByNode } from '../../../src/hosts/xlsx/write/deflateNode';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { readZip } from '../../../src/hosts/xlsx/zip';

const sheet = (name: string, rows: readonly PlanRow[], own: Partial<ReportSheet> = {}): ReportSheet => ({
  name,
  widths: [12, 30, 10],
  rowCount: rows.length,
  rows,
  titleRows: { first: 1, last: 2 },
  filterRow: 2,
  landscape: true,
  footer: '某县司法局　截止日期：2021-10-20',
  ...own,
});

const SCORES = sheet('考核得分', [
  { cells: [{ text: '考核得分', style: 'title' }], mergeTo: 3 },
  { cells: ['机构', '说明', '得分'].map((text) => ({ text, style: 'header' })) },
  {
    cells: [
      { text: '=办公室', style: 'body', link: { sheet: '申诉单', cell: 'A3' } },
      { day: civilDay(2021, 10, 20), style: 'body' },
      { number: 86.5, style: 'strong', decimals: 2 },
    ],
  },
]);
const FORMS = sheet(
  '申诉单',
  [1, 2, 3].map((n) => ({ cells: [{ text: `第 ${n} 单`, style: 'title' }], mergeTo: 3, startsPage: true })),
  { titleRows: null, filterRow: null, landscape: false, pages: 'own' },
);

async function make(...sheets: readonly ReportSheet[]): Promise<Uint8Array> {
  const made = await createReportWorkbook(sheets, { name: '考核.xlsx' });
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}

async function partOf(bytes: Uint8Array, part: string): Promise<string> {
  const opened = await readZip(bytes);
  assert.ok(opened.ok);
  const entry = opened.value.entries.find(({ name }) => name === part);
  assert.ok(entry, part);
  const { inflateRawSync } = await import('node:zlib');
  return inflateRawSync(entry.compressed).toString('utf8');
}

describe('a new workbook of reports', () => {
  it('is opened by another program, with its sheets in order and nothing else in it', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await make(SCORES, FORMS)).slice().buffer);
    assert.deepEqual(
      workbook.worksheets.map(({ name }) => name),
      ['考核得分', '申诉单'],
    );
    const [scores, forms] = workbook.worksheets;
    assert.equal(scores?.getCell('C3').value, 86.5);
    assert.equal(scores?.getCell('C3').numFmt, '0.00');
    assert.equal(scores?.getCell('C3').font.bold, true);
    assert.equal(scores?.getCell('A3').text, '=办公室');
    assert.ok(scores?.getCell('B3').value instanceof Date);
    assert.equal(scores?.pageSetup.paperSize, 9);
    assert.deepEqual([scores?.pageSetup.orientation, forms?.pageSetup.orientation], ['landscape', 'portrait']);
    assert.equal(scores?.pageSetup.fitToWidth, 1);
    assert.equal(scores?.pageSetup.printTitlesRow, '1:2');
    assert.match(scores?.headerFooter.oddFooter ?? '', /截止日期：2021-10-20&C第 &P 页，共 &N 页/);
  });

  it('is read again by our own host as it was written, none of its sheets marked as ours', async () => {
    const opened = await openXlsx('考核.xlsx', await make(SCORES, FORMS));
    assert.ok(opened.ok);
    const sheets = await opened.value.sheets();
    assert.ok(sheets.ok);
    assert.deepEqual(
      sheets.value.map(({ name, owned, visible }) => [name, owned, visible]),
      [
        ['考核得分', null, true],
        ['申诉单', null, true],
      ],
    );
  });

  it('begins a page where a row says so, and leads links to the sheet as it is called', async () => {
    const bytes = await make(SCORES, FORMS);
    const forms = await partOf(bytes, 'xl/worksheets/sheet2.xml');
    assert.doesNotMatch(forms, /fitTo/, 'Excel keeps no such pages on a sheet fitted to its width');
    assert.match(forms, /<pageSetup paperSize="9" scale="\d+" orientation="portrait"\/>/);
    assert.match(forms, /<rowBreaks count="2" manualBreakCount="2"><brk id="1" max="16383" man="1"\/><brk id="2"/);
    assert.ok(
      forms.indexOf('<rowBreaks') > forms.indexOf('</headerFooter>'),
      'the schema wants breaks after the footer',
    );
    assert.match(
      await partOf(bytes, 'xl/worksheets/sheet1.xml'),
      /location="&apos;申诉单&apos;!A3"|location="'申诉单'!A3"/,
    );
  });

  it('gives sheets of one name each its own, and the same bytes for the same sheets', async () => {
    const bytes = await make(SCORES, SCORES);
    assert.deepEqual(bytes, await make(SCORES, SCORES));
    assert.match(await partOf(bytes, 'xl/workbook.xml'), /name="考核得分" .*name="考核得分（2）"/);
  });

  it('can be cancelled, and uses what Node has natively', async () => {
    const long = sheet(
      '长',
      Array.from({ length: 3000 }, () => ({ cells: [{ text: '行', style: 'body' as const }] })),
    );
    await assert.rejects(createReportWorkbook([long], {}, { signal: { aborted: true } }), /cancel/i);
    const made = await createReportWorkbook([long], { codec: nodeCodec, deflate: deflateByNode });
    assert.ok(made.ok);
    const opened = await openXlsx('长.xlsx', made.value);
    assert.ok(opened.ok);
    const grid = await opened.value.readSheet('长');
    assert.ok(grid.ok);
    assert.equal(grid.value.rows.length, 3000);
  });
});
