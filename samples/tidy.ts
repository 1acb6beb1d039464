/** A ledger made new for the campaign: one title, one header row, forty cases, a few things amiss as anywhere. */
import ExcelJS from 'exceljs';
import { day, goodClosedCase, goodOpenCase, HEADINGS, type Case } from './cases';
import { rosterSheets } from './rosters';
import { bytesOf, dressBody, dressHeader, put, title } from './workbook';

const SKIP = new Set(['标题', '信访目的', '协办单位', '满意度', '被反映单位', '到访层级', '认定依据']);

export async function tidyLedger(): Promise<Uint8Array> {
  const headings = HEADINGS.filter((heading) => !SKIP.has(heading));
  const cases: Case[] = [];
  for (let n = 1; n <= 40; n++) cases.push(n % 4 === 0 ? goodClosedCase(n) : goodOpenCase(n));
  const change = (n: number, cells: Case): void => {
    cases[n - 1] = { ...cases[n - 1], ...cells };
  };
  change(3, { 办理时限: day(2021, 10, 15) });
  change(7, { 办理时限: day(2021, 10, 22) });
  change(10, { 包案负责人: null });
  change(14, { 办理时限: null, 时限来源: null });
  change(18, { 来源渠道: '自行梳理', 时限来源: '股室提出', 包保领导意见: '同意', 备案日期: null });
  change(22, { 甄别分类: null, 甄别人: null, 甄别日期: null });
  change(24, {
    反馈县办日期: null,
    是否销号: '否',
    销号日期: null,
    办结日期: day(2021, 10, 9),
    答复日期: day(2021, 10, 9),
  });
  change(29, { 最近周调度: day(2021, 9, 28) });
  change(33, { 责任股室: '相关股室' });

  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('群众诉求台账', { views: [{ state: 'frozen', ySplit: 3, xSplit: 2 }] });
  title(sheet, 1, '群众诉求办理台账（样例）', headings.length);
  title(sheet, 2, '填报单位：某县司法局（虚构）　　填报时间：2021年10月20日', headings.length, 11);
  headings.forEach((heading, c) => put(sheet, 3, c + 1, heading));
  cases.forEach((c, r) => headings.forEach((heading, k) => put(sheet, r + 4, k + 1, c[heading] ?? null)));
  dressHeader(sheet, 3, 3, headings.length);
  dressBody(sheet, 4, cases.length + 3, headings.length);
  headings.forEach((heading, c) => {
    sheet.getColumn(c + 1).width = ['诉求内容', '化解方案', '办理情况', '办理结果'].includes(heading) ? 32 : 12;
  });
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: cases.length + 3, column: headings.length } };
  rosterSheets(book);
  return bytesOf(book);
}
