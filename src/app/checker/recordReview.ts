import { reviewHeadings, REVIEW_SHEET } from '../../core/ledger/readCompanions';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { Overview, ReviewOrder } from '../../ports/checker';
import type { Desk } from './desk';
import { oneLine } from './ledgerView';
import { checkAgain, paceOf } from './runCheck';

/** Between the numbers of the cases that one meeting covered. */
const NUMBER_SEPARATOR = '、';

/** Records one meeting's decision for several cases on the sheet 调度记录, one row of it, and checks again. */
export async function recordReview(desk: Desk, { cases, on, decision }: ReviewOrder): Promise<Result<Overview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { table, checked, identities } = found.value.view;
  const indices = cases.flatMap((key) => identities.find(key) ?? []);
  if (cases.length === 0 || indices.length < cases.length) return fail(problem('review-cases-missing'));
  if (decision.trim() === '') return fail(problem('review-decision-missing'));
  if (on > checked.today) return fail(problem('review-day-in-future', { on }));
  const numbers = indices.map((index) => oneLine(table.seen('caseNo', index)));
  const nameless = indices.filter((_, at) => numbers[at] === '').map((index) => table.rowNumbers[index] ?? 0);
  // A record is matched by 编号: without one it would never count for the case.
  if (nameless.length > 0) return fail(problem('review-case-without-number', { rows: nameless.map(String) }));

  const headings = await headingsOf(desk);
  if (!headings.ok) return headings;
  const cells = [
    { day: on, style: 'body' },
    { text: [...new Set(numbers)].join(NUMBER_SEPARATOR), style: 'body' },
    { text: oneLine(decision), style: 'body' },
  ] as const;
  const recorded = await desk.workbook.appendRecords(REVIEW_SHEET, { headings: headings.value, rows: [cells] });
  return recorded.ok ? checkAgain(desk) : recorded;
}

/** The headings as the workbook's own sheet spells them; ours where there is no sheet yet. */
async function headingsOf(desk: Desk): Promise<Result<readonly string[]>> {
  const sheets = await desk.workbook.sheets();
  if (!sheets.ok) return sheets;
  const sheet = sheets.value.find(({ name, owned }) => owned === null && name.trim() === REVIEW_SHEET);
  if (sheet === undefined) return ok(reviewHeadings(null));
  const grid = await desk.workbook.readSheet(sheet.name, paceOf(desk));
  return grid.ok ? ok(reviewHeadings(grid.value)) : grid;
}
