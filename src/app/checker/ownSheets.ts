import { enteredScores } from '../../core/ledger/readScores';
import { ok, type Result } from '../../core/problem';
import type { OwnedSheet, OwnedSheetId, WriteReport } from '../../core/writeplan/plan';
import type { Progress, SheetsWritten } from '../../ports/checker';
import type { Desk } from './desk';
import { paceOf } from './runCheck';

type Notes = WriteReport['notes'];

/**
 * Writes sheets of results into the open workbook, as ours, takes away those that an earlier write of the same report
 * made and this one has not, and tells what was left out, taken away and left.
 */
export async function writeOwnSheets(
  desk: Desk,
  sheets: readonly OwnedSheet[],
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result<SheetsWritten>> {
  const pace = paceOf(desk, (done, total) => onProgress({ phase: 'writing', done, total }));
  const written = await desk.workbook.writeSheets(sheets, pace);
  if (!written.ok) return written;
  const outdated = await dropOutdated(desk, sheets);
  const notes = [...written.value.flatMap(({ notes }) => notes ?? []), ...outdated];
  return ok({
    sheets: written.value.map(({ name }) => name),
    notes: desk.speech.notes(notes),
  });
}

/** Sheets of the same report from before: an inspector fewer, nothing kept apart any more. */
async function dropOutdated({ workbook }: Desk, sheets: readonly OwnedSheet[]): Promise<Notes> {
  const there = await workbook.sheets();
  if (!there.ok) return [];
  const ids = new Set<string>(sheets.map(({ id }) => id));
  const kinds = new Set(sheets.map(({ id }) => kindOf(id)));
  const going: { readonly id: OwnedSheetId; readonly name: string }[] = [];
  const notes: Notes[number][] = [];
  for (const { owned: id, name } of there.value) {
    if (id === null || ids.has(id) || !kinds.has(kindOf(id))) continue;
    if (await isFilledIn(workbook, id, name)) notes.push({ code: 'sheet-from-before', params: { sheet: name } });
    else going.push({ id, name });
  }
  if (going.length === 0) return notes;
  const removed = await workbook.removeSheets(going.map(({ id }) => id));
  const code = removed.ok ? 'sheet-removed' : 'sheet-not-removed';
  return [...notes, ...going.map(({ name }) => ({ code, params: { sheet: name } }))];
}

/** Whether an inspector entered scores there, which nothing else holds; what can't be read is taken for filled in. */
async function isFilledIn(workbook: Desk['workbook'], id: OwnedSheetId, name: string): Promise<boolean> {
  if (kindOf(id) !== 'report.sampling') return false;
  const grid = await workbook.readSheet(name);
  return !grid.ok || enteredScores([grid.value]).length > 0;
}

/** `report.weekly` of `report.weekly.head`. */
const kindOf = (id: string): string => id.split('.').slice(0, 2).join('.');
