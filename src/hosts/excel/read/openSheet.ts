import type { CellArea } from '../../../core/ledger/grid';
import { areaOf, PLACE } from '../areas';
import { isOfficeError, isTooLarge } from '../faults';
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
  /** The cells that hold anything; null for a blank sheet. */
  readonly used: CellArea | null;
  readonly names: LoadedNames;
  readonly date1904: boolean;
  /** Merged areas; null where they must be asked for by blocks, or can't be told. */
  readonly merges: readonly CellArea[] | null;
  /** The first rows, by which the size of the others is told; null where Excel can't cut them out in the same trip. */
  readonly probe: { readonly area: CellArea; readonly values: Matrix; readonly formats: string[][] } | null;
}

/** Cells that a whole ledger often fits in, and never too many for one answer. */
const PROBE = 'A1:AZ200';

/**
 * Opens a sheet: where its cells are, what of it is ours, its merged areas, its first rows. The workbook's date system
 * is told from ExcelApi 1.9 on; before that it is taken to be that of 1900, which all but files from old Macs have.
 */
export async function openSheet(
  session: ExcelSession,
  batch: Batch,
  name: string,
  area: CellArea | null,
): Promise<Opening> {
  try {
    return await ask(session, batch, name, session.has('1.13') && area === null);
  } catch (error) {
    // More merged areas than Excel tells at once, or too many for one answer; without them it is a small question.
    if (!session.has('1.13') || !isOfficeError(error) || !(isTooLarge(error) || MERGE_REFUSALS.has(error.code)))
      throw error;
    return ask(session, batch, name, false);
  }
}

const MERGE_REFUSALS: ReadonlySet<string> = new Set(['GeneralException', 'InvalidArgument', 'InvalidOperation']);

async function ask(session: ExcelSession, batch: Batch, name: string, withMerges: boolean): Promise<Opening> {
  const { context } = batch;
  const { sheet, check } = askSheet(session, context, name);
  const canTellNone = session.has('1.4');
  const used = canTellNone ? sheet.getUsedRangeOrNullObject(true) : sheet.getUsedRange();
  const canTellHidden = session.has('1.2');
  used.load(canTellHidden ? `${PLACE},rowHidden,columnHidden` : PLACE);
  const probe = canTellNone ? used.getIntersectionOrNullObject(PROBE) : null;
  probe?.load(`${PLACE},values,numberFormat`);
  const markers = askMarkers(session, context, sheet);
  const merges = withMerges ? askMerges(used) : null;
  if (session.has('1.9')) context.workbook.load('use1904DateSystem');
  await batch.sync();
  check();
  const isBlank = used.isNullObject;
  return {
    sheet,
    name: sheet.name,
    used: isBlank ? null : areaOf(used),
    names: markers(),
    date1904: session.has('1.9') && context.workbook.use1904DateSystem,
    merges: merges ? (isBlank ? [] : merges()) : null,
    rowHidden: isBlank || !canTellHidden ? false : used.rowHidden,
    columnHidden: isBlank || !canTellHidden ? false : used.columnHidden,
    probe:
      probe && !isBlank && !probe.isNullObject && probe.values !== null && probe.numberFormat !== null
        ? { area: areaOf(probe), values: probe.values as Matrix, formats: probe.numberFormat as string[][] }
        : null,
  };
}
