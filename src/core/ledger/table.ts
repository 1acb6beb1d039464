import type { FactColumn, Fact } from '../facts/column';
import type { CivilDay } from '../dates/civil';

/** Field ids come from `rules/fields.json`; those the core itself reads are named in `core/ledger/fieldIds.ts`. */
export type FieldId = string;

/** What a limit cell says (办理时限, 延期至), as an upper bound, inclusive. */
export type LimitValue =
  | { readonly kind: 'date'; readonly on: CivilDay }
  | { readonly kind: 'duration'; readonly amount: number; readonly unit: 'day' | 'workday' | 'month' | 'year' }
  /** 尽快, 长期坚持, 待判决后 …: the word of the lexicon that was found. */
  | { readonly kind: 'vague'; readonly word: string };

/** Two columns claim one field, or one heading two fields: reported, never guessed. */
export interface MappingConflict {
  readonly code: 'two-columns-one-field' | 'one-heading-two-fields';
  readonly fields: readonly FieldId[];
  /** 1-based worksheet columns. */
  readonly columns: readonly number[];
  readonly headings: readonly string[];
}

/** A ledger found on a sheet and read: one typed column per mapped field, one entry per case. */
export interface LedgerTable {
  readonly sheet: string;
  /** 1-based worksheet rows of the header, top to bottom. */
  readonly headerRows: readonly number[];
  /** 1-based first and last worksheet column of the table as its header spans it. */
  readonly extent: { readonly left: number; readonly right: number };
  /** field -> 1-based worksheet column */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Headings as read (upper and lower joined), by worksheet column. */
  readonly headings: ReadonlyMap<number, string>;
  /** Worksheet columns that have a heading but no field. */
  readonly unmapped: readonly number[];
  readonly conflicts: readonly MappingConflict[];
  /** How many cases. */
  readonly count: number;
  /** Worksheet row of each case. */
  readonly rowNumbers: Int32Array;
  /** The typed column of a mapped field. */
  field(id: FieldId): FactColumn | undefined;
  /** The limit a case's cell states, for fields of type limit. */
  limit(id: FieldId, index: number): Fact<LimitValue>;
  /** The text seen in the cell of a case's field, as a person sees it; '' for blank or a missing column. */
  seen(id: FieldId, index: number): string;
  /** A1 address of a case's field (where a vertical merge covers it, of the case's own row); null without the column. */
  cell(id: FieldId, index: number): string | null;
  /** Whether a case's cell holds a number, not text: an 18-digit 身份证号 has lost its last digits there. */
  isNumberCell(id: FieldId, index: number): boolean;
}
