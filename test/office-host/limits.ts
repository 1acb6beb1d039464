/** The limits of real Excel that the host keeps; each can be switched off by itself (see `LIMITS`). */
export interface Limits {
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Cells in one read; above it the property answers null instead of throwing. */
  readonly readCells: number;
  readonly cellCharacters: number;
  /** Requests under way at once. */
  readonly pendingRequests: number;
  readonly protectedSheets: boolean;
  readonly protectedWorkbook: boolean;
  readonly cellEditMode: boolean;
  /** Pushing or drawing in cells of a filtered range is refused. */
  readonly filteredRanges: boolean;
  /** Writing several rows over a filtered range puts the first row of the input into every visible row. */
  readonly filteredWrites: boolean;
  readonly mergedRanges: boolean;
  /** All cells of a merged area but its first ignore what is written into them. */
  readonly mergedWrites: boolean;
  /** Merged areas told at once; asked about a range with more, Excel fails. */
  readonly mergedAreas: number;
  readonly itemNotFound: boolean;
  /** The shape of what is written must be the shape of the range. */
  readonly arrayShapes: boolean;
  readonly sheetNames: boolean;
  readonly apiSets: boolean;
  /** What ran before the failing action stays done. */
  readonly noRollback: boolean;
  /** Text that begins like a formula becomes one. */
  readonly formulaEntry: boolean;
  /** A range held across an insertion or deletion follows its cells. */
  readonly liveReferences: boolean;
  /** What the emulator lacks fails; off, it answers null. */
  readonly loudGaps: boolean;
}

export const DEFAULT_LIMITS: Limits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  readCells: 5_000_000,
  cellCharacters: 32_767,
  pendingRequests: 50,
  protectedSheets: true,
  protectedWorkbook: true,
  cellEditMode: true,
  filteredRanges: true,
  filteredWrites: true,
  mergedRanges: true,
  mergedWrites: true,
  mergedAreas: 512,
  itemNotFound: true,
  arrayShapes: true,
  sheetNames: true,
  apiSets: true,
  noRollback: true,
  formulaEntry: true,
  liveReferences: true,
  loudGaps: true,
};

/** Each limit with the value that switches it off. */
export const LIMITS_OFF: { readonly [Name in keyof Limits]: Limits[Name] } = {
  requestBytes: Infinity,
  responseBytes: Infinity,
  readCells: Infinity,
  cellCharacters: Infinity,
  pendingRequests: Infinity,
  protectedSheets: false,
  protectedWorkbook: false,
  cellEditMode: false,
  filteredRanges: false,
  filteredWrites: false,
  mergedRanges: false,
  mergedWrites: false,
  mergedAreas: Infinity,
  itemNotFound: false,
  arrayShapes: false,
  sheetNames: false,
  apiSets: false,
  noRollback: false,
  formulaEntry: false,
  liveReferences: false,
  loudGaps: false,
};
