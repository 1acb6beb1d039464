import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { HEADINGS, ledgerRows, type Rows } from './ledger';
import { hyphened, spaced, wide, type Planted } from './people';

/** Of so many people the last ones stand beside the ledger: on other sheets, in comments, properties, names and pictures. */
const BESIDE = 100;

export const SHEET = '台账';

/** The ledger's sheets and their cells, without what only a file can hold. */
export function plantedSheets(people: readonly Planted[]): Readonly<Record<string, Rows>> {
  const [rest, ledger] = [people.slice(-BESIDE), people.slice(0, -BESIDE)];
  const decided = rest[60]!;
  return {
    [SHEET]: [['某县司法局诉求台账'], HEADINGS, ...ledgerRows(ledger)],
    调度记录: [
      ['日期', '编号', '议定事项'],
      ...Array.from({ length: 6 }, (_, at): (string | number)[] => {
        const who = rest[60 + at]!;
        return ['2021-10-08', `诉〔2021〕${at + 2}号`, `由股室约谈${who.name}，${wide(who.phone)}，证件${who.id}`];
      }),
      ['2021-10-08', '诉〔2020〕9999号', `请信访人${decided.name}到场，联系${spaced(decided.phone)}`],
    ],
    人工调整: [
      ['机构', '调整分', '理由', '调整人', '日期'],
      ['办公室', 1, `当事人${rest[66]!.name}（${rest[66]!.phone}）来信致谢`, '测试丙', '2021-10-08'],
      [people[12]!.name, 1, `业主${rest[67]!.name}（${rest[67]!.phone}）致谢`, '测试丙', '2021-10-08'],
    ],
    社会督查员: [
      ['姓名', '单位', '村居', '回避亲属'],
      ['督查甲', '某企业', '一村', '试一'],
      ['督查乙', '某商会', '二村', '试二'],
    ],
    人员名册: [
      ['姓名', '职务', '机构'],
      ['测试乙', '科员', '办公室'],
      ['测试丙', '副局长', '办公室'],
    ],
  };
}

/** The file: all of that, and whatever else of a workbook can hold a text. */
export async function plantedFile(people: readonly Planted[]): Promise<Uint8Array> {
  const rest = people.slice(-BESIDE);
  const who = (at: number): Planted => rest[at]!;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = who(70).name;
  workbook.lastModifiedBy = who(71).name;
  workbook.title = `信访人${who(72).name}的台账 ${who(72).phone}`;
  workbook.keywords = who(73).id;
  for (const [name, rows] of Object.entries(plantedSheets(people))) workbook.addWorksheet(name).addRows([...rows]);
  const sheet = workbook.getWorksheet(SHEET)!;
  const own = people[3]!;
  sheet.headerFooter.oddHeader = `&L&"宋体"&10 联系人：${who(74).name}&R${who(74).phone}`;
  sheet.headerFooter.oddFooter = `&C${who(75).id}`;
  sheet.getCell('I4').note = `村民${who(76).name}来电 ${who(76).landLine}`;
  sheet.getCell('I5').value = {
    richText: [
      { text: `经${own.name.slice(0, 1)}`, font: { bold: true } },
      { text: `${own.name.slice(1)}确认，来访人${who(77).name.slice(0, 1)}` },
      { text: `${who(77).name.slice(1)}在场，${who(77).phone.slice(0, 5)}` },
      { text: who(77).phone.slice(5) },
    ],
  };
  sheet.getCell('AF6').value = { formula: `C6&"村民${who(78).name}"`, result: `${own.name}、村民${who(78).name}` };
  sheet.getCell('I7').value = {
    text: '见附表',
    hyperlink: `mailto:${who(79).phone}@qq.com`,
    tooltip: `信访人${who(79).name}`,
  };
  sheet.getCell('AW3').dataValidation = {
    type: 'list',
    formulae: [`"${people[1]!.name},${people[2]!.name}"`],
    prompt: `联系${who(80).name}，${hyphened(who(80).phone)}`,
    showInputMessage: true,
  };
  sheet.addConditionalFormatting({
    ref: 'C3:C9',
    rules: [{ type: 'expression', formulae: [`C3="${people[5]!.name}"`], style: {}, priority: 1 }],
  });
  sheet.getRow(20).hidden = true;
  sheet.getColumn(7).hidden = true;
  const old = workbook.addWorksheet('2020年', { state: 'veryHidden' });
  old.addRow(['序号', '信访人姓名', '手机号码', '身份证号码', '家庭住址', '诉求内容', '责任单位']);
  for (let at = 0; at < 40; at++)
    old.addRow([
      at,
      who(at).name,
      who(at).phone,
      who(at).id,
      who(at).address,
      `村民${who(at).name}：${who(at).landLine}`,
      '办公室',
    ]);
  const form = workbook.addWorksheet('来访登记表', { state: 'hidden' });
  for (let at = 40; at < 60; at++) {
    form.addRow(['姓名', who(at).name, '联系电话', who(at).phone]);
    form.addRow(['身份证号', who(at).id, '住址', who(at).address]);
    form.addRow(['银行卡号', who(at).card, '配偶', who(at + 40).name]);
  }
  workbook.addWorksheet(`${people[8]!.name}案`).addRow(['详情']);
  workbook.definedNames.add("'台账'!$C$3", '首位');
  return addParts(new Uint8Array(await workbook.xlsx.writeBuffer()), people, rest);
}

/** What ExcelJS does not write: text in drawings and charts, answers to comments, a picture, custom properties. */
function addParts(bytes: Uint8Array, people: readonly Planted[], rest: readonly Planted[]): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  const who = (at: number): Planted => rest[at]!;
  const part = (xml: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`);
  const own = people[10]!;
  files['xl/drawings/drawing9.xml'] = part(
    `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:cNvPr id="2" name="${own.name}" descr="${own.phone}"/><a:p><a:r><a:t>村民${who(68).name.slice(0, 1)}</a:t></a:r><a:r><a:t>${who(68).name.slice(1)} ${who(68).phone}</a:t></a:r></a:p></xdr:sp></xdr:wsDr>`,
  );
  files['xl/charts/chart9.xml'] = part(
    `<c:chartSpace xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${own.name}</c:v></c:pt></c:strCache><c:numCache><c:pt idx="0"><c:v>${own.phone}</c:v></c:pt></c:numCache></c:chartSpace>`,
  );
  files['xl/threadedComments/threadedComment9.xml'] = part(
    `<ThreadedComments><threadedComment ref="A1" id="{1}"><text>信访人${who(69).name}已答复，${who(69).id}</text></threadedComment></ThreadedComments>`,
  );
  files['xl/persons/person.xml'] = part(
    `<personList><person displayName="${who(70).name}" id="{2}" userId="S::${who(70).phone}"/></personList>`,
  );
  files['docProps/custom.xml'] = part(
    `<Properties><property name="经手"><vt:lpwstr xmlns:vt="v">联系人：${who(66).name} ${who(66).phone}</vt:lpwstr></property></Properties>`,
  );
  files['customXml/item9.xml'] = part(`<x>${own.name}</x>`);
  files['xl/media/image9.png'] = strToU8(`not a picture: ${own.name}`);
  files['xl/workbook.xml'] = strToU8(
    strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).replace(
      '</definedNames>',
      `<definedName name="联系人">"${own.name}"</definedName></definedNames>`,
    ),
  );
  return zipSync(files);
}
