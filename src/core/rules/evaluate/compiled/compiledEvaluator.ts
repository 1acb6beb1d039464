import { Cancelled } from '../../../cancel';
import { setBit } from '../../bits';
import { inForce } from '../../judge';
import type { Evaluator, EvaluatorFactory, Outcomes, RuleOutcomes } from '../../outcome';
import { startFrom } from '../fresh';
import { BLOCK, caseAt, createBlock, fillBlock, type Block } from './columnBlock';
import { Machine, Wiring } from './machine';
import { programOf } from './program';

/**
 * Evaluates a pack over columns, block by block, every condition once for all rules that share it, as sets of cases;
 * without `eval`, so that it runs under the pane's content policy. Says what json-rules-engine says (see the tests).
 */
export const createCompiledEvaluator: EvaluatorFactory = (pack): Evaluator => {
  const program = programOf(pack);
  const wiring = new Wiring(program);
  return {
    async evaluate(facts, today, options = {}) {
      const { pace } = options;
      const { outcomes, rows } = startFrom(pack, facts.count, options);
      const total = rows ? rows.length : facts.count;
      const block = createBlock(total, rows !== null);
      const machine = new Machine(wiring, facts, block, total);
      const active = pack.rules.map((rule) => inForce(rule, today));
      const verdicts: Verdicts[] = [];
      for (let start = 0; start < total; start += BLOCK) {
        if (pace?.signal?.aborted) throw new Cancelled();
        fillBlock(block, rows, start, total);
        machine.next();
        const ofBlock = program.rules.map((rule, at) => (active[at] ? judgeBlock(machine, block, rule) : null));
        // A selection goes into outcomes that somebody may still hold: nothing of it before the last block is done.
        if (rows === null) storeStretch(outcomes, block, start, ofBlock);
        else verdicts.push(ofBlock);
        pace?.onProgress?.(Math.min(start + BLOCK, total), total);
        await pace?.breathe?.();
      }
      if (pace?.signal?.aborted) throw new Cancelled();
      verdicts.forEach((ofBlock, at) => {
        fillBlock(block, rows, at * BLOCK, total);
        storeSelection(outcomes, block, ofBlock);
      });
      return outcomes;
    },
  };
};

/** The outcomes of one rule over a block. */
interface Verdict {
  readonly high: Int32Array;
  readonly low: Int32Array;
  readonly wants: Int32Array;
}
/** One for each rule; null where the rule is not in force, and applies to nothing. */
type Verdicts = readonly (Verdict | null)[];

function judgeBlock(machine: Machine, block: Block, rule: { applies: number | null; flags: number }): Verdict {
  const { words, full } = block;
  const out = { high: new Int32Array(words), low: new Int32Array(words), wants: new Int32Array(words) };
  const applies = rule.applies === null ? null : machine.of(rule.applies);
  let any = applies === null;
  for (let w = 0; applies && w < words && !any; w++) any = applies.truth[w] !== 0;
  // Conditions are only worked out where the rule applies to some case of the block.
  const flags = any ? machine.of(rule.flags) : null;
  for (let w = 0; w < words; w++) {
    const there = full[w] as number;
    const on = applies ? (applies.truth[w] as number) : there;
    const unsure = applies ? there & ~(applies.known[w] as number) : 0;
    const known = flags ? (flags.known[w] as number) : 0;
    const truth = flags ? (flags.truth[w] as number) : 0;
    const cannot = unsure | (on & ~known);
    const ownCause =
      (applies ? unsure & (applies.ownCause[w] as number) : 0) |
      (flags ? on & ~known & (flags.ownCause[w] as number) : 0);
    out.high[w] = cannot | (on & truth);
    out.low[w] = cannot | (on & known & ~truth);
    out.wants[w] = cannot & ~ownCause;
  }
  return out;
}

function storeStretch(outcomes: Outcomes, block: Block, start: number, verdicts: Verdicts): void {
  const first = start >>> 5;
  outcomes.rules.forEach((target, at) => {
    const verdict = verdicts[at];
    for (const [to, from] of pairs(target, verdict)) {
      if (from) to.set(from.subarray(0, block.words), first);
      else to.fill(0, first, first + block.words);
    }
  });
}

function storeSelection(outcomes: Outcomes, block: Block, verdicts: Verdicts): void {
  outcomes.rules.forEach((target, at) => {
    for (const [to, from] of pairs(target, verdicts[at])) {
      for (let i = 0; i < block.count; i++) {
        setBit(to, caseAt(block, i), from !== undefined && (((from[i >>> 5] as number) >>> (i & 31)) & 1) === 1);
      }
    }
  });
}

const pairs = (target: RuleOutcomes, verdict: Verdict | null | undefined) =>
  [
    [target.high, verdict?.high],
    [target.low, verdict?.low],
    [target.wantsColumn, verdict?.wants],
  ] as const;
