import assert from 'node:assert/strict';
import { FactState } from '../../../src/core/facts/column';
import { factAt } from '../../../src/core/facts/columns';
import type { CaseFact, FactDefinition } from '../../../src/core/facts/definition';
import { createFactTable } from '../../../src/core/facts/factTable';
import { FACTS, factTypes, factValues } from '../../../src/core/facts/registry';
import { assertGrowsWithSize } from '../../support/processorTime';
import { calendar, day, factsOf, ledgerOf, pack } from './ledger';

const numberFact = (id: string, inputs: readonly string[], compute: CaseFact['compute']): FactDefinition => ({
  id,
  label: id,
  type: 'number',
  scope: 'row',
  inputs,
  meaning: id,
  compute,
});

const tableOf = (definitions: readonly FactDefinition[], cases = [{ title: '道路积水' }]) =>
  createFactTable(
    { table: ledgerOf(cases), pack, today: day('2021-10-09'), calendar, reviews: new Map() },
    definitions,
  );

describe('the table of facts', () => {
  it('computes a fact once, when first asked for', () => {
    let asked = 0;
    const facts = tableOf([numberFact('counted', [], () => ++asked)]);
    assert.equal(asked, 0);
    assert.equal(facts.column('counted'), facts.column('counted'));
    assert.equal(asked, 1);
  });

  it('refuses facts that rest on one another', () => {
    const facts = tableOf([
      numberFact('a', ['b'], (read) => read.number('b')),
      numberFact('b', ['a'], (read) => read.number('a')),
    ]);
    assert.throws(() => facts.column('a'), /a -> b -> a/);
    assert.throws(() => facts.column('b'), /b -> a -> b/);
  });

  it('refuses a name that is neither a field nor a fact, and a fact read as another type', () => {
    const facts = tableOf([numberFact('misread', ['title'], (read) => read.number('title'))]);
    assert.throws(() => facts.column('dueOnn'), /no such fact: dueOnn/);
    assert.throws(() => facts.column('misread'), /title is of type text/);
  });

  it('reads a field without a column as missing, the three clarities as blank', () => {
    const facts = factsOf([{ title: '道路积水' }]);
    assert.equal(facts.column('closedOn').state[0], FactState.missing);
    assert.deepEqual(facts.column('closedOn').missing, { unknown: 'column-missing', state: 4, field: 'closedOn' });
    for (const field of ['unit', 'caseLeader', 'timeLimit'])
      assert.equal(facts.column(field).state[0], FactState.blank);
  });

  it('marks a derived column as missing as a whole where every case is', () => {
    const facts = factsOf([{ status: '已办结' }, { status: '已办结' }]);
    assert.equal(facts.column('daysSinceClosed').missing?.field, 'closedOn');
    const some = factsOf([{ status: '已办结' }, { status: '办理中' }]);
    assert.equal(some.column('daysSinceClosed').missing, undefined);
  });

  it('takes a field that two columns claim neither for blank nor for absent', () => {
    const facts = (contested: string) =>
      factsOf([{ status: '办理中', timeLimit: '2021-10-08', extensionConsent: '同意', registeredOn: '2021-09-01' }], {
        contested: [contested],
      });
    const why = (contested: string, fact: string) => facts(contested).column(fact).missing?.unknown;
    assert.equal(why('extendedTo', 'dueOn'), 'heading-conflict');
    assert.equal(why('receivedOn', 'periodStart'), 'heading-conflict');
    assert.equal(why('caseLeader', 'caseLeader'), 'heading-conflict');
    assert.equal(why('closedOn', 'isOpen'), undefined);
    const limitless = factsOf([{ status: '办理中', registeredOn: '2021-09-01' }], { contested: ['timeLimit'] });
    assert.equal(limitless.column('dueOn').missing?.unknown, 'heading-conflict');
    assert.equal(limitless.column('limitKind').missing?.unknown, 'heading-conflict');
  });

  it('knows the fields behind a fact, through other facts', () => {
    const facts = factsOf([{ title: '道路积水' }]);
    assert.deepEqual([...facts.fieldsBehind('daysLeft')].sort(), [
      'assignedOn',
      'closedOn',
      'extendedTo',
      'extensionConsent',
      'receivedOn',
      'registeredOn',
      'status',
      'timeLimit',
    ]);
    assert.deepEqual(facts.fieldsBehind('unit'), ['unit']);
  });

  it('gives readers that don’t disturb one another', () => {
    const facts = factsOf([{ title: '一' }, { title: '二' }]);
    const [first, second] = [facts.reader(0), facts.reader(1)];
    assert.equal(second.text('title'), '二');
    assert.equal(first.text('title'), '一');
  });

  it('takes as much longer as there are more cases, with every fact', () => {
    const caseAt = (index: number) => ({
      caseNo: `SQ-${index}`,
      status: index % 3 === 0 ? '已办结' : '办理中',
      timeLimit: index % 2 === 0 ? '60日内' : '2021-10-08',
      receivedOn: '2021-08-31',
      assignedOn: '2021-09-02',
      closedOn: index % 3 === 0 ? '2021-10-01' : null,
      unit: '办公室',
      caseLeader: '测试甲',
      lastReviewOn: null,
    });
    const everyFact = (count: number) => {
      const cases = Array.from({ length: count }, (_, index) => caseAt(index));
      return () => {
        const facts = factsOf(cases);
        for (const { id } of FACTS) facts.column(id);
        assert.equal(factAt(facts.column('dueOn'), 0), day('2021-11-01'));
      };
    };
    assertGrowsWithSize(everyFact, 500, 5_000);
  });
});

describe('the registry of facts', () => {
  const ids = FACTS.map(({ id }) => id);

  it('names each fact once, none like a field', () => {
    assert.equal(new Set(ids).size, ids.length);
    const fields = new Set(pack.fields.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => fields.has(id)),
      [],
    );
  });

  it('holds every fact of the design that needs no snapshots', () => {
    const design =
      'today isOpen limitKind dueOn dueKind statutoryDueOn daysLeft daysOverdue daysOpen daysToAssign daysSinceClosed extensionDays daysSinceReview missedReviewWeeks daysSinceBureauReview units leadUnit unitOnRoster caseLeaders leaderOnRoster legacy duplicateOf similarProgress';
    for (const id of design.split(' ')) assert.ok(ids.includes(id), id);
  });

  it('rests only on fields and facts that exist', () => {
    const known = new Set([...ids, ...pack.fields.map(({ id }) => id)]);
    for (const { id, inputs } of FACTS) for (const input of inputs) assert.ok(known.has(input), `${id} <- ${input}`);
  });

  it('says of every fact what it means', () => {
    for (const { id, label, meaning } of FACTS) {
      assert.match(label, /\p{Script=Han}/u, id);
      assert.match(meaning, /\p{Script=Han}.*。$/u, id);
    }
  });

  it('gives types for loading rules, and the values of enums', () => {
    assert.equal(factTypes().get('dueOn'), 'date');
    assert.equal(factTypes(pack.fields).get('timeLimit'), 'limit');
    assert.deepEqual(factValues().get('limitKind'), ['superior', 'unit', 'stated', 'vague', 'none', 'unreadable']);
  });
});
