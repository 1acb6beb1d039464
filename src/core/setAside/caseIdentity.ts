import type { LedgerTable } from '../ledger/table';
import { textsKey } from '../words/textKey';
import { IDENTIFYING } from '../writeplan/rowKeys';

/** Cases by what they are known by, whatever row they stand on. */
export interface CaseIdentities {
  of(index: number): string;
  /** The case of an identity; null where the table has none. */
  find(identity: string): number | null;
}

/**
 * What each case of a table is known by as it stands now: its 编号 where no other case has it, else what tells cases
 * apart beside it; cases alike in all of that are counted in their order.
 */
export function caseIdentities(table: LedgerTable): CaseIdentities {
  const numbers = new Map<string, number>();
  const numberOf = (index: number): string => table.seen('caseNo', index).trim();
  for (let index = 0; index < table.count; index++) {
    const number = numberOf(index);
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  const indices = new Map<string, number>();
  const alike = new Map<string, number>();
  const identities: string[] = [];
  for (let index = 0; index < table.count; index++) {
    const number = numberOf(index);
    const key = identityKey(table, index, number !== '' && numbers.get(number) === 1);
    const before = alike.get(key) ?? 0;
    alike.set(key, before + 1);
    const identity = numbered(key, before);
    identities.push(identity);
    indices.set(identity, index);
  }
  return { of: (index) => identities[index] ?? '', find: (identity) => indices.get(identity) ?? null };
}

/** @param alone whether no other case has its 编号 */
export function identityKey(table: LedgerTable, index: number, alone: boolean): string {
  const number = table.seen('caseNo', index).trim();
  return textsKey(alone ? [number] : [number, ...IDENTIFYING.map((field) => table.seen(field, index))]);
}

/** The identity of a case with so many before it that are alike in everything. */
export const numbered = (key: string, before: number): string => (before === 0 ? key : `${key}.${before + 1}`);

/** What a case is known by apart from its 编号; '' where nothing else tells it apart. */
export function contentIdentity(table: LedgerTable, index: number): string {
  const texts = IDENTIFYING.map((field) => table.seen(field, index).trim());
  return texts.some((text) => text !== '') ? textsKey(texts) : '';
}
