/** Bounds on what a file may ask of the machine; they are checked before inflation and again while inflating. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Entries of the archive. */
  readonly entries: number;
  /** Inflated bytes of one entry, and of all together. */
  readonly entry: number;
  readonly total: number;
  /** Inflated to compressed bytes; asked only of entries over `ratioFrom` inflated bytes. Deflate's own bound is 1032. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Inflated bytes of a part that is parsed as a whole (workbook, relationships, styles). */
  readonly smallPart: number;
  /** Inflated bytes of the shared strings. */
  readonly sharedStrings: number;
  /** Bytes of one tag or one text. */
  readonly token: number;
  /** Rows times columns that a sheet's grid may span. */
  readonly cells: number;
  readonly merges: number;
}

const MiB = 1024 * 1024;

/**
 * Room for ten times the largest ledger we mean to serve (100,000 x 20: 72 MB of sheet XML, ratio 5 to 20).
 * Sheet XML of empty formatted cells was measured at ratios of 60 and more, hence 250.
 */
export const DEFAULT_LIMITS: ReadLimits = {
  file: 256 * MiB,
  entries: 20_000,
  entry: 1024 * MiB,
  total: 1536 * MiB,
  ratio: 250,
  ratioFrom: 16 * MiB,
  smallPart: 64 * MiB,
  sharedStrings: 512 * MiB,
  token: 16 * MiB,
  cells: 40_000_000,
  merges: 1_000_000,
};

/** Excel's own bounds of a sheet. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;
