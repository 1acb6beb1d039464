import { Cancelled } from '../../../cancel';
import { setBit } from '../../bits';
import { inForce } from '../../judge';
import type { Evaluator, EvaluatorFactory, RuleOutcomes } from '../../outcome';
import { startFrom } from '../fresh';
import { BLOCK, BLOCK_WORDS, createBlock, fillBlock, type Block } from './columnBlock';
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
      const { outcomes, rows } = startFrom(pack, facts.count, options.previous, options.rows);
      const total = rows ? rows.length : facts.count;
      const block = createBlock();
      const machine = new Machine(wiring, facts, block);
      const verdict = { high: new Uint32Array(BLOCK_WORDS), low: new Uint32Array(BLOCK_WORDS), wants: new Uint32Array(BLOCK_WORDS) };
      const active = pack.rules.map((rule) => inForce(rule, today));
      for (let start = 0; start < total; start += BLOCK) {
        if (pace?.signal?.aborted) throw new Cancelled();
        fillBlock(block, rows, start, total);
        machine.next();
        program.rules.forEach((rule, at) => {
          const target = outcomes.rules[at];
          if (!target) return;
          if (active[at]) judgeBlock(machine, block, rule, verdict);
          else for (const set of Object.values(verdict)) set.fill(0);
          store(target, block, rows === null ? start >>> 5 : null, verdict);
        });
        pace?.onProgress?.(Math.min(start + BLOCK, total), total);
        await pace?.breathe?.();
      }
      if (pace?.signal?.aborted) throw new Cancelled();
      return outcomes;
    },
  };
};

interface Verdict {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly wants: Uint32Array;
}

function judgeBlock(machine: Machine, block: Block, rule: { applies: number | null; flags: number }, out: Verdict): void {
  const applies = rule.applies === null ? null : machine.of(rule.applies);
  let any = applies === null;
  for (let w = 0; applies && w < block.words && !any; w++) any = applies.truth[w] !== 0;
  // Conditions are only worked out where the rule applies to some case of the block.
  const flags = any ? machine.of(rule.flags) : null;
  for (let w = 0; w < block.words; w++) {
    const full = block.full[w] ?? 0;
    const on = applies ? (applies.truth[w] ?? 0) : full;
    const unsure = applies ? full & ~(applies.known[w] ?? 0) : 0;
    const known = flags ? (flags.known[w] ?? 0) : 0;
    const truth = flags ? (flags.truth[w] ?? 0) : 0;
    const cannot = unsure | (on & ~known);
    const ownCause = (unsure & (applies?.ownCause[w] ?? 0)) | (on & ~known & (flags?.ownCause[w] ?? 0));
    out.high[w] = cannot | (on & truth);
    out.low[w] = cannot | (on & known & ~truth);
    out.wants[w] = cannot & ~ownCause;
  }
}

/** Whole words where the block is a stretch of cases, bit by bit where it is a selection. */
function store(target: RuleOutcomes, block: Block, firstWord: number | null, verdict: Verdict): void {
  if (firstWord !== null) {
    target.high.set(verdict.high.subarray(0, block.words), firstWord);
    target.low.set(verdict.low.subarray(0, block.words), firstWord);
    target.wantsColumn.set(verdict.wants.subarray(0, block.words), firstWord);
    return;
  }
  for (let i = 0; i < block.count; i++) {
    const index = block.cases[i] ?? 0;
    const [word, bit] = [i >>> 5, i & 31];
    setBit(target.high, index, (((verdict.high[word] ?? 0) >>> bit) & 1) === 1);
    setBit(target.low, index, (((verdict.low[word] ?? 0) >>> bit) & 1) === 1);
    setBit(target.wantsColumn, index, (((verdict.wants[word] ?? 0) >>> bit) & 1) === 1);
  }
}
