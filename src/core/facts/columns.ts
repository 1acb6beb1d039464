import type { Fact, FactColumn, FactType, FactValue, Unknown } from './column';
import { FactState, isUnknown } from './column';

/** Column in which every case is in one state: all blank, or all missing for want of a column of the ledger. */
export function uniformColumn(type: FactType, count: number, missing?: Unknown): FactColumn {
  const state = new Uint8Array(count);
  if (missing) state.fill(FactState.missing);
  const base = { state, why: new Map<number, Unknown>(), ...(missing ? { missing } : {}) };
  switch (type) {
    case 'date':
    case 'number':
    case 'limit':
      return { ...base, type, values: new Float64Array(count) };
    case 'boolean':
      return { ...base, type, values: new Uint8Array(count) };
    case 'text':
    case 'enum':
      return { ...base, type, values: new Array<string>(count).fill('') };
    case 'names':
      return { ...base, type, values: new Array<readonly string[]>(count).fill([]) };
  }
}

/** Column of the given type filled by asking for each case's fact; a fact of another type is a mistake of the code. */
export function buildColumn(type: FactType, count: number, factOf: (index: number) => Fact<FactValue>): FactColumn {
  const state = new Uint8Array(count);
  const why = new Map<number, Unknown>();
  const put = fillOf(type, count);
  // The reason of every case so far: a fact without its column has one for all, not a hundred thousand.
  let common: Unknown | null = null;
  let missing: Unknown | null = null;
  let missingCount = 0;
  for (let i = 0; i < count; i++) {
    const fact = factOf(i);
    const unknown = isUnknown(fact) ? fact : null;
    if (unknown !== null && unknown.state === FactState.missing) {
      missing ??= unknown;
      missingCount++;
      if (i === 0) common = unknown;
    }
    if (common !== null && (unknown === null || !isSameReason(common, unknown))) {
      for (let before = 0; before < i; before++) why.set(before, common);
      common = null;
    }
    if (unknown !== null) {
      state[i] = unknown.state;
      if (common === null) why.set(i, unknown);
    } else if (fact !== null) {
      state[i] = FactState.known;
      put.set(i, fact as FactValue);
    }
  }
  const whole = missing !== null && missingCount === count ? { missing } : {};
  return { type, state, why, values: put.values, ...whole } as FactColumn;
}

const isSameReason = (a: Unknown, b: Unknown): boolean =>
  a === b ||
  (a.unknown === b.unknown &&
    a.state === b.state &&
    a.field === b.field &&
    a.params === undefined &&
    b.params === undefined);

function fillOf(type: FactType, count: number): { values: unknown; set(index: number, value: FactValue): void } {
  if (type === 'date' || type === 'number' || type === 'limit') {
    const values = new Float64Array(count);
    return { values, set: (i, value) => void (values[i] = value as number) };
  }
  if (type === 'boolean') {
    const values = new Uint8Array(count);
    return { values, set: (i, value) => void (values[i] = value === true ? 1 : 0) };
  }
  if (type === 'names') {
    const none: readonly string[] = [];
    const values = new Array<readonly string[]>(count).fill(none);
    return { values, set: (i, value) => void (values[i] = value as readonly string[]) };
  }
  const values = new Array<string>(count).fill('');
  return { values, set: (i, value) => void (values[i] = value as string) };
}

/**
 * Puts a case of another column of the same type in place of one of a column; whether that says anything else.
 * Whoever holds the column sees it, which is the point: only the case that was edited is worked out again.
 */
export function replaceCase(column: FactColumn, index: number, from: FactColumn, at: number): boolean {
  if (isSameFact(factAt(column, index), factAt(from, at))) return false;
  const state = from.state[at] ?? FactState.blank;
  const why = column.why as Map<number, Unknown>;
  if (column.missing !== undefined) sayOfEach(column);
  column.state[index] = state;
  (column.values as { [at: number]: FactValue | undefined })[index] = from.values[at];
  if (state === FactState.blank || state === FactState.known) why.delete(index);
  else why.set(index, whyAt(from, at));
  return true;
}

/** What was true of all cases is from now on said of each. */
function sayOfEach(column: FactColumn): void {
  const { missing, why } = column;
  if (missing === undefined) return;
  for (let i = 0; i < column.state.length; i++) if (!why.has(i)) (why as Map<number, Unknown>).set(i, missing);
  delete (column as { missing?: Unknown }).missing;
}

function isSameFact(a: Fact<FactValue>, b: Fact<FactValue>): boolean {
  if (isUnknown(a)) return isUnknown(b) && isSameUnknown(a, b);
  if (!Array.isArray(a)) return Object.is(a, b);
  return Array.isArray(b) && a.length === b.length && a.every((one, at) => one === b[at]);
}

function isSameUnknown(a: Unknown, b: Unknown): boolean {
  const [mine, theirs] = [Object.entries(a.params ?? {}), b.params ?? {}];
  return (
    a.unknown === b.unknown &&
    a.state === b.state &&
    a.field === b.field &&
    mine.length === Object.keys(theirs).length &&
    mine.every(([key, value]) => theirs[key] === value)
  );
}

/** One case's value of a column: known, null for blank, or why it is not known. */
export function factAt(column: FactColumn, index: number): Fact<FactValue> {
  const state = column.state[index] ?? FactState.blank;
  if (state === FactState.known) {
    if (column.type === 'boolean') return column.values[index] === 1;
    return column.values[index] ?? null;
  }
  if (state === FactState.blank) return null;
  return whyAt(column, index);
}

/** Why a case's value is not known; for columns that give no reason of their own, a general one. */
export const whyAt = (column: FactColumn, index: number): Unknown =>
  (column.why.size === 0 ? undefined : column.why.get(index)) ??
  column.missing ?? { unknown: 'value-unknown', state: (column.state[index] ?? FactState.unknown) as Unknown['state'] };
