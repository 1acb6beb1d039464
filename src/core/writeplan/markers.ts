import { columnNumber } from '../ledger/grid';
import type { CheckSheetId, OwnedSheetId, ReportSheetId } from './plan';

/**
 * What is ours in a workbook is told by hidden workbook-wide defined names, never by what a sheet or a heading is
 * called: a name follows its cells when sheets are renamed or columns inserted, and turns to #REF! with them.
 */
export const COLUMNS_MARKER = '_appeals.columns';

const SHEET_MARKER = '_appeals.sheet.';

const CHECK_SHEETS: readonly CheckSheetId[] = ['summary', 'findings', 'ruleRuns', 'setAside', 'snapshots'];
/** A report's sheets need no list: their ids are lower case, so a marker in any case says which one it is. */
const REPORT_SHEET = /^report(?:\.[a-z\d]+)+$/;

/** The defined name that marks one of our sheets (it refers to that sheet's A1). */
export const sheetMarker = (id: OwnedSheetId): string => SHEET_MARKER + id;

/** Which of our sheets a defined name marks, or null. Names compare without case, as Excel compares them. */
export function markedSheet(definedName: string): OwnedSheetId | null {
  const name = definedName.toLowerCase();
  const own = CHECK_SHEETS.find((id) => sheetMarker(id).toLowerCase() === name);
  if (own !== undefined || !name.startsWith(SHEET_MARKER)) return own ?? null;
  const id = name.slice(SHEET_MARKER.length);
  return REPORT_SHEET.test(id) ? (id as ReportSheetId) : null;
}

const COLUMN_MARKER = '_appeals.column.';
const MOST_COLUMNS = 64;

/** The defined name, of the ledger's own sheet, that marks the column of a title by its 0-based order. */
export const columnMarker = (order: number): string => COLUMN_MARKER + (order + 1);

/** The 0-based order of the title whose column a defined name marks, or null. */
export function markedColumn(definedName: string): number | null {
  const name = definedName.toLowerCase();
  const order = name.startsWith(COLUMN_MARKER) ? Number(name.slice(COLUMN_MARKER.length)) : 0;
  return Number.isInteger(order) && order >= 1 && order <= MOST_COLUMNS ? order - 1 : null;
}

/**
 * The name (a hidden one, which stands for TRUE) that the formula of each of our conditional formats in a file is made
 * of: so a rule of ours is known by what it says, whatever it looks like and wherever rows and columns have moved it.
 */
export const MARK_MARKER = '_appeals.mark';

/** The same where it is written in Excel, which needs no name for it: always true. */
export const MARK_RULE = `=LEN("${MARK_MARKER}")>0`;

/** Whether the formula of a conditional format makes it one of our marks, whichever host laid it. */
export function isMarkFormula(formula: string): boolean {
  const rule = formula.trim().replace(/^=/, '').replace(/\s+/g, '').toLowerCase();
  return rule === MARK_MARKER || `=${rule}` === MARK_RULE.toLowerCase();
}

/**
 * The title of the warning that our lists never show, since they take other words too: the one place where a
 * validation can say whose it is.
 */
export const LIST_MARKER = '_appeals.list';

const CHART_MARKER = '_appeals.chart.';

/** The name of the chart with this 0-based order on one of our sheets: by it ours is told from one a person put there. */
export const chartMarker = (order: number): string => CHART_MARKER + (order + 1);

/** Whether the name of a chart on one of our sheets makes it ours. */
export const isChartMarker = (name: string): boolean => /^_appeals\.chart\.\d+$/i.test(name);

/** A sheet and, where they are bounded, the 1-based columns and rows that a reference names. */
export interface SheetReference {
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  /** 0 where the reference is of whole columns. */
  readonly top: number;
  readonly bottom: number;
}

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d{0,7})(?::\$?([A-Za-z]{1,3})\$?(\d{0,7}))?$/;

/**
 * Reads what a marker refers to: `'台账'!$Q$3:$V$3`, `台账!$Q:$V`, `Sheet1!$A$1`. Null for #REF!, several areas,
 * other workbooks or anything else that is not one area of one sheet.
 */
export function parseReference(text: string): SheetReference | null {
  const match = REFERENCE.exec(text.trim());
  if (!match) return null;
  const sheet = match[1] === undefined ? match[2]! : match[1].replaceAll("''", "'");
  if (sheet.startsWith('[') || sheet.startsWith('#')) return null;
  const first = columnNumber(match[3]!);
  const last = match[5] === undefined ? first : columnNumber(match[5]);
  const row = Number(match[4]);
  const lastRow = match[6] === undefined ? row : Number(match[6]);
  if ((row === 0) !== (lastRow === 0)) return null;
  return {
    sheet,
    left: Math.min(first, last),
    right: Math.max(first, last),
    top: Math.min(row, lastRow),
    bottom: Math.max(row, lastRow),
  };
}

/** Quotes a sheet's name for a reference; always with quotes, which every reader takes. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
