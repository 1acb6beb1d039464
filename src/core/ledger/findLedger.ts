import { fail, ok, problem, type Result } from '../problem';
import type { SheetGrid } from './grid';
import { ledgerBody, type LedgerBody } from './bodyRows';
import { isEmptyAt } from './cells';
import { findHeader, type FoundHeader } from './findHeader';
import type { HeaderRows } from './headerBlock';
import { mergeIndex } from './merges';
import { synonymIndex, type SynonymIndex } from './matchHeading';
import { blankMarks } from './readLedger';
import { RereadLedger, type RereadableTable } from './rereadLedger';
import type { FieldId, LedgerTable, MappingConflict } from './table';
import type { LedgerVocabulary } from './vocabulary';

/** What a person corrected in how a sheet was understood; all parts optional. */
export interface MappingCorrection {
  /** 1-based worksheet rows of the header, inclusive. */
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** Field -> its 1-based worksheet column, or null where the ledger has none. */
  readonly columns?: Readonly<Record<FieldId, number | null>>;
}

const indexes = new WeakMap<LedgerVocabulary['fields'], SynonymIndex>();

function indexOf(pack: LedgerVocabulary): SynonymIndex {
  const index = indexes.get(pack.fields) ?? synonymIndex(pack.fields);
  indexes.set(pack.fields, index);
  return index;
}

/** How well a ledger's header is recognised on a sheet; 0 where none is found. Comparable between sheets. */
export const headerScore = (grid: SheetGrid, pack: LedgerVocabulary): number =>
  findHeader(grid, indexOf(pack))?.mapping.score ?? 0;

/**
 * Finds the ledger on a sheet and reads it into typed columns (design, section 3): header of one to four rows,
 * columns by synonyms, cases down to the totals. Problems: `sheet-empty`, `header-not-found` (with the labels looked
 * for), `correction-impossible`.
 */
export function findLedger(
  grid: SheetGrid,
  pack: LedgerVocabulary,
  correction: MappingCorrection = {},
): Result<LedgerTable> {
  const found = findLedgerParts(grid, pack, correction);
  return found.ok ? ok(found.value.table) : found;
}

/** A ledger with what finding it rested on, so that it can be told what an edit of the sheet changes. */
export interface LedgerParts {
  readonly table: RereadableTable;
  readonly body: LedgerBody;
  /** The last worksheet row of the header. */
  readonly headerBottom: number;
  /** Whether the grid as it is now has its header where it was, with the same meaning. */
  isHeaderSame(): boolean;
}

/** The same as `findLedger`, for a grid whose cells may change. */
export function findLedgerParts(
  grid: SheetGrid,
  pack: LedgerVocabulary,
  correction: MappingCorrection = {},
): Result<LedgerParts> {
  const place = { sheet: grid.sheet };
  if (isEmptySheet(grid)) return fail(problem('sheet-empty', { sheet: grid.sheet }, place));
  const index = indexOf(pack);
  const wrong = impossible(grid, pack, correction);
  if (wrong.length > 0) return fail(...wrong.map((params) => problem('correction-impossible', params, place)));
  const found = findHeader(grid, index, givenRows(correction));
  if (!found) {
    const wanted = ['serial', 'content', 'unit', 'caseLeader', 'timeLimit'];
    const looked = wanted.flatMap((id) => pack.fields.find((field) => field.id === id)?.label ?? []);
    return fail(problem('header-not-found', { sheet: grid.sheet, looked }, place));
  }
  const header = corrected(found, correction);
  const known = (key: string): boolean => index.exact.has(key);
  const body = ledgerBody(grid, header, mergeIndex(grid), blankMarks(pack), known);
  const meaning = meaningOf(found);
  return ok({
    table: new RereadLedger(grid, pack, header, body.rows),
    body,
    headerBottom: header.rows.bottom,
    isHeaderSame: () => meaningOf(findHeader(grid, index, givenRows(correction))) === meaning,
  });
}

/** Everything about a header that reading the ledger rests on, as a text to compare. */
const meaningOf = (header: FoundHeader | null): string | null =>
  header &&
  JSON.stringify([
    header.rows,
    header.mapping.extent,
    header.mapping.conflicts,
    [...header.mapping.columns],
    [...header.mapping.headings],
  ]);

const isEmptySheet = (grid: SheetGrid): boolean =>
  !grid.columns.some((column) => {
    for (let i = 0; i < grid.rows.length; i++) if (!isEmptyAt(grid, column, i)) return true;
    return false;
  });

function givenRows({ headerRows }: MappingCorrection): HeaderRows | undefined {
  return headerRows && { top: headerRows.first, bottom: headerRows.last };
}

function impossible(
  grid: SheetGrid,
  pack: LedgerVocabulary,
  { headerRows, columns }: MappingCorrection,
): readonly Record<string, string | number>[] {
  const wrong: Record<string, string | number>[] = [];
  if (headerRows) {
    const { first, last } = headerRows;
    const whole = Number.isInteger(first) && Number.isInteger(last);
    if (!whole || first < 1 || last < first || last - first > 9) wrong.push({ what: 'headerRows', first, last });
  }
  for (const [field, column] of Object.entries(columns ?? {})) {
    const exists = pack.fields.some(({ id }) => id === field);
    const real = column === null || (Number.isInteger(column) && column >= 1 && column <= 16384);
    if (!exists || !real) wrong.push({ what: 'columns', field, column: column ?? 0, sheet: grid.sheet });
  }
  return wrong;
}

/** Puts a person's columns in place of what the headings said; what they settle is no conflict any more. */
function corrected(found: FoundHeader, correction: MappingCorrection): FoundHeader {
  const own = Object.entries(correction.columns ?? {});
  if (own.length === 0) return found;
  const { mapping } = found;
  const columns = new Map(mapping.columns);
  for (const [field] of own) columns.delete(field);
  for (const [field, column] of own) {
    if (column === null) continue;
    for (const [other, taken] of columns) if (taken === column) columns.delete(other);
    columns.set(field, column);
  }
  const settledColumns = new Set(columns.values());
  const stands = ({ fields, columns: rivals }: MappingConflict): boolean =>
    fields.some((field) => !own.some(([id]) => id === field)) && !rivals.every((column) => settledColumns.has(column));
  const used = [...columns.values()];
  const extent = {
    left: Math.min(mapping.extent.left || Infinity, ...used),
    right: Math.max(mapping.extent.right, ...used),
  };
  return { rows: found.rows, mapping: { ...mapping, columns, extent, conflicts: mapping.conflicts.filter(stands) } };
}
