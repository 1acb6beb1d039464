import { columnLetters } from '../../../core/ledger/grid';
import { COLUMNS_MARKER, columnMarker, parseReference, quoteSheet } from '../../../core/writeplan/markers';
import type { OwnedColumns } from '../../../core/writeplan/plan';
import { formatArea } from '../areas';
import type { Context, Sheet } from '../office';
import type { NameEntry } from '../ownership';
import { rangeOf } from '../ranges';
import type { Batch, ExcelSession } from '../session';
import { textEntry } from './entries';
import type { HeaderLayout } from './header';
import { ACTION_BYTES, type Outbox } from './outbox';
import { paint, widthInPoints } from './paint';
import { runsOf } from './placement';
import type { Survey } from './survey';

/** What a column looked like before it was ours, kept with its marker so that clearing can restore it. */
const BEFORE = /^width=([\d.]+);from=(\d+)(;hidden)?$/;

/** A column's width in points and whether it was hidden, before it was ours; and the 1-based row we began at. */
export interface ColumnBefore {
  readonly width: number;
  readonly from: number;
  readonly hidden: boolean;
}

const sayBefore = ({ width, from, hidden }: ColumnBefore): string =>
  `width=${width};from=${from}${hidden ? ';hidden' : ''}`;

/** Reads what a marker says of its column before it was ours; null where another host made it. */
export function readBefore(comment: string): ColumnBefore | null {
  const match = BEFORE.exec(comment);
  return match ? { width: Number(match[1]), from: Number(match[2]), hidden: match[3] !== undefined } : null;
}

/**
 * Takes the columns as ours and lays out their headings. The markers come first: whatever fails after them, the next
 * write knows the columns again and goes on, and no column with anything of ours in it is ever taken for the user's.
 */
export async function claimColumns(
  session: ExcelSession,
  batch: Batch,
  plan: OwnedColumns,
  columns: readonly number[],
  layout: HeaderLayout,
  survey: Survey,
  outbox: Outbox,
): Promise<void> {
  const { sheet } = survey;
  const before = await lookAt(batch, sheet, plan, columns);
  const fresh = columns.map((_, i) => before[i]!.heading === '');
  setMarkers(batch.context, columns, before, survey, outbox);
  columns.forEach((column, i) => {
    if (!fresh[i]) return;
    const whole = sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`);
    if (before[i]!.hidden) whole.columnHidden = false;
    whole.format.columnWidth = widthInPoints(plan.widths[i] ?? 12);
    outbox.add(5 * ACTION_BYTES);
  });
  for (const area of layout.staleMerges) rangeOf(sheet, area).unmerge();
  await writeHeadings(session, sheet, plan, columns, layout, outbox);
  for (const area of layout.merges) rangeOf(sheet, area).merge(false);
  for (const { id, area } of layout.tables) sheet.tables.getItem(id).resize(formatArea(area));
  if (layout.filter) sheet.autoFilter.apply(rangeOf(sheet, layout.filter));
  await outbox.send();
}

/** Width, visibility and headings of the columns as they are. */
async function lookAt(
  batch: Batch,
  sheet: Sheet,
  plan: OwnedColumns,
  columns: readonly number[],
): Promise<(ColumnBefore & { readonly heading: string })[]> {
  const top = Math.min(...plan.headerRows);
  const bottom = Math.max(...plan.headerRows);
  const asked = columns.map((column) => {
    const range = rangeOf(sheet, { top, bottom, left: column, right: column });
    range.load('values,columnHidden');
    range.format.load('columnWidth');
    return range;
  });
  await batch.sync();
  return asked.map((range) => ({
    width: range.format.columnWidth,
    from: top,
    hidden: range.columnHidden,
    heading: range.values.map((row) => String(row[0] ?? '')).join(''),
  }));
}

async function writeHeadings(
  session: ExcelSession,
  sheet: Sheet,
  plan: OwnedColumns,
  columns: readonly number[],
  layout: HeaderLayout,
  outbox: Outbox,
): Promise<void> {
  const top = Math.min(...plan.headerRows);
  const bottom = Math.max(...plan.headerRows);
  for (const { first, last, order } of runsOf(columns)) {
    const area = { top, bottom, left: first, right: last };
    await paint(session, sheet, area, () => 'header/text', outbox);
    // One row at a time: a filter may hide a row of the header, and a block would then be misplaced.
    for (let row = top; row <= bottom; row++) {
      const line = order.map((i) => {
        const at = layout.titleRows[i];
        if (at === null) return null;
        return at === row ? textEntry(layout.titles[i]!, 'header/text').write : '';
      });
      rangeOf(sheet, { ...area, top: row, bottom: row }).values = [line];
      outbox.add(4 * ACTION_BYTES);
    }
  }
}

/** Sets the hidden names that mark the columns; those that are there already are only mended. */
function setMarkers(
  context: Context,
  columns: readonly number[],
  before: readonly ColumnBefore[],
  survey: Survey,
  outbox: Outbox,
): void {
  const { sheet, names } = survey;
  const quoted = quoteSheet(survey.name);
  const refers = (first: number, last: number): string => `=${quoted}!$${columnLetters(first)}:$${columnLetters(last)}`;
  columns.forEach((column, i) => {
    setName(sheet.names, names.sheet, columnMarker(i), refers(column, column), sayBefore(before[i]!));
  });
  const all = refers(Math.min(...columns), Math.max(...columns));
  setName(context.workbook.names, names.workbook, COLUMNS_MARKER, all, '');
  outbox.add((columns.length + 1) * 4 * ACTION_BYTES);
}

/** Makes a hidden name refer to something; one that does already is left. */
export function setName(
  names: Excel.NamedItemCollection,
  there: readonly NameEntry[],
  name: string,
  refers: string,
  comment: string,
): void {
  const known = there.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (!known) {
    names.add(name, refers, comment).visible = false;
    return;
  }
  const item = names.getItem(known.name);
  if (!sameReference(known.refers, refers)) {
    item.formula = refers;
    item.comment = comment;
  }
  if (known.visible) item.visible = false;
}

function sameReference(a: string, b: string): boolean {
  const [x, y] = [parseReference(a), parseReference(b.replace(/^=/, ''))];
  return (
    x !== null &&
    y !== null &&
    x.sheet.toLowerCase() === y.sheet.toLowerCase() &&
    x.left === y.left &&
    x.right === y.right &&
    x.top === y.top &&
    x.bottom === y.bottom
  );
}
