import { columnNumber, type CellArea } from '../../../core/ledger/grid';
import { MARK_COLORS } from '../../../core/writeplan/looks';
import { isMarkFormula, MARK_MARKER } from '../../../core/writeplan/markers';
import type { CellMark } from '../../../ports/liveWorkbook';
import { formatArea } from '../write/areas';
import type { SheetFrame } from '../write/sheetFrame';
import type { StyleBook } from '../write/styleBook';
import { TextEdits } from '../write/textEdits';
import { attributesOf, elementsIn, openTag, textContent } from '../write/xmlText';
import { areasOf } from './sheetFeatures';

/** So many areas in one rule: programs differ in how long a list of references they take. */
const MOST_AREAS = 500;

/** The looks by how urgent they are: of two marks on a cell the first holds. */
const LOOKS = ['error', 'warning', 'notice'] as const;

/**
 * Takes our conditional formats off a sheet and answers how many cells they covered. Rules of the user's stay as they
 * are, in an element that holds both as well.
 */
export function takeMarks(frame: SheetFrame): number {
  let cells = 0;
  for (const { xml, set } of frame.parts('conditionalFormatting')) {
    const edits = new TextEdits(xml);
    const ours = edits.children.filter((rule) => rule.local === 'cfRule' && isOurs(xml, rule));
    if (ours.length === 0) continue;
    cells += cellsIn(areasOf(attributesOf(openTag(xml, edits.root)).get('sqref')));
    for (const rule of ours) edits.replace(rule.start, rule.end, '');
    const left = edits.children.length - ours.length;
    set(left === 0 ? '' : edits.result());
  }
  return cells;
}

function isOurs(xml: string, rule: Parameters<typeof elementsIn>[1]): boolean {
  const formulas = elementsIn(xml, rule).filter(({ local }) => local === 'formula');
  return formulas.length === 1 && isMarkFormula(textContent(xml, formulas[0]!));
}

/** Lays our conditional formats over these cells, below every rule of the user's. */
export function layMarks(frame: SheetFrame, marks: readonly CellMark[], styles: StyleBook): void {
  const p = frame.prefix;
  let priority = lastPriority(frame);
  const taken = new Set<string>();
  const elements: string[] = [];
  for (const look of LOOKS) {
    const cells = marks.filter((mark) => mark.look === look && !taken.has(mark.cell)).map(({ cell }) => cell);
    for (const cell of cells) taken.add(cell);
    const { color, fill } = MARK_COLORS[look];
    const areas = stacked(cells).map(formatArea);
    for (let from = 0; from < areas.length; from += MOST_AREAS) {
      const sqref = areas.slice(from, from + MOST_AREAS).join(' ');
      const label = `type="expression" dxfId="${styles.differential(color, fill)}" priority="${++priority}"`;
      const rule = `<${p}cfRule ${label}><${p}formula>${MARK_MARKER}</${p}formula></${p}cfRule>`;
      elements.push(`<${p}conditionalFormatting sqref="${sqref}">${rule}</${p}conditionalFormatting>`);
    }
  }
  frame.add('conditionalFormatting', elements.join(''));
}

/** The last priority of the user's rules, those in extensions too: priorities are of the sheet, not of the element. */
function lastPriority(frame: SheetFrame): number {
  let last = 0;
  const look = (tag: string): void => {
    for (const [, priority] of tag.matchAll(/\spriority\s*=\s*["'](\d+)["']/g)) last = Math.max(last, Number(priority));
  };
  for (const { xml } of frame.parts('extLst')) look(xml);
  for (const { xml } of frame.parts('conditionalFormatting'))
    for (const rule of new TextEdits(xml).children)
      if (rule.local === 'cfRule' && !isOurs(xml, rule)) look(openTag(xml, rule));
  return last;
}

/** Cells of a column that stand on one another as one area each. */
function stacked(cells: readonly string[]): CellArea[] {
  const places = cells.flatMap((cell) => {
    const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell);
    return match ? [{ row: Number(match[2]), column: columnNumber(match[1]!) }] : [];
  });
  places.sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of places) {
    const last = areas[areas.length - 1];
    if (last && last.left === column && row <= last.bottom + 1) last.bottom = row;
    else areas.push({ top: row, left: column, bottom: row, right: column });
  }
  return areas;
}

const cellsIn = (areas: readonly CellArea[]): number =>
  areas.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
