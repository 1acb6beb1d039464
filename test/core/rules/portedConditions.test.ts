import assert from 'node:assert/strict';
import { fileOf, refusal, refusals, UNREADABLE, verdict, verdicts, type Case, type Verdict } from './support/verdicts';

/**
 * What json-rules-engine's own tests (version 7.3.1) hold about operators, groups, named conditions, priorities and
 * facts that are not there, told in our terms: either the verdict is the same, or the file is refused at load.
 */
const CASE: Case = {
  age: 30,
  income: 90,
  familySize: 4,
  height: 1,
  width: 2,
  segment: '甲类',
  accountType: '管理',
  isRetired: false,
  wantsContact: true,
  tags: ['甲', '乙'],
};
const leaf = (fact: string, operator: string, value: unknown): object => ({ fact, operator, value });
const all = (...of: unknown[]): object => ({ all: of });
const any = (...of: unknown[]): object => ({ any: of });
const not = (of: unknown): object => ({ not: of });

const says = async (conditions: unknown, facts: Case, wanted: Verdict, named = {}): Promise<void> =>
  assert.equal(await verdict(conditions, { ...CASE, ...facts }, named), wanted);
const without = (...facts: string[]): Case =>
  Object.fromEntries(Object.entries(CASE).filter(([fact]) => !facts.includes(fact)));

describe('json-rules-engine, ported: operators', () => {
  const cases: readonly [
    operator: string,
    fact: string,
    value: unknown,
    holds: readonly Case[string][],
    fails: readonly Case[string][],
  ][] = [
    ['equal', 'age', 50, [50], [49, 51, 0]],
    ['notEqual', 'age', 50, [49, 0], [50]],
    ['in', 'age', [5, 10, 15], [5, 15], [6, 0]],
    ['notIn', 'age', [5, 10, 15], [6, 99], [5, 10]],
    ['lessThan', 'age', 50, [49, -1], [50, 51]],
    ['lessThanInclusive', 'age', 50, [49, 50], [51]],
    ['greaterThan', 'age', 50, [51], [50, 49]],
    ['greaterThanInclusive', 'age', 50, [50, 51], [49]],
    ['contains', 'tags', '丙', [['甲', '丙'], ['丙']], [['甲', '乙'], ['甲丙'], []]],
    ['doesNotContain', 'tags', '丙', [['甲', '乙'], []], [['丙']]],
    ['equal', 'segment', '甲类', ['甲类'], ['甲', '甲类 ', '乙类']],
    ['in', 'segment', ['甲类', '乙类'], ['乙类'], ['丙类', '甲']],
    ['equal', 'isRetired', true, [true], [false]],
  ];
  for (const [operator, fact, value, holds, fails] of cases) {
    it(`${operator} on ${fact}`, async () => {
      for (const one of holds) await says(all(leaf(fact, operator, value)), { [fact]: one }, 'flagged');
      for (const one of fails) await says(all(leaf(fact, operator, value)), { [fact]: one }, 'clean');
    });
  }

  it('comparisons with nothing or with what is no number: false there, not to be judged here', async () => {
    for (const operator of [
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'equal',
      'notEqual',
    ]) {
      await says(all(leaf('age', operator, 50)), { age: null }, 'cannotJudge');
      await says(all(leaf('age', operator, 50)), { age: UNREADABLE }, 'cannotJudge');
      await says(not(leaf('age', operator, 50)), { age: null }, 'cannotJudge');
    }
  });

  it('list operators on what is no list: false there, refused or not to be judged here', async () => {
    for (const operator of ['contains', 'doesNotContain']) {
      await says(all(leaf('tags', operator, '甲')), { tags: null }, 'cannotJudge');
      assert.equal(refusal(fileOf([all(leaf('segment', operator, '甲'))])), 'rules-operator-wrong-type');
    }
    assert.equal(
      refusal(fileOf([all(leaf('segment', 'in', '甲类'))])),
      'rules-operand-wrong-type',
      'there a search within a text',
    );
  });

  it('an operand that is left out or undefined is refused', () => {
    assert.equal(refusal(fileOf([all({ fact: 'age', operator: 'equal' })])), 'rules-key-missing');
    assert.equal(refusal(fileOf([all(leaf('age', 'equal', null))])), 'rules-operand-wrong-type');
  });

  it('operators that nobody registered, and decorated ones, are refused at load and not when met', () => {
    for (const operator of [
      'unknown',
      'startsWithLetter',
      'not:equal',
      'swap:contains',
      'everyFact:lessThan',
      'someValue:equal',
      'everyFact:someValue:not:greaterThanInclusive',
    ])
      assert.equal(
        refusal(fileOf([any(leaf('age', 'lessThan', 50), leaf('age', operator, 50))])),
        'rules-operator-unknown',
        operator,
      );
  });
});

describe('json-rules-engine, ported: all, any, not', () => {
  const young = leaf('age', 'lessThan', 50);
  const grown = leaf('age', 'greaterThan', 21);

  it('one condition under all, under any, under not', async () => {
    for (const group of [all(young), any(young), not(leaf('age', 'greaterThanInclusive', 50))]) {
      await says(group, { age: 10 }, 'flagged');
      await says(group, { age: 65 }, 'clean');
      await says(group, { age: 75 }, 'clean');
    }
  });

  it('all wants every one', async () => {
    await says(all(young, grown), { age: 30 }, 'flagged');
    await says(all(young, grown), { age: 10 }, 'clean');
    await says(all(young, grown), { age: 65 }, 'clean');
  });

  it('any wants one', async () => {
    const either = any(young, leaf('segment', 'equal', '乙类'));
    await says(either, { age: 25, segment: '甲类' }, 'flagged');
    await says(either, { age: 100, segment: '乙类' }, 'flagged');
    await says(either, { age: 100, segment: '甲类' }, 'clean');
  });

  const poor = leaf('income', 'lessThanInclusive', 100);
  const small = leaf('familySize', 'lessThanInclusive', 3);

  it('any within all, all within any, any within all within any', async () => {
    const anyInAll = all(leaf('age', 'lessThan', 65), grown, any(poor, small));
    await says(anyInAll, { age: 30, income: 30, familySize: 2 }, 'flagged');
    await says(anyInAll, { age: 30, income: 200, familySize: 8 }, 'clean');
    const allInAny = any(leaf('age', 'lessThan', 65), leaf('age', 'equal', 70), all(poor, small));
    await says(allInAny, { age: 90, income: 30, familySize: 2 }, 'flagged');
    await says(allInAny, { age: 90, income: 200, familySize: 2 }, 'clean');
    const threefold = any(all(any(poor), small));
    await says(threefold, { income: 30, familySize: 1 }, 'flagged');
    await says(threefold, { income: 30, familySize: 5 }, 'clean');
  });

  it('not within not, and not around all with a not in it', async () => {
    const twice = not(not(leaf('age', 'lessThan', 65)));
    await says(twice, { age: 30 }, 'flagged');
    await says(twice, { age: 65 }, 'clean');
    const nested = not(all(leaf('age', 'lessThan', 65), grown, not(poor)));
    await says(nested, { age: 30, income: 100 }, 'flagged');
    await says(nested, { age: 30, income: 101 }, 'clean');
  });

  it('a root is a group; groups are of their kind; nothing is left out', () => {
    assert.equal(refusal(fileOf([young])), 'rules-condition-bare');
    assert.equal(refusal(fileOf([{ ...all(young), ...any(young) }])), 'rules-condition-mixed');
    for (const wrong of [{ all: young }, { any: young }, { not: [young] }])
      assert.equal(refusal(fileOf([wrong])), 'rules-value-wrong-kind');
    for (const key of ['fact', 'operator', 'value'])
      assert.equal(
        refusal(fileOf([all(Object.fromEntries(Object.entries(young).filter(([name]) => name !== key)))])),
        'rules-key-missing',
        key,
      );
    const stranger = refusals(fileOf([all(young, { foo: true })]));
    assert.deepEqual(stranger, ['rules-key-missing', 'rules-key-missing', 'rules-key-unknown']);
  });

  it('no conditions at all: true there, refused here', () => {
    for (const empty of [{ all: [] }, { any: [] }, not({ all: [] })])
      assert.equal(refusal(fileOf([empty])), 'rules-condition-empty');
  });

  it('keys of one’s own on a condition: kept there, refused here, for most of them are slips', () => {
    assert.equal(refusal(fileOf([{ ...all(young), id: 'x' }])), 'rules-key-unknown');
    assert.equal(refusal(fileOf([all({ ...young, id: 'x' })])), 'rules-key-unknown');
  });
});

describe('json-rules-engine, ported: named conditions', () => {
  const named = { over60: all(leaf('age', 'greaterThanInclusive', 60)) };
  const retired = leaf('isRetired', 'equal', true);

  it('one that several rules share', async () => {
    const two = [
      all({ condition: 'over60' }, retired),
      all({ condition: 'over60' }, leaf('wantsContact', 'equal', true)),
    ];
    assert.deepEqual(await verdicts(two, { ...CASE, age: 65, isRetired: true, wantsContact: true }, named), [
      'flagged',
      'flagged',
    ]);
    assert.deepEqual(await verdicts(two, { ...CASE, age: 65, isRetired: false, wantsContact: true }, named), [
      'clean',
      'flagged',
    ]);
    assert.deepEqual(await verdicts(two, { ...CASE, age: 59, isRetired: true, wantsContact: true }, named), [
      'clean',
      'clean',
    ]);
  });

  it('one within another, under a not', async () => {
    const both = { ...named, early: all(not({ condition: 'over60' }), retired) };
    const root = all({ condition: 'early' }, leaf('wantsContact', 'equal', true));
    await says(root, { age: 55, isRetired: true, wantsContact: true }, 'flagged', both);
    await says(root, { age: 60, isRetired: true, wantsContact: true }, 'clean', both);
    await says(root, { age: null, isRetired: true, wantsContact: true }, 'cannotJudge', both);
    await says(root, { age: null, isRetired: false, wantsContact: true }, 'clean', both);
  });

  it('one as the root', async () => {
    await says({ condition: 'done' }, { isRetired: true }, 'flagged', { done: all(retired) });
    await says({ condition: 'done' }, { isRetired: false }, 'clean', { done: all(retired) });
  });

  it('one that is not there, is bare, or leads back to itself: found at run time there or never, refused here', () => {
    assert.equal(refusal(fileOf([all({ condition: 'over61' }, retired)], named)), 'rules-condition-unknown');
    assert.equal(refusal(fileOf([all(retired)], { bare: retired })), 'rules-condition-bare');
    assert.equal(refusal(fileOf([all(retired)], { turn: all({ condition: 'turn' }) })), 'rules-condition-cycle');
  });
});

describe('json-rules-engine, ported: facts', () => {
  it('one fact against another', async () => {
    const fits = all(leaf('height', 'lessThanInclusive', { fact: 'width' }));
    await says(fits, { height: 1, width: 2 }, 'flagged');
    await says(fits, { height: 2, width: 2 }, 'flagged');
    await says(fits, { height: 2, width: 1 }, 'clean');
    await says(fits, { height: 2, width: null }, 'cannotJudge');
  });

  it('params and paths of facts are refused, on either side', () => {
    assert.equal(refusal(fileOf([all({ ...leaf('height', 'equal', 1), params: { times: 2 } })])), 'rules-key-unknown');
    assert.equal(refusal(fileOf([all({ ...leaf('height', 'equal', 1), path: '$.feet' })])), 'rules-path-not-allowed');
    assert.equal(refusal(fileOf([all(leaf('height', 'equal', { fact: 'width', params: {} }))])), 'rules-key-unknown');
    assert.equal(refusal(fileOf([all(leaf('height', 'equal', { fact: 'width', path: '$.m' }))])), 'rules-key-unknown');
  });

  it('a fact that nobody defined stops a whole run there, or reads as undefined; refused here', () => {
    assert.equal(refusal(fileOf([all(leaf('agee', 'equal', 1))])), 'rules-fact-unknown');
    assert.equal(refusal(fileOf([all(leaf('age', 'equal', { fact: 'agee' }))])), 'rules-fact-unknown');
  });

  it('a fact that this ledger has no column for leaves the case undecided, not false', async () => {
    for (const operator of ['lessThan', 'greaterThan', 'notEqual', 'equal'])
      assert.equal(await verdict(all(leaf('age', operator, 50)), without('age')), 'cannotJudge');
    assert.equal(await verdict(all(leaf('age', 'notIn', [50])), without('age')), 'cannotJudge');
  });

  const three = [
    leaf('age', 'greaterThanInclusive', 18),
    leaf('segment', 'equal', '甲类'),
    leaf('accountType', 'equal', '管理'),
  ];

  it('where one part decides the others need not be there, in whatever order they stand', async () => {
    for (const order of [three, [...three].reverse()]) {
      assert.equal(await verdict(all(...order), { age: 10 }), 'clean');
      assert.equal(await verdict(all(...order), { age: 20, segment: '乙类' }), 'clean');
      assert.equal(await verdict(all(...order), { age: 20, segment: '甲类' }), 'cannotJudge');
      assert.equal(await verdict(any(...order), { age: 20 }), 'flagged');
      assert.equal(await verdict(any(...order), { age: 10, segment: '甲类' }), 'flagged');
      assert.equal(await verdict(any(...order), { age: 10, segment: '乙类' }), 'cannotJudge');
      assert.equal(await verdict(all(order[0], all(order[1], order[2])), { accountType: '访客' }), 'clean');
      assert.equal(await verdict(any(order[0], any(order[1], order[2])), { segment: '甲类' }), 'flagged');
    }
  });

  it('a priority changes the order of looking, never the verdict', async () => {
    const ranked = three.map((one, at) => ({ ...one, priority: 3 - at }));
    for (const facts of [
      {},
      { age: 10 },
      { segment: '乙类' },
      { accountType: '访客' },
      { age: null },
      { age: null, segment: '乙类' },
    ])
      for (const group of [all, any])
        assert.equal(
          await verdict({ ...group(...ranked), priority: 7 }, { ...CASE, ...facts }),
          await verdict(group(...three), { ...CASE, ...facts }),
        );
  });

  it('a priority is a whole number from 1', () => {
    for (const priority of [0, -1, 1.5, '2'])
      assert.equal(
        refusal(fileOf([all({ ...leaf('age', 'equal', 1), priority })])),
        'rules-value-wrong-kind',
        String(priority),
      );
  });

  it('rules have no priority among themselves, and a name and an event that are in order', () => {
    const young = all(leaf('age', 'lessThan', 50));
    assert.equal(refusal(fileOf([young], {}, { priority: 2 })), 'rules-key-unknown');
    assert.equal(refusal(fileOf([young], {}, { name: '' })), 'rules-value-empty');
    assert.equal(
      refusal(fileOf([young], {}, { event: { params: { field: 'caseNo', message: '测试', advice: '测试' } } })),
      'rules-key-missing',
    );
    assert.equal(refusal(fileOf([young, young], {}, { name: 'r0' })), 'rules-rule-twice');
  });

  it('one run leaves nothing behind for the next', async () => {
    const young = all(leaf('age', 'lessThan', 50));
    const told: Verdict[] = [];
    for (const age of [10, 65, null, 10]) told.push(await verdict(young, { ...CASE, age }));
    assert.deepEqual(told, ['flagged', 'clean', 'cannotJudge', 'flagged']);
  });
});
