/**
 * What a host hands over: one worksheet as columns, nothing interpreted. The same form for files, for Excel
 * and for memory; typed arrays so that it can be transferred to a worker without a copy.
 */
export interface SheetGrid {
  readonly sheet: string;
  /** 1-based worksheet row numbers that hold at least one cell, ascending; the columns below are dense over these. */
  readonly rows: Int32Array;
  /** Non-blank columns only, by 1-based worksheet column number, ascending. */
  readonly columns: readonly RawColumn[];
  /** Texts of cells; `RawColumn.numbers` holds the index where the kind is `text`, `error`, or `formula`. */
  readonly strings: readonly string[];
  /** Number formats by style index (the format code, `General` where none); empty where the host gives none. */
  readonly formats: readonly string[];
  /** Merged areas, or null where the host can't tell (Excel below ExcelApi 1.13): then merges are unknown. */
  readonly merges: readonly CellArea[] | null;
  /** 1-based rows hidden by hand or by a filter; they count all the same. */
  readonly hiddenRows: Int32Array;
  /** 1-based hidden columns; they are read all the same. */
  readonly hiddenColumns: Int32Array;
  readonly date1904: boolean;
  /** 1-based columns (first, last) the add-in owns by its marker, never read as the user's; null if none. */
  readonly ownedColumns: { readonly first: number; readonly last: number } | null;
}

/** 1-based, inclusive on all sides. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One worksheet column over `SheetGrid.rows`; the arrays may be shorter than `rows`: what lies beyond is blank. */
export interface RawColumn {
  /** 1-based worksheet column number. */
  readonly column: number;
  readonly kinds: Uint8Array;
  /** The number; 0 or 1 for booleans; an index into `SheetGrid.strings` for text and errors. */
  readonly numbers: Float64Array;
  /** Index into `SheetGrid.formats`; null where the host gives none. */
  readonly styles: Uint16Array | null;
}

export const CellKind = {
  blank: 0,
  number: 1,
  text: 2,
  boolean: 3,
  /** An error value such as #REF!; its text is in `strings`. */
  error: 4,
  /** A formula that has no cached value: nothing can be said of it. */
  uncached: 5,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** Column letters of a 1-based column number: 1 is A, 28 is AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 1-based column number of column letters (any case), or 0 where they are not letters. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) return 0;
    n = n * 26 + digit;
  }
  return n;
}

/** Letters of the columns that were asked for, by 1-based number. */
const letters: string[] = [];

/** A1 address of a cell: `address(4, 8)` is H4. */
export const address = (row: number, column: number): string => (letters[column] ??= columnLetters(column)) + row;
