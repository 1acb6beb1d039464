import type { ReportSheet } from '../../../core/writeplan/plan';
import { quoteSheet } from '../marker';
import { absoluteArea } from './areas';
import { titleRowsReference, type OwnSheetReport } from './ownSheet';
import type { WorkbookEdit } from './workbookEdit';

export const FILTER_NAME = '_xlnm._FilterDatabase';

/** Gives one of our sheets its names for printing and for its filter: they stand in the workbook, not in the sheet. */
export function namePages(
  workbook: WorkbookEdit,
  { name, position }: { readonly name: string; readonly position: number },
  planned: ReportSheet,
  { area, filter }: OwnSheetReport,
): void {
  const set = (defined: string, text: string | null, hidden: boolean): void => {
    if (text === null) workbook.removeName(defined, position);
    else workbook.setName(defined, position, text, hidden);
  };
  set(FILTER_NAME, filter && `${quoteSheet(name)}!${absoluteArea(filter)}`, true);
  set('_xlnm.Print_Area', area && `${quoteSheet(name)}!${absoluteArea(area)}`, false);
  const titles = planned.titleRows && titleRowsReference(name, planned.titleRows.first, planned.titleRows.last);
  set('_xlnm.Print_Titles', titles, false);
}
