import { civilDay, formatIso } from '../../../../src/core/dates/civil';
import {
  FactState,
  type FactColumn,
  type FactType,
  type FactValue,
  type Unknown,
} from '../../../../src/core/facts/column';
import type { FactSource } from '../../../../src/core/rules/outcome';
import type { Random } from './random';

/** Facts of every type; where a type has two they are compared with each other. */
export const TYPES: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['text', 'text'],
  ['otherText', 'text'],
  ['kind', 'enum'],
  ['names', 'names'],
  ['otherNames', 'names'],
  ['flag', 'boolean'],
  ['otherFlag', 'boolean'],
  ['day', 'date'],
  ['otherDay', 'date'],
  ['limit', 'limit'],
  ['number', 'number'],
  ['otherNumber', 'number'],
]);
export const FACTS: readonly string[] = [...TYPES.keys()];

/** How a cell stands to a rule; `notANumber` is known to be there, its day or number is not (60日内 as a limit). */
export const CELL_STATES = [
  'known',
  'notANumber',
  'blank',
  'unreadable',
  'unknown',
  'missingCell',
  'missingColumn',
] as const;
export type CellState = (typeof CELL_STATES)[number];

export const FIRST_DAY = civilDay(2021, 10, 1);
const SINGLES = ['甲', '乙', '无', 'a', '，', '\n'];
const LONGER = [
  '正在',
  '正在办理',
  '下一步',
  '不予支持',
  '不予',
  '支持',
  '在办',
  '办理中',
  '第三十三条',
  '𠮷甲',
  '12',
  'abc',
];
const WORDS = [...SINGLES, ...LONGER];
/** Cells that a careless reading takes for something else. */
export const NASTY_TEXTS = [
  '',
  ' ',
  '12',
  '12abc',
  '１２',
  '1２',
  'NaN',
  'null',
  'undefined',
  '0',
  '-0',
  'true',
  '2021-10-02',
  '__proto__',
  'constructor',
  '𠮷甲',
  '甲\u00a0乙',
  '正\n在办',
  '甲,乙',
] as const;
const NASTY_NUMBERS = [0, -0, 1, 2, 3, -1, 2.5, 0.3, 0.1 + 0.2, 12, 1e15, 9007199254740993, Infinity, -Infinity];
const NAMES = ['甲', '乙', '丙', '甲乙', '12', '', '12abc'];
/** What a literal may be beside what the loader refuses: it takes no empty text and no number that is not finite. */
export const LITERAL_NUMBERS = NASTY_NUMBERS.filter((number) => Number.isFinite(number) && !Object.is(number, -0));
export const LITERAL_NAMES = NAMES.filter((name) => name !== '');
export const LITERAL_WORDS: readonly string[] = WORDS;
/** Words of one character make a scan go another way, so some files have none. */
export const LONGER_WORDS: readonly string[] = LONGER;

/** A text as a cell may hold it. */
export function anyText(random: Random): string {
  if (random.chance(0.35)) return random.pick(NASTY_TEXTS);
  return random.some(WORDS, 0, 6).join('');
}

export function anyValue(random: Random, type: FactType): FactValue {
  switch (type) {
    case 'text':
      return anyText(random);
    case 'enum':
      return random.pick(['甲', '乙', '丙', '12', 'null']);
    case 'names':
      return random.some(NAMES, 0, 3);
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick(NASTY_NUMBERS);
    case 'date':
    case 'limit':
      return FIRST_DAY + random.below(4);
  }
}

/** A ledger in columns, and what stands in each cell for json-rules-engine in its plain use. */
export interface Ledger {
  readonly facts: FactSource;
  stateOf(fact: string, row: number): CellState;
  /**
   * The cell as a plain fact, a date as ISO text. For a cell whose value is not known: some value of its type, since
   * a verdict that does not depend on it must be the same whatever it is.
   */
  plain(fact: string, row: number): unknown;
}

type Temper = 'allKnown' | 'mixed' | 'missingColumn';
const SHAKY: readonly CellState[] = ['notANumber', 'blank', 'unreadable', 'unknown', 'missingCell'];
const STATE_OF: Readonly<Record<CellState, FactState>> = {
  known: FactState.known,
  notANumber: FactState.known,
  blank: FactState.blank,
  unreadable: FactState.unreadable,
  unknown: FactState.unknown,
  missingCell: FactState.missing,
  missingColumn: FactState.missing,
};
const NUMERIC: readonly FactType[] = ['number', 'date', 'limit'];

/**
 * Makes a ledger of so many cases: a third of its rows fully known but for columns that are missing as a whole.
 * @param distinct rows that differ; the others repeat them in turn, so that large ledgers are cheap to judge
 */
export function makeLedger(random: Random, count: number, distinct = count): Ledger {
  const wholeRows = Array.from({ length: distinct }, () => random.chance(0.35));
  const everyRowKnown = random.chance(0.25);
  const columns = new Map<string, FactColumn>();
  const states = new Map<string, CellState[]>();
  const plains = new Map<string, unknown[]>();
  for (const [fact, type] of TYPES) {
    const dice = random.below(12);
    const temper: Temper = everyRowKnown ? 'allKnown' : dice === 0 ? 'missingColumn' : dice < 3 ? 'allKnown' : 'mixed';
    const ofFact = Array.from({ length: distinct }, (_, row) =>
      stateFor(random, type, temper, wholeRows[row] === true),
    );
    // Many rows of a real ledger hold as many texts.
    const unlike = type === 'text' && distinct > 1000;
    const values = ofFact.map((_, row) =>
      unlike ? `${anyText(random)}第${row}件${anyText(random)}` : anyValue(random, type),
    );
    states.set(fact, ofFact);
    plains.set(
      fact,
      values.map((value) => plainValue(type, value)),
    );
    columns.set(fact, columnOf(random, type, count, ofFact, values, temper === 'missingColumn'));
  }
  const facts: FactSource = {
    count,
    column: (fact) => {
      const column = columns.get(fact);
      if (!column) throw new Error(`no fact ${fact}`);
      return column;
    },
  };
  const at = <T>(lists: ReadonlyMap<string, readonly T[]>, fact: string, row: number): T =>
    lists.get(fact)?.[row % distinct] as T;
  return { facts, stateOf: (fact, row) => at(states, fact, row), plain: (fact, row) => at(plains, fact, row) };
}

function stateFor(random: Random, type: FactType, temper: Temper, wholeRow: boolean): CellState {
  if (temper === 'missingColumn') return temper;
  if (temper === 'allKnown' || wholeRow || random.chance(0.3)) return 'known';
  const state = random.pick(SHAKY);
  return state === 'notANumber' && !NUMERIC.includes(type) ? 'blank' : state;
}

const plainValue = (type: FactType, value: FactValue): unknown =>
  (type === 'date' || type === 'limit') && typeof value === 'number' ? formatIso(value) : value;

function columnOf(
  random: Random,
  type: FactType,
  count: number,
  states: readonly CellState[],
  values: readonly FactValue[],
  whole: boolean,
): FactColumn {
  const missing: Unknown = { unknown: 'column-missing', state: FactState.missing };
  // A column may be a window onto a larger buffer, at any byte of it.
  const state = new Uint8Array(count + 4).subarray(random.below(4)).subarray(0, count);
  const each = <T>(value: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, row) => value(row % states.length));
  each((at) => STATE_OF[states[at] ?? 'missingCell']).forEach((one, row) => (state[row] = one));
  const base = { state, why: new Map<number, Unknown>(), ...(whole ? { missing } : {}) };
  const known = (at: number): boolean => states[at] === 'known';
  switch (type) {
    case 'names':
      return { ...base, type, values: each((at) => (known(at) ? (values[at] as readonly string[]) : [])) };
    case 'boolean':
      return { ...base, type, values: Uint8Array.from(each((at) => (values[at] === true ? 1 : 0))) };
    case 'text':
    case 'enum':
      // What stands under a cell that is not known must not matter.
      return { ...base, type, values: each((at) => (known(at) || at % 2 ? String(values[at]) : '')) };
    case 'date':
    case 'limit':
    case 'number':
      return {
        ...base,
        type,
        values: Float64Array.from(each((at) => (states[at] === 'notANumber' ? NaN : Number(values[at])))),
      };
  }
}
