/**
 * A ledger as it grows by hand over years: a two-row merged header with line breaks and double-width characters, dates in
 * every form, merged units, a section row, a subtotal, hidden rows and columns, notes at the foot.
 */
import ExcelJS from 'exceljs';
import { day, goodClosedCase, goodOpenCase, type Case, type Cell } from './cases';
import { rosterSheets } from './rosters';
import { bytesOf, companion, dressBody, dressHeader, put, title } from './workbook';

/** Upper heading, lower heading, the good case's heading it stands for (or none). */
const COLUMNS: readonly (readonly [string, string, string | null])[] = [
  ['序号', '', '序号'],
  ['编 号', '', '编号'],
  ['诉求人\n基本情况', '姓　名', '诉求人'],
  ['', '联系\n电话', '联系电话'],
  ['', '住址', '住址'],
  ['诉求内容\n（简要）', '', '诉求内容'],
  ['来源渠道', '', '来源渠道'],
  ['登记\n时间', '', '登记日期'],
  ['交办\n时间', '', '交办日期'],
  ['受理\n时间', '', '受理日期'],
  ['三个明确', '责任股室', '责任股室'],
  ['', '包案\n负责人', '包案负责人'],
  ['', '办理时限\n（必填）', '办理时限'],
  ['时限\n来源', '', '时限来源'],
  ['包保领导\n意见', '', '包保领导意见'],
  ['备案\n日期', '', '备案日期'],
  ['办理\n情况', '', '办理情况'],
  ['最近一次\n周调度', '', '最近周调度'],
  ['办理\n状态', '', '办理状态'],
  ['办结\n日期', '', '办结日期'],
  ['办理结果\n（答复意见）', '', '办理结果'],
  ['反馈\n县办\n日期', '', '反馈县办日期'],
  ['是否\n销号', '', '是否销号'],
  ['甄别\n分类', '', '甄别分类'],
  ['生活\n困难', '', '生活困难'],
  ['帮扶\n救助', '', '帮扶救助'],
  ['', '', null],
  ['备  注', '', '备注'],
];

const FORMS: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}/${m}/${d} 9:00:00`,
  (_, m, d) => `${m}月${d}日`,
  (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
];

const LIMITS: readonly Cell[] = [
  '10月28日前',
  '2021年10月底前',
  '10月下旬',
  day(2021, 10, 29),
  '60日内',
  '2021.10.22',
  '10月15日前',
  '尽快',
  null,
  '30个工作日',
  '10月20日-26日',
  '2021年10月',
];

function messyCases(): Case[] {
  const cases: Case[] = [];
  for (let n = 1; n <= 60; n++) {
    const good = n % 5 === 0 ? goodClosedCase(n) : goodOpenCase(n);
    const registered = { m: 9, d: 1 + (n % 20) };
    const form = FORMS[n % FORMS.length] ?? FORMS[0];
    const write = (shift: number): Cell =>
      n % 4 === 0
        ? day(2021, registered.m, registered.d + shift)
        : (form?.(2021, registered.m, registered.d + shift) ?? null);
    cases.push({
      ...good,
      登记日期: write(0),
      交办日期: n % 9 === 0 ? null : write(2),
      受理日期: write(3),
      办理时限: LIMITS[n % LIMITS.length] ?? null,
      时限来源: n % 6 === 0 ? '/' : (good.时限来源 ?? null),
      最近周调度: n % 3 === 0 ? '10月11日' : n % 3 === 1 ? '2021.10.18' : '9月27日',
    });
  }
  const change = (n: number, cells: Case): void => {
    cases[n - 1] = { ...cases[n - 1], ...cells };
  };
  change(2, { 包案负责人: '孔 甲零（局长）' });
  change(3, { 包案负责人: null });
  change(4, { 责任股室: '县公证处\n（牵头）、办公室' });
  change(8, { 责任股室: '相关股室' });
  change(9, { 包案负责人: '曹乙零、严丙零' });
  change(11, { 办理时限: '10月32日' });
  change(12, { 责任股室: '公证处' });
  change(13, { 办理情况: '已转法律援助中心办理。' });
  change(15, { 办理结果: '您好，留言已收悉。' });
  change(16, { 办理情况: '请分管领导阅处。' });
  change(17, { 联系电话: '电话不详' });
  change(18, { 受理日期: '2021年9月31日' });
  change(20, { 办结日期: null });
  change(21, { 甄别分类: null, 办理情况: '诉求人带人围堵大门，经劝导后离开，已报警处理。' });
  change(23, { 甄别分类: null });
  change(25, { 反馈县办日期: null, 是否销号: '是' });
  change(26, { 生活困难: '是', 帮扶救助: '/' });
  change(30, { 办理结果: '经核实，该诉求不予支持。' });
  change(31, { 是否销号: '√' });
  change(35, { 办理结果: '情况属实，下一步将督促双方履行协议。' });
  change(41, { 编号: '诉〔2021〕040号' });
  for (const n of [43, 46, 49]) change(n, { 办理情况: `10月${n - 36}日电话联系诉求人，正在办理。` });
  return cases;
}

export async function messyLedger(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('2021年台账', { views: [{ state: 'frozen', ySplit: 5 }] });
  const width = COLUMNS.length;
  title(sheet, 1, '某县司法局“重诺言、畅两信、决诉求”专项行动\n群众诉求办理台账（虚构样例）', width);
  title(sheet, 2, '填报单位：某县司法局　　　填报时间：2021年10月20日　　　单位：件', width, 11);
  COLUMNS.forEach(([upper, lower], c) => {
    if (upper) put(sheet, 3, c + 1, upper);
    if (lower) put(sheet, 4, c + 1, lower);
  });
  sheet.mergeCells(3, 3, 3, 5);
  sheet.mergeCells(3, 11, 3, 13);
  COLUMNS.forEach(([upper, lower], c) => {
    if (upper && !lower) sheet.mergeCells(3, c + 1, 4, c + 1);
  });
  dressHeader(sheet, 3, 4, width);

  const cases = messyCases();
  let row = 5;
  const section = (text: string): void => {
    sheet.mergeCells(row, 1, row, width);
    sheet.getCell(row, 1).value = text;
    row++;
  };
  section('一、县诉求办转交');
  cases.forEach((c, n) => {
    if (n === 30) {
      sheet.getCell(row, 1).value = '小计';
      sheet.getCell(row, 2).value = '30件';
      row++;
      row++;
      section('二、县信访部门交办');
    }
    COLUMNS.forEach(([, , heading], k) => put(sheet, row, k + 1, heading === null ? null : (c[heading] ?? null)));
    if (n === 12 || n === 40) sheet.getRow(row).hidden = true;
    row++;
  });
  const last = row - 1;
  dressBody(sheet, 5, last, width);
  // One leader written once for three rows below each other.
  for (const top of [last - 4, last - 12]) {
    for (let below = 1; below <= 2; below++) sheet.getCell(top + below, 12).value = null;
    sheet.mergeCells(top, 12, top + 2, 12);
  }
  sheet.getCell(row, 1).value = '合计';
  sheet.getCell(row, 2).value = '60件';
  sheet.getCell(row + 1, 1).value = '注：本表每周五更新，办理时限按上级文件执行。';
  sheet.getCell(row + 2, 1).value = '填表人：赵癸十　　　审核人：钱癸十';
  sheet.getColumn(5).hidden = true;
  COLUMNS.forEach(([upper, lower], c) => {
    const wide = /内容|办理\n情况|结果/.test(upper + lower);
    sheet.getColumn(c + 1).width = wide ? 34 : 11;
  });
  const notes = book.addWorksheet('填表说明');
  notes.getCell('A1').value = '说明：一、本台账由各股室每周更新。二、办理时限按上级文件执行。';
  rosterSheets(book);
  companion(book, '调度记录', [
    ['日期', '编号', '议定事项'],
    [day(2021, 10, 12), '诉〔2021〕002号、诉〔2021〕005号', '由包案人上门沟通，下周报结果。'],
    [day(2021, 10, 19), '诉〔2021〕011号；诉〔2021〕014号', '核实时限后重新填报。'],
  ]);
  return bytesOf(book);
}
