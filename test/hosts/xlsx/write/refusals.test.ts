import assert from 'node:assert/strict';
import { Cancelled } from '../../../../src/core/cancel';
import type { PlanRow } from '../../../../src/core/writeplan/plan';
import { open, part, simpleWorkbook, worksheet } from './files';
import { allSheets, columnsPlan, ownedSheet } from './plans';

const ROW = '<row r="2"><c r="A2"><v>1</v></c></row>';
const ledger = (behind = '') => ({ name: '台账', xml: worksheet(ROW, '', behind) });

describe('what writing refuses', () => {
  it('a protected ledger gets no columns, only the sheets, and the report says so', async () => {
    const bytes = simpleWorkbook([ledger('<sheetProtection password="CC1A" sheet="1" objects="1"/>')]);
    const workbook = await open(bytes);
    for (const plan of [
      columnsPlan('台账', { sheets: allSheets('台账') }),
      { ...columnsPlan('台账', { sheets: allSheets('台账') }), columns: null },
    ]) {
      const report = await workbook.write(plan);
      assert.ok(report.ok);
      assert.deepEqual([report.value.columnsWritten, report.value.rowsWritten], [false, 0]);
      assert.deepEqual(report.value.notes, [{ code: 'ledger-sheet-protected', params: { sheet: '台账' } }]);
      assert.equal(report.value.sheets.length, 3);
      assert.equal(part(workbook.bytes(), 'xl/worksheets/sheet1.xml'), part(bytes, 'xl/worksheets/sheet1.xml'));
    }
  });

  it('a workbook whose structure is protected is not written at all', async () => {
    const bytes = simpleWorkbook([ledger()], {
      beforeSheets: '<workbookProtection workbookPassword="CC1A" lockStructure="1"/>',
    });
    const workbook = await open(bytes);
    const report = await workbook.write(columnsPlan('台账', { sheets: allSheets('台账') }));
    assert.ok(!report.ok);
    assert.equal(report.problems[0]!.code, 'workbook-structure-protected');
    assert.equal(workbook.bytes(), bytes);
  });

  it('a sheet that is not there is named with those that are', async () => {
    const workbook = await open(simpleWorkbook([ledger()]));
    const report = await workbook.write(columnsPlan('台帐'));
    assert.ok(!report.ok);
    assert.equal(report.problems[0]!.code, 'sheet-not-found');
    assert.deepEqual(report.problems[0]!.params['sheets'], ['台账']);
  });

  it('a plan without columns or sheets changes nothing', async () => {
    const bytes = simpleWorkbook([ledger()]);
    const workbook = await open(bytes);
    const report = await workbook.write({ ledgerSheet: '台账', columns: null, sheets: [] });
    assert.ok(report.ok);
    assert.equal(report.value.columnsWritten, false);
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml'])
      assert.equal(part(workbook.bytes(), name), part(bytes, name));
  });

  it('a signed workbook is written, with a note that its signature no longer holds', async () => {
    const workbook = await open(simpleWorkbook([ledger()], { parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } }));
    const report = await workbook.write(columnsPlan('台账'));
    assert.ok(report.ok);
    assert.deepEqual(
      report.value.notes.map((note) => note.code),
      ['signature-invalidated'],
    );
  });
});

describe('a writing that does not come to its end', () => {
  function* failing(): Generator<PlanRow> {
    yield { cells: [{ text: '一', style: 'body' }] };
    throw new Error('midway');
  }

  it('leaves the file as it was, and the next one finishes', async () => {
    const bytes = simpleWorkbook([ledger()]);
    const workbook = await open(bytes);
    const revision = await workbook.revision();
    const broken = ownedSheet('findings', '督查问题', { [Symbol.iterator]: failing });
    await assert.rejects(workbook.write(columnsPlan('台账', { sheets: [broken] })), /midway/);
    assert.equal(workbook.bytes(), bytes);
    assert.equal(await workbook.revision(), revision);
    const direct = await open(bytes);
    for (const target of [workbook, direct])
      assert.ok((await target.write(columnsPlan('台账', { sheets: allSheets('台账') }))).ok);
    assert.deepEqual(Buffer.from(workbook.bytes()), Buffer.from(direct.bytes()));
    assert.notEqual(await workbook.revision(), revision);
  });

  it('can be cancelled between blocks of rows, before anything is taken on', async () => {
    const bytes = simpleWorkbook([ledger()]);
    const workbook = await open(bytes);
    const signal = { aborted: false };
    function* rows(): Generator<PlanRow> {
      for (let i = 0; i < 5000; i++) {
        signal.aborted ||= i === 2500;
        yield { cells: [{ number: i, style: 'body' }] };
      }
    }
    const long = { ...ownedSheet('findings', '督查问题', { [Symbol.iterator]: rows }), rowCount: 5000 };
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => seen.push(done / total);
    await assert.rejects(workbook.write(columnsPlan('台账', { sheets: [long] }), { signal, onProgress }), Cancelled);
    assert.equal(workbook.bytes(), bytes);
    assert.ok(seen.length > 0 && seen.every((part) => part > 0 && part <= 1));
  });

  it('does not lose the other of two that run at once', async () => {
    const workbook = await open(simpleWorkbook([ledger()]));
    const rows = [{ cells: [{ text: '一', style: 'body' as const }] }];
    const one = workbook.write(columnsPlan('台账', { sheets: [ownedSheet('summary', '督查汇总', rows)] }));
    const two = workbook.write(columnsPlan('台账', { sheets: [ownedSheet('findings', '督查问题', rows)] }));
    assert.ok((await one).ok && (await two).ok);
    const sheets = await workbook.sheets();
    assert.ok(sheets.ok);
    assert.deepEqual(
      sheets.value.map(({ name, owned }) => [name, owned]),
      [
        ['台账', null],
        ['督查汇总', 'summary'],
        ['督查问题', 'findings'],
      ],
    );
  });
});
