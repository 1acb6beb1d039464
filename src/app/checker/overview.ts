import { eachFlagged, eachUnjudged } from '../../core/check/flaggedCases';
import { address } from '../../core/ledger/grid';
import type { Severity } from '../../core/rules/pack';
import { CASE_VANISHED, vanishedCases } from '../../core/snapshots/vanished';
import { SEVERITY_ORDER } from '../../core/writeplan/planSource';
import type { Overview, OverviewNote, PackInfo } from '../../ports/checker';
import type { WorkbookCapabilities } from '../../ports/liveWorkbook';
import type { LedgerView } from './ledgerView';

/** What an overview says beside what the check found. */
export interface OverviewFrame {
  readonly pack: PackInfo;
  readonly capabilities: WorkbookCapabilities;
  /** Worksheet rows that the last recheck touched. */
  readonly touched: readonly number[];
}

/** How a check came out, as a whole; a case counts once, by its worst finding that stands. */
export function overviewOf(view: LedgerView, { pack, capabilities, touched }: OverviewFrame): Overview {
  const { checked, result, revision } = view;
  const { table } = checked;
  const { worst, unjudged } = worstOfCases(view);
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const { byState, open, toVerify } = view.states.count();
  let flaggedCases = 0;
  let unjudgedCases = 0;
  for (let index = 0; index < table.count; index++) {
    const severity = SEVERITY_ORDER[(worst[index] ?? 0) - 1];
    if (severity !== undefined) {
      flaggedCases++;
      bySeverity[severity]++;
    }
    if (unjudged[index] === 1) unjudgedCases++;
  }
  return {
    revision,
    file: result.file,
    sheet: table.sheet,
    today: checked.today,
    pack,
    capabilities,
    cases: table.count,
    open,
    flaggedCases,
    unjudgedCases,
    bySeverity,
    byState,
    toVerify,
    setAside: result.setAside.count,
    snapshots: checked.history.days.length,
    lastSnapshotOn: checked.history.days.at(-1) ?? null,
    notes: [...notesOf(view), ...capabilityNotes(view, capabilities)],
    touched,
  };
}

/** By case: 0 for no finding that stands, else 1 + the place of the worst one's severity; and what was left unjudged. */
function worstOfCases({ checked }: LedgerView): { readonly worst: Uint8Array; readonly unjudged: Uint8Array } {
  const worst = new Uint8Array(checked.table.count);
  const unjudged = new Uint8Array(checked.table.count);
  checked.pack.rules.forEach(({ severity }, at) => {
    const rank = SEVERITY_ORDER.indexOf(severity) + 1;
    eachFlagged(checked, at, (index) => {
      if (checked.setAside(at, index) !== null) return;
      const before = worst[index] ?? 0;
      if (before === 0 || rank < before) worst[index] = rank;
    });
    eachUnjudged(checked, at, (index) => {
      unjudged[index] = 1;
    });
  });
  return { worst, unjudged };
}

function* notesOf(view: LedgerView): Generator<OverviewNote> {
  const { result, speech, table } = view;
  const { sheet } = table;
  for (const finding of view.missingColumns())
    yield { code: finding.code, text: speech.ledgerFinding(finding), sheet: null, cell: null };
  const vanished = vanishedCases(view.checked);
  if (vanished.cases.length > 0)
    yield { code: CASE_VANISHED, text: speech.vanished(vanished), sheet: null, cell: null };
  for (const conflict of table.conflicts) {
    const [column] = conflict.columns;
    const row = table.headerRows[table.headerRows.length - 1];
    yield {
      code: conflict.code,
      text: speech.views.notes.conflict(
        conflict,
        conflict.fields.map((field) => view.label(field)),
      ),
      sheet,
      cell: column === undefined || row === undefined ? null : address(row, column),
    };
  }
  for (const problem of result.companionProblems)
    yield {
      code: problem.code,
      text: speech.problem(problem),
      sheet: problem.place?.sheet ?? null,
      cell: problem.place?.cell ?? null,
    };
  for (const returned of result.setAside.returned)
    yield {
      code: `aside-${returned.why}`,
      text: speech.views.notes.returned(returned),
      sheet: returned.row === null ? null : sheet,
      cell: returned.row === null ? null : address(returned.row, table.extent.left),
    };
}

function* capabilityNotes({ speech }: LedgerView, { merges }: WorkbookCapabilities): Generator<OverviewNote> {
  if (!merges) yield { code: 'merges-unknown', text: speech.views.notes.mergesUnknown, sheet: null, cell: null };
}
