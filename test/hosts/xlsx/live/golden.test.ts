import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { CellEdit } from '../../../../src/ports/liveWorkbook';
import type { XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';
import { cellsByAddress, open, part, zipParts } from '../write/files';
import { NASTY_PARTS } from '../write/nastyWorkbook';
import { allSheets, columnsPlan } from '../write/plans';

const LEDGER = 'xl/worksheets/sheet1.xml';

/** Parts that working in the ledger may change; all others are the user's alone. */
const OURS_TO_CHANGE = new Set([LEDGER, 'xl/styles.xml', 'xl/workbook.xml', 'xl/calcChain.xml']);

const EDIT: CellEdit = { row: 5, column: 4, value: '尽快' };

async function save(workbook: XlsxWorkbook): Promise<Uint8Array> {
  const bytes = await workbook.save();
  assert.ok(bytes.ok, JSON.stringify(bytes));
  return bytes.value;
}

/** The workbook with everything done to it that the add-in can do. */
async function worked(): Promise<{ workbook: XlsxWorkbook; before: Uint8Array }> {
  const before = zipParts(NASTY_PARTS);
  const workbook = await open(before);
  const steps = [
    workbook.write(columnsPlan('台账', { sheets: allSheets('台账') })),
    workbook.mark('台账', [
      { cell: 'A3', look: 'error' },
      { cell: 'A4', look: 'error' },
      { cell: 'B5', look: 'notice' },
    ]),
    workbook.setDropDowns('台账', [
      { column: 4, first: 3, last: 5, choices: ['是', '否'] },
      { column: 2, first: 3, last: 5, choices: ['县"信访"部门', '自行梳理'] },
    ]),
    workbook.saveSettings(new Map([['mapping', '{}']])),
  ];
  for (const step of steps) {
    const done = await step;
    assert.ok(done.ok, JSON.stringify(done));
  }
  return { workbook, before };
}

function elements(xml: string, local: string): string[] {
  return [...xml.matchAll(new RegExp(`<${local}[ >].*?</${local}>`, 'gs'))].map(([whole]) => whole);
}

describe('a workbook with everything in it, worked in', () => {
  it('keeps every part of the user byte for byte', async () => {
    const { workbook, before } = await worked();
    assert.ok((await workbook.editCells('台账', [EDIT])).ok);
    for (const bytes of [await save(workbook), await cleared(workbook)]) {
      const [old, now] = [unzipSync(before), unzipSync(bytes)];
      for (const [name, content] of Object.entries(old)) {
        if (OURS_TO_CHANGE.has(name) || /rels$|Content_Types/.test(name)) continue;
        assert.deepEqual(Buffer.from(now[name]!), Buffer.from(content), name);
      }
    }
  });

  it("keeps the user's conditional formats and validations beside ours", async () => {
    const { workbook, before } = await worked();
    const [old, now] = [part(before, LEDGER), part(await save(workbook), LEDGER)];
    const formats = elements(now, 'conditionalFormatting');
    assert.ok(formats.includes(elements(old, 'conditionalFormatting')[0]!));
    assert.equal(formats.length, 3);
    assert.ok(
      formats.some((xml) => /sqref="A3:A4".*priority="2"><formula>_appeals\.mark<\/formula>/.test(xml)),
      formats.join('\n'),
    );
    const [list] = elements(now, 'dataValidations');
    assert.match(list!, /count="2"/);
    assert.ok(list!.includes(elements(old, 'dataValidation')[0]!));
    assert.match(
      list!,
      /<dataValidation type="list" allowBlank="1" errorTitle="_appeals\.list" sqref="B3:B5"><formula1>"县""信访""部门,自行梳理"<\/formula1>/,
    );
    assert.match(part(await save(workbook), 'xl/workbook.xml'), /name="_appeals\.mark" hidden="1">TRUE</);
  });

  it('marks and lists twice as once', async () => {
    const { workbook } = await worked();
    const once = await save(workbook);
    const mark = { cell: 'A3', look: 'error' } as const;
    const marks = [mark, { cell: 'A4', look: 'error' }, { cell: 'B5', look: 'notice' }] as const;
    assert.ok((await workbook.mark('台账', marks)).ok);
    const lists = [{ column: 2, first: 3, last: 5, choices: ['县"信访"部门', '自行梳理'] }];
    assert.ok((await workbook.setDropDowns('台账', lists)).ok);
    assert.deepEqual(Buffer.from(await save(workbook)), Buffer.from(once));
  });

  it('is what it was when it is cleared: cells, columns, merges, names, relationships, types', async () => {
    const { workbook, before } = await worked();
    assert.ok((await workbook.saveSettings(new Map([['mapping', null]]))).ok);
    const after = await cleared(workbook);
    const old = unzipSync(before);
    assert.deepEqual(Object.keys(unzipSync(after)).sort(), Object.keys(old).sort());
    for (const name of Object.keys(old)) {
      // What we appended to the styles stays there, unused; the rows say that their span is wider.
      if (name === 'xl/styles.xml' || name === LEDGER) continue;
      assert.equal(part(after, name), part(before, name), name);
    }
    assert.deepEqual(cellsByAddress(part(after, LEDGER)), cellsByAddress(part(before, LEDGER)));
    const plain = (xml: string): string => xml.replace(/ spans="[^"]*"/g, '');
    assert.equal(plain(part(after, LEDGER)), plain(part(before, LEDGER)));
  });
});

async function cleared(workbook: XlsxWorkbook): Promise<Uint8Array> {
  const report = await workbook.clear();
  assert.ok(report.ok, JSON.stringify(report));
  assert.deepEqual(report.value, {
    columns: 6,
    sheets: ['督查汇总', '督查问题', '规则执行'],
    marks: 3,
    lists: 1,
  });
  return save(workbook);
}
