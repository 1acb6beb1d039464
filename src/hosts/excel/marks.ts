import type { CellArea } from '../../core/ledger/grid';
import { problem } from '../../core/problem';
import { MARK_COLORS } from '../../core/writeplan/looks';
import { isMarkFormula, MARK_RULE } from '../../core/writeplan/markers';
import type { Pace } from '../../core/cancel';
import type { CellMark } from '../../ports/liveWorkbook';
import { parseAddress } from './areas';
import { ExcelFault } from './faults';
import type { Sheet } from './office';
import { askSheet } from './ranges';
import { askWitness, type Witness } from './read/witness';
import type { Batch, ExcelSession } from './session';
import { ACTION_BYTES, Outbox } from './write/outbox';
import { overAreas } from './write/paint';

/** Bytes of witnesses in one answer. */
const WITNESS_BYTES = 3_000_000;

/**
 * Replaces our conditional formats on a sheet by one for each look; the cells' own formats stay as they are. Where the
 * rows are no longer those that were read last, all are taken away again: `marks-rows-moved`.
 */
export async function markCells(
  session: ExcelSession,
  batch: Batch,
  name: string,
  marks: readonly CellMark[],
  witness: Witness | null,
  pace: Pace,
): Promise<void> {
  if (!session.has('1.6')) throw new ExcelFault(problem('marks-not-possible'));
  const { sheet, check } = askSheet(session, batch.context, name);
  sheet.protection.load('protected');
  const found = askFormats(sheet);
  await batch.sync();
  check();
  if (sheet.protection.protected) throw new ExcelFault(problem('sheet-protected', { sheet: name }));
  const ours = await ourFormats(batch, sheet, found());
  const outbox = new Outbox(batch, pace);
  await takeAway(sheet, ours, outbox);
  for (const look of ['error', 'warning', 'notice'] as const) {
    const areas = areasOf(marks.filter((mark) => mark.look === look).map(({ cell }) => cell));
    await overAreas(session, sheet, areas, 10 * ACTION_BYTES, outbox, (target) => {
      const { custom } = (target as unknown as Excel.Range).conditionalFormats.add('Custom');
      // The rule first: should Excel stop here, the format is known as ours and taken away next time.
      custom.rule.formula = MARK_RULE;
      const { color, fill } = MARK_COLORS[look];
      custom.format.fill.color = `#${fill.slice(2)}`;
      custom.format.font.color = `#${color.slice(2)}`;
    });
  }
  await outbox.send();
  if (await isInPlace(batch, sheet, marks, witness)) return;
  const laid = askFormats(sheet);
  await batch.sync();
  await takeAway(sheet, await ourFormats(batch, sheet, laid()), outbox);
  await outbox.send();
  throw new ExcelFault(problem('marks-rows-moved', { sheet: name }));
}

async function takeAway(sheet: Sheet, ids: readonly string[], outbox: Outbox): Promise<void> {
  for (const id of ids) {
    await outbox.makeRoom(2 * ACTION_BYTES);
    formatOf(sheet, id).delete();
    outbox.add(2 * ACTION_BYTES);
  }
}

/** Whether the marked rows are those that were read. A mark does not follow a row that is sorted elsewhere. */
async function isInPlace(
  batch: Batch,
  sheet: Sheet,
  marks: readonly CellMark[],
  witness: Witness | null,
): Promise<boolean> {
  const rows = new Set(marks.flatMap(({ cell }) => parseAddress(cell)?.top ?? []));
  if (witness === null || witness.columns.length === 0 || rows.size === 0) return true;
  let [first, last] = [Infinity, 0];
  for (const row of rows) [first, last] = [Math.min(first, row), Math.max(last, row)];
  const rowsATrip = Math.max(1, Math.floor(WITNESS_BYTES / (witness.bytesPerRow + ACTION_BYTES)));
  for (let top = first; top <= last; top += rowsATrip) {
    const bottom = Math.min(last, top + rowsATrip - 1);
    const holds = askWitness(sheet, witness, { first: top, last: bottom }, (row) => rows.has(row));
    await batch.sync();
    if (!holds()) return false;
  }
  return true;
}

/** Asks for the conditional formats of a sheet that may be ours: the ids of those with a rule. */
export function askFormats(sheet: Sheet): () => readonly string[] {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  return () => formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => id);
}

/** A conditional format by its id; anew for each trip, since the range it is asked of lives for one. */
export const formatOf = (sheet: Sheet, id: string): Excel.ConditionalFormat =>
  sheet.getRange().conditionalFormats.getItem(id);

/** Those of the formats (by id) that are ours, by their rule. */
export async function ourFormats(batch: Batch, sheet: Sheet, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rules = ids.map((id) => {
    const { rule } = formatOf(sheet, id).custom;
    rule.load('formula');
    return rule;
  });
  await batch.sync();
  // A rule without a formula is one of ours too: Excel was stopped between making it and saying what it is.
  return ids.filter((_, i) => {
    const { formula } = rules[i]!;
    return formula === '' || isMarkFormula(formula);
  });
}

/**
 * How many cells these formats of ours colour. Below ExcelApi 1.9 Excel does not tell the areas of one that has come
 * to have several: it counts as one.
 */
export async function cellsMarked(
  session: ExcelSession,
  batch: Batch,
  sheet: Sheet,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const ranges = ids.map((id) => {
    const format = formatOf(sheet, id);
    const range = session.has('1.9') ? format.getRanges() : format.getRangeOrNullObject();
    range.load('cellCount');
    return range;
  });
  await batch.sync();
  return ranges.reduce((sum, range) => sum + (range.isNullObject ? 1 : range.cellCount), 0);
}

/** Single cells as areas: runs down a column. */
function areasOf(cells: readonly string[]): CellArea[] {
  const areas: CellArea[] = [];
  const places = [...new Set(cells)]
    .flatMap((cell) => parseAddress(cell) ?? [])
    .sort((a, b) => a.left - b.left || a.top - b.top);
  for (const place of places) {
    const last = areas[areas.length - 1];
    if (last && last.left === place.left && last.right === place.right && last.bottom + 1 === place.top)
      areas[areas.length - 1] = { ...last, bottom: place.bottom };
    else areas.push(place);
  }
  return areas;
}
