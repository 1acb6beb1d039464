import type { PackageEdit } from './packageEdit';
import { EMPTY_STYLES, StyleBook } from './styleBook';
import type { WorkbookEdit } from './workbookEdit';

const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** Makes room for a new sheet after all others: its part is declared and related, and still to be written. */
export async function addSheet(
  edit: PackageEdit,
  workbook: WorkbookEdit,
  name: string,
  { taken = new Set(), hidden = false }: { readonly taken?: ReadonlySet<string>; readonly hidden?: boolean } = {},
): Promise<{ part: string; position: number }> {
  const { workbookPart } = edit.pkg;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const partOf = (n: number): string => `${folder}worksheets/sheet${n}.xml`;
  let n = 1;
  while (edit.has(partOf(n)) || taken.has(partOf(n))) n++;
  await edit.declare(partOf(n), `${SPREADSHEETML}worksheet+xml`);
  const id = await edit.relate(workbookPart, 'worksheet', `worksheets/sheet${n}.xml`);
  return { part: partOf(n), position: workbook.addSheet(name, id, hidden) };
}

/** The workbook's styles to add to; those every workbook begins with where it has none. */
export async function openStyles(edit: PackageEdit, workbook: WorkbookEdit): Promise<StyleBook> {
  const { stylesPart } = edit.pkg;
  return new StyleBook(stylesPart ? await edit.text(stylesPart) : EMPTY_STYLES(workbook.namespace));
}

/** Puts the styles back, as a new part where the workbook has none. */
export async function saveStyles(edit: PackageEdit, styles: StyleBook): Promise<void> {
  const { stylesPart, workbookPart } = edit.pkg;
  if (stylesPart) return edit.setText(stylesPart, styles.text());
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  let file = 'styles.xml';
  for (let n = 2; edit.has(folder + file); n++) file = `styles${n}.xml`;
  await edit.setText(folder + file, styles.text());
  await edit.declare(folder + file, `${SPREADSHEETML}styles+xml`);
  await edit.relate(workbookPart, 'styles', file);
}
