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

/** What a string of the sheet was found to be. */
const UNSEEN = 0;
/** It stands as it is. */
const PLAIN = 1;
/** Trimmed, it is another text. */
const TRIMMED = 2;
/** It is a placeholder. */
const MARK = 4;

/** The sheet's strings, each looked at once: trimmed where there is something to trim, and known for placeholders. */
export class TextPool {
  private found: Uint8Array;
  private readonly trimmed = new Map<number, string>();

  constructor(
    private readonly strings: readonly string[],
    private readonly marks: ReadonlySet<string>,
  ) {
    this.found = new Uint8Array(strings.length);
  }

  text(string: number): string {
    const found = this.look(string);
    return (found & TRIMMED) === 0 ? (this.strings[string] ?? '') : (this.trimmed.get(string) ?? '');
  }

  /** The text of a string, '' where it is a placeholder. */
  told(string: number): string {
    const found = this.look(string);
    if (found === PLAIN) return this.strings[string] ?? '';
    return (found & MARK) !== 0 ? '' : this.text(string);
  }

  /** Whether a text is a placeholder such as `/` or 无. */
  isMark(text: string): boolean {
    return isBlankMark(text, this.marks);
  }

  /** The same for a string of the sheet. */
  isBlankMark(string: number): boolean {
    return (this.look(string) & MARK) !== 0;
  }

  private look(string: number): number {
    if (string >= this.found.length && string < this.strings.length) this.grow();
    const known = this.found[string] ?? PLAIN;
    if (known !== UNSEEN) return known;
    const raw = this.strings[string] ?? '';
    const text = trimText(raw);
    const found = (text === raw ? PLAIN : TRIMMED) | (isBlankMark(text, this.marks) ? MARK : 0);
    if (text !== raw) this.trimmed.set(string, text);
    this.found[string] = found;
    return found;
  }

  /** Edits of the sheet add strings. */
  private grow(): void {
    const found = new Uint8Array(this.strings.length * 2);
    found.set(this.found);
    this.found = found;
  }
}

/** Placeholders are short; longer texts are not looked at. */
const LONGEST_MARK = 16;

/** Whether a text is one of the placeholders, or nothing but strokes and dots. */
export const isBlankMark = (text: string, marks: ReadonlySet<string>): boolean =>
  text.length <= LONGEST_MARK &&
  mayBeMark(text, marks) &&
  (marks.has(text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')) || /^[-—–―－_／/\\~～·.。…*\s]+$/u.test(text));

/** What the placeholders last asked for begin with, by UTF-16 unit: a ledger has one set of them. */
let begins: { readonly marks: ReadonlySet<string>; readonly by: Uint8Array } | null = null;

/** A glance at the first character, which tells most numbers, names and words from a placeholder. */
function mayBeMark(text: string, marks: ReadonlySet<string>): boolean {
  const code = text.charCodeAt(0);
  const isWord = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  if (!isWord) return true;
  if (begins?.marks !== marks) {
    begins = { marks, by: new Uint8Array(65536) };
    for (const mark of marks) if (mark !== '') begins.by[mark.charCodeAt(0)] = 1;
  }
  return begins.by[code] === 1;
}

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
