import type { CivilDay } from '../../../src/core/dates/civil';
import type { Problem } from '../../../src/core/problem';
import type { FindingQuery, Overview, Progress } from '../../../src/ports/checker';
import type { CellPlace } from '../../../src/ports/liveWorkbook';

/** The views of the pane, in their order. */
export const VIEWS = ['today', 'findings', 'case', 'scores', 'reports', 'write', 'settings'] as const;
export type ViewId = (typeof VIEWS)[number];

/** Long work under way. */
export interface Busy {
  readonly what: 'check' | 'write' | 'clear' | 'keep' | 'make';
  readonly progress: Progress | null;
  readonly canCancel: boolean;
}

/** What came of the last thing that was asked for; shown until the next one or until it is closed. */
export type Notice =
  | { readonly kind: 'done'; readonly text: string }
  /** Something to know that is no failure: what was left out. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** Everything the views share. What a view alone knows it keeps itself. */
export interface PaneState {
  readonly view: ViewId;
  readonly busy: Busy | null;
  /** The last check that was completed; null before the first. */
  readonly overview: Overview | null;
  readonly notices: readonly Notice[];
  /** Cells changed that the check has not followed yet. */
  readonly following: boolean;
  /** Why edits are not followed on this host; null while they are. */
  readonly notFollowed: readonly Problem[] | null;
  readonly selected: CellPlace | null;
  /** Chosen in the settings; null for the sheet that looks most like a ledger, and for the parts' day. */
  readonly sheet: string | null;
  readonly day: CivilDay | null;
  /** What 问题 shows; other views open it filtered. */
  readonly query: FindingQuery;
}

/** All that stands. */
export const EVERY_FINDING: FindingQuery = { group: 'case', severities: [], states: [], show: 'open', search: '' };

export const FIRST_STATE: PaneState = {
  view: 'today',
  busy: null,
  overview: null,
  notices: [],
  following: false,
  notFollowed: null,
  selected: null,
  sheet: null,
  day: null,
  query: EVERY_FINDING,
};
