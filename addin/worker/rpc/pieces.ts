import type { OwnedSheet, PlanCell, PlanRow, WritePlan } from '../../../src/core/writeplan/plan';
import type { ArgumentKind } from './shape';

/** Rows a message; few enough that taking one in never holds up the page's thread. */
export const ROWS_A_PIECE = 1000;

/** A value whose long lists were taken out, to be sent after one another. */
export interface Apart {
  readonly frame: unknown;
  readonly lists: readonly Iterable<unknown>[];
}

/** Kinds of arguments that go over in pieces. */
export type PiecedKind = Extract<ArgumentKind, 'plan' | 'sheets'>;

export const isPieced = (kind: ArgumentKind): kind is PiecedKind => kind === 'plan' || kind === 'sheets';

/** Takes the rows out of a plan or of sheets; nothing is iterated yet. */
export function takeApart(kind: PiecedKind, value: unknown): Apart {
  if (kind === 'sheets') return sheetsApart(value as readonly OwnedSheet[]);
  const { columns, sheets, ...rest } = value as WritePlan;
  const apart = sheetsApart(sheets);
  return {
    frame: { ...rest, columns: columns && { ...columns, rows: null }, sheets: apart.frame },
    lists: [columns?.rows ?? [], ...apart.lists],
  };
}

/** Puts a value together again from its frame and its lists, all of which have arrived. */
export function putTogether(kind: PiecedKind, frame: unknown, lists: readonly (readonly unknown[])[]): unknown {
  if (kind === 'sheets') return sheetsTogether(frame as readonly OwnedSheet[], lists);
  const plan = frame as WritePlan;
  const [rows = [], ...sheetRows] = lists;
  return {
    ...plan,
    columns: plan.columns && { ...plan.columns, rows: new Map(rows as [number, readonly PlanCell[]][]) },
    sheets: sheetsTogether(plan.sheets, sheetRows),
  };
}

const sheetsApart = (sheets: readonly OwnedSheet[]): Apart => ({
  frame: sheets.map((sheet) => ({ ...sheet, rows: null })),
  lists: sheets.map((sheet) => sheet.rows),
});

const sheetsTogether = (frames: readonly OwnedSheet[], lists: readonly (readonly unknown[])[]): readonly OwnedSheet[] =>
  frames.map((sheet, at) => ({ ...sheet, rows: (lists[at] ?? []) as readonly PlanRow[] }));

/** The items of a list by pieces; a list without items has none. */
export function* inPieces(list: Iterable<unknown>): Generator<readonly unknown[]> {
  let piece: unknown[] = [];
  for (const item of list) {
    piece.push(item);
    if (piece.length === ROWS_A_PIECE) {
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}
