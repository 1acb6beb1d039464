/**
 * Facts as columns: one value per case, with why it is not known where it is not. Fields of the ledger and
 * derived facts have the same form, so a rule can't tell (and needn't know) which one it reads.
 */
export type FactType = 'text' | 'names' | 'date' | 'limit' | 'boolean' | 'enum' | 'number';

export const FactState = {
  /** Nothing stands there. Unknown to every operator but isBlank / isPresent. */
  blank: 0,
  known: 1,
  /** Something stands there that no reading fits (`10月32日`): present, its value unknown. */
  unreadable: 2,
  /** Can't be told, not even whether it is blank: an error cell, a formula without cached value, a year without calendar. */
  unknown: 3,
  /** Unknown for want of a column (or of all columns it is derived from): said once for the ledger, not row by row. */
  missing: 4,
} as const;
export type FactState = (typeof FactState)[keyof typeof FactState];

/** Why a value is not known: a code for `text/zh-CN` and the field whose cell is to blame, where there is one. */
export interface Unknown {
  readonly unknown: string;
  readonly state: typeof FactState.unreadable | typeof FactState.unknown | typeof FactState.missing;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A fact of one case: its value, null for blank, or why it is not known. */
export type Fact<T> = T | null | Unknown;

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'unknown' in value;

interface ColumnBase {
  /** One FactState per case. */
  readonly state: Uint8Array;
  /** Why, for the cases in state unreadable, unknown or missing. */
  readonly why: ReadonlyMap<number, Unknown>;
  /** Set where the whole column is missing: then every state is `missing` and this is the reason. */
  readonly missing?: Unknown;
}
/** Dates are civil days; a limit column holds the day where the limit is a date (see `LimitValue` for the rest). */
export interface NumericColumn extends ColumnBase {
  readonly type: 'date' | 'number' | 'limit';
  readonly values: Float64Array;
}
export interface BooleanColumn extends ColumnBase {
  readonly type: 'boolean';
  readonly values: Uint8Array;
}
export interface TextColumn extends ColumnBase {
  readonly type: 'text' | 'enum';
  readonly values: readonly string[];
}
export interface ListColumn extends ColumnBase {
  readonly type: 'names';
  readonly values: readonly (readonly string[])[];
}
export type FactColumn = NumericColumn | BooleanColumn | TextColumn | ListColumn;

export type FactValue = string | number | boolean | readonly string[];
