import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { bitCount, casesIn, setBit, wordsFor } from '../../../src/core/rules/bits';
import { Outcome, casesWith, outcomeOf, type RuleOutcomes } from '../../../src/core/rules/outcome';

const outcomesOf = (of: readonly Outcome[]): RuleOutcomes => {
  const bits = (): Uint32Array => new Uint32Array(wordsFor(of.length));
  const made = { rule: 'any', high: bits(), low: bits(), wantsColumn: bits() };
  of.forEach((outcome, index) => {
    setBit(made.high, index, (outcome & 2) !== 0);
    setBit(made.low, index, (outcome & 1) !== 0);
  });
  return made;
};

describe('outcomes as sets of cases', () => {
  it('are what each case is asked for, at any count', () => {
    const outcome = fc.constantFrom(...Object.values(Outcome));
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 200 }), (all) => {
        const outcomes = outcomesOf(all);
        for (const wanted of Object.values(Outcome)) {
          const expected = all.flatMap((_, index) => (outcomeOf(outcomes, index) === wanted ? [index] : []));
          const cases = casesWith(outcomes, all.length, wanted);
          assert.deepEqual([...casesIn(cases)], expected);
          assert.equal(
            cases.reduce((sum, word) => sum + bitCount(word), 0),
            expected.length,
          );
        }
      }),
    );
  });
});
