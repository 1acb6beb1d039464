import { wordsFor } from '../bits';
import type { EvaluateOptions, Outcomes, RuleOutcomes } from '../outcome';
import type { RulePack } from '../pack';

/** What an evaluation starts from, and which cases it has to go through. */
export interface Start {
  readonly outcomes: Outcomes;
  /** Indices of cases to evaluate, or null for all of them. */
  readonly rows: Int32Array | null;
}

/**
 * Outcomes to fill: the previous ones where they are of this pack and this many cases, copied unless they may be
 * updated in place; else blank ones. Previous outcomes of another shape can't be updated: all cases then.
 */
export function startFrom(pack: RulePack, count: number, options: EvaluateOptions): Start {
  const { previous, rows } = options;
  const fits =
    previous !== undefined &&
    previous.count === count &&
    previous.rules.length === pack.rules.length &&
    pack.rules.every((rule, at) => previous.rules[at]?.rule === rule.name);
  const selected = rows && (previous === undefined || fits) ? withinCount(rows, count) : null;
  // All cases anew go into outcomes of their own: a cancelled run must leave the previous ones as they were.
  if (fits && selected && options.inPlace) return { outcomes: previous, rows: selected };
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
  return { outcomes: { count, rules }, rows: selected };
}

const withinCount = (rows: Int32Array, count: number): Int32Array =>
  rows.every((row) => row >= 0 && row < count) ? rows : rows.filter((row) => row >= 0 && row < count);
