import { columnLetters, type CellArea } from '../../core/ledger/grid';
import { dropDownList } from '../../core/writeplan/dropDownList';
import { LIST_MARKER, quoteSheet } from '../../core/writeplan/markers';
import { problem } from '../../core/problem';
import type { DropDown, DropDownReport } from '../../ports/liveWorkbook';
import { areaOf, PLACE } from './areas';
import { ExcelFault } from './faults';
import type { Sheet } from './office';
import { askNames, type NameEntry } from './ownership';
import { askSheet, rangeOf } from './ranges';
import type { Batch, ExcelSession } from './session';

/**
 * A list of ours says whose it is in the title of its warning, as in a file; a hidden name of the sheet, which follows
 * its cells, tells where it is beyond the cells that are in use.
 */
const LIST_NAME = `${LIST_MARKER}.`;

export const isListMarker = (name: string): boolean => name.toLowerCase().startsWith(LIST_NAME);

/**
 * Replaces our lists on a sheet. Columns whose cells have a validation of the user's own are left alone. Other words
 * than those of the list stay allowed: Excel asks nothing back.
 */
export async function offerLists(
  session: ExcelSession,
  batch: Batch,
  name: string,
  lists: readonly DropDown[],
): Promise<DropDownReport> {
  if (!session.has('1.8')) throw new ExcelFault(problem('drop-downs-not-possible'));
  const all = lists.map((list) => ({ ...list, source: sourceOf(list.choices) }));
  const { sheet, check } = askSheet(session, batch.context, name);
  sheet.load('name');
  sheet.protection.load('protected');
  const names = askNames(session, sheet.names);
  await batch.sync();
  check();
  if (sheet.protection.protected) throw new ExcelFault(problem('sheet-protected', { sheet: name }));
  await removeLists(batch, sheet, names());
  const wanted = all.filter(({ first, last }) => last >= first);
  const areas = wanted.map(({ column, first, last }) => ({ top: first, bottom: last, left: column, right: column }));
  const there = areas.map((area) => {
    const { dataValidation } = rangeOf(sheet, area);
    dataValidation.load('type');
    return dataValidation;
  });
  batch.stage = 'partly';
  await batch.sync();
  const leftAlone: number[] = [];
  wanted.forEach((list, i) => {
    if (there[i]!.type !== 'None') {
      leftAlone.push(list.column);
      return;
    }
    setList(sheet, i, list.source, areas[i]!);
  });
  await batch.sync();
  return { columns: wanted.length - leftAlone.length, leftAlone };
}

function sourceOf(choices: readonly string[]): string {
  const list = dropDownList(choices);
  if (!list.ok) throw new ExcelFault(list.problems[0]!);
  return list.value;
}

/** The name first: a list without one could not be taken away again. */
function setList(sheet: Sheet, order: number, source: string, area: CellArea): void {
  const letters = columnLetters(area.left);
  const refers = `=${quoteSheet(sheet.name)}!$${letters}$${area.top}:$${letters}$${area.bottom}`;
  sheet.names.add(LIST_NAME + (order + 1), refers).visible = false;
  const { dataValidation } = rangeOf(sheet, area);
  const alert = { showAlert: false, style: 'Information', title: LIST_MARKER, message: '' } as const;
  // Before the rule, so that no list is ever there without saying whose it is; and after it, should a new rule begin anew.
  dataValidation.errorAlert = alert;
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.errorAlert = alert;
}

interface Seen {
  readonly area: CellArea;
  readonly validation: Excel.DataValidation;
}

/** So many parts an area is cut into where its cells differ: a trip for each time. */
const PARTS = 16;

/**
 * Takes our lists away, those that came with a file as well: every column in use and every place our names tell is
 * asked, and where its cells differ it is cut until each part is one or the other. Sends all but the last actions.
 * Answers in how many columns there were lists.
 */
export async function removeLists(batch: Batch, sheet: Sheet, names: readonly NameEntry[]): Promise<number> {
  const markers = names.filter(({ name }) => isListMarker(name));
  const named = markers.map(({ name }) => sheet.names.getItem(name).getRangeOrNullObject());
  const used = sheet.getUsedRangeOrNullObject(false);
  for (const range of [used, ...named]) range.load(PLACE);
  await batch.sync();
  const ours = await findLists(batch, sheet, [
    ...named.filter((range) => !range.isNullObject).map(areaOf),
    ...(used.isNullObject ? [] : columnsOf(areaOf(used))),
  ]);
  if (markers.length + ours.length === 0) return 0;
  batch.stage = 'partly';
  for (const area of ours) rangeOf(sheet, area).dataValidation.clear();
  for (const { name } of markers) sheet.names.getItem(name).delete();
  return new Set(ours.map(({ left }) => left)).size;
}

/** The parts of these areas that have a list of ours. */
async function findLists(batch: Batch, sheet: Sheet, areas: readonly CellArea[]): Promise<CellArea[]> {
  const ours: CellArea[] = [];
  let open = areas;
  while (open.length > 0) {
    const seen = open.map((area): Seen => {
      const { dataValidation: validation } = rangeOf(sheet, area);
      validation.load('type,errorAlert');
      return { area, validation };
    });
    await batch.sync();
    const next: CellArea[] = [];
    for (const { area, validation } of seen) {
      const mixed = validation.type === 'Inconsistent' || validation.type === 'MixedCriteria';
      if (!mixed && validation.type === 'List' && validation.errorAlert?.title === LIST_MARKER) ours.push(area);
      else if (mixed && area.bottom > area.top) next.push(...partsOf(area));
    }
    open = next;
  }
  return ours;
}

const columnsOf = ({ top, left, bottom, right }: CellArea): CellArea[] =>
  Array.from({ length: right - left + 1 }, (_, i) => ({ top, bottom, left: left + i, right: left + i }));

function partsOf(area: CellArea): CellArea[] {
  const rows = Math.ceil((area.bottom - area.top + 1) / PARTS);
  const parts: CellArea[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    parts.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return parts;
}
