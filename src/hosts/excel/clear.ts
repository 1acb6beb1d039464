import { columnLetters, type CellArea } from '../../core/ledger/grid';
import { problem } from '../../core/problem';
import { COLUMNS_MARKER, markedColumn, markedSheet, parseReference } from '../../core/writeplan/markers';
import type { OwnedSheetId } from '../../core/writeplan/plan';
import { sameSheet } from '../../core/writeplan/sheetNames';
import type { ClearReport } from '../../ports/liveWorkbook';
import type { Pace } from '../../core/cancel';
import { areaOf, formatArea, PLACE } from './areas';
import { isListMarker, removeLists } from './dropDowns';
import { ExcelFault } from './faults';
import { askFormats, cellsMarked, formatOf, ourFormats } from './marks';
import type { Sheet } from './office';
import { askNames, markedColumns, type NameEntry } from './ownership';
import { rangeOf } from './ranges';
import { askMerges } from './read/mergedAreas';
import type { Batch, ExcelSession } from './session';
import { readBefore } from './write/claim';
import { Outbox } from './write/outbox';
import { refuseNewSheets, surveyWorkbook, type SheetSeen, type WorkbookSurvey } from './write/survey';

interface SheetThere {
  readonly seen: SheetSeen;
  readonly sheet: Sheet;
  readonly names: readonly NameEntry[];
  readonly columns: readonly number[];
  /** Ids of our conditional formats. */
  readonly marks: readonly string[];
  /** How many cells they colour. */
  readonly markedCells: number;
}

/**
 * Takes away everything of ours. Markers go last: wherever Excel stops before, the next clearing knows what is left.
 * Our columns are emptied where they stand, not deleted, so that nothing of the user's moves.
 */
export async function clearAll(session: ExcelSession, batch: Batch, pace: Pace): Promise<ClearReport> {
  const workbook = await surveyWorkbook(session, batch);
  const own = ownSheets(workbook.sheets, workbook.names, () => true);
  if (own.length > 0) refuseNewSheets(workbook);
  const sheets = await lookAt(
    session,
    batch,
    workbook.sheets.filter((sheet) => !own.includes(sheet)),
    workbook.names,
  );
  const locked = sheets.filter(
    ({ seen, names, columns, marks }) =>
      seen.protected && (columns.length > 0 || marks.length > 0 || names.some(({ name }) => isListMarker(name))),
  );
  if (locked.length > 0) throw new ExcelFault(problem('sheet-protected', { sheet: locked[0]!.seen.name }));
  const outbox = new Outbox(batch, pace);
  outbox.stopIfAsked();
  batch.stage = 'partly';
  let lists = 0;
  for (const there of sheets) {
    for (const id of there.marks) formatOf(there.sheet, id).delete();
    if (session.has('1.8')) lists += await removeLists(batch, there.sheet, there.names);
    if (there.columns.length > 0) await clearColumns(session, batch, there);
    for (const { name } of there.names) if (markedColumn(name) !== null) there.sheet.names.getItem(name).delete();
    await outbox.send();
  }
  deleteSheets(batch, workbook, () => true);
  for (const { name } of workbook.names)
    if (name.toLowerCase() === COLUMNS_MARKER) batch.context.workbook.names.getItem(name).delete();
  await outbox.send();
  return {
    columns: sheets.reduce((sum, { columns }) => sum + columns.length, 0),
    sheets: own.map(({ name }) => name),
    marks: sheets.reduce((sum, { markedCells }) => sum + markedCells, 0),
    lists,
  };
}

/** Takes these sheets of ours away, with their markers, and answers their names. */
export async function removeOwnSheets(
  session: ExcelSession,
  batch: Batch,
  ids: readonly OwnedSheetId[],
): Promise<readonly string[]> {
  const workbook = await surveyWorkbook(session, batch);
  const isGone = (id: OwnedSheetId): boolean => ids.includes(id);
  const own = ownSheets(workbook.sheets, workbook.names, isGone);
  if (own.length > 0) refuseNewSheets(workbook);
  deleteSheets(batch, workbook, isGone);
  await new Outbox(batch, {}).send();
  return own.map(({ name }) => name);
}

/** Asks for sheets of ours to be deleted, and then their markers. */
function deleteSheets(
  { context: { workbook } }: Batch,
  { sheets, names }: WorkbookSurvey,
  isGone: (id: OwnedSheetId) => boolean,
): void {
  // Excel deletes no sheet that is very hidden.
  for (const { id } of ownSheets(sheets, names, (own) => own === 'snapshots' && isGone(own)))
    workbook.worksheets.getItem(id).visibility = 'Hidden';
  for (const { id } of ownSheets(sheets, names, isGone)) workbook.worksheets.getItem(id).delete();
  for (const { name } of names) {
    const id = markedSheet(name);
    if (id !== null && isGone(id)) workbook.names.getItem(name).delete();
  }
}

function ownSheets(
  sheets: readonly SheetSeen[],
  names: readonly NameEntry[],
  isWanted: (id: OwnedSheetId) => boolean,
): SheetSeen[] {
  const own = names.flatMap(({ name, refers }) => {
    const id = markedSheet(name);
    const area = id !== null && isWanted(id) ? parseReference(refers) : null;
    return area ? [area.sheet] : [];
  });
  return sheets.filter(({ name }) => own.some((other) => sameSheet(other, name)));
}

async function lookAt(
  session: ExcelSession,
  batch: Batch,
  sheets: readonly SheetSeen[],
  names: readonly NameEntry[],
): Promise<SheetThere[]> {
  const asked = sheets.map((seen) => {
    const sheet = batch.context.workbook.worksheets.getItem(seen.id);
    return {
      seen,
      sheet,
      own: askNames(session, sheet.names),
      formats: session.has('1.6') ? askFormats(sheet) : () => [],
    };
  });
  await batch.sync();
  const there: SheetThere[] = [];
  for (const { seen, sheet, own, formats } of asked) {
    const marks = await ourFormats(batch, sheet, formats());
    const columns = markedColumns({ workbook: names, sheet: own() }, seen.name) ?? [];
    const markedCells = await cellsMarked(session, batch, sheet, marks);
    there.push({ seen, sheet, names: own(), marks, markedCells, columns: columns.filter((column) => column !== null) });
  }
  return there;
}

/** Empties our columns, and gives back what had grown with them: tables, the filter, widths. */
async function clearColumns(session: ExcelSession, batch: Batch, { sheet, names, columns }: SheetThere): Promise<void> {
  const owned = new Set(columns);
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load(PLACE);
  sheet.tables.load('items/id');
  const filter = session.has('1.9') ? sheet.autoFilter.getRangeOrNullObject() : null;
  filter?.load(PLACE);
  if (filter) sheet.autoFilter.load('isDataFiltered');
  await batch.sync();
  if (used.isNullObject) return;
  const { bottom } = areaOf(used);
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    return { table, range };
  });
  const strips = columns.map((column) => ({ top: 1, bottom, left: column, right: column }));
  const merges = session.has('1.13') ? strips.map((strip) => askMerges(rangeOf(sheet, strip))) : [];
  if (tables.length + merges.length > 0) await batch.sync();
  for (const { table, range } of tables) {
    const shrunk = without(areaOf(range), owned);
    if (shrunk && session.has('1.13')) table.resize(formatArea(shrunk));
  }
  const shrunk = filter && !filter.isNullObject ? without(areaOf(filter), owned) : null;
  if (shrunk && !sheet.autoFilter.isDataFiltered) sheet.autoFilter.apply(rangeOf(sheet, shrunk));
  for (const area of merges.flatMap((answer) => answer())) if (area.left === area.right) rangeOf(sheet, area).unmerge();
  for (const strip of strips) {
    const before = readBefore(markerOf(names, strip.left)?.comment ?? '');
    rangeOf(sheet, { ...strip, top: before?.from ?? 1 }).clear('All');
    if (!before) continue;
    const whole = sheet.getRange(`${columnLetters(strip.left)}:${columnLetters(strip.left)}`);
    whole.format.columnWidth = before.width;
    if (before.hidden) whole.columnHidden = true;
  }
}

const markerOf = (names: readonly NameEntry[], column: number): NameEntry | undefined =>
  names.find(({ name, refers }) => markedColumn(name) !== null && parseReference(refers)?.left === column);

/** An area without our columns at its right end; null where it ends with a column of the user's. */
function without(area: CellArea, owned: ReadonlySet<number>): CellArea | null {
  let right = area.right;
  while (right > area.left && owned.has(right)) right--;
  return right === area.right ? null : { ...area, right };
}
