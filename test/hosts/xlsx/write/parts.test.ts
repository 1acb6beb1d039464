import assert from 'node:assert/strict';
import { readZip, type ZipEntry } from '../../../../src/hosts/xlsx/zip';
import { cellsByAddress, open, part, textParts } from './files';
import { nastyWorkbook } from './nastyWorkbook';
import { allSheets, columnsPlan } from './plans';

const LEDGER = 'xl/worksheets/sheet1.xml';
const MAY_CHANGE = [LEDGER, 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml', 'xl/styles.xml'];

const plan = () => columnsPlan('台账', { rows: [3, 4, 5], sheets: allSheets('台账') });

async function written(): Promise<{ before: Uint8Array; after: Uint8Array }> {
  const before = nastyWorkbook();
  const workbook = await open(before);
  const report = await workbook.write(plan());
  assert.ok(report.ok, JSON.stringify(report));
  return { before, after: workbook.bytes() };
}

async function entries(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const archive = await readZip(bytes);
  assert.ok(archive.ok);
  return archive.value.entries;
}

describe('writing into a workbook with everything in it', () => {
  it('copies every part that may not change as its very compressed bytes, in their order', async () => {
    const { before, after } = await written();
    const [old, now] = [await entries(before), await entries(after)];
    assert.deepEqual(
      now.slice(0, old.length).map((entry) => entry.name),
      old.map((entry) => entry.name),
    );
    old.forEach((entry, i) => {
      if (MAY_CHANGE.includes(entry.name)) return;
      const same = now[i]!;
      assert.deepEqual(Buffer.from(same.compressed), Buffer.from(entry.compressed), entry.name);
      assert.deepEqual(
        [same.method, same.crc32, same.size, same.dosTime, same.dosDate, same.externalAttributes],
        [entry.method, entry.crc32, entry.size, entry.dosTime, entry.dosDate, entry.externalAttributes],
      );
    });
  });

  it('adds only its own sheets, and what it needs to take its columns away again', async () => {
    const { before, after } = await written();
    const old = new Set(Object.keys(textParts(before)));
    assert.deepEqual(
      Object.keys(textParts(after)).filter((name) => !old.has(name)),
      [
        'customXml/item1.xml',
        'customXml/itemProps1.xml',
        'customXml/_rels/item1.xml.rels',
        'xl/worksheets/sheet3.xml',
        'xl/worksheets/sheet4.xml',
        'xl/worksheets/sheet5.xml',
      ],
    );
  });

  it("leaves every cell of the user's as it is written", async () => {
    const { before, after } = await written();
    const [old, now] = [cellsByAddress(part(before, LEDGER)), cellsByAddress(part(after, LEDGER))];
    for (const [address, cell] of old) assert.equal(now.get(address), cell, address);
    const added = [...now.keys()].filter((address) => !old.has(address));
    assert.deepEqual(
      added,
      ['E2', 'F2', 'G2', 'H2', 'I2', 'J2', 'E3', 'F3', 'G3', 'H3', 'I3', 'E4', 'F4', 'G4', 'H4', 'I4'].concat([
        'E5',
        'F5',
        'G5',
        'H5',
        'I5',
      ]),
    );
  });

  it('changes nothing else of the sheet but what must take our columns in', async () => {
    const { before, after } = await written();
    const strip = (xml: string): string =>
      xml
        .replace(/<c r="[E-J]\d+"[\s\S]*?(?:\/>(?=<c|<\/row>)|<\/c>)/g, '')
        .replace('<dimension ref="A1:J6"/>', '<dimension ref="A1:D6"/>')
        .replace(/spans="1:(?:9|10)"/g, 'spans="1:4"')
        .replace('<autoFilter ref="A2:J5">', '<autoFilter ref="A2:D5">')
        .replace(/<cols>.*<\/cols>/, '<cols/>');
    assert.equal(strip(part(after, LEDGER)), strip(part(before, LEDGER)));
  });

  it('shows its columns where the user hid all columns right of the table, and keeps the rest hidden', async () => {
    const { after } = await written();
    const cols = /<cols>(.*)<\/cols>/.exec(part(after, LEDGER))![1]!;
    const found = [...cols.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"( style="2")?( hidden="1")?/g)].map(
      ([, min, max, width, , hidden]) => [Number(min), Number(max), Number(width), hidden !== undefined],
    );
    assert.deepEqual(found, [
      [1, 2, 9.5, false],
      [3, 4, 9, true],
      ...[10, 11, 12, 13, 14, 15].map((width, i) => [5 + i, 5 + i, width, false]),
      [11, 16384, 9, true],
    ]);
  });

  it('appends styles and renumbers none', async () => {
    const { before, after } = await written();
    const cellFormats = (bytes: Uint8Array): string =>
      /<cellXfs count="\d+">([\s\S]*)<\/cellXfs>/.exec(part(bytes, 'xl/styles.xml'))![1]!;
    assert.ok(cellFormats(after).startsWith(cellFormats(before)));
    const count = Number(/<cellXfs count="(\d+)"/.exec(part(after, 'xl/styles.xml'))![1]);
    assert.equal(count, cellFormats(after).split(/<xf /).length - 1);
    assert.match(
      part(after, 'xl/styles.xml'),
      /<name val="仿宋"\/><family val="3"\/><charset val="134"\/><\/font><\/fonts>/,
    );
  });

  it('keeps names, order of sheets and the active one, and puts its sheets last', async () => {
    const { after } = await written();
    const xml = part(after, 'xl/workbook.xml');
    assert.deepEqual(
      [...xml.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => `${name} ${id}`),
      ['统计 2', '台账 7', '图表 9', '督查汇总 10', '督查问题 11', '规则执行 12'],
    );
    assert.match(xml, /activeTab="1"/);
    assert.match(xml, /localSheetId="1">台账!\$A\$1:\$D\$6</, "the user's print area stays");
    assert.match(xml, /_FilterDatabase" localSheetId="1" hidden="1">台账!\$A\$2:\$J\$5</);
    assert.match(xml, /<pivotCaches>/);
  });

  it('writes the same file when it writes the same again', async () => {
    const before = nastyWorkbook();
    const workbook = await open(before);
    await workbook.write(plan());
    const once = workbook.bytes();
    const reopened = await open(once);
    const report = await reopened.write(plan());
    assert.ok(report.ok);
    assert.deepEqual(Buffer.from(reopened.bytes()), Buffer.from(once));
  });

  it('is the very file it was opened from until something is written', async () => {
    const before = nastyWorkbook();
    const workbook = await open(before);
    await workbook.readSheet('台账');
    assert.equal(workbook.bytes(), before);
  });
});
