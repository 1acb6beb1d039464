import type { CivilDay } from '../dates/civil';
import type { Severity } from '../rules/pack';
import { scoreLedgers } from '../scoring/board';
import type { CheckedLedger } from './checkedLedger';
import { eachFlagged, eachUnjudged } from './flaggedCases';

/** What the other rules would change on the rows of a ledger; nothing is written. */
export interface RulesTrial {
  readonly file: string;
  readonly before: CheckedLedger;
  readonly after: CheckedLedger;
  readonly rules: readonly TriedRule[];
  readonly due: readonly { readonly row: number; readonly before: CivilDay | null; readonly after: CivilDay | null }[];
  /** Units whose total changes, in hundredths; null where it has none. */
  readonly scores: readonly { readonly name: string; readonly before: number | null; readonly after: number | null }[];
}

/** One rule that finds something else; rows are the worksheet's. */
export interface TriedRule {
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  /** Of cases flagged. */
  readonly before: number;
  readonly after: number;
  readonly came: readonly number[];
  readonly went: readonly number[];
  /** Rows it can't judge any more, and those it can now. */
  readonly unjudged: readonly number[];
  readonly judged: readonly number[];
}

/** Compares one ledger as two packs judge it, on one day. */
export const compareChecks = (file: string, before: CheckedLedger, after: CheckedLedger): RulesTrial => ({
  file,
  before,
  after,
  rules: rulesOf(before, after),
  due: dueOf(before, after),
  scores: scoresOf(before, after),
});

const NOBODY: ReadonlySet<number> = new Set();

/** Worksheet rows by rule. */
function rowsBy(checked: CheckedLedger, each: typeof eachFlagged): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    checked.pack.rules.map(({ name }, rule) => {
      const rows = new Set<number>();
      each(checked, rule, (index) => rows.add(checked.table.rowNumbers[index] ?? 0));
      return [name, rows] as const;
    }),
  );
}

const only = (one: ReadonlySet<number>, other: ReadonlySet<number>): readonly number[] =>
  [...one].filter((row) => !other.has(row)).sort((a, b) => a - b);

function rulesOf(was: CheckedLedger, is: CheckedLedger): readonly TriedRule[] {
  const [flaggedBefore, flaggedAfter] = [rowsBy(was, eachFlagged), rowsBy(is, eachFlagged)];
  const [unjudgedBefore, unjudgedAfter] = [rowsBy(was, eachUnjudged), rowsBy(is, eachUnjudged)];
  const gone = was.pack.rules.filter(({ name }) => !flaggedAfter.has(name));
  return [...is.pack.rules, ...gone].flatMap(({ name, title, severity }): TriedRule[] => {
    const [before, after] = [flaggedBefore.get(name) ?? NOBODY, flaggedAfter.get(name) ?? NOBODY];
    const [dark, darkNow] = [unjudgedBefore.get(name) ?? NOBODY, unjudgedAfter.get(name) ?? NOBODY];
    const changed = {
      came: only(after, before),
      went: only(before, after),
      unjudged: only(darkNow, dark),
      judged: only(dark, darkNow),
    };
    if (Object.values(changed).every((rows) => rows.length === 0)) return [];
    return [{ name, title, severity, before: before.size, after: after.size, ...changed }];
  });
}

function dueOf(was: CheckedLedger, is: CheckedLedger): RulesTrial['due'] {
  const days = (checked: CheckedLedger): ReadonlyMap<number, CivilDay | null> =>
    new Map(Array.from(checked.table.rowNumbers, (row, index) => [row, checked.dueOn(index)] as const));
  const [before, after] = [days(was), days(is)];
  return [...after].flatMap(([row, on]) => {
    const then = before.get(row) ?? null;
    return then === on ? [] : [{ row, before: then, after: on }];
  });
}

function scoresOf(was: CheckedLedger, is: CheckedLedger): RulesTrial['scores'] {
  const totals = (checked: CheckedLedger): ReadonlyMap<string, number | null> => {
    const ledgers = [{ file: '', checked }];
    const board = scoreLedgers({ ledgers, by: 'unit', period: { kind: 'all' }, adjustments: [] });
    return new Map(board.ok ? board.value.subjects.map(({ name, points }) => [name, points.total] as const) : []);
  };
  const [before, after] = [totals(was), totals(is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const pair = { name, before: before.get(name) ?? null, after: after.get(name) ?? null };
    return pair.before === pair.after ? [] : [pair];
  });
}
