import type { CaseExplanation, RuleOutcome } from '../core/check/caseExplanation';
import type { CheckedLedger } from '../core/check/checkedLedger';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import { Outcome } from '../core/rules/outcome';
import type { CheckResult } from './checkResult';

/**
 * Explains a case of a checked ledger by its worksheet row; problems where the row is no case or there is no such rule.
 * @param asked a rule's name or title; null for all
 */
export function explainCase(
  { file, checked }: CheckResult,
  row: number,
  asked: string | null,
): Result<CaseExplanation> {
  const { table, pack } = checked;
  const index = table.rowNumbers.indexOf(row);
  if (index < 0) {
    const near = nearestRow(table.rowNumbers, row);
    if (near === null) return fail(problem('explain-no-cases', { sheet: table.sheet }));
    return fail(problem('explain-row-unknown', { row, sheet: table.sheet, nearest: String(near) }));
  }
  const found = asked === null ? null : pack.rules.findIndex(({ name, title }) => name === asked || title === asked);
  if (asked !== null && found === -1) {
    const names = pack.rules.flatMap(({ name, title }) => [name, title]);
    return fail(problem('explain-rule-unknown', { rule: asked, nearest: nearest(asked, names) ?? '' }));
  }
  const rules = pack.rules.map((_, at) => at).filter((at) => found === null || at === found);
  const inFull = rules.filter((at) => {
    if (found !== null) return true;
    const outcome = checked.outcome(at, index);
    return outcome === Outcome.flagged || (outcome === Outcome.cannotJudge && !checked.wantsColumn(at, index));
  });
  return ok({
    file,
    checked,
    index,
    row,
    outcomes: rules.map((at) => outcomeAt(checked, index, at)),
    explained: inFull.map((at) => ({
      ...outcomeAt(checked, index, at),
      tree: checked.explainTree(index, at),
      explanation: checked.explain(index, at),
    })),
  });
}

function outcomeAt(checked: CheckedLedger, index: number, at: number): RuleOutcome {
  const rule = checked.pack.rules[at];
  if (!rule) throw new RangeError(`no rule ${at}`);
  const outcome = checked.outcome(at, index);
  return { rule, outcome, wantsColumn: outcome === Outcome.cannotJudge && checked.wantsColumn(at, index) };
}

function nearestRow(rows: Int32Array, row: number): number | null {
  let best: number | null = null;
  for (const one of rows) if (best === null || Math.abs(one - row) < Math.abs(best - row)) best = one;
  return best;
}
