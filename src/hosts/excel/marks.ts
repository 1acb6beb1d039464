import type { CellArea } from '../../core/ledger/grid';
import { problem } from '../../core/problem';
import { LOOKS } from '../../core/writeplan/looks';
import type { Pace } from '../../core/cancel';
import type { CellMark } from '../../ports/liveWorkbook';
import { parseAddress } from './areas';
import { ExcelFault } from './faults';
import type { Sheet } from './office';
import { askSheet } from './ranges';
import type { Batch, ExcelSession } from './session';
import { ACTION_BYTES, Outbox } from './write/outbox';
import { overAreas } from './write/paint';

/** The rule of our conditional formats: always true, and known again by its text. */
export const MARK_RULE = '=LEN("_appeals.mark")>0';
const MARK_TEXT = '_appeals.mark';

const COLOURS: Readonly<Record<CellMark['look'], string>> = {
  error: LOOKS.overdue.fill!,
  warning: LOOKS.dueSoon.fill!,
  notice: 'FFDDEBF7',
};

/** Replaces our conditional formats on a sheet by one for each look; the cells' own formats stay as they are. */
export async function markCells(
  session: ExcelSession,
  batch: Batch,
  name: string,
  marks: readonly CellMark[],
  pace: Pace,
): Promise<void> {
  session.need('1.6');
  const { sheet, check } = askSheet(session, batch.context, name);
  sheet.protection.load('protected');
  const found = askFormats(sheet);
  await batch.sync();
  check();
  if (sheet.protection.protected) throw new ExcelFault(problem('sheet-protected-no-marks', { sheet: name }));
  const ours = await ourFormats(batch, sheet, found());
  const outbox = new Outbox(batch, pace);
  for (const id of ours) {
    await outbox.makeRoom(2 * ACTION_BYTES);
    formatOf(sheet, id).delete();
    outbox.add(2 * ACTION_BYTES);
  }
  for (const look of ['error', 'warning', 'notice'] as const) {
    const areas = areasOf(marks.filter((mark) => mark.look === look).map(({ cell }) => cell));
    await overAreas(session, sheet, areas, 8 * ACTION_BYTES, outbox, (target) => {
      const { custom } = (target as unknown as Excel.Range).conditionalFormats.add('Custom');
      // The rule first: should Excel stop here, the format is known as ours and taken away next time.
      custom.rule.formula = MARK_RULE;
      custom.format.fill.color = `#${COLOURS[look].slice(2)}`;
    });
  }
  await outbox.send();
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
    return formula === '' || formula.includes(MARK_TEXT);
  });
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
