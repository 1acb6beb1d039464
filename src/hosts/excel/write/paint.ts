import type { CellArea } from '../../../core/ledger/grid';
import { LINK_COLOR, LOOKS } from '../../../core/writeplan/looks';
import type { PlanStyle } from '../../../core/writeplan/plan';
import { formatArea } from '../areas';
import type { Sheet } from '../office';
import type { ExcelSession } from '../session';
import type { CellLook } from './entries';
import { ACTION_BYTES, type Outbox } from './outbox';

/** Points of the default font; Office.js tells it of no workbook without another trip, and only titles need it. */
const FONT_SIZE = 11;
/** Excel takes 8,192 characters of addresses at once. */
const MOST_ADDRESSES = 6000;

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** One or many areas that are to look alike. */
type Painted = Pick<Excel.Range, 'format' | 'clear'>;

/**
 * Gives cells their looks, the same that the file host writes. Cells that look alike are gathered to areas, and areas
 * to one object where Excel has such (1.9). `looks` answers the look of a cell of the area.
 */
export async function paint(
  session: ExcelSession,
  sheet: Sheet,
  area: CellArea,
  looks: (row: number, column: number) => CellLook | null,
  outbox: Outbox,
): Promise<void> {
  for (const [look, areas] of gather(area, looks))
    await overAreas(session, sheet, areas, PAINT_BYTES, outbox, (target) => give(target, look));
}

const PAINT_BYTES = 26 * ACTION_BYTES;

/** Does something to many areas in as few actions as this Excel allows. */
export async function overAreas(
  session: ExcelSession,
  sheet: Sheet,
  areas: readonly CellArea[],
  bytesEach: number,
  outbox: Outbox,
  act: (target: Painted) => void,
): Promise<void> {
  const groups = session.has('1.9') ? packed(areas) : areas.map(formatArea);
  for (const group of groups) {
    await outbox.makeRoom(bytesEach + group.length);
    act(group.includes(',') ? sheet.getRanges(group) : sheet.getRange(group));
    outbox.add(bytesEach + group.length);
  }
}

/** Addresses joined as far as Excel takes them. */
function packed(areas: readonly CellArea[]): string[] {
  const groups: string[] = [];
  for (const area of areas) {
    const text = formatArea(area);
    const last = groups[groups.length - 1];
    if (last !== undefined && last.length + text.length < MOST_ADDRESSES) groups[groups.length - 1] = `${last},${text}`;
    else groups.push(text);
  }
  return groups;
}

function give(target: Painted, look: CellLook): void {
  if (look === 'none') return target.clear('Formats');
  const [style, kind] = look.split('/') as [PlanStyle, string];
  const { bold = false, larger, color, fill, border, horizontal } = LOOKS[style];
  const { format } = target;
  if (fill === undefined) format.fill.clear();
  else format.fill.color = rgb(fill);
  format.font.bold = bold;
  format.font.color = rgb(color ?? (kind === 'link' ? LINK_COLOR : 'FF000000'));
  format.font.underline = kind === 'link' ? 'Single' : 'None';
  if (larger !== undefined) format.font.size = FONT_SIZE + larger;
  format.wrapText = true;
  format.verticalAlignment = 'Center';
  format.horizontalAlignment = alignment(horizontal ?? (kind === 'day' ? 'center' : undefined));
  for (const edge of EDGES) format.borders.getItem(edge).style = BORDER_STYLES[border];
}

const BORDER_STYLES = { none: 'None', thin: 'Continuous', dashed: 'Dash' } as const;

const alignment = (horizontal: 'center' | 'left' | undefined): 'Center' | 'Left' | 'General' =>
  horizontal === 'center' ? 'Center' : horizontal === 'left' ? 'Left' : 'General';

/** `#FFC7CE` of an ARGB colour. */
const rgb = (argb: string): string => `#${argb.slice(2)}`;

/** The areas of each look: runs down a column, put together where columns side by side have the same run. */
function gather(
  area: CellArea,
  looks: (row: number, column: number) => CellLook | null,
): ReadonlyMap<CellLook, CellArea[]> {
  const found = new Map<CellLook, CellArea[]>();
  const wider = new Map<string, CellArea>();
  const close = (look: CellLook | null, column: number, top: number, bottom: number): void => {
    if (look === null) return;
    const key = `${look} ${top} ${bottom}`;
    const beside = wider.get(key);
    if (beside && beside.right === column - 1) {
      (beside as { right: number }).right = column;
      return;
    }
    const made = { top, bottom, left: column, right: column };
    wider.set(key, made);
    const list = found.get(look);
    if (list) list.push(made);
    else found.set(look, [made]);
  };
  for (let column = area.left; column <= area.right; column++) {
    let from = area.top;
    let current = looks(from, column);
    for (let row = area.top + 1; row <= area.bottom; row++) {
      const next = looks(row, column);
      if (next === current) continue;
      close(current, column, from, row - 1);
      from = row;
      current = next;
    }
    close(current, column, from, area.bottom);
  }
  return found;
}

/** Gives rows their heights, rows of one height together. */
export async function setHeights(
  session: ExcelSession,
  sheet: Sheet,
  top: number,
  heights: readonly (number | undefined)[],
  outbox: Outbox,
): Promise<void> {
  if (!session.has('1.2')) return;
  const byHeight = new Map<number, CellArea[]>();
  heights.forEach((height, i) => {
    if (height === undefined) return;
    const row = top + i;
    const areas = byHeight.get(height) ?? [];
    const last = areas[areas.length - 1];
    if (last && last.bottom === row - 1) areas[areas.length - 1] = { ...last, bottom: row };
    else areas.push({ top: row, bottom: row, left: 1, right: 1 });
    byHeight.set(height, areas);
  });
  for (const [height, areas] of byHeight)
    await overAreas(session, sheet, areas, 3 * ACTION_BYTES, outbox, ({ format }) => {
      format.rowHeight = height;
    });
}

/** Width of a column in points, from characters of a standard font seven pixels wide with five to spare. */
export const widthInPoints = (characters: number): number => (7 * characters + 5) * 0.75;
