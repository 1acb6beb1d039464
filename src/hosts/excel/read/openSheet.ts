import type { CellArea } from '../../../core/ledger/grid';
import { areaOf, formatArea, PLACE } from '../areas';
import { problem } from '../../../core/problem';
import { ExcelFault, isOfficeError, isTooLarge } from '../faults';
import type { Matrix, Sheet } from '../office';
import { askMarkers, type LoadedNames } from '../ownership';
import { askSheet } from '../ranges';
import type { Batch, ExcelSession } from '../session';
import { askMerges } from './mergedAreas';
import type { HiddenHint } from './hiddenLines';

/** What the first round trip to a sheet brings. */
export interface Opening extends HiddenHint {
  readonly sheet: Sheet;
  readonly name: string;
  readonly id: string;
  /** The cells that hold anything; null for a blank sheet. */
  readonly used: CellArea | null;
  readonly names: LoadedNames;
  readonly date1904: boolean;
  /** Merged areas; null where they must be asked for by blocks, or can't be told. */
  readonly merges: readonly CellArea[] | null;
  /** The first rows, by which the size of the others is told; null where Excel can't cut them out in the same trip. */
  readonly probe: { readonly area: CellArea; readonly values: Matrix; readonly formats: string[][] } | null;
}

/** 1 January 2000 as a serial of the 1904 system. */
const NEW_MILLENNIUM_1904 = 35_064;

/** Cells that a whole ledger often fits in, and never too many for one answer. */
const PROBE: CellArea = { top: 1, left: 1, bottom: 200, right: 52 };

/** The cells to bring along: those that are asked for where they are few, else the first ones. */
function probeFor(area: CellArea | null): CellArea | null {
  if (area === null) return PROBE;
  const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  return cells <= PROBE.bottom * PROBE.right ? area : null;
}

/**
 * Opens a sheet: where its cells are, what of it is ours, its merged areas, its first rows. The workbook's date system
 * is told by what its own DATE function answers (ExcelApi 1.2); before that it is taken to be that of 1900, which all
 * but files from old Macs have.
 */
export async function openSheet(
  session: ExcelSession,
  batch: Batch,
  name: string,
  area: CellArea | null,
): Promise<Opening> {
  try {
    return await ask(session, batch, name, area, true);
  } catch (error) {
    if (!isOfficeError(error)) throw error;
    if (error.code === 'ItemNotFound' && !session.has('1.4'))
      throw new ExcelFault(problem('sheet-not-found', { sheet: name, sheets: await sheetNames(session) }));
    // More merged areas than Excel tells at once, or too much for one answer: without both it is a small question.
    if (!isTooLarge(error) && !MERGE_REFUSALS.has(error.code)) throw error;
    return ask(session, batch, name, area, false);
  }
}

const MERGE_REFUSALS: ReadonlySet<string> = new Set(['GeneralException', 'InvalidArgument', 'InvalidOperation']);

/** In a context of its own: what was asked for and is not there spoils the other. */
async function sheetNames(session: ExcelSession): Promise<string[]> {
  const { worksheets } = new session.runtime.Excel.RequestContext().workbook;
  worksheets.load('items/name');
  await worksheets.context.sync();
  return worksheets.items.map(({ name }) => name);
}

async function ask(
  session: ExcelSession,
  batch: Batch,
  name: string,
  area: CellArea | null,
  /** Merged areas and the first rows too. */
  withMore: boolean,
): Promise<Opening> {
  const { context } = batch;
  const { sheet, check } = askSheet(session, context, name);
  const canTellNone = session.has('1.4');
  const used = canTellNone ? sheet.getUsedRangeOrNullObject(true) : sheet.getUsedRange();
  const canTellHidden = session.has('1.2');
  used.load(canTellHidden ? `${PLACE},rowHidden,columnHidden` : PLACE);
  const first = canTellNone && withMore ? probeFor(area) : null;
  const probe = first && used.getIntersectionOrNullObject(formatArea(first));
  probe?.load(`${PLACE},values,numberFormat${area === null ? '' : ',rowHidden,columnHidden'}`);
  const markers = askMarkers(session, context, sheet);
  const merges = withMore && session.has('1.13') ? askMerges(area === null ? used : (probe ?? used)) : null;
  const epoch = canTellHidden ? context.workbook.functions.date(2000, 1, 1) : null;
  epoch?.load('value');
  await batch.sync();
  check();
  const isBlank = used.isNullObject;
  const told = area !== null && probe ? probe : used;
  const hidden = canTellHidden && !isBlank && !told.isNullObject ? told : null;
  return {
    sheet,
    name: sheet.name,
    id: sheet.id,
    used: isBlank ? null : areaOf(used),
    names: markers(),
    date1904: epoch?.value === NEW_MILLENNIUM_1904,
    merges: merges ? (isBlank ? [] : merges()) : null,
    rowHidden: hidden?.rowHidden ?? (hidden ? null : false),
    columnHidden: hidden?.columnHidden ?? (hidden ? null : false),
    probe:
      probe && !isBlank && !probe.isNullObject && probe.values !== null && probe.numberFormat !== null
        ? { area: areaOf(probe), values: probe.values as Matrix, formats: probe.numberFormat as string[][] }
        : null,
  };
}
