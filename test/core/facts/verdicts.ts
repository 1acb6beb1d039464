import assert from 'node:assert/strict';
import { createJsonRulesEngineEvaluator } from '../../../src/core/rules/evaluate/jsonRulesEngine';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { Outcome, outcomeOf, type Outcomes } from '../../../src/core/rules/outcome';
import { day, factsOf, pack, type TestCase, type TestLedger } from './ledger';

export type Verdict = 'flagged' | 'clean' | 'notApplicable' | 'cannotJudge' | 'wantsColumn';

const NAMES: Readonly<Record<Outcome, Verdict>> = {
  [Outcome.flagged]: 'flagged',
  [Outcome.clean]: 'clean',
  [Outcome.notApplicable]: 'notApplicable',
  [Outcome.cannotJudge]: 'cannotJudge',
};

const read = (outcomes: Outcomes, count: number): Map<string, Verdict[]> =>
  new Map(
    outcomes.rules.map((one) => [
      one.rule,
      Array.from({ length: count }, (_, index) => {
        const wants = ((one.wantsColumn[index >>> 5] ?? 0) >>> (index & 31)) & 1;
        return wants ? 'wantsColumn' : NAMES[outcomeOf(one, index)];
      }),
    ]),
  );

/** What every rule of the default pack says of each case, both evaluators agreeing. */
export async function verdicts(cases: readonly TestCase[], options: TestLedger = {}): Promise<Map<string, Verdict[]>> {
  const today = day(options.today ?? '2021-10-09');
  const rules = options.rules ?? pack;
  const [reference, compiled] = await Promise.all([
    createJsonRulesEngineEvaluator(rules).evaluate(factsOf(cases, options), today),
    createCompiledEvaluator(rules).evaluate(factsOf(cases, options), today),
  ]);
  const said = read(reference, cases.length);
  assert.deepEqual(read(compiled, cases.length), said, 'the two evaluators disagree');
  return said;
}
