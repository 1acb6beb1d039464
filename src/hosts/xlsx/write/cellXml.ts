import { formatIso } from '../../../core/dates/civil';
import { address } from '../../../core/ledger/grid';
import { cellText, MAX_CELL_TEXT, serialOf } from '../../../core/writeplan/cellContent';
import type { PlanCell, PlanStyle } from '../../../core/writeplan/plan';
import type { TextSink } from './partStream';
import { escapeText } from './xmlText';

export { cellText, MAX_CELL_TEXT, serialOf } from '../../../core/writeplan/cellContent';

/** What a cell holds, as far as its format depends on it; `quoted` is text that would be a formula if typed again. */
export type CellLook = 'text' | 'quoted' | 'link' | 'number' | 'points' | 'day';

/** Gives the index of the cell format for a style and what the cell holds. */
export type LookUpFormat = (style: PlanStyle, look: CellLook) => number;

export interface CellContext {
  /** Prefix of the sheet's elements with its colon, or ''. */
  readonly prefix: string;
  readonly date1904: boolean;
  readonly format: LookUpFormat;
}

/** By UTF-16 unit: what may need care in a cell's text; blanks only where they stand at an end or side by side. */
const CAREFUL = 1;
const BLANK = 2;
const BREAK = 4;
const UNITS = unitsToMind();

function unitsToMind(): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const control = unit < 0x20 || unit >= 0xfffe;
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (unit === 0x0a) units[unit] = BREAK | BLANK;
    else if (control || surrogate || '&<>_'.includes(String.fromCharCode(unit))) units[unit] = CAREFUL;
    else if (/\s/.test(String.fromCharCode(unit))) units[unit] = BLANK;
  }
  return units;
}

/**
 * The `<t>` start tag's rest of a text that can stand as it is, by one look; null where something must be left out,
 * replaced or escaped. Most texts hold nothing of the kind.
 */
function spaceOf(text: string): string | null {
  if (text.length > MAX_CELL_TEXT) return null;
  let before = BLANK;
  let preserve = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = UNITS[text.charCodeAt(i)]!;
    if (unit === CAREFUL) return null;
    preserve |= (unit & before) | (unit & BREAK);
    before = unit & BLANK;
  }
  return (preserve | before) === 0 ? '' : PRESERVE;
}

const PRESERVE = ' xml:space="preserve"';

/** Escapes `_x0041_`-like text, which readers of sheets would take for an escaped character. */
const protectEscapes = (text: string): string => text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

/** The `<is>`-less text element of an inline string. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|\s\s|\n|\t/.test(text) ? PRESERVE : '';
  return `<${prefix}t${space}>${escapeText(protectEscapes(text))}</${prefix}t>`;
}

/** Whether text would become a formula, were it typed into the cell again. */
const looksLikeFormula = (text: string): boolean => FORMULA_BEGINS.includes(text.charAt(0));
const FORMULA_BEGINS = '=+-@\t';

/** Writes one planned cell at a place; always with its own address, never a formula. */
export function writeCell(
  out: TextSink,
  row: number,
  column: number,
  cell: NonNullable<PlanCell>,
  context: CellContext,
): void {
  if ('text' in cell) return writeText(out, row, column, cell.text, cell.style, context, cell.link !== undefined);
  const number = 'day' in cell ? serialOf(cell.day, context.date1904) : cell.number;
  if (number === null || !Number.isFinite(number))
    return writeText(out, row, column, 'day' in cell ? formatIso(cell.day) : '', cell.style, context, false);
  const p = context.prefix;
  const look = 'day' in cell ? 'day' : cell.decimals === undefined ? 'number' : 'points';
  writeOpening(out, row, column, context.format(cell.style, look), p);
  out.text(`"><${p}v>${number}</${p}v></${p}c>`);
}

/** The same as text. */
export function cellXml(row: number, column: number, cell: NonNullable<PlanCell>, context: CellContext): string {
  let xml = '';
  writeCell({ text: (piece) => (xml += piece) }, row, column, cell, context);
  return xml;
}

function writeText(
  out: TextSink,
  row: number,
  column: number,
  text: string,
  style: PlanStyle,
  context: CellContext,
  linked: boolean,
): void {
  const p = context.prefix;
  const space = spaceOf(text);
  const clean = space === null ? cellText(text) : text;
  if (clean === '') return out.text(blankCellXml(row, column, context.format(style, 'text'), p));
  const look = looksLikeFormula(clean) ? 'quoted' : linked ? 'link' : 'text';
  writeOpening(out, row, column, context.format(style, look), p);
  // Few cells are not plain, and few sheets have a prefix: what is written most is written as it stands here.
  if (space !== null && p === '') {
    out.text(space === '' ? '" t="inlineStr"><is><t>' : `" t="inlineStr"><is><t${space}>`);
    out.text(text);
    out.text('</t></is></c>');
  } else {
    out.text(`" t="inlineStr"><${p}is>${textElement(clean, p)}</${p}is></${p}c>`);
  }
}

/** `<c r="A1" s="4`, up to what follows the number of the format. */
function writeOpening(out: TextSink, row: number, column: number, format: number, prefix: string): void {
  out.text(prefix === '' ? '<c r="' : `<${prefix}c r="`);
  out.text(address(row, column));
  out.text('" s="');
  out.text(String(format));
}

/** An empty cell that has a format. */
export const blankCellXml = (row: number, column: number, format: number, prefix: string): string =>
  `<${prefix}c r="${address(row, column)}" s="${format}"/>`;
