import { wordsFor } from '../bits';
import type { Outcomes, RuleOutcomes } from '../outcome';
import type { RulePack } from '../pack';

/** What an evaluation starts from, and which cases it has to go through. */
export interface Start {
  readonly outcomes: Outcomes;
  /** Indices of cases to evaluate, or null for all of them. */
  readonly rows: Int32Array | null;
}

/**
 * Outcomes to fill: a copy of the previous ones where they are of this pack and this many cases, so that a cancelled
 * run leaves them as they were; else blank ones. Previous outcomes of another shape can't be updated: all cases then.
 */
export function startFrom(pack: RulePack, count: number, previous?: Outcomes, rows?: Int32Array): Start {
  const fits =
    previous !== undefined &&
    previous.count === count &&
    previous.rules.length === pack.rules.length &&
    pack.rules.every((rule, at) => previous.rules[at]?.rule === rule.name);
  const words = wordsFor(count);
  const rules = pack.rules.map((rule, at): RuleOutcomes => {
    const before = fits ? previous.rules[at] : undefined;
    return {
      rule: rule.name,
      high: before ? before.high.slice() : new Uint32Array(words),
      low: before ? before.low.slice() : new Uint32Array(words),
      wantsColumn: before ? before.wantsColumn.slice() : new Uint32Array(words),
    };
  });
  const startsAnew = previous !== undefined && !fits;
  return { outcomes: { count, rules }, rows: rows && !startsAnew ? withinCount(rows, count) : null };
}

const withinCount = (rows: Int32Array, count: number): Int32Array => rows.filter((row) => row >= 0 && row < count);
