import type { CellArea } from '../../../core/ledger/grid';
import { areaOf, common } from '../areas';
import { isOfficeError } from '../faults';
import type { Sheet } from '../office';
import { rangeOf } from '../ranges';
import type { Batch, ExcelSession } from '../session';

/** Excel tells at most 512 merged areas at once; each covers two cells or more. */
const CELLS_A_BLOCK = 1000;
/** Questions in one round trip. */
const BLOCKS_A_SYNC = 2000;

/** Asks for the merged areas of a range that holds at most 512 of them; they can be had after the next sync. */
export function askMerges(range: Excel.Range): () => CellArea[] {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load(`items/rowIndex,items/columnIndex,items/rowCount,items/columnCount`);
  return () => (merged.isNullObject ? [] : merged.areas.items.map(areaOf));
}

/**
 * The merged areas of a large or much merged sheet, by blocks of rows so small that none can hold too many. Null where
 * Excel can't tell them all the same: then merges are unknown.
 */
export async function mergesByBlocks(
  session: ExcelSession,
  batch: Batch,
  sheet: Sheet,
  used: CellArea,
): Promise<CellArea[] | null> {
  if (!session.has('1.13')) return null;
  const rows = Math.max(1, Math.floor(CELLS_A_BLOCK / (used.right - used.left + 1)));
  const found = new Map<string, CellArea>();
  const seams: number[] = [];
  let asked: (() => CellArea[])[] = [];
  const settle = async (): Promise<void> => {
    await batch.sync();
    for (const answer of asked) for (const area of answer()) found.set(key(area), area);
    asked = [];
  };
  try {
    for (let top = used.top; top <= used.bottom; top += rows) {
      const bottom = Math.min(used.bottom, top + rows - 1);
      if (bottom < used.bottom) seams.push(bottom);
      asked.push(askMerges(rangeOf(sheet, { ...used, top, bottom })));
      if (asked.length >= BLOCKS_A_SYNC) await settle();
    }
    if (asked.length > 0) await settle();
    return await joinAcross(batch, sheet, used, seams, [...found.values()]);
  } catch (error) {
    if (!isOfficeError(error)) throw error;
    return null;
  }
}

/**
 * Excel may cut an area where a block ends. Pieces that touch there are one where the two rows at the seam are merged
 * by themselves, which is asked once more.
 */
async function joinAcross(
  batch: Batch,
  sheet: Sheet,
  used: CellArea,
  seams: readonly number[],
  pieces: CellArea[],
): Promise<CellArea[]> {
  const ends = new Set(seams);
  const touching = pieces.filter(({ bottom }) => ends.has(bottom));
  if (touching.length === 0) return pieces;
  const rows = [...new Set(touching.map(({ bottom }) => bottom))];
  const answers: { row: number; areas: () => CellArea[] }[] = [];
  for (const row of rows)
    answers.push({ row, areas: askMerges(rangeOf(sheet, { ...used, top: row, bottom: row + 1 })) });
  await batch.sync();
  const all = new Map(pieces.map((area) => [key(area), area]));
  for (const { row, areas } of answers)
    for (const bridge of areas()) {
      if (bridge.top > row || bridge.bottom <= row) continue;
      const parts = [...all.values()].filter((area) => common(area, bridge) !== null);
      for (const part of parts) all.delete(key(part));
      const whole = parts.reduce(union, bridge);
      all.set(key(whole), whole);
    }
  return [...all.values()];
}

const key = ({ top, left, bottom, right }: CellArea): string => `${top},${left},${bottom},${right}`;

const union = (a: CellArea, b: CellArea): CellArea => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
