import type { EvaluatorFactory } from '../../../../src/core/rules/outcome';
import { Mismatch, runDifferential } from './compare';
import { evaluatorWith, type PlantedBug } from './mutants';

/** Bugs such as one makes while making it faster; each by itself must be noticed. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    what: 'a group forgets that a part of it is unknown',
    file: 'rules/evaluate/compiled/machine.ts',
    find: 'open[w] = (open[w] as number) | (there & ~known);',
    replace: 'open[w] = open[w] as number;',
  },
  {
    what: 'not turns the unknown into true',
    file: 'rules/evaluate/compiled/machine.ts',
    find: 'out.truth[w] = known & ~(inner.truth[w] as number);',
    replace: 'out.truth[w] = ~(inner.truth[w] as number);',
  },
  {
    what: 'at most a literal becomes below it',
    file: 'rules/evaluate/compiled/kernels.ts',
    find: '(values[start + i] as number) <= bound',
    replace: '(values[start + i] as number) < bound',
  },
  {
    what: 'below another fact becomes at most',
    file: 'rules/evaluate/compiled/kernels.ts',
    find: '(orEqual ? a <= b : a < b)',
    replace: '(a <= b)',
  },
  {
    what: 'a limit that is no date is taken as known',
    file: 'rules/evaluate/compiled/columnBlock.ts',
    find: 'if (value === value) there |= bit;',
    replace: 'there |= bit;',
  },
  {
    what: 'thirty-two cells of a missing column count as decided',
    file: 'rules/evaluate/compiled/columnBlock.ts',
    find: 'this.undecided[w] = unknown | missing;',
    replace: 'this.undecided[w] = unknown;',
  },
  {
    what: 'a word at the end of a text is overlooked',
    file: 'words/wordSets.ts',
    find: 'for (let i = from + 1; i < to; i++)',
    replace: 'for (let i = from + 1; i < to - 1; i++)',
  },
  {
    what: 'a longer word is taken for its first two characters',
    file: 'words/wordSets.ts',
    find: 'length === 2 || text.startsWith(word.text, from)',
    replace: 'length >= 2',
  },
  {
    what: 'more sets of words in one scan than a number has bits',
    file: 'words/wordSets.ts',
    find: 'MOST_SETS = 31',
    replace: 'MOST_SETS = 34',
  },
  {
    what: 'the first text of a dictionary is never asked about',
    file: 'rules/evaluate/compiled/dictionary.ts',
    find: 'if (at >= answers.upTo)',
    replace: 'if (at > answers.upTo)',
  },
  {
    what: 'a dictionary that is full goes on',
    file: 'rules/evaluate/compiled/dictionary.ts',
    find: 'if (code >= MOST_ENTRIES) {',
    replace: 'if (code >= 65535) {',
  },
  {
    what: 'the outcomes of a selection go to the first rows',
    file: 'rules/evaluate/compiled/compiledEvaluator.ts',
    find: 'setBit(to, caseAt(block, i),',
    replace: 'setBit(to, i,',
  },
  {
    what: 'a later block is written over the first one',
    file: 'rules/evaluate/compiled/compiledEvaluator.ts',
    find: 'const first = start >>> 5;',
    replace: 'const first = 0;',
  },
  {
    what: 'whatever cannot be judged is put down to a missing column',
    file: 'rules/evaluate/compiled/compiledEvaluator.ts',
    find: 'out.wants[w] = cannot & ~ownCause;',
    replace: 'out.wants[w] = cannot;',
  },
  {
    what: 'an unknown appliesWhen counts as false',
    file: 'rules/evaluate/compiled/compiledEvaluator.ts',
    find: 'applies ? there & ~(applies.known[w] as number) : 0',
    replace: '0',
  },
  {
    what: 'the last block has more cases than there are',
    file: 'rules/evaluate/compiled/columnBlock.ts',
    find: '(1 << (count & 31)) - 1',
    replace: '-1',
  },
  {
    what: 'an any inside an all is dissolved into it',
    file: 'rules/evaluate/compiled/program.ts',
    find: 'inner.kind === kind ?',
    replace: "inner.kind === 'all' || inner.kind === 'any' ?",
  },
  {
    what: 'one of the facts of a comparison is held to be known',
    file: 'rules/evaluate/compiled/machine.ts',
    find: 'out.known[w] = (out.known[w] as number) & known;',
    replace: 'out.known[w] = out.known[w] as number;',
  },
  {
    what: 'false is looked for where true is wanted',
    file: 'rules/evaluate/compiled/tests.ts',
    find: 'literal === true ? 0 : -1',
    replace: 'literal === true ? -1 : 0',
  },
];

/** Batches of a trial: enough for the sizes at which dictionaries, blocks and scans begin. */
const TREES = 64 * 96;

/** What gave the bug away, in one line; null where nothing did. */
export async function caughtBy(bug: PlantedBug, seed: number): Promise<string | null> {
  return tried(evaluatorWith(bug), seed);
}

/** The evaluator as it is, made in the same way: it must pass what the bugs are to fail. */
export const unharmed = (seed: number): Promise<string | null> => tried(evaluatorWith(null), seed);

async function tried(factory: EvaluatorFactory, seed: number): Promise<string | null> {
  try {
    await runDifferential({ trees: TREES, seed, factory, withoutEngine: true });
    return null;
  } catch (error) {
    if (error instanceof Mismatch) return error.message.split('\n').slice(0, 2).join('; ');
    throw error;
  }
}
