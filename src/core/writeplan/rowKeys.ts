import type { LedgerTable } from '../ledger/table';
import { textsHash } from '../words/textKey';

/**
 * What became of the checked cases on a sheet that was read again: each is where its content is now, or it is
 * not written at all. A result never follows a row number.
 */
export interface Rekeyed {
  /** Checked case -> case of the fresh table with the same content, or -1. */
  readonly freshOf: Int32Array;
  /** Cases of the fresh table that are known by their identity or place, but say something else now. */
  readonly changed: readonly number[];
  /** Cases of the fresh table that were not there when the check ran. */
  readonly added: readonly number[];
  /** Checked cases that are gone. */
  readonly vanished: number;
  /** Cases that stand on another worksheet row than when they were checked. */
  readonly moved: number;
}

const CASE_NUMBER = 'caseNo';
const SERIAL = 'serial';
/** What tells two cases apart where there is no 编号, in this order of worth. */
export const IDENTIFYING = ['petitioner', 'title', 'content', 'registeredOn', 'receivedOn', 'idNumber', 'phone'];

/**
 * Finds the checked cases again on a freshly read table. The serial number is no content (offices number rows by
 * formula, so it stays behind when rows are sorted); it only tells identical rows apart. Identical rows pair in order.
 */
export function rekey(checked: LedgerTable, fresh: LedgerTable): Rekeyed {
  const fields = [...new Set([...checked.columns.keys(), ...fresh.columns.keys()])].sort();
  const content = fields.filter((field) => field !== SERIAL);
  const freshOf = new Int32Array(checked.count).fill(-1);
  const taken = new Uint8Array(fresh.count);
  const checkedContent = contentKeys(checked, content);
  const freshContent = contentKeys(fresh, content);
  const pair = (keyOfChecked: (i: number) => string, keyOfFresh: (i: number) => string): [number, number][] =>
    pairInOrder(checked.count, fresh.count, (i) => freshOf[i] !== -1, taken, keyOfChecked, keyOfFresh);

  const withSerial = pair(
    (i) => `${checkedContent[i]}\u0000${checked.seen(SERIAL, i)}`,
    (i) => `${freshContent[i]}\u0000${fresh.seen(SERIAL, i)}`,
  );
  for (const [from, to] of withSerial) freshOf[from] = to;
  const byContent = pair(
    (i) => String(checkedContent[i]),
    (i) => String(freshContent[i]),
  );
  for (const [from, to] of byContent) freshOf[from] = to;

  return { freshOf, ...leftOver(checked, fresh, freshOf, taken), moved: countMoved(checked, fresh, freshOf) };
}

/** What is left after equal content was paired: changed cases by identity, then by place; the rest came or went. */
function leftOver(
  checked: LedgerTable,
  fresh: LedgerTable,
  freshOf: Int32Array,
  taken: Uint8Array,
): Pick<Rekeyed, 'changed' | 'added' | 'vanished'> {
  const settled = new Uint8Array(checked.count);
  const changed: number[] = [];
  const match = (keyOf: (table: LedgerTable, i: number) => string): void => {
    const pairs = pairInOrder(
      checked.count,
      fresh.count,
      (i) => freshOf[i] !== -1 || settled[i] === 1,
      taken,
      (i) => keyOf(checked, i),
      (i) => keyOf(fresh, i),
    );
    for (const [from, to] of pairs) {
      settled[from] = 1;
      changed.push(to);
    }
  };
  match((table, i) => table.seen(CASE_NUMBER, i));
  match((table, i) => {
    const parts = IDENTIFYING.map((field) => table.seen(field, i));
    return parts.some((part) => part !== '') ? parts.join('\u0000') : '';
  });
  match((table, i) => {
    const parts = [table.seen('petitioner', i), table.seen('title', i)];
    return parts.some((part) => part !== '') ? `${table.seen(SERIAL, i)}\u0000${parts.join('\u0000')}` : '';
  });
  match((table, i) => String(table.rowNumbers[i]));

  const added: number[] = [];
  for (let i = 0; i < fresh.count; i++) if (taken[i] === 0) added.push(i);
  let vanished = 0;
  for (let i = 0; i < checked.count; i++) if (freshOf[i] === -1 && settled[i] === 0) vanished++;
  return { changed: changed.sort((a, b) => a - b), added, vanished };
}

/** Pairs free entries with equal, non-empty keys, first with first; marks the fresh ones as taken. */
function pairInOrder(
  checkedCount: number,
  freshCount: number,
  isSettled: (i: number) => boolean,
  taken: Uint8Array,
  keyOfChecked: (i: number) => string,
  keyOfFresh: (i: number) => string,
): [number, number][] {
  const waiting = new Map<string, number[]>();
  for (let i = freshCount - 1; i >= 0; i--) {
    if (taken[i] === 1) continue;
    const key = keyOfFresh(i);
    if (key === '') continue;
    const queue = waiting.get(key);
    if (queue) queue.push(i);
    else waiting.set(key, [i]);
  }
  const pairs: [number, number][] = [];
  if (waiting.size === 0) return pairs;
  for (let i = 0; i < checkedCount; i++) {
    if (isSettled(i)) continue;
    const to = waiting.get(keyOfChecked(i))?.pop();
    if (to === undefined) continue;
    taken[to] = 1;
    pairs.push([i, to]);
  }
  return pairs;
}

function countMoved(checked: LedgerTable, fresh: LedgerTable, freshOf: Int32Array): number {
  let moved = 0;
  for (let i = 0; i < checked.count; i++) {
    const to = freshOf[i] ?? -1;
    if (to !== -1 && fresh.rowNumbers[to] !== checked.rowNumbers[i]) moved++;
  }
  return moved;
}

/** A hash of the texts seen in the given fields, one per case. */
function contentKeys(table: LedgerTable, fields: readonly string[]): Float64Array {
  const keys = new Float64Array(table.count);
  for (let i = 0; i < table.count; i++) keys[i] = textsHash(fields.length, (at) => table.seen(fields[at] ?? '', i));
  return keys;
}
