import { eachFlagged } from '../../core/check/flaggedCases';
import { ok, type Problem, type Result } from '../../core/problem';
import { SEVERITY_ORDER } from '../../core/writeplan/planSource';
import type { Progress, WriteDone, WriteOptions } from '../../ports/checker';
import type { CellMark } from '../../ports/liveWorkbook';
import { writeResults, type WrittenResults } from '../writeResults';
import type { Desk } from './desk';
import type { LedgerView } from './ledgerView';
import { paceOf } from './runCheck';

/** Writes the results beside the ledger and on our sheets, then marks the cells that findings point at where wanted. */
export async function writeToWorkbook(
  desk: Desk,
  options: WriteOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result<WriteDone>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { open, view } = found.value;
  const pace = paceOf(desk, (done, total) => onProgress({ phase: 'writing', done, total }));
  const written = await writeResults(desk.workbook, open.result, desk.speech, pace);
  if (!written.ok) return written;
  const marked = await markCells(desk, view, options, written.value);
  const { report } = written.value;
  return ok({
    rows: report.rowsWritten,
    sheets: report.sheets.map(({ name }) => name),
    notes: [...notesOf(desk, written.value), ...(marked.note === null ? [] : [marked.note])],
    problems: marked.problems,
  });
}

function notesOf({ speech }: Desk, { report, rekeyed }: WrittenResults): readonly string[] {
  const words = speech.views.write;
  return [
    ...speech.notes(report.notes),
    ...(rekeyed.changed.length > 0 ? [words.changed(rekeyed.changed.length)] : []),
    ...(rekeyed.added.length > 0 ? [words.added(rekeyed.added.length)] : []),
    ...(rekeyed.vanished > 0 ? [words.vanished(rekeyed.vanished)] : []),
  ];
}

/** Marks follow the write: where they fail the results stand, and that is said. Without the option ours are removed. */
async function markCells(
  desk: Desk,
  view: LedgerView,
  { marks }: WriteOptions,
  { rekeyed }: WrittenResults,
): Promise<{ readonly note: string | null; readonly problems: readonly Problem[] }> {
  const { capabilities } = desk.workbook;
  if (!capabilities.marks) return { note: marks ? desk.speech.views.write.marksOff : null, problems: [] };
  // A row that moved since the check would be marked in its old place.
  const isInPlace = rekeyed.moved === 0;
  const wanted = marks && isInPlace ? marksOf(view, (index) => (rekeyed.freshOf[index] ?? -1) !== -1) : [];
  const marked = await desk.workbook.mark(view.table.sheet, wanted, paceOf(desk));
  return {
    note: marks && !isInPlace ? desk.speech.views.write.marksMoved : null,
    problems: marked.ok ? [] : marked.problems,
  };
}

/** Each cell that a finding points at, by the most severe of them. */
function marksOf({ checked }: LedgerView, include: (index: number) => boolean): readonly CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const severity of SEVERITY_ORDER) {
    checked.pack.rules.forEach((rule, at) => {
      if (rule.severity !== severity) return;
      eachFlagged(checked, at, (index) => {
        if (!include(index) || checked.setAside(at, index) !== null) return;
        const { cell } = checked.explain(index, at);
        if (cell !== null && !marks.has(cell)) marks.set(cell, { cell, look: severity });
      });
    });
  }
  return [...marks.values()];
}
