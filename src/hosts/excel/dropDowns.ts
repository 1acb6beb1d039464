import { columnLetters, type CellArea } from '../../core/ledger/grid';
import { quoteSheet } from '../../core/writeplan/markers';
import { problem } from '../../core/problem';
import type { DropDown, DropDownReport } from '../../ports/liveWorkbook';
import { areaOf, PLACE } from './areas';
import { ExcelFault } from './faults';
import type { Sheet } from './office';
import { askNames, type NameEntry } from './ownership';
import { askSheet, rangeOf } from './ranges';
import type { Batch, ExcelSession } from './session';

/** Each of our lists has a hidden name of its sheet, which follows its cells, and says who made it in its prompt. */
const LIST_MARKER = '_appeals.list.';
const LIST_PROMPT = '_appeals.list';
/** Excel's bound on the words of a list, commas included. */
const MOST_CHARACTERS = 255;

export const isListMarker = (name: string): boolean => name.toLowerCase().startsWith(LIST_MARKER);

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
  session.need('1.8');
  for (const { column, choices } of lists) checkWords(name, column, choices);
  const { sheet, check } = askSheet(session, batch.context, name);
  sheet.load('name');
  sheet.protection.load('protected');
  const names = askNames(session, sheet.names);
  await batch.sync();
  check();
  if (sheet.protection.protected) throw new ExcelFault(problem('sheet-protected-no-lists', { sheet: name }));
  await removeLists(batch, sheet, names());
  const wanted = lists.filter(({ first, last }) => last >= first);
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
    setList(sheet, i, list, areas[i]!);
  });
  await batch.sync();
  return { columns: wanted.length - leftAlone.length, leftAlone };
}

function checkWords(sheet: string, column: number, choices: readonly string[]): void {
  const text = choices.join(',');
  // A comma inside a word would make two of it.
  if (text.length > MOST_CHARACTERS || choices.some((choice) => choice.includes(',')))
    throw new ExcelFault(problem('list-too-long', { sheet, cell: columnLetters(column) }));
}

/** The name first: a list without one could not be taken away again. */
function setList(sheet: Sheet, order: number, { choices }: DropDown, area: CellArea): void {
  const letters = columnLetters(area.left);
  const refers = `=${quoteSheet(sheet.name)}!$${letters}$${area.top}:$${letters}$${area.bottom}`;
  sheet.names.add(LIST_MARKER + (order + 1), refers).visible = false;
  const { dataValidation } = rangeOf(sheet, area);
  dataValidation.prompt = { showPrompt: false, title: LIST_PROMPT, message: '' };
  dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
}

interface Seen {
  readonly area: CellArea;
  readonly validation: Excel.DataValidation;
}

/**
 * Takes our lists away where their names say they are, and only where the validation there is still ours: an area in
 * which the user changed some cells is halved until every part is one or the other. Sends all but the last actions.
 * Answers the number of lists.
 */
export async function removeLists(batch: Batch, sheet: Sheet, names: readonly NameEntry[]): Promise<number> {
  const markers = names.filter(({ name }) => isListMarker(name));
  if (markers.length === 0) return 0;
  const ranges = markers.map(({ name }) => {
    const range = sheet.names.getItem(name).getRangeOrNullObject();
    range.load(PLACE);
    return range;
  });
  await batch.sync();
  let open = ranges.filter((range) => !range.isNullObject).map(areaOf);
  const ours: CellArea[] = [];
  while (open.length > 0) {
    const seen = open.map((area): Seen => {
      const { dataValidation: validation } = rangeOf(sheet, area);
      validation.load('type,prompt');
      return { area, validation };
    });
    await batch.sync();
    open = [];
    for (const { area, validation } of seen) {
      const mixed = validation.type === 'Inconsistent' || validation.type === 'MixedCriteria';
      if (!mixed && validation.type === 'List' && validation.prompt?.title === LIST_PROMPT) ours.push(area);
      else if (mixed && area.bottom > area.top) open.push(...halves(area));
    }
  }
  batch.stage = 'partly';
  for (const area of ours) rangeOf(sheet, area).dataValidation.clear();
  for (const { name } of markers) sheet.names.getItem(name).delete();
  return markers.length;
}

function halves(area: CellArea): CellArea[] {
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [
    { ...area, bottom: middle },
    { ...area, top: middle + 1 },
  ];
}
