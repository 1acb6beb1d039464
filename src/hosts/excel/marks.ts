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
  const ours = await ourFormats(batch, found());
  const outbox = new Outbox(batch, pace);
  for (const format of ours) {
    await outbox.makeRoom(2 * ACTION_BYTES);
    format.delete();
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

/** Asks for the conditional formats of a sheet. */
export function askFormats(sheet: Sheet): () => readonly Excel.ConditionalFormat[] {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  return () => formats.items;
}

/** Those of the formats that are ours, by their rule. */
export async function ourFormats(
  batch: Batch,
  formats: readonly Excel.ConditionalFormat[],
): Promise<Excel.ConditionalFormat[]> {
  const custom = formats.filter(({ type }) => type === 'Custom');
  if (custom.length === 0) return [];
  for (const format of custom) format.custom.rule.load('formula');
  await batch.sync();
  return custom.filter((format) => format.custom.rule.formula.includes(MARK_TEXT));
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
