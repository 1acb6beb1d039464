import type { CellArea } from '../../core/ledger/grid';
import { problem } from '../../core/problem';
import { freeSheetName, sameSheet } from '../../core/writeplan/sheetNames';
import type { Records } from '../../ports/liveWorkbook';
import { areaOf, formatArea, PLACE } from './areas';
import { ExcelFault } from './faults';
import type { Matrix, Sheet } from './office';
import type { OwnAreas } from './ownAreas';
import { rangeOf, setNumberFormat } from './ranges';
import type { Batch, ExcelSession } from './session';
import { entryOf, textEntry } from './write/entries';
import { Outbox } from './write/outbox';
import { DAY_FORMAT, paint } from './write/paint';
import { surveyWorkbook } from './write/survey';

/** Headings stand in the first rows of such a sheet. */
const HEADING_ROWS = 20;

interface Place {
  readonly sheet: Sheet;
  /** 1-based row of the headings, and whether they must be written first. */
  readonly headingRow: number;
  /** 1-based column of each heading; beyond those that are there for new ones. */
  readonly columns: readonly number[];
  readonly missing: readonly number[];
  /** 1-based row of the first record. */
  readonly firstRow: number;
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
  const { sheets, date1904 } = await surveyWorkbook(session, batch);
  const found = sheets.find((sheet) => sameSheet(sheet.name, name));
  if (found?.protected) throw new ExcelFault(problem('records-sheet-protected', { sheet: name }));
  const place = found
    ? await findPlace(batch, batch.context.workbook.worksheets.getItem(found.id), name, records.headings)
    : newPlace(batch, freeSheetName(name, []), records.headings);
  const { sheet, columns, firstRow } = place;
  if (records.rows.length === 0) return { firstRow };
  const outbox = new Outbox(batch, {});
  await writeHeadings(session, place, records.headings, outbox);
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  const area = { top: firstRow, bottom: firstRow + records.rows.length - 1, left, right };
  const lines = records.rows.map((cells) => cells.map((cell) => entryOf(cell, date1904)));
  const orderOf = new Map(columns.map((column, i) => [column, i]));
  const at = (row: number, column: number) => lines[row - firstRow]?.[orderOf.get(column) ?? -1];
  await paint(session, sheet, area, (row, column) => at(row, column)?.look ?? null, outbox);
  columns.forEach((column, i) => {
    const range = rangeOf(sheet, { ...area, left: column, right: column });
    setNumberFormat(range, lines.some((line) => line[i]?.look.endsWith('/day')) ? DAY_FORMAT : 'General');
  });
  sheet.load('id');
  // null leaves a cell of the user's between ours as it is.
  rangeOf(sheet, area).values = lines.map((_, i) =>
    Array.from({ length: right - left + 1 }, (__, k) => at(firstRow + i, left + k)?.write ?? null),
  );
  await outbox.send();
  // Events come after the answer: by then the change is known for ours.
  own.expect(sheet.id, formatArea(area));
  for (const i of place.missing) own.expect(sheet.id, formatArea(headingCell(place, i)));
  return { firstRow };
}

const newPlace = (batch: Batch, name: string, headings: readonly string[]): Place => ({
  sheet: batch.context.workbook.worksheets.add(name),
  headingRow: 1,
  columns: headings.map((_, i) => i + 1),
  missing: headings.map((_, i) => i),
  firstRow: 2,
});

/** Finds the headings on a sheet; on a blank one, be it that an earlier try was cut off, they go to its first row. */
async function findPlace(batch: Batch, sheet: Sheet, name: string, headings: readonly string[]): Promise<Place> {
  const used = sheet.getUsedRangeOrNullObject(true);
  const top = used.getIntersectionOrNullObject(`1:${HEADING_ROWS}`);
  used.load(PLACE);
  top.load(`${PLACE},values`);
  await batch.sync();
  if (used.isNullObject)
    return {
      sheet,
      headingRow: 1,
      columns: headings.map((_, i) => i + 1),
      missing: headings.map((_, i) => i),
      firstRow: 2,
    };
  const { right, bottom } = areaOf(used);
  const wanted = headings.map(plain);
  let best = { row: 0, count: 0, columns: [] as number[] };
  if (!top.isNullObject)
    (top.values as Matrix).forEach((line, i) => {
      const texts = line.map((value) => plain(String(value ?? '')));
      const columns = wanted.map((heading) => texts.indexOf(heading) + 1);
      const count = columns.filter((column) => column > 0).length;
      const moved = columns.map((column) => (column > 0 ? column + top.columnIndex : 0));
      if (count > best.count) best = { row: top.rowIndex + i + 1, count, columns: moved };
    });
  if (best.count === 0) throw new ExcelFault(problem('records-headings-missing', { sheet: name, headings }));
  let next = right;
  const missing: number[] = [];
  const columns = best.columns.map((column, i) => {
    if (column > 0) return column;
    missing.push(i);
    return ++next;
  });
  return { sheet, headingRow: best.row, columns, missing, firstRow: bottom + 1 };
}

const plain = (text: string): string => text.replace(/\s+/g, '');

async function writeHeadings(
  session: ExcelSession,
  place: Place,
  headings: readonly string[],
  outbox: Outbox,
): Promise<void> {
  const { sheet, missing } = place;
  for (const i of missing) {
    const area = headingCell(place, i);
    await paint(session, sheet, area, () => 'header/text', outbox);
    rangeOf(sheet, area).values = [[textEntry(headings[i]!, 'header/text').write]];
  }
}

const headingCell = ({ headingRow, columns }: Place, i: number): CellArea => ({
  top: headingRow,
  bottom: headingRow,
  left: columns[i]!,
  right: columns[i]!,
});
