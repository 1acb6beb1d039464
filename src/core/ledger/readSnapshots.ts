import { parseIso } from '../dates/civil';
import { problem, type Problem } from '../problem';
import { MOST_SNAPSHOTS, type CaseHistory, type LedgerHistory } from '../snapshots/history';
import { readRuns, type UnitNumbers } from '../snapshots/runText';
import type { SheetGrid } from './grid';
import { openSheet, type Sheet } from './headedSheet';

/**
 * The columns of the sheet 督查快照; docs/reports.md describes it. The last heading carries the version of the form: a
 * sheet of another version has no such heading, and is not read.
 */
export const SNAPSHOT_HEADINGS = {
  sheet: '台账工作表',
  identity: '诉求标识',
  content: '内容标识',
  caseNo: '编号',
  runs: '历程（第1版）',
} as const;

const HEADINGS = Object.values(SNAPSHOT_HEADINGS);
/** In place of an identity: the days of a ledger's snapshots. */
export const SNAPSHOT_DAYS = '*';
/** Likewise: the name of a unit by its number. */
const UNIT = /^@(\d{1,6})$/;
const OTHER_VERSION = /^历程（第(\d+)版）$/;

/** The snapshots that a workbook keeps. */
export interface KeptSnapshots {
  readonly histories: readonly LedgerHistory[];
  /** What could not be read: it is as if it had never been kept. */
  readonly problems: readonly Problem[];
  /** The sheet is of another version of the program: it must not be written over. */
  readonly otherVersion: boolean;
}

export const NO_SNAPSHOTS: KeptSnapshots = { histories: [], problems: [], otherVersion: false };

/** Reads the sheet 督查快照. Rows that can't be read are reported once and left out. */
export function readSnapshots(grid: SheetGrid): KeptSnapshots {
  const wanted = Object.fromEntries(HEADINGS.map((heading) => [heading, [heading]]));
  const sheet = openSheet(grid, grid.sheet, { headings: wanted, needed: HEADINGS }, []);
  if (!sheet) {
    const otherVersion = grid.strings.some((said) => OTHER_VERSION.test(said) && said !== SNAPSHOT_HEADINGS.runs);
    const code = otherVersion ? 'snapshots-other-version' : 'snapshots-unreadable';
    return { histories: [], problems: [problem(code, { sheet: grid.sheet }, { sheet: grid.sheet })], otherVersion };
  }
  const rowsBySheet = new Map<string, number[]>();
  for (const row of sheet.rows) {
    const name = sheet.text(row, SNAPSHOT_HEADINGS.sheet);
    const rows = rowsBySheet.get(name) ?? [];
    rowsBySheet.set(name, rows);
    rows.push(row);
  }
  const broken: number[] = [];
  const histories = [...rowsBySheet].flatMap(([name, rows]) => readHistory(sheet, name, rows, broken));
  const [first] = broken;
  const place = first === undefined ? undefined : sheet.place(first, SNAPSHOT_HEADINGS.runs);
  const problems = place
    ? [problem('snapshot-rows-unreadable', { sheet: sheet.name, rows: broken.length }, place)]
    : [];
  return { histories, problems, otherVersion: false };
}

function readHistory(sheet: Sheet, name: string, rows: readonly number[], broken: number[]): LedgerHistory[] {
  const said = (row: number, heading: keyof typeof SNAPSHOT_HEADINGS): string =>
    sheet.text(row, SNAPSHOT_HEADINGS[heading]).trim();
  const units = new Map<number, string>();
  let days: readonly number[] | null = null;
  const ofCases: number[] = [];
  for (const row of rows) {
    const identity = said(row, 'identity');
    const unit = UNIT.exec(identity);
    if (unit) units.set(Number(unit[1]), said(row, 'runs'));
    else if (identity === SNAPSHOT_DAYS) days = daysIn(said(row, 'runs'));
    else ofCases.push(row);
  }
  if (days === null) {
    broken.push(...rows);
    return [];
  }
  const numbering: UnitNumbers = { numberOf: () => 0, nameOf: (number) => units.get(number) };
  const cases = new Map<string, CaseHistory>();
  for (const row of ofCases) {
    const identity = said(row, 'identity');
    const runs = readRuns(said(row, 'runs'), days.length, numbering);
    if (runs === null || identity === '' || cases.has(identity)) broken.push(row);
    else cases.set(identity, { identity, content: said(row, 'content'), caseNo: said(row, 'caseNo'), runs });
  }
  return [{ sheet: name, days, cases }];
}

/** Days as they were written, ascending; null where one is none. */
function daysIn(said: string): readonly number[] | null {
  const days = said.split(' ').map(parseIso);
  const isAscending = days.every((day, at) => day !== null && (at === 0 || day > (days[at - 1] ?? day)));
  return isAscending && days.length <= MOST_SNAPSHOTS ? (days as readonly number[]) : null;
}
