import assert from 'node:assert/strict';
import { FactState, type Fact, type FactValue } from '../../../src/core/facts/column';
import { buildColumn, factAt, replaceCase } from '../../../src/core/facts/columns';
import type { CaseReader, FactDefinition, TableFact } from '../../../src/core/facts/definition';
import { columnMissing, createFactTable } from '../../../src/core/facts/factTable';
import { FACTS } from '../../../src/core/facts/registry';
import { calendar, day, factsOf, ledgerOf, pack } from './ledger';

const isTableFact = (fact: FactDefinition): fact is TableFact => 'computeAll' in fact;

describe('recheck', () => {
  // What a fact over all cases reads besides its inputs would change without its being worked out again.
  for (const fact of FACTS.filter(isTableFact)) {
    it(`finds every fact that ${fact.id} reads among its inputs`, () => {
      const cases = ['甲1', '甲1', '乙'].map((caseNo) => ({
        caseNo,
        petitioner: '甲某',
        content: '反映道路',
        progress: '已约谈',
        status: '办理中',
      }));
      const facts = factsOf(cases);
      const asked = new Set<string>();
      const listening = (index: number): CaseReader =>
        new Proxy(facts.reader(index), {
          get(reader, name) {
            const value: unknown = Reflect.get(reader, name);
            if (typeof value !== 'function') return value;
            return (id: string): unknown => {
              asked.add(id);
              return (value as (id: string) => unknown).call(reader, id);
            };
          },
        });
      fact.computeAll(listening, facts.count, facts.context);
      fact.recompute?.(listening, facts.context, [0, 1]);
      assert.deepEqual(
        [...asked].filter((id) => !fact.inputs.includes(id)),
        [],
      );
      assert.ok(asked.size > 0 || fact.inputs.length === 0);
    });
  }

  it('renews what a fact over all cases reads before it asks whether that changed', () => {
    const said = ['办理中', '办理中'];
    const head = { label: '', meaning: '' };
    const open: FactDefinition = {
      ...head,
      id: 'open',
      type: 'boolean',
      scope: 'row',
      inputs: ['status'],
      compute: (read) => said[read.index] === '办理中',
    };
    let asked = 0;
    const count: FactDefinition = {
      ...head,
      id: 'count',
      type: 'number',
      scope: 'ledger',
      inputs: ['open'],
      computeAll: (read, cases) => {
        asked++;
        let sum = 0;
        for (let i = 0; i < cases; i++) if (asked > 1 && read(i).flag('open') === true) sum++;
        return new Array<number>(cases).fill(sum);
      },
    };
    const table = ledgerOf([{ status: '办理中' }, { status: '办理中' }]);
    const context = { table, pack, calendar, today: day('2021-10-09'), reviews: new Map() };
    const facts = createFactTable(context, [count, open]);
    // The count is made before what it rests on, so that their order in the table tells nothing.
    facts.column('count');
    facts.column('open');
    said[1] = '已办结';
    assert.deepEqual([...facts.recheck(new Map([['status', new Set([1])]]))], [0, 1]);
    assert.equal(factAt(facts.column('count'), 0), 1);
    assert.deepEqual([...facts.recheck(new Map([['caseNo', new Set([1])]]))], [1]);
    assert.equal(asked, 2, 'nothing that it rests on changed the second time');
    assert.deepEqual([...facts.recheck(new Map())], []);
  });

  it('renews what a fact reads before it is read, named among its inputs or not', () => {
    const said = [true, true];
    const head = { label: '', meaning: '', type: 'boolean', scope: 'row', inputs: [] } as const;
    const first: FactDefinition = { ...head, id: 'first', compute: ({ index }) => said[index] ?? null };
    // Asked first, before it reads the other one at all.
    const second: FactDefinition = {
      ...head,
      id: 'second',
      compute: (read) => (said[read.index] === true ? null : read.flag('first')),
    };
    const table = ledgerOf([{ caseNo: '甲' }, { caseNo: '乙' }]);
    const context = { table, pack, calendar, today: day('2021-10-09'), reviews: new Map() };
    const facts = createFactTable(context, [first, second]);
    facts.column('second');
    facts.column('first');
    said[1] = false;
    facts.recheck(new Map([['caseNo', new Set([1])]]));
    assert.equal(factAt(facts.column('second'), 1), false);
  });
});

describe('replaceCase', () => {
  const unknown = { unknown: 'cell-error', state: FactState.unknown, field: 'phone' } as const;
  const column = (...facts: Fact<FactValue>[]) => buildColumn('text', facts.length, (index) => facts[index] ?? null);

  it('takes value, state and reason, and says whether that was another fact', () => {
    const to = column('甲', unknown, null);
    const from = column('甲', null, { ...unknown, params: { seen: '1' } }, '乙', unknown);
    assert.equal(replaceCase(to, 0, from, 0), false);
    assert.equal(replaceCase(to, 1, from, 4), false);
    for (const [index, at] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      assert.equal(replaceCase(to, index, from, at), true);
      assert.deepEqual(factAt(to, index), factAt(from, at));
    }
    assert.deepEqual([...to.why.keys()], [1]);
  });

  it('keeps the reason of all cases for the others when one has another fact', () => {
    const missing = columnMissing('phone');
    const to = column(missing, missing, missing);
    assert.equal(to.missing, missing);
    assert.equal(replaceCase(to, 1, column('甲'), 0), true);
    assert.deepEqual([factAt(to, 0), factAt(to, 1), factAt(to, 2)], [missing, '甲', missing]);
    assert.equal(to.missing, undefined);
  });
});
