import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Somebody who is plainly made up, no two alike. */
export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly id: string;
  readonly address: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** So many identities; names of two to four characters. */
export function plantedIdentities(count: number): readonly Identity[] {
  return Array.from({ length: count }, (_, at) => {
    const head = '测试甲乙丙丁戊己庚辛'[at % 10] ?? '测';
    const name = `${head}${String.fromCharCode(0x5000 + at)}${at % 3 === 0 ? '' : '某'}${at % 3 === 2 ? '某' : ''}`;
    const body = `341523${1950 + (at % 50)}0${1 + (at % 9)}1${at % 10}${String(100 + (at % 900))}`;
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
    return {
      name,
      phone: `1${3 + (at % 7)}9${String(10_000_000 + at * 7919).slice(0, 8)}`,
      id: body + ('10X98765432'[sum % 11] ?? ''),
      address: `测试县测试镇${String.fromCharCode(0x4e10 + (at % 500))}湾村${1 + (at % 9)}组${100 + at}号`,
    };
  });
}

const HEADINGS = [
  '序号',
  '编号',
  '诉求人',
  '联系电话',
  '身份证号',
  '住址',
  '诉求内容',
  '责任股室',
  '包案负责人',
  '办理时限',
  '办理情况',
];
const wide = (text: string): string => text.replace(/[\dX]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** A workbook with identities wherever a workbook can hold a text; each is in a column of some sheet. */
export async function plantedWorkbook(people: readonly Identity[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const who = (at: number): Identity => people[at % people.length]!;
  workbook.creator = who(3).name;
  workbook.lastModifiedBy = '测试经办';
  workbook.title = `${who(4).name}的台账 ${who(4).phone}`;
  workbook.keywords = who(5).id;
  workbook.description = `联系${who(6).name}`;
  const sheet = workbook.addWorksheet('台账', {
    headerFooter: { oddHeader: `&L&"宋体"&10 ${who(7).name}&R${who(8).phone}`, oddFooter: `&C${who(9).id}` },
  });
  sheet.addRow(['某县司法局诉求台账']);
  sheet.addRow(HEADINGS);
  const main = Math.floor(people.length * 0.6);
  for (let at = 0; at < main; at++) {
    const [own, other] = [who(at), who(at + 1)];
    const row = sheet.addRow([
      at + 1,
      `县诉〔2021〕${at + 1}号`,
      at % 5 === 0 ? `${own.name[0] ?? ''} ${own.name.slice(1)}（${own.phone}）` : own.name,
      at % 4 === 0 ? Number(own.phone) : own.phone,
      at % 7 === 0 ? `${own.id.slice(0, 6)} ${own.id.slice(6, 14)}-${own.id.slice(14)}` : own.id,
      own.address,
      `${own.name}反映与${other.name}的纠纷，电话${wide(other.phone)}，住${other.address}`,
      '办公室',
      '测试乙',
      '2021年10月8日',
      `已联系${own.phone.slice(0, 3)}-${own.phone.slice(3, 7)}-${own.phone.slice(7)}，证件${wide(other.id)}`,
    ]);
    if (at % 6 === 0) row.getCell(7).note = `${other.name}来电 ${other.phone}`;
    if (at % 9 === 0)
      row.getCell(11).value = {
        richText: [
          { text: `经${own.name.slice(0, 1)}`, font: { bold: true } },
          { text: `${own.name.slice(1)}确认，${own.phone.slice(0, 5)}` },
          { text: own.phone.slice(5) },
        ],
      };
    if (at % 11 === 0) row.getCell(11).value = { formula: `C${at + 3}&"${other.name}"`, result: own.name + other.name };
    if (at % 13 === 0)
      row.getCell(6).value = { text: own.address, hyperlink: `mailto:${own.phone}@qq.com`, tooltip: own.name };
  }
  sheet.getCell('M3').dataValidation = {
    type: 'list',
    formulae: [`"${who(1).name},${who(2).name}"`],
    prompt: who(3).name,
    showInputMessage: true,
  };
  sheet.addConditionalFormatting({
    ref: 'C3:C9',
    rules: [{ type: 'expression', formulae: [`C3="${who(5).name}"`], style: {}, priority: 1 }],
  });
  sheet.autoFilter = 'A2:K2';
  const old = workbook.addWorksheet('2020年', { state: 'veryHidden' });
  old.addRow(['序号', '信访人姓名', '手机号码', '身份证号码', '家庭住址', '诉求内容', '责任单位']);
  for (let at = main; at < people.length - 50; at++) {
    const own = who(at);
    old.addRow([at, own.name, own.phone, own.id, own.address, `${own.name}：${own.phone}`, '办公室']);
  }
  const form = workbook.addWorksheet('来访登记表', { state: 'hidden' });
  for (let at = people.length - 50; at < people.length; at++) {
    const own = who(at);
    form.addRow(['姓名', own.name, '联系电话', own.phone]);
    form.addRow(['身份证号', own.id, '住址', own.address]);
  }
  workbook.definedNames.add("'台账'!$C$3", '首位');
  return addParts(new Uint8Array(await workbook.xlsx.writeBuffer()), people);
}

/** What ExcelJS does not write: text in drawings and charts, answers to comments, a picture, custom properties. */
function addParts(bytes: Uint8Array, people: readonly Identity[]): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  const [a, b, c, d] = people as readonly [Identity, Identity, Identity, Identity];
  const text = (xml: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`);
  files['xl/drawings/drawing9.xml'] = text(
    `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:cNvPr id="2" name="${a.name}" descr="${b.phone}"/><a:p><a:r><a:t>${a.name.slice(0, 1)}</a:t></a:r><a:r><a:t>${a.name.slice(1)} ${a.phone}</a:t></a:r></a:p></xdr:sp></xdr:wsDr>`,
  );
  files['xl/charts/chart9.xml'] = text(
    `<c:chartSpace xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${b.name}</c:v></c:pt></c:strCache><c:numCache><c:pt idx="0"><c:v>${b.phone}</c:v></c:pt></c:numCache></c:chartSpace>`,
  );
  files['xl/threadedComments/threadedComment9.xml'] = text(
    `<ThreadedComments><threadedComment ref="A1" id="{1}"><text>${c.name}已答复，${c.id}</text></threadedComment></ThreadedComments>`,
  );
  files['xl/persons/person.xml'] = text(
    `<personList><person displayName="${d.name}" id="{2}" userId="S::${d.phone}"/></personList>`,
  );
  files['xl/pivotCache/pivotCacheDefinition9.xml'] = text(
    `<pivotCacheDefinition><s v="${d.name}"/></pivotCacheDefinition>`,
  );
  files['docProps/custom.xml'] = text(
    `<Properties><property name="经手"><vt:lpwstr xmlns:vt="v">${c.name}${c.phone}</vt:lpwstr></property></Properties>`,
  );
  files['customXml/item9.xml'] = text(`<x>${a.name}</x>`);
  files['xl/media/image9.png'] = strToU8(`not a picture: ${a.name}`);
  const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  files['xl/workbook.xml'] = strToU8(
    withSavedAt(workbook).replace(
      '</definedNames>',
      `<definedName name="联系人">"${b.name}"</definedName></definedNames>`,
    ),
  );
  return zipSync(files);
}

/** Excel writes where a file was saved. */
const withSavedAt = (workbook: string): string =>
  workbook.replace(
    '<sheets>',
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15">' +
      '<x15ac:absPath url="C:\\Users\\someone\\Desktop\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/>' +
      '</mc:Choice></mc:AlternateContent><sheets>',
  );
