import { ok, type Result } from '../../core/problem';
import type { OwnedSheet, WriteReport } from '../../core/writeplan/plan';
import type { Progress, SheetsWritten } from '../../ports/checker';
import type { Desk } from './desk';
import { paceOf } from './runCheck';

/** Writes sheets of results into the open workbook, as ours, and tells what the host left out of them. */
export async function writeOwnSheets(
  desk: Desk,
  sheets: readonly OwnedSheet[],
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result<SheetsWritten>> {
  const pace = paceOf(desk, (done, total) => onProgress({ phase: 'writing', done, total }));
  const written = await desk.workbook.writeSheets(sheets, pace);
  if (!written.ok) return written;
  const left = await leftFromBefore(desk, sheets);
  return ok({
    sheets: written.value.map(({ name }) => name),
    notes: [...written.value.flatMap(({ notes }) => notes ?? []), ...left].map((note) => desk.speech.note(note)),
  });
}

/**
 * Sheets of the same report that an earlier write made and this one has not: an inspector fewer, nothing kept apart any
 * more. They are left, since somebody may have filled them in, and that is said.
 */
async function leftFromBefore(desk: Desk, sheets: readonly OwnedSheet[]): Promise<WriteReport['notes']> {
  const there = await desk.workbook.sheets();
  if (!there.ok) return [];
  const ids = new Set<string>(sheets.map(({ id }) => id));
  const kinds = new Set(sheets.map(({ id }) => kindOf(id)));
  return there.value
    .filter(({ owned }) => owned !== null && kinds.has(kindOf(owned)) && !ids.has(owned))
    .map(({ name }) => ({ code: 'sheet-from-before', params: { sheet: name } }));
}

/** `report.weekly` of `report.weekly.head`. */
const kindOf = (id: string): string => id.split('.').slice(0, 2).join('.');
