import assert from 'node:assert/strict';
import type { Fact, FactValue } from '../../../src/core/facts/column';
import { FactState, isUnknown } from '../../../src/core/facts/column';
import { day, factOf, type TestCase, type TestLedger } from './ledger';

const STATES: Readonly<Record<number, string>> = {
  [FactState.unreadable]: 'unreadable',
  [FactState.unknown]: 'unknown',
  [FactState.missing]: 'missing',
};

/** A fact's value, or in what state it is not known. */
export const saidOf = (fact: Fact<FactValue>): FactValue | null =>
  isUnknown(fact) ? (STATES[fact.state] ?? '') : fact;

export type Row = readonly [name: string, one: TestCase, wanted: FactValue | null, options?: TestLedger];

/** One test per row: the fact of a ledger of that one case. Dates are wanted as YYYY-MM-DD. */
export function table(fact: string, rows: readonly Row[]): void {
  for (const [name, one, wanted, options] of rows) {
    const value = typeof wanted === 'string' && /^\d{4}-/.test(wanted) ? day(wanted) : wanted;
    it(`${fact}: ${name}`, () => assert.deepEqual(saidOf(factOf(fact, one, options)), value));
  }
}
