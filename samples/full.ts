/** Six hundred cases: every rule of the default pack flagged, clean and beyond judging at least once. */
import ExcelJS from 'exceljs';
import { goodClosedCase, goodOpenCase, HEADINGS, type Case } from './cases';
import { rosterSheets } from './rosters';
import { baseOf, SCENARIOS } from './scenarios';
import { bytesOf, dressBody, dressHeader, put, title } from './workbook';

const COUNT = 600;

/** In order, in ways that a case in good order is not: decided unlawful with its basis, in hardship and helped. */
const IN_ORDER: readonly Case[] = [
  { 违法行为: null },
  { 违法行为: '有', 认定依据: '某县公安局行政处罚决定书（某公行罚决字〔2021〕001号）' },
  { 生活困难: '是', 帮扶救助: '已发放临时救助金' },
];

export function fullCases(): Case[] {
  const cases: Case[] = [];
  // Three of each flagged (copied-progress needs three alike, duplicates two), one or two beyond judging.
  for (const scenario of SCENARIOS) {
    for (let k = 0; k < 3; k++) cases.push(scenario.flagged(baseOf(scenario, cases.length + 1), cases.length + 1));
    for (let k = 0; k < 2; k++) cases.push(scenario.cannotJudge(baseOf(scenario, cases.length + 1), cases.length + 1));
  }
  for (const extra of IN_ORDER) cases.push({ ...goodOpenCase(cases.length + 1), ...extra });
  while (cases.length < COUNT) {
    const n = cases.length + 1;
    cases.push(n % 3 === 0 ? goodClosedCase(n) : goodOpenCase(n));
  }
  // Spread them as they would come in, by a fixed stride that visits every place once.
  return Array.from({ length: COUNT }, (_, i) => ({ ...(cases[(i * 251) % COUNT] ?? {}), 序号: i + 1 }));
}

export async function fullLedger(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('诉求台账', { views: [{ state: 'frozen', ySplit: 2 }] });
  title(sheet, 1, '群众诉求台账（虚构，六百件）', HEADINGS.length);
  HEADINGS.forEach((heading, c) => put(sheet, 2, c + 1, heading));
  const cases = fullCases();
  cases.forEach((c, r) => HEADINGS.forEach((heading, k) => put(sheet, r + 3, k + 1, c[heading] ?? null)));
  dressHeader(sheet, 2, 2, HEADINGS.length);
  dressBody(sheet, 3, cases.length + 2, HEADINGS.length);
  HEADINGS.forEach((_, c) => (sheet.getColumn(c + 1).width = 13));
  rosterSheets(book);
  return bytesOf(book);
}
