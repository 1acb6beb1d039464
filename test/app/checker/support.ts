import assert from 'node:assert/strict';
import type { CheckerParts } from '../../../src/app/checker/desk';
import { REPORTS } from '../../../src/app/reports/registry';
import { createChecker } from '../../../src/app/checker/createChecker';
import type { Result } from '../../../src/core/problem';
import type { Checker, CheckOrder, FindingQuery, ListLine, Overview } from '../../../src/ports/checker';
import type { LiveWorkbook } from '../../../src/ports/liveWorkbook';
import { createReportWorkbook } from '../../../src/hosts/xlsx/newWorkbook';
import { renderDocuments } from '../../../src/hosts/docx/renderDocuments';
import { FORM_WORDS } from '../../../src/text/zh-CN/reports/form';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { MemoryWorkbook } from '../memoryWorkbook';
import { defaultRules, HEADINGS, ledger, TODAY } from '../ledgers';

export const SHEET = '台账';

/** A workbook with one ledger. */
export const book = (...rows: (readonly string[])[]): MemoryWorkbook =>
  new MemoryWorkbook({ [SHEET]: ledger(...rows) });

/** The same with further columns right of the usual ones. */
export function bookWith(
  headings: readonly string[],
  ...rows: readonly { readonly row: readonly string[]; readonly more: readonly string[] }[]
): MemoryWorkbook {
  const cells = rows.map(({ row, more }) => [...row, ...more]);
  return new MemoryWorkbook({ [SHEET]: [['某县司法局诉求台账'], [...HEADINGS, ...headings], ...cells] });
}

export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
  return result.value;
}

export function codes(result: Result<unknown>): readonly string[] {
  assert.ok(!result.ok, 'refused');
  return result.problems.map(({ code }) => code);
}

/** The default pack as a page fetches it. */
export async function ruleBytes(): Promise<ReadonlyMap<string, Uint8Array>> {
  const encoder = new TextEncoder();
  const files = [...(await defaultRules())];
  return new Map(files.map(([path, file]) => [path, typeof file === 'string' ? encoder.encode(file) : file]));
}

/** Files as the add-in makes them. */
export const REPORTING: Pick<CheckerParts, 'reports' | 'sink'> = {
  reports: () => Promise.resolve(REPORTS),
  sink: {
    workbook: (sheets, pace) => createReportWorkbook(sheets, {}, pace),
    documents: (content) => renderDocuments(content.documents, content, FORM_WORDS),
  },
};

/** A checker with the default rules. */
export async function checkerOver(workbook: LiveWorkbook): Promise<Checker> {
  const checker = createChecker({ workbook, speech: SPEECH, ...REPORTING });
  value(await checker.useRules(await ruleBytes()));
  return checker;
}

/** A checker that has checked. */
export async function checked(
  workbook: LiveWorkbook,
  order: Partial<CheckOrder> = {},
): Promise<{ readonly checker: Checker; readonly overview: Overview }> {
  const checker = await checkerOver(workbook);
  return { checker, overview: value(await checker.check({ sheet: null, today: TODAY, ...order })) };
}

export const ALL: FindingQuery = { group: 'case', severities: [], states: [], show: 'open', search: '' };

/** All lines of a list, fetched page by page as a view does. */
export async function linesOf(checker: Checker, query: Partial<FindingQuery> = {}, page = 7): Promise<ListLine[]> {
  const asked = { ...ALL, ...query };
  const { lines: total } = await checker.findings(asked);
  const lines: ListLine[] = [];
  for (let from = 0; from < total; from += page) lines.push(...(await checker.lines(asked, from, page)));
  return lines;
}

export const findingsIn = (lines: readonly ListLine[]) =>
  lines.flatMap((line) => (line.kind === 'finding' ? [line.finding] : []));

/** Column letters and cell of a heading of the usual ledger. */
export const cellOf = (heading: string, row: number): { readonly row: number; readonly column: number } => ({
  row,
  column: HEADINGS.indexOf(heading) + 1,
});
