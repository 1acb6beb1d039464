import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canHold, type FactDomains, type Want } from '../../../../src/core/rules/lint/demands';
import { FactState } from '../../../../src/core/facts/column';
import { judge, type FactCell, type Truth } from '../../../../src/core/rules/judge';
import type { Condition, Leaf } from '../../../../src/core/rules/pack';

const domains: FactDomains = {
  types: new Map([
    ['open', 'boolean'],
    ['days', 'number'],
    ['from', 'date'],
    ['to', 'date'],
    ['limit', 'limit'],
    ['text', 'text'],
    ['kind', 'enum'],
    ['units', 'names'],
  ]),
  values: new Map([['kind', ['a', 'b']]]),
};
const leaf = (fact: string, operator: string, value?: unknown): Leaf => {
  if (value === undefined) return { kind: 'leaf', fact, operator, operand: { kind: 'none' } };
  if (Array.isArray(value) && operator === 'containsAny')
    return { kind: 'leaf', fact, operator, operand: { kind: 'words', words: value as string[] } };
  if (operator === 'matches')
    return { kind: 'leaf', fact, operator, operand: { kind: 'pattern', source: value as string } };
  if (typeof value === 'object' && !Array.isArray(value) && value !== null && 'fact' in value)
    return { kind: 'leaf', fact, operator, operand: { kind: 'fact', fact: String(value.fact) } };
  return { kind: 'leaf', fact, operator, operand: { kind: 'literal', value: value as string } };
};
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const possible = (condition: Condition, want: Want = 'true'): boolean => canHold([{ condition, want }], domains);

describe('canHold', () => {
  const never: readonly [string, Condition][] = [
    ['two numbers at once', all(leaf('days', 'equal', 3), leaf('days', 'equal', 4))],
    ['above and below', all(leaf('days', 'greaterThan', 7), leaf('days', 'lessThan', 7))],
    ['blank and yet compared', all(leaf('days', 'isBlank'), leaf('days', 'greaterThan', 7))],
    ['blank and present', all(leaf('text', 'isBlank'), leaf('text', 'isPresent'))],
    ['yes and no', all(leaf('open', 'equal', true), leaf('open', 'equal', false))],
    ['between two days that follow each other', all(leaf('from', 'after', 10), leaf('from', 'before', 11))],
    ['a value that the vocabulary does not have', all(leaf('kind', 'notEqual', 'a'), leaf('kind', 'notEqual', 'b'))],
    ['a name that is and is not there', all(leaf('units', 'contains', '甲'), leaf('units', 'doesNotContain', '甲'))],
    [
      'a word and not a shorter one in it',
      all(leaf('text', 'containsAny', ['不同意']), not(leaf('text', 'containsAny', ['同意']))),
    ],
    [
      'earlier and later than each other',
      all(leaf('from', 'before', { fact: 'to' }), leaf('to', 'before', { fact: 'from' })),
    ],
    ['earlier than itself', leaf('from', 'before', { fact: 'from' })],
    ['a leaf and its denial', all(leaf('text', 'matches', '^a'), not(leaf('text', 'matches', '^a')))],
    ['every branch impossible', all(leaf('days', 'equal', 1), any(leaf('days', 'equal', 2), leaf('days', 'equal', 3)))],
    ['an expression on a blank', all(leaf('text', 'isBlank'), leaf('text', 'matches', 'a'))],
  ];
  for (const [title, condition] of never)
    it(`proves impossible: ${title}`, () => assert.equal(possible(condition), false));

  const maybe: readonly [string, Condition][] = [
    ['a fraction between two whole numbers', all(leaf('days', 'greaterThan', 3), leaf('days', 'lessThan', 4))],
    ['a limit that is there and no date', all(leaf('limit', 'isPresent'), not(leaf('limit', 'isBlank')))],
    ['one of two branches', any(all(leaf('days', 'equal', 1), leaf('days', 'equal', 2)), leaf('open', 'equal', true))],
    [
      'a longer word without another',
      all(leaf('text', 'containsAny', ['同意', '批准']), not(leaf('text', 'containsAny', ['同意']))),
    ],
    ['two words of two lists', all(leaf('text', 'containsAny', ['甲']), leaf('text', 'containsAny', ['乙']))],
    ['the same day', all(leaf('from', 'onOrBefore', { fact: 'to' }), leaf('to', 'onOrBefore', { fact: 'from' }))],
    ['anything else', leaf('text', 'notEqual', 'a')],
  ];
  for (const [title, condition] of maybe)
    it(`claims nothing of: ${title}`, () => assert.equal(possible(condition), true));

  it('knows what is not true from what is false', () => {
    const blank = leaf('days', 'isBlank');
    const late = leaf('days', 'greaterThan', 3);
    assert.ok(
      canHold(
        [
          { condition: blank, want: 'true' },
          { condition: late, want: 'notTrue' },
        ],
        domains,
      ),
    );
    assert.ok(
      !canHold(
        [
          { condition: blank, want: 'true' },
          { condition: late, want: 'false' },
        ],
        domains,
      ),
    );
  });

  it('never denies what some case shows', () => {
    const cells: Record<string, fc.Arbitrary<FactCell>> = {
      days: value(fc.integer({ min: -1, max: 5 })),
      open: value(fc.boolean()),
      kind: value(fc.constantFrom('a', 'b')),
      text: value(fc.constantFrom('甲', '乙', '甲乙', '丙甲丙', '')),
      from: value(fc.integer({ min: 0, max: 3 })),
      to: value(fc.integer({ min: 0, max: 3 })),
      units: value(fc.constantFrom(['甲'], ['甲', '乙'], ['丙'])),
    };
    const leaves = fc.oneof(
      fc
        .tuple(fc.constantFrom('equal', 'notEqual', 'lessThan', 'greaterThanInclusive'), fc.integer({ min: 0, max: 4 }))
        .map(([op, n]) => leaf('days', op, n)),
      fc.boolean().map((value) => leaf('open', 'equal', value)),
      fc.constantFrom('a', 'b').map((value) => leaf('kind', 'notEqual', value)),
      fc.subarray(['甲', '乙', '甲乙'], { minLength: 1 }).map((words) => leaf('text', 'containsAny', words)),
      fc.constantFrom('before', 'onOrBefore', 'after', 'equal').map((op) => leaf('from', op, { fact: 'to' })),
      fc.constantFrom('before', 'notEqual').map((op) => leaf('to', op, { fact: 'from' })),
      fc.constantFrom('甲', '丁').map((name) => leaf('units', 'contains', name)),
      fc.constantFrom('days', 'text', 'from').map((fact) => leaf(fact, 'isBlank')),
    );
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaves,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((of) => all(...of)),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((of) => any(...of)),
        tie('tree').map(not),
      ),
    }));
    const wants: Readonly<Record<Truth, readonly Want[]>> = {
      true: ['true', 'notFalse'],
      false: ['false', 'notTrue'],
      unknown: ['notTrue', 'notFalse'],
    };
    fc.assert(
      fc.property(tree, fc.record(cells), (condition, row) => {
        const truth = judge(condition, (fact) => row[fact] ?? { state: FactState.missing, value: null });
        for (const want of wants[truth]) assert.ok(possible(condition, want), want);
      }),
      { numRuns: 3000 },
    );
  });
});

function value<T>(known: fc.Arbitrary<T>): fc.Arbitrary<FactCell> {
  return fc.oneof(
    { weight: 4, arbitrary: known.map((v) => ({ state: FactState.known, value: v as never })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ state: FactState.blank, value: null }, { state: FactState.unreadable, value: null }),
    },
  );
}
