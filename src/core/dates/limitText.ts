import type { LimitValue } from '../ledger/table';
import { addMonths, type CivilDay, civilDay, daysInMonth, isRealDate, mondayOf, ymd } from './civil';
import type { LimitCode } from './codes';
import { type LimitPhrase, readLimitPhrase, type SpokenBound } from './limitPhrase';
import { FIRST_YEAR, LAST_YEAR } from './serial';
import type { Bound, DayMonthOrder, Relative } from './tokens';

export interface LimitContext {
  /** The day the case's period starts from, null where it has none. */
  readonly start: CivilDay | null;
  /** The year that the ledger around the cell is about, null where nothing says it. */
  readonly year: number | null;
  readonly order: DayMonthOrder;
  readonly vagueWords: readonly string[];
  /** The cell is an extension's (延期至): 延长30日 is a duration there. */
  readonly extension?: boolean;
}

export interface UnreadableLimit {
  readonly unreadable: LimitCode;
  /** `part`: the piece of text that stood in the way. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export type LimitReading = LimitValue | UnreadableLimit;

type Settled = CivilDay | UnreadableLimit;

const unreadable = (code: LimitCode, part?: string): UnreadableLimit =>
  part === undefined ? { unreadable: code } : { unreadable: code, params: { part } };

function dayIn(year: number, month: number, day: number | 'last'): Settled {
  if (year < FIRST_YEAR || year > LAST_YEAR) return unreadable('date-year-implausible', String(year));
  if (day === 'last') return civilDay(year, month, daysInMonth(year, month));
  return isRealDate(year, month, day) ? civilDay(year, month, day) : unreadable('date-impossible');
}

/** Without a year: the first such day on or after the start, else in the ledger's year. */
function settleBound(bound: Bound, start: CivilDay | null, year: number | null): Settled {
  const { month, day } = bound;
  if (typeof bound.year === 'number') return dayIn(bound.year, month, day);
  const from = start === null ? null : ymd(start);
  const near = from?.year ?? year;
  if (near === null) return unreadable('limit-year-unknown');
  if (bound.year !== null) return dayIn(near + bound.year.fromStart, month, day);
  const passed = from !== null && (month < from.month || (month === from.month && day !== 'last' && day < from.day));
  return dayIn(near + (passed ? 1 : 0), month, day);
}

function settleRelative({ unit, shift, day }: Relative, start: CivilDay | null): Settled {
  if (start === null) return unreadable('limit-relative');
  if (unit === 'day') return start + (shift ?? 0);
  if (unit === 'week') {
    const on = mondayOf(start) + 7 * (shift ?? 0) + (day === 'last' ? 7 : day) - 1;
    return on >= start ? on : unreadable('limit-relative');
  }
  const { year, month } = ymd(start);
  if (unit === 'quarter') {
    const quarterEnd = month + ((3 - (month % 3)) % 3);
    const { year: endYear, month: endMonth } = ymd(addMonths(civilDay(year, quarterEnd, 1), 3 * (shift ?? 0)));
    return dayIn(endYear, endMonth, 'last');
  }
  const settleIn = (months: number): Settled => {
    const at = ymd(addMonths(civilDay(year, month, 1), months));
    return dayIn(at.year, at.month, day);
  };
  const on = settleIn(shift ?? 0);
  if (typeof on !== 'number' || on >= start) return on;
  return shift === null ? settleIn(1) : unreadable('limit-relative');
}

function settleSpoken({ last, first }: SpokenBound, start: CivilDay | null, year: number | null): Settled {
  if (last.kind === 'relative') return settleRelative(last, start);
  const on = settleBound(last, start, year);
  if (first === null || typeof on !== 'number') return on;
  const from = settleBound(first, start, year);
  if (typeof from !== 'number') return from;
  if (on >= from) return on;
  if (last.year !== null || start !== null)
    return typeof last.year === 'number' ? unreadable('limit-range-reversed') : on;
  // 12月20日至1月10日 in the ledger's year ends in the next one; 10月8日至3日 is a slip.
  return last.month === first.month ? unreadable('limit-range-reversed') : dayIn((year ?? 0) + 1, last.month, last.day);
}

/** Settles a phrase for one case. */
export function settleLimit(phrase: LimitPhrase, start: CivilDay | null, year: number | null): LimitReading {
  if (phrase.kind === 'unreadable') return unreadable(phrase.code, phrase.part);
  if (phrase.kind === 'vague') return { kind: 'vague', word: phrase.word };
  if (phrase.kind === 'duration') {
    const { amount, unit, from } = phrase;
    if (from !== undefined && settleBound(from, start, year) !== start) return unreadable('limit-duration-from-date');
    return { kind: 'duration', amount, unit };
  }
  let on: CivilDay | null = null;
  for (const bound of phrase.bounds) {
    const settled = settleSpoken(bound, start, year);
    if (typeof settled !== 'number') return settled;
    if (on !== null && on !== settled) return unreadable('limit-several');
    on = settled;
  }
  return on === null ? unreadable('limit-free-text') : { kind: 'date', on };
}

/**
 * What a limit cell's text says, as an upper bound, inclusive: a day (`10月中旬` is the 20th), a duration
 * (`15个工作日`), or a vague word of the lexicon; text that holds a vague word and a date reads as the date. Anything
 * that could mean two things is unreadable, with a code that says why.
 * @example readLimitText('8月底前', { start: 20 August 2021, … }) is 31 August 2021
 */
export function readLimitText(text: string, context: LimitContext): LimitReading {
  return settleLimit(readLimitPhrase(text, context), context.start, context.year);
}

/**
 * A reader for one column: each distinct text is parsed once, whatever the number of rows that hold it.
 * @returns a function of the text, the case's start and the ledger's year
 */
export function createLimitReader(
  wording: Pick<LimitContext, 'order' | 'vagueWords' | 'extension'>,
): (text: string, start: CivilDay | null, year: number | null) => LimitReading {
  const phrases = new Map<string, LimitPhrase>();
  return (text, start, year) => {
    let phrase = phrases.get(text);
    if (phrase === undefined) {
      phrase = readLimitPhrase(text, wording);
      phrases.set(text, phrase);
    }
    return settleLimit(phrase, start, year);
  };
}
