import type { Pace } from '../core/cancel';
import type { Speech } from '../core/check/speech';
import type { CivilDay } from '../core/dates/civil';
import { fail, ok, problem, type Problem, type Result } from '../core/problem';
import type { PackFiles } from '../core/rules/loadPack';
import { scoreLedgers, type ScoreBoard } from '../core/scoring/board';
import type { Period } from '../core/scoring/period';
import type { SubjectKind } from '../core/scoring/scheme';
import type { Workbook } from '../ports/workbook';
import { checkLedger } from './checkLedger';
import type { CheckResult, Phase } from './checkResult';
import type { NamedFiles } from './rulePacks';

/** A ledger to be scored; it is opened when its turn comes. */
export interface LedgerToScore {
  readonly file: string;
  open(): Promise<Result<Workbook>>;
  /** Checks it elsewhere, on a thread of its own; then it is not opened here. */
  check?(): Promise<Result<CheckResult>>;
}

export interface ScoreRequest {
  readonly ledgers: readonly LedgerToScore[];
  readonly rules: PackFiles;
  readonly moreRules?: readonly NamedFiles[];
  /** The sheet to score in each of them; null to look for it. */
  readonly sheet: string | null;
  readonly today: CivilDay;
  readonly by: SubjectKind;
  readonly period: Period;
  readonly pace?: Pace;
  readonly onPhase?: (phase: Phase) => void;
}

/** Scores, the checks they come from, and what could not be read or used. */
export interface ScoreResult {
  readonly board: ScoreBoard;
  readonly results: readonly CheckResult[];
  readonly failed: readonly FailedLedger[];
  /** Rows of 人工调整 that don't count. */
  readonly adjustmentProblems: readonly Problem[];
}

export interface FailedLedger {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/**
 * Checks each ledger and scores them together: a case counts where it stands. A ledger that can't be read stops none of
 * the others; problems only where none could be, or where the rules themselves are refused.
 * @throws Cancelled when `pace.signal` says so
 */
export async function scoreUnits(request: ScoreRequest): Promise<Result<ScoreResult>> {
  const results: CheckResult[] = [];
  const failed: FailedLedger[] = [];
  for (const ledger of request.ledgers) {
    const checked = await checkOne(ledger, request);
    if (checked.ok) results.push(checked.value);
    else if (checked.problems.some(({ place }) => place?.line !== undefined)) return checked;
    else failed.push({ file: ledger.file, problems: checked.problems });
  }
  if (results.length === 0) return fail(...failed.flatMap(({ problems }) => problems));
  const [first] = results;
  const alike = results.filter(({ checked, file }) => {
    if (checked.pack.sha256 === first?.checked.pack.sha256) return true;
    failed.push({ file, problems: [problem('score-packs-differ', { file })] });
    return false;
  });
  const board = scoreLedgers({
    ledgers: alike.map(({ file, checked }) => ({ file, checked })),
    by: request.by,
    period: request.period,
    adjustments: alike.flatMap(({ adjustments }) => adjustments?.rows ?? []),
  });
  if (!board.ok) return board;
  const unread = alike.flatMap(({ adjustments }) => adjustments?.problems ?? []);
  return ok({
    board: board.value,
    results: alike,
    failed,
    adjustmentProblems: [...unread, ...board.value.problems],
  });
}

async function checkOne(ledger: LedgerToScore, request: ScoreRequest): Promise<Result<CheckResult>> {
  const { rules, sheet, today, moreRules = [], pace = {}, onPhase } = request;
  onPhase?.('reading');
  if (ledger.check !== undefined) {
    const elsewhere = await ledger.check();
    return elsewhere.ok ? ok({ ...elsewhere.value, file: ledger.file }) : elsewhere;
  }
  const workbook = await ledger.open();
  if (!workbook.ok) return workbook;
  const progress = onPhase === undefined ? {} : { onPhase };
  const checked = await checkLedger({ workbook: workbook.value, rules, moreRules, sheet, today, pace, ...progress });
  return checked.ok ? ok({ ...checked.value, file: ledger.file }) : checked;
}

/** One problem for a ledger that could not be read, with the first reason and how many more there are. */
export const failedProblem = ({ file, problems }: FailedLedger, speech: Speech): Problem => {
  const reason = problems[0] ? speech.problem(problems[0]).replace(/。$/u, '') : '';
  return problem('ledger-left-out', { file, reason });
};
