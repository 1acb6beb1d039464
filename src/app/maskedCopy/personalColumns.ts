import { columnsByNumber, kindAt } from '../../core/ledger/cells';
import { findLedger } from '../../core/ledger/findLedger';
import { CellKind, type RawColumn, type SheetGrid } from '../../core/ledger/grid';
import { matchHeading, synonymIndex, Tier } from '../../core/ledger/matchHeading';
import { OFFICIAL_FIELDS } from '../../core/masking/ledgerMasker';
import type { FieldDefinition, RulePack } from '../../core/rules/pack';
import { fieldLikeHeading } from './personHeadings';

/** Cells of a sheet that say who someone is, who answers for a case, or what it is known by. */
export interface SpecialCells {
  /** The field of a cell below a heading, or beside one; null for any other cell. */
  fieldOf(row: number, column: number): FieldDefinition | null;
  /** Every such cell with what it holds. */
  readonly cells: readonly { readonly field: FieldDefinition; readonly text: string; readonly row: number }[];
  /** Whether the sheet is a ledger, not some other list. */
  readonly isLedger: boolean;
}

/** Numbers of cases look like numbers of people; they stay, so that a case can be found again. */
export const KEPT_FIELDS: ReadonlySet<string> = new Set(['serial', 'caseNo']);
const ROWS_SEARCHED = 100;

const isSpecial = ({ id, personal }: FieldDefinition): boolean =>
  personal === true || KEPT_FIELDS.has(id) || OFFICIAL_FIELDS.has(id);

/**
 * Finds them: on a ledger below its own headings, on any other sheet below, or to the right of, any cell that is a heading
 * of a personal field (a form says 姓名 | 测试甲).
 */
export function specialCells(grid: SheetGrid, pack: RulePack): SpecialCells {
  const fields = new Map(pack.fields.filter(isSpecial).map((field) => [field.id, field]));
  const below = new Map<number, { readonly from: number; readonly field: FieldDefinition }[]>();
  const beside = new Map<string, FieldDefinition>();
  const put = (column: number, from: number, field: FieldDefinition): void => {
    below.set(column, [{ from, field }, ...(below.get(column) ?? [])]);
  };
  const ledger = findLedger(grid, pack);
  const headings = new Set<string>();
  if (ledger.ok) {
    const from = Math.max(...ledger.value.headerRows) + 1;
    for (const [id, column] of ledger.value.columns) {
      const field = fields.get(id);
      if (field) put(column, from, field);
    }
    for (const { fields: ids, columns } of ledger.value.conflicts) {
      const field = ids.map((id) => fields.get(id)).find((one) => one?.personal === true);
      if (field) for (const column of columns) put(column, from, field);
    }
    for (const column of ledger.value.unmapped) {
      const field = fields.get(fieldLikeHeading(ledger.value.headings.get(column) ?? '') ?? '');
      if (field) put(column, from, field);
    }
  } else findHeadings(grid, pack, fields, { put, beside, headings });
  const fieldOf = (row: number, column: number): FieldDefinition | null => {
    if (headings.has(`${row},${column}`)) return null;
    const own = beside.get(`${row},${column}`);
    return own ?? below.get(column)?.find(({ from }) => row >= from)?.field ?? null;
  };
  return { fieldOf, cells: cellsOf(grid, fieldOf), isLedger: ledger.ok };
}

function findHeadings(
  grid: SheetGrid,
  pack: RulePack,
  fields: ReadonlyMap<string, FieldDefinition>,
  found: {
    readonly put: (column: number, from: number, field: FieldDefinition) => void;
    readonly beside: Map<string, FieldDefinition>;
    readonly headings: Set<string>;
  },
): void {
  const index = synonymIndex(pack.fields);
  const columns = columnsByNumber(grid);
  for (let at = 0; at < Math.min(grid.rows.length, ROWS_SEARCHED); at++) {
    const row = grid.rows[at] ?? 0;
    for (const [number, column] of columns) {
      if (kindAt(column, at) !== CellKind.text) continue;
      const heading = textOf(grid, column, at);
      const match = matchHeading(heading, index);
      const like = match === null || match.tier === Tier.contained ? fieldLikeHeading(heading) : null;
      const ids = like === null ? (match?.tier === Tier.contained ? [] : (match?.fields ?? [])) : [like];
      if (ids.length === 0) continue;
      found.headings.add(`${row},${number}`);
      const field = ids.map((id) => fields.get(id)).find((one) => one !== undefined);
      if (!field) continue;
      found.put(number, row + 1, field);
      found.beside.set(`${row},${number + 1}`, field);
    }
  }
}

function cellsOf(grid: SheetGrid, fieldOf: SpecialCells['fieldOf']): SpecialCells['cells'] {
  const cells: { field: FieldDefinition; text: string; row: number }[] = [];
  for (const column of grid.columns)
    grid.rows.forEach((row, at) => {
      const field = fieldOf(row, column.column);
      const text = field === null ? '' : textOf(grid, column, at).trim();
      if (field !== null && text !== '') cells.push({ field, text, row });
    });
  return cells;
}

/** What a cell holds, a number as its digits. */
export function textOf(grid: SheetGrid, column: RawColumn, at: number): string {
  const value = column.numbers[at] ?? 0;
  switch (kindAt(column, at)) {
    case CellKind.text:
      return grid.strings[value] ?? '';
    case CellKind.number:
      return Number.isInteger(value) && Math.abs(value) < 1e18 ? BigInt(value).toString() : String(value);
    default:
      return '';
  }
}
