import type { FactColumn } from '../facts/column';
import { wordsFor } from './bits';
import type { Pace } from '../cancel';
import type { RulePack } from './pack';
import type { CivilDay } from '../dates/civil';

/** What a rule says of a case: never two answers, always one of four. */
export const Outcome = { notApplicable: 0, clean: 1, flagged: 2, cannotJudge: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** Where an evaluator takes its facts from: columns, computed when first asked for. */
export interface FactSource {
  readonly count: number;
  column(fact: string): FactColumn;
}

/** Outcomes of every rule on every case as bitsets, case `i` at bit `i & 31` of word `i >>> 5`. */
export interface RuleOutcomes {
  readonly rule: string;
  /** `flagged` and `cannotJudge` */
  readonly high: Uint32Array;
  /** `clean` and `cannotJudge` */
  readonly low: Uint32Array;
  /** Among `cannotJudge`: for want of a column alone, said once for the ledger. */
  readonly wantsColumn: Uint32Array;
}
export interface Outcomes {
  readonly count: number;
  readonly rules: readonly RuleOutcomes[];
}

export function outcomeOf(outcomes: RuleOutcomes, index: number): Outcome {
  const word = index >>> 5;
  const bit = index & 31;
  return (((((outcomes.high[word] ?? 0) >>> bit) & 1) << 1) | (((outcomes.low[word] ?? 0) >>> bit) & 1)) as Outcome;
}

/** The cases, of the first `count`, of which a rule says this, as bits: many cases at once where one by one takes long. */
export function casesWith(outcomes: RuleOutcomes, count: number, outcome: Outcome): Uint32Array {
  const cases = new Uint32Array(wordsFor(count));
  for (let word = 0; word < cases.length; word++) {
    const high = outcomes.high[word] ?? 0;
    const low = outcomes.low[word] ?? 0;
    cases[word] = ((outcome & 2) === 0 ? ~high : high) & ((outcome & 1) === 0 ? ~low : low);
  }
  const rest = count & 31;
  if (rest > 0) cases[cases.length - 1] = (cases[cases.length - 1] ?? 0) & ((1 << rest) - 1);
  return cases;
}

/** Evaluates a pack's rules over columns of facts, by blocks, cancellable, for all cases or for some. */
export interface Evaluator {
  /** @throws Cancelled when `pace.signal` says so; previous outcomes are then as they were */
  evaluate(facts: FactSource, today: CivilDay, options?: EvaluateOptions): Promise<Outcomes>;
}

export interface EvaluateOptions {
  /** The cases to evaluate; all of them unless given. */
  readonly rows?: Int32Array;
  /** Outcomes to start from in place of blank ones: what is not in `rows` stays as it is there. */
  readonly previous?: Outcomes;
  /** With `rows` and `previous`: may write into `previous` itself and answer it, so that one case costs no copy. */
  readonly inPlace?: boolean;
  readonly pace?: Pace;
}

export type EvaluatorFactory = (pack: RulePack) => Evaluator;
