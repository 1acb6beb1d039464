import { ok, type Result } from '../../core/problem';
import type { OwnedSheet } from '../../core/writeplan/plan';
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
  return ok({
    sheets: written.value.map(({ name }) => name),
    notes: written.value.flatMap(({ notes }) => (notes ?? []).map((note) => desk.speech.note(note))),
  });
}
