import type { RawColumn, SheetGrid } from './grid';
import { CellKind } from './grid';
import { kindAt, trimText } from './cells';
import { carriedRows } from './merges';
import { shownNumber } from './numberFormat';
import type { Unknown } from '../facts/column';
import { FactState } from '../facts/column';
import type { FieldId } from './table';

/** Cells of one column, case by case; a vertically merged value is found in every row that it covers. */
export interface ColumnSource {
  readonly field: FieldId;
  readonly grid: SheetGrid;
  readonly raw: RawColumn;
  readonly count: number;
  /** Case -> index into the raw column. */
  readonly at: Int32Array;
  readonly texts: TextPool;
}

/** The sheet's strings, each trimmed once, and which of them mean that nothing was filled in. */
export class TextPool {
  private readonly trimmed: (string | undefined)[];
  private readonly blank: Int8Array;

  constructor(
    private readonly strings: readonly string[],
    private readonly marks: ReadonlySet<string>,
  ) {
    this.trimmed = new Array<string | undefined>(strings.length);
    this.blank = new Int8Array(strings.length);
  }

  text(string: number): string {
    const known = this.trimmed[string];
    if (known !== undefined) return known;
    const text = trimText(this.strings[string] ?? '');
    this.trimmed[string] = text;
    return text;
  }

  /** Whether a text is a placeholder such as `/` or 无. */
  isMark(text: string): boolean {
    return isBlankMark(text, this.marks);
  }

  /** The same for a string of the sheet, remembered. */
  isBlankMark(string: number): boolean {
    const known = this.blank[string];
    if (known) return known === 1;
    const is = isBlankMark(this.text(string), this.marks);
    this.blank[string] = is ? 1 : 2;
    return is;
  }
}

/** Placeholders are short; longer texts are not looked at. */
const LONGEST_MARK = 16;

/** Whether a text is one of the placeholders, or nothing but strokes and dots. */
export const isBlankMark = (text: string, marks: ReadonlySet<string>): boolean =>
  text.length <= LONGEST_MARK &&
  (marks.has(text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')) || /^[-—–―－_／/\\~～·.。…*\s]+$/u.test(text));

/** Prepares a column for reading: where each case's cell is, merged values carried down from `firstRow` on. */
export function columnSource(
  field: FieldId,
  grid: SheetGrid,
  raw: RawColumn,
  rows: Int32Array,
  firstRow: number,
  texts: TextPool,
): ColumnSource {
  const carried = carriedRows(grid, raw.column, firstRow);
  const at = carried.size === 0 ? rows : rows.map((row) => carried.get(row) ?? row);
  return { field, grid, raw, count: rows.length, at, texts };
}

/** The text a person sees in a case's cell; '' for blank. */
export function seenText(source: ColumnSource, index: number): string {
  const { raw, grid, texts } = source;
  const at = source.at[index] ?? -1;
  const value = raw.numbers[at] ?? 0;
  switch (kindAt(raw, at)) {
    case CellKind.text:
    case CellKind.error:
      return texts.text(value);
    case CellKind.number:
      return shownNumber(value, formatOf(source, at), grid.date1904);
    case CellKind.boolean:
      return value === 0 ? 'FALSE' : 'TRUE';
    default:
      return '';
  }
}

/** The number format of a raw cell; '' where the host tells none. */
export const formatOf = ({ raw, grid }: ColumnSource, at: number): string =>
  raw.styles === null ? '' : (grid.formats[raw.styles[at] ?? 0] ?? '');

/** Why an error cell or a formula without a cached value says nothing, not even whether it is blank. */
export function cellUnknown({ field, raw, texts }: ColumnSource, at: number): Unknown {
  const state = FactState.unknown;
  if (kindAt(raw, at) === CellKind.uncached) return { unknown: 'formula-not-calculated', state, field };
  return { unknown: 'cell-error', state, field, params: { seen: texts.text(raw.numbers[at] ?? -1) } };
}

/** A cell that holds something no reading fits. */
export const unreadable = (
  field: FieldId,
  code: string,
  params: Readonly<Record<string, string | number>>,
): Unknown => ({
  unknown: code,
  state: FactState.unreadable,
  field,
  params,
});
