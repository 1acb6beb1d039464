import type { CivilDay } from '../dates/civil';
import { numberAsDate, readDateText, readSerial, type DateReading } from '../dates/dateText';
import { problem, type Problem } from '../problem';
import { kindAt, textAt } from './cells';
import { address, CellKind, type RawColumn, type SheetGrid } from './grid';
import { headingText } from './headingText';
import { dateFormat, shownNumber } from './numberFormat';

const SEARCHED_ROWS = 20;

/** Headings of a sheet that is read row by row, each with its spellings, and those it can't do without. */
export interface SheetHeadings {
  readonly headings: Readonly<Record<string, readonly string[]>>;
  readonly needed: readonly string[];
}

/** A sheet whose headings were found, read cell by cell. */
export interface Sheet {
  readonly name: string;
  /** The headings that are there, as they are written on the sheet. */
  readonly written: ReadonlyMap<string, string>;
  /** Indices into the grid's rows below the header. */
  readonly rows: readonly number[];
  text(row: number, heading: string): string;
  number(row: number, heading: string): number | null;
  /** null for blank; a problem was noted where it can't be read, with those of the sheet unless given elsewhere. */
  day(row: number, heading: string, notedIn?: Problem[]): CivilDay | null | undefined;
  place(row: number, heading: string): { readonly sheet: string; readonly cell: string };
}

/** Finds the row of headings on a sheet; null, and a problem noted, where one that is needed is not there. */
export function openSheet(
  grid: SheetGrid,
  name: string,
  { headings: wanted, needed }: SheetHeadings,
  problems: Problem[],
): Sheet | null {
  for (let i = 0; i < Math.min(grid.rows.length, SEARCHED_ROWS); i++) {
    const columns = new Map<string, RawColumn>();
    for (const column of grid.columns) {
      const { keys } = headingText(textAt(grid, column, i));
      const heading = Object.keys(wanted).find((own) =>
        wanted[own]?.some((spelling) => keys.includes(headingText(spelling).keys[0] ?? '')),
      );
      if (heading !== undefined && !columns.has(heading)) columns.set(heading, column);
    }
    if (needed.every((heading) => columns.has(heading))) return sheetFrom(grid, name, columns, i, problems);
  }
  problems.push(problem('companion-heading-missing', { sheet: name, headings: Object.keys(wanted) }, { sheet: name }));
  return null;
}

function sheetFrom(
  grid: SheetGrid,
  name: string,
  columns: ReadonlyMap<string, RawColumn>,
  header: number,
  problems: Problem[],
): Sheet {
  const cellOf = (row: number, heading: string): string =>
    address(grid.rows[row] ?? 0, columns.get(heading)?.column ?? 1);
  const text = (row: number, heading: string): string => {
    const column = columns.get(heading);
    if (!column) return '';
    if (kindAt(column, row) !== CellKind.number) return textAt(grid, column, row);
    const format = column.styles === null ? '' : (grid.formats[column.styles[row] ?? 0] ?? '');
    return shownNumber(column.numbers[row] ?? 0, format, grid.date1904);
  };
  const rows: number[] = [];
  for (let i = header + 1; i < grid.rows.length; i++) {
    if ([...columns.keys()].some((heading) => text(i, heading) !== '')) rows.push(i);
  }
  return {
    name,
    written: new Map([...columns].map(([heading, column]) => [heading, textAt(grid, column, header)])),
    rows,
    text,
    number: (row, heading) => {
      const column = columns.get(heading);
      return column && kindAt(column, row) === CellKind.number ? (column.numbers[row] ?? null) : null;
    },
    day(row, heading, notedIn = problems) {
      const column = columns.get(heading);
      if (!column || text(row, heading) === '') return null;
      const reading = dayIn(grid, column, row);
      if ('on' in reading) return reading.on;
      const params = { sheet: name, cell: cellOf(row, heading), seen: text(row, heading), why: reading.unreadable };
      notedIn.push(problem('companion-date-unreadable', params, { sheet: name, cell: cellOf(row, heading) }));
      return undefined;
    },
    place: (row, heading) => ({ sheet: name, cell: cellOf(row, heading) }),
  };
}

function dayIn(grid: SheetGrid, column: RawColumn, row: number): DateReading {
  if (kindAt(column, row) !== CellKind.number)
    return readDateText(textAt(grid, column, row), { year: null, order: null });
  const value = column.numbers[row] ?? NaN;
  const format = column.styles === null ? '' : (grid.formats[column.styles[row] ?? 0] ?? '');
  return dateFormat(format) === 'none' ? numberAsDate(value, grid.date1904) : readSerial(value, grid.date1904);
}

/** Whether all the cells a row can't do without are filled; says which is not. */
export function complete(sheet: Sheet, row: number, headings: readonly string[], problems: Problem[]): boolean {
  const blank = headings.filter((heading) => sheet.text(row, heading) === '');
  for (const heading of blank) {
    const place = sheet.place(row, heading);
    problems.push(problem('companion-cell-blank', { sheet: sheet.name, cell: place.cell, heading }, place));
  }
  return blank.length === 0;
}

/** Notes a row that says again what one above it says. */
export function duplicate(sheet: Sheet, row: number, heading: string, problems: Problem[]): void {
  const place = sheet.place(row, heading);
  const params = { sheet: sheet.name, cell: place.cell, seen: sheet.text(row, heading) };
  problems.push(problem('companion-duplicate', params, place));
}
