import type { CellArea } from '../../core/ledger/grid';
import { placeRecords } from '../../core/ledger/recordPlace';
import { problem } from '../../core/problem';
import { freeSheetName, sameSheet } from '../../core/writeplan/sheetNames';
import type { Records } from '../../ports/liveWorkbook';
import { formatArea } from './areas';
import { ExcelFault } from './faults';
import type { Sheet } from './office';
import type { OwnAreas } from './ownAreas';
import { readGrid } from './read/readGrid';
import { rangeOf } from './ranges';
import type { Batch, ExcelSession } from './session';
import { entryOf, NOTHING, textEntry } from './write/entries';
import { setNumberFormats } from './write/numberFormats';
import { Outbox } from './write/outbox';
import { paint } from './write/paint';
import { refuseNewSheets, surveyWorkbook, type SheetSeen } from './write/survey';

interface Place {
  readonly sheet: Sheet;
  /** 1-based column of each heading. */
  readonly columns: readonly number[];
  /** 1-based row of the first record. */
  readonly firstRow: number;
  /** Whether the headings must be written first, into the row above. */
  readonly isNew: boolean;
}

/**
 * Adds rows below the last of a sheet that people keep. Looks and number formats go first and all values in one action
 * at the very end: a failure before it leaves nothing behind that a second try would double.
 */
export async function addRecords(
  session: ExcelSession,
  batch: Batch,
  name: string,
  records: Records,
  own: OwnAreas,
): Promise<{ readonly firstRow: number }> {
  const survey = await surveyWorkbook(session, batch);
  const { date1904 } = survey;
  const found = survey.sheets.find((sheet) => sameSheet(sheet.name.trim(), name.trim()));
  if (found?.protected) throw new ExcelFault(problem('sheet-protected', { sheet: found.name }));
  if (!found) refuseNewSheets(survey);
  const place = found
    ? await findPlace(session, batch, found, records.headings)
    : newPlace(batch.context.workbook.worksheets.add(freeSheetName(name.trim(), [])), records.headings);
  const { sheet, columns, firstRow } = place;
  if (records.rows.length === 0) return { firstRow };
  const outbox = new Outbox(batch, {});
  const headings = headingCells(place);
  if (place.isNew) await writeHeadings(session, sheet, headings, records.headings, outbox);
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  const area = { top: firstRow, bottom: firstRow + records.rows.length - 1, left, right };
  const lines = records.rows.map((cells) => cells.map((cell) => entryOf(cell, date1904)));
  const orderOf = new Map(columns.map((column, i) => [column, i]));
  const at = (row: number, column: number) => lines[row - firstRow]?.[orderOf.get(column) ?? -1];
  await paint(session, sheet, area, (row, column) => at(row, column)?.look ?? null, outbox);
  columns.forEach((column, i) => {
    const entries = lines.map((line) => line[i] ?? NOTHING);
    setNumberFormats(sheet, column, firstRow, entries, outbox);
  });
  sheet.load('id');
  // null leaves a cell of the user's between ours as it is.
  rangeOf(sheet, area).values = lines.map((_, i) =>
    Array.from({ length: right - left + 1 }, (__, k) => at(firstRow + i, left + k)?.write ?? null),
  );
  await outbox.send();
  // Events come after the answer: by then the change is known for ours.
  own.expect(sheet.id, formatArea(area));
  if (place.isNew) own.expect(sheet.id, formatArea(headings));
  return { firstRow };
}

const newPlace = (sheet: Sheet, headings: readonly string[]): Place => ({
  sheet,
  columns: headings.map((_, i) => i + 1),
  firstRow: 2,
  isNew: true,
});

/** Finds the headings on a sheet as every host does; a blank one, or what a try that was cut off left, begins anew. */
async function findPlace(
  session: ExcelSession,
  batch: Batch,
  { id, name }: SheetSeen,
  headings: readonly string[],
): Promise<Place> {
  const { grid } = await readGrid(session, batch, name, null, {});
  const sheet = batch.context.workbook.worksheets.getItem(id);
  const place = placeRecords(grid, headings);
  if (!place.ok) throw new ExcelFault(place.problems[0]!);
  const { columns, firstRow, begins } = place.value;
  return { sheet, columns, firstRow, isNew: begins };
}

/** All in one action: a try that is cut off leaves them all or none. */
async function writeHeadings(
  session: ExcelSession,
  sheet: Sheet,
  area: CellArea,
  headings: readonly string[],
  outbox: Outbox,
): Promise<void> {
  await paint(session, sheet, area, () => 'header/text', outbox);
  rangeOf(sheet, area).values = [headings.map((heading) => textEntry(heading, 'header/text').write)];
}

const headingCells = ({ columns, firstRow }: Place): CellArea => ({
  top: firstRow - 1,
  bottom: firstRow - 1,
  left: 1,
  right: columns.length,
});
