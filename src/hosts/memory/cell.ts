import { CellKind } from '../../core/ledger/grid';
import { DAY_FORMAT, GENERAL, POINTS_FORMAT } from '../../core/writeplan/numberFormats';
import { cellText, serialOf } from '../../core/writeplan/cellContent';
import type { PlanCell } from '../../core/writeplan/plan';

/** What a cell of a workbook in memory is made from; null and '' are blank. */
export type CellContent =
  | null
  | string
  | number
  | boolean
  | { readonly number: number; readonly format: string }
  | { readonly error: string }
  | { readonly uncached: true };

export interface MemoryCell {
  readonly kind: CellKind;
  /** The number; 1 or 0 for booleans; 0 for all others. */
  readonly number: number;
  /** The text of a text or an error; '' for all others. */
  readonly text: string;
  /** The number format's code. */
  readonly format: string;
}

/** A cell from its content; null for a blank one without a format. */
export function cellOf(content: CellContent, format = GENERAL): MemoryCell | null {
  if (content === null || content === '') return format === GENERAL ? null : blank(format);
  const plain = { number: 0, text: '', format };
  if (typeof content === 'string') return { ...plain, kind: CellKind.text, text: content };
  if (typeof content === 'number') return { ...plain, kind: CellKind.number, number: content };
  if (typeof content === 'boolean') return { ...plain, kind: CellKind.boolean, number: Number(content) };
  if ('error' in content) return { ...plain, kind: CellKind.error, text: content.error };
  if ('number' in content) return { ...plain, kind: CellKind.number, ...content };
  return { ...plain, kind: CellKind.uncached };
}

/** A planned cell; null for a blank one. */
export function plannedCell(cell: PlanCell, date1904: boolean): MemoryCell | null {
  if (cell === null) return null;
  if ('text' in cell) return cellOf(cellText(cell.text));
  if ('number' in cell) return cellOf(cell.number, cell.decimals ? POINTS_FORMAT : GENERAL);
  return cellOf(serialOf(cell.day, date1904), DAY_FORMAT);
}

const blank = (format: string): MemoryCell => ({ kind: CellKind.blank, number: 0, text: '', format });

export const isBlank = (cell: MemoryCell | undefined): boolean =>
  cell === undefined || cell.kind === CellKind.blank || (cell.kind === CellKind.text && cell.text === '');
