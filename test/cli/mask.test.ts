import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { unescapeXml } from '../../src/hosts/xlsx/write/xmlText';
import { plantedIdentities, plantedWorkbook } from './maskPlanted';
import { appeals, useFolder } from './support';

/** Everything a file says, part by part, texts of runs joined, width and what stands between digits away. */
function everythingIn(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([part, content]) => {
      const raw = unescapeXml(strFromU8(content));
      return `${part}\n${raw}\n${raw.replace(/<[^>]*>/g, '')}`;
    })
    .join('\n')
    .normalize('NFKC')
    .replace(/[\s-]+/g, '');
}

describe('appeals mask', function () {
  this.timeout(300_000);
  const at = useFolder();
  const people = plantedIdentities(1000);

  it('leaves none of 1,000 planted identities anywhere in the copy', async () => {
    const source = await plantedWorkbook(people);
    writeFileSync(at('a.xlsx'), source);
    const said = await appeals(['mask', at('a.xlsx'), '--out', at('b.xlsx')]);
    assert.deepEqual(said.err, []);
    assert.equal(said.status, 0);
    const before = everythingIn(source);
    const copy = readFileSync(at('b.xlsx'));
    const after = everythingIn(copy);
    for (const { name, phone, id, address } of people)
      // The second letter of each planted name is its own: nothing behind the first may stand anywhere.
      for (const secret of [name.slice(0, 2), phone, id, address]) {
        assert.ok(before.includes(secret), `${secret} was planted`);
        assert.ok(!after.includes(secret), `${secret} is left: …${excerpt(after, secret)}…`);
      }
    assert.ok(!after.includes('测试经办'), 'nor who saved the file last');
    assert.ok(before.includes('someone') && !after.includes('someone'), 'nor on whose computer');
    assert.deepEqual(Buffer.from(readFileSync(at('a.xlsx'))), Buffer.from(source), 'the ledger itself is as it was');
  });

  it('keeps the workbook one that opens, its numbers, units, looks and sheets, and says what was done', async () => {
    writeFileSync(at('a.xlsx'), await plantedWorkbook(people.slice(0, 60)));
    await appeals(['mask', at('a.xlsx'), '--out', at('b.xlsx')]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('b.xlsx'));
    const sheet = workbook.getWorksheet('台账');
    assert.equal(sheet?.getCell('B3').text, '县诉〔2021〕1号');
    assert.equal(sheet?.getCell('H3').text, '办公室');
    assert.equal(sheet?.getCell('I3').text, '测试乙');
    assert.match(sheet?.getCell('C4').text ?? '', /^试\*\*$/);
    assert.match(sheet?.getCell('D3').text ?? '', /^139\*{4}\d{4}$/);
    assert.deepEqual(
      workbook.worksheets.map(({ name, state }) => [name, state]),
      [
        ['台账', 'visible'],
        ['2020年', 'veryHidden'],
        ['来访登记表', 'hidden'],
        ['外发说明', 'visible'],
      ],
    );
    const statement = workbook.getWorksheet('外发说明');
    assert.equal(statement?.getCell('A2').text, '本件已遮盖个人信息。');
    assert.match(statement?.getCell('B9').text ?? '', /^图片 1 幅|^数据透视表|^附带的/u);
    const checked = await appeals(['check', at('b.xlsx'), '--format', 'json']);
    assert.notEqual(checked.status, 2, checked.err.join());
  });

  it('renames a sheet that is called by a person, and whatever leads there', async () => {
    const source = new ExcelJS.Workbook();
    const sheet = source.addWorksheet('台账');
    sheet.addRow(['序号', '诉求人', '诉求内容', '责任股室', '办理时限']);
    sheet.addRow([1, '测试甲', '请求调解', '办公室', '2021-10-31']);
    sheet.getCell('C3').value = { text: '见附表', hyperlink: "#'测试甲案'!A1" };
    sheet.getCell('D3').dataValidation = { type: 'list', formulae: ["'测试甲案'!$A$1:$A$2"] };
    source.addWorksheet('测试甲案').addRow(['详情']);
    source.definedNames.add("'测试甲案'!$A$1", '附表');
    await source.xlsx.writeFile(at('a.xlsx'));
    const said = await appeals(['mask', at('a.xlsx'), '--out', at('b.xlsx')]);
    assert.equal(said.status, 0, said.err.join());
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.readFile(at('b.xlsx'));
    assert.deepEqual(
      copy.worksheets.map(({ name }) => name),
      ['台账', '测××案', '外发说明'],
    );
    const parts = everythingIn(readFileSync(at('b.xlsx')));
    assert.ok(!parts.includes('测试甲'));
    assert.ok(parts.includes("'测××案'!$A$1:$A$2"), 'the list still leads there');
    assert.ok(!parts.includes("'测**案'"), 'nothing leads to a sheet that is not there');
  });

  it('hides nothing where a person says so, and then the copy itself says that', async () => {
    const source = await plantedWorkbook(people.slice(0, 60));
    writeFileSync(at('a.xlsx'), source);
    const said = await appeals(['mask', at('a.xlsx'), '--out', at('b.xlsx'), '--keep-names']);
    assert.equal(said.status, 0);
    const after = everythingIn(readFileSync(at('b.xlsx')));
    assert.ok(after.includes('本件未遮盖个人信息'));
    assert.ok(after.includes(people[3]?.name ?? '-'));
    assert.match(said.out, /未遮盖个人信息/u);
  });

  for (const [part, says] of [
    ['xl/vbaProject.bin', '宏'],
    ['xl/embeddings/oleObject1.bin', '嵌入的对象'],
    ['xl/connections.xml', '外部数据连接'],
    ['xl/slicers/slicer1.xml', '切片器'],
    ['xl/model/item.data', '数据模型'],
    ['xl/revisions/revisionLog1.xml', '修订记录'],
    ['xl/strange.dat', '认不出'],
  ] as const)
    it(`refuses a file with ${part}, and says why`, async () => {
      const files: Record<string, Uint8Array> = unzipSync(await plantedWorkbook(people.slice(0, 60)));
      files[part] = strToU8('<x/>');
      writeFileSync(at('a.xlsx'), zipSync(files));
      const said = await appeals(['mask', at('a.xlsx'), '--out', at('b.xlsx')]);
      assert.equal(said.status, 2);
      assert.equal(said.err.length, 1);
      assert.match(said.err[0] ?? '', new RegExp(says, 'u'));
      assert.equal(existsSync(at('b.xlsx')), false);
    });

  for (const [args, says] of [
    [['mask'], '没有写要为哪份台账'],
    [['mask', 'a.xlsx'], '没有写副本存到哪里'],
    [['mask', 'a.xlsx', 'b.xlsx', '--out', 'c.xlsx'], '一次做一份'],
    [['mask', 'a.xlsx', '--out', 'c.docx'], '不是 Excel'],
  ] as const)
    it(`refuses ${args.join(' ')}`, async () => {
      const said = await appeals(args);
      assert.equal(said.status, 2);
      assert.match(said.err.join(), new RegExp(says, 'u'));
    });
});

function excerpt(text: string, part: string): string {
  const found = text.indexOf(part);
  return text.slice(Math.max(0, found - 80), found + part.length + 40);
}
