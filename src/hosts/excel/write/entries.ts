import { formatIso } from '../../../core/dates/civil';
import { cellText, serialOf } from '../../../core/writeplan/cellContent';
import { DAY_FORMAT, GENERAL, POINTS_FORMAT } from '../../../core/writeplan/numberFormats';
import type { PlanCell, PlanStyle } from '../../../core/writeplan/plan';

/** How a cell of ours looks: its style and what it holds, as far as looks depend on it. */
export type CellLook = `${PlanStyle}/${'text' | 'link' | 'number' | 'points' | 'day'}` | 'none';

/** A planned cell as Office.js takes it. */
export interface Entry {
  /** What is written: text with an apostrophe before it, so that Excel never takes it for a formula, number or date. */
  readonly write: string | number;
  /** What must stand in the cell afterwards. */
  readonly expect: string | number;
  readonly look: CellLook;
}

export const NOTHING: Entry = { write: '', expect: '', look: 'none' };

/** Turns planned cells into what is written; a day before the date system begins is written as text. */
export function entryOf(cell: PlanCell | undefined, date1904: boolean): Entry {
  if (cell === null || cell === undefined) return NOTHING;
  if ('text' in cell) return textEntry(cell.text, `${cell.style}/${cell.link ? 'link' : 'text'}`);
  if ('number' in cell)
    return Number.isFinite(cell.number)
      ? { write: cell.number, expect: cell.number, look: `${cell.style}/${cell.decimals ? 'points' : 'number'}` }
      : textEntry('', `${cell.style}/text`);
  const serial = serialOf(cell.day, date1904);
  if (serial === null) return textEntry(formatIso(cell.day), `${cell.style}/text`);
  return { write: serial, expect: serial, look: `${cell.style}/day` };
}

export function textEntry(text: string, look: CellLook): Entry {
  const clean = cellText(text);
  return { write: clean === '' ? '' : `'${clean}`, expect: clean, look };
}

/** The number format of a cell that holds a number; null for one to which none matters: text, or nothing. */
export function numberFormatOf({ look }: Entry): string | null {
  if (look.endsWith('/day')) return DAY_FORMAT;
  if (look.endsWith('/points')) return POINTS_FORMAT;
  return look.endsWith('/number') ? GENERAL : null;
}

/** Whether a cell holds what was written. */
export const isAsWritten = (entry: Entry, found: unknown): boolean =>
  found === entry.expect || (typeof found === 'string' && found.replace(/\r\n?/g, '\n') === entry.expect);
