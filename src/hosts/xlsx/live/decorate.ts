import type { CellMark, DropDown, DropDownReport } from '../../../ports/liveWorkbook';
import { problem } from '../../../core/problem';
import { MARK_MARKER } from '../../../core/writeplan/markers';
import { FileFault } from '../fault';
import { findWorksheet } from '../scanSheet';
import { isSheetProtected } from '../sheetProtection';
import type { Deflate } from '../write/deflate';
import { openStyles, saveStyles } from '../write/newSheet';
import { PackageEdit } from '../write/packageEdit';
import { openSheet, saveSheet } from '../write/sheetRewrite';
import { WorkbookEdit } from '../write/workbookEdit';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';
import { layLists, writtenLists } from './dropDowns';
import { layMarks, takeMarks } from './marks';

/**
 * Makes the file with these marks of ours on a sheet and no others; null where it is the same. Rejects with a
 * `FileFault`: `sheet-not-found`, `sheet-protected`, or what reading can find.
 */
export async function markSheet(
  pkg: XlsxPackage,
  name: string,
  marks: readonly CellMark[],
  deflate: Deflate,
): Promise<Uint8Array | null> {
  const sheet = await changeableSheet(pkg, name);
  const edit = new PackageEdit(pkg, deflate);
  const workbook = new WorkbookEdit(await edit.text(pkg.workbookPart));
  const open = await openSheet(edit, sheet);
  takeMarks(open.frame);
  if (marks.length > 0) {
    const styles = await openStyles(edit, workbook);
    layMarks(open.frame, marks, styles);
    await saveStyles(edit, styles);
    workbook.setName(MARK_MARKER, null, 'TRUE', true);
    await edit.setText(pkg.workbookPart, workbook.result());
  }
  await saveSheet(edit, sheet, open, new Map());
  return edit.isEmpty ? null : edit.build();
}

/**
 * Makes the file with these lists of ours on a sheet and no others; bytes null where it is the same. Rejects with a
 * `FileFault`, those of `writtenLists` among them; then nothing has changed.
 */
export async function listSheet(
  pkg: XlsxPackage,
  name: string,
  lists: readonly DropDown[],
  deflate: Deflate,
): Promise<{ bytes: Uint8Array | null; report: DropDownReport }> {
  const sheet = await changeableSheet(pkg, name);
  const written = writtenLists(lists);
  if (!written.ok) throw new FileFault(written.problems[0]!);
  const edit = new PackageEdit(pkg, deflate);
  const open = await openSheet(edit, sheet);
  const report = layLists(open.frame, written.value);
  await saveSheet(edit, sheet, open, new Map());
  return { bytes: edit.isEmpty ? null : edit.build(), report };
}

async function changeableSheet(pkg: XlsxPackage, name: string): Promise<PackageSheet> {
  const sheet = findWorksheet(pkg, name);
  const isProtected = await isSheetProtected(pkg, sheet.name);
  if (!isProtected.ok) throw new FileFault(isProtected.problems[0]!);
  if (isProtected.value) throw new FileFault(problem('sheet-protected', { sheet: sheet.name }));
  return sheet;
}
