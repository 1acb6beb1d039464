import type { MappingCorrection } from '../../../src/core/ledger/findLedger';
import { columnNumber } from '../../../src/core/ledger/grid';
import type { FieldId } from '../../../src/core/ledger/table';
import type { MappingView } from '../../../src/ports/checker';

/** What the user changed in the mapping and has not kept yet. */
export interface MappingDraft {
  /** By column letters; null for a column that is not used. */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  readonly header: { readonly first: string; readonly last: string } | null;
}

export const NO_DRAFT: MappingDraft = { columns: new Map(), header: null };

/** Most rows that a header can have. */
const MOST_HEADER_ROWS = 10;

/** The field of a column as it would be. */
export function fieldOf(view: MappingView, { columns }: MappingDraft, column: string): FieldId | null {
  const own = columns.get(column);
  return own === undefined ? (view.columns.find((one) => one.column === column)?.field ?? null) : own;
}

/** The column that a field would have; null where none. */
export const columnOf = (view: MappingView, draft: MappingDraft, field: FieldId): string | null =>
  view.columns.find(({ column }) => fieldOf(view, draft, column) === field)?.column ?? null;

/** The draft with a column given a field; back to what it was where that is the same. */
export function withField(view: MappingView, draft: MappingDraft, column: string, field: FieldId | null): MappingDraft {
  const columns = new Map(draft.columns);
  columns.delete(column);
  if (fieldOf(view, { ...draft, columns }, column) !== field) columns.set(column, field);
  return { ...draft, columns };
}

/** The rows of a header as typed; null where they are none. */
export function headerRowsOf({ header }: MappingDraft): { readonly first: number; readonly last: number } | null {
  if (header === null) return null;
  const [first, last] = [Number(header.first), Number(header.last)];
  const isSound = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first;
  return isSound && last - first < MOST_HEADER_ROWS ? { first, last } : null;
}

/** How many things differ from what is kept. */
export const changesIn = ({ columns, header }: MappingDraft): number => columns.size + (header === null ? 0 : 1);

/** What is to be kept: earlier corrections stand but for what was changed since. */
export function correctionOf(view: MappingView, draft: MappingDraft): MappingCorrection {
  const columns: Record<FieldId, number | null> = { ...view.correction?.columns };
  for (const column of draft.columns.keys()) {
    const before = view.columns.find((one) => one.column === column)?.field ?? null;
    if (before !== null && columnOf(view, draft, before) === null) columns[before] = null;
  }
  for (const [column, field] of draft.columns) if (field !== null) columns[field] = columnNumber(column);
  const headerRows = headerRowsOf(draft) ?? view.correction?.headerRows;
  return { ...(headerRows ? { headerRows } : {}), columns };
}
