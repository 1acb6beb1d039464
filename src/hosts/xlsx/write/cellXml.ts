import { formatIso } from '../../../core/dates/civil';
import { address } from '../../../core/ledger/grid';
import { cellText, serialOf } from '../../../core/writeplan/cellContent';
import type { PlanCell, PlanStyle } from '../../../core/writeplan/plan';
import { escapeText } from './xmlText';

export { cellText, MAX_CELL_TEXT, serialOf } from '../../../core/writeplan/cellContent';

/** What a cell holds, as far as its format depends on it; `quoted` is text that would be a formula if typed again. */
export type CellLook = 'text' | 'quoted' | 'link' | 'number' | 'day';

/** Gives the index of the cell format for a style and what the cell holds. */
export type LookUpFormat = (style: PlanStyle, look: CellLook) => number;

export interface CellContext {
  /** Prefix of the sheet's elements with its colon, or ''. */
  readonly prefix: string;
  readonly date1904: boolean;
  readonly format: LookUpFormat;
}

/** Escapes `_x0041_`-like text, which readers of sheets would take for an escaped character. */
const protectEscapes = (text: string): string => text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

/** The `<is>`-less text element of an inline string. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|\s\s|\n|\t/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeText(protectEscapes(text))}</${prefix}t>`;
}

/** Whether text would become a formula, were it typed into the cell again. */
const looksLikeFormula = (text: string): boolean => /^[=+\-@\t]/.test(text);

/** The XML of one planned cell at a place; always with its own address, never a formula. */
export function cellXml(row: number, column: number, cell: NonNullable<PlanCell>, context: CellContext): string {
  if ('text' in cell) return textCellXml(row, column, cell.text, cell.style, context, cell.link !== undefined);
  const number = 'day' in cell ? serialOf(cell.day, context.date1904) : cell.number;
  if (number === null || !Number.isFinite(number))
    return textCellXml(row, column, 'day' in cell ? formatIso(cell.day) : '', cell.style, context);
  const style = context.format(cell.style, 'day' in cell ? 'day' : 'number');
  const p = context.prefix;
  return `<${p}c r="${address(row, column)}" s="${style}"><${p}v>${number}</${p}v></${p}c>`;
}

function textCellXml(
  row: number,
  column: number,
  text: string,
  style: PlanStyle,
  context: CellContext,
  linked = false,
): string {
  const p = context.prefix;
  const clean = cellText(text);
  if (clean === '') return blankCellXml(row, column, context.format(style, 'text'), p);
  const format = context.format(style, looksLikeFormula(clean) ? 'quoted' : linked ? 'link' : 'text');
  const inline = `<${p}is>${textElement(clean, p)}</${p}is>`;
  return `<${p}c r="${address(row, column)}" s="${format}" t="inlineStr">${inline}</${p}c>`;
}

/** An empty cell that has a format. */
export const blankCellXml = (row: number, column: number, format: number, prefix: string): string =>
  `<${prefix}c r="${address(row, column)}" s="${format}"/>`;
