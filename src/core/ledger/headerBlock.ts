import type { CellArea, RawColumn, SheetGrid } from './grid';
import { CellKind } from './grid';
import { isOwned, kindAt, rowIndex, textAt } from './cells';
import { headingText } from './headingText';
import type { MergeIndex } from './merges';

/** The rows that may be a ledger's header: worksheet rows, both inclusive. */
export interface HeaderRows {
  readonly top: number;
  readonly bottom: number;
}

/** Headings of every column of a header, top to bottom, and how far the headings reach. */
export interface HeaderStacks {
  readonly rows: HeaderRows;
  /** 1-based column -> its headings from the top down; only columns that have one. */
  readonly stacks: ReadonlyMap<number, readonly string[]>;
  /** 1-based last column that the headings cover, merged ones to their end. */
  readonly right: number;
}

interface HeadingCell {
  readonly column: number;
  readonly text: string;
  readonly area: CellArea | undefined;
}

const MOST_ROWS = 4;
const LONGEST = 80;
/** 填报单位：…, 填报时间：…, 单位：件, 截至…: lines between the title and the header. */
const FORM_LINE =
  /^(?:填报|填表|制表|编制|报送|上报|统计|审核|联系人|联系电话|单位|日期|时间|截止|截至|密级|密级程度|附件|表号|负责人|签发)[^\n（(]{0,12}[：:]|^(?:截止|截至)|^附件\s*\d*$/u;

/** Reads heading cells of single rows and builds the stacks of a header; one reader per sheet. */
export class HeaderReader {
  private readonly rowCells = new Map<number, readonly HeadingCell[]>();
  private readonly columns: readonly RawColumn[];

  constructor(
    readonly grid: SheetGrid,
    readonly merges: MergeIndex,
    /** Whether a text is a heading that some ledger has, by itself or under another. */
    private readonly isKnown: (text: string) => boolean,
  ) {
    this.columns = grid.columns.filter((column) => !isOwned(grid, column.column));
  }

  /** Text cells of a row, a merged one once, in its first column. */
  cells(row: number): readonly HeadingCell[] {
    const kept = this.rowCells.get(row);
    if (kept) return kept;
    const cells: HeadingCell[] = [];
    const index = rowIndex(this.grid, row);
    if (index >= 0) {
      for (const column of this.columns) {
        const text = textAt(this.grid, column, index);
        if (text === '') continue;
        const area = this.merges.at(row, column.column);
        // Some programs leave values in cells that a merge hides.
        if (area && (area.top !== row || area.left !== column.column)) continue;
        cells.push({ column: column.column, text, area });
      }
    }
    this.rowCells.set(row, cells);
    return cells;
  }

  /** Whether a row is a title, a 填报单位 line or anything else that can't begin a header. */
  isLine(row: number): boolean {
    const cells = this.cells(row);
    if (cells.length === 0) return true;
    if (cells.length === 1) return true;
    const lines = cells.filter((cell) => FORM_LINE.test(cell.text)).length;
    return lines * 2 >= cells.length || cells.every((cell) => !isHeadingLike(cell.text));
  }

  /** The header that would begin in a row, as far down as merges or the shape of the rows below carry it. */
  blockFrom(top: number): HeaderRows {
    let bottom = top;
    while (bottom - top + 1 < MOST_ROWS) {
      const lowest = this.lowestMerged(top, bottom);
      if (lowest > bottom && lowest - top < MOST_ROWS) bottom = lowest;
      else if (this.continuesBelow(top, bottom)) bottom++;
      else break;
    }
    return { top, bottom };
  }

  private lowestMerged(top: number, bottom: number): number {
    let lowest = bottom;
    for (let row = top; row <= bottom; row++) {
      for (const { area, text } of this.cells(row)) {
        if (area && isHeadingLike(text) && area.bottom - top < MOST_ROWS) lowest = Math.max(lowest, area.bottom);
      }
    }
    return lowest;
  }

  /**
   * Whether the row below still belongs to the header: its headings stand below merged or wider ones, and it is
   * blank where the row above has headings of its own.
   */
  private continuesBelow(top: number, bottom: number): boolean {
    const below = this.cells(bottom + 1);
    if (below.length < 2 || !below.every((cell) => isHeadingLike(cell.text))) return false;
    if (this.hasOtherThanText(bottom + 1) || !below.some((cell) => this.isKnown(cell.text))) return false;
    const upper = this.cells(bottom);
    const groups = upper.filter((cell) => (cell.area ? cell.area.right > cell.area.left : false));
    const under = (cell: HeadingCell): boolean =>
      groups.some(({ area }) => area !== undefined && cell.column >= area.left && cell.column <= area.right);
    const belowColumns = new Set(below.map((cell) => cell.column));
    const single = upper.filter((cell) => !groups.includes(cell));
    const closed = single.filter((cell) => !belowColumns.has(cell.column)).length;
    if (groups.length > 0) {
      const covered = below.filter(under).length;
      const grouped = groups.some(
        ({ area }) => area && below.filter((c) => c.column >= area.left && c.column <= area.right).length >= 2,
      );
      return grouped && (single.length === 0 || closed * 2 >= single.length || covered === below.length);
    }
    // Without merges: headings spread to the right over blanks, the row below fills those blanks.
    const upperColumns = new Set(upper.map((cell) => cell.column));
    const filled = below.filter((cell) => !upperColumns.has(cell.column)).length;
    return (
      bottom === top && filled >= 1 && closed >= 1 && (closed + filled) * 2 >= below.length + single.length - filled
    );
  }

  /** Whether a row holds numbers, errors or formulas without a value. */
  hasOtherThanText(row: number): boolean {
    const index = rowIndex(this.grid, row);
    return (
      index >= 0 &&
      this.columns.some((column) => {
        const kind = kindAt(column, index);
        return kind !== CellKind.blank && kind !== CellKind.text;
      })
    );
  }

  /** Every column's headings from the top down; a group's heading goes to each column it spreads over. */
  stacks(rows: HeaderRows): HeaderStacks {
    const stacks = new Map<number, string[]>();
    let right = 0;
    const own = new Set<number>();
    const lastColumn = this.columns.at(-1)?.column ?? 0;
    for (let row = rows.top; row <= rows.bottom; row++) {
      const cells = this.cells(row);
      cells.forEach((cell, at) => {
        const { column, text, area } = cell;
        if (!isHeadingLike(text)) return;
        const end = area ? area.right : this.spread(cells, at, row, rows.bottom, lastColumn);
        right = Math.max(right, end);
        const isGroup = end > column && row < rows.bottom && (area === undefined || area.bottom < rows.bottom);
        for (let c = column; c <= (isGroup ? end : column); c++) {
          const stack = stacks.get(c) ?? [];
          if (stack[stack.length - 1] !== text) stack.push(text);
          stacks.set(c, stack);
          if (c === column && !isGroup) own.add(c);
        }
        if (isGroup && !this.hasHeadingBelow(column, end, row, rows.bottom)) own.add(column);
      });
    }
    // A group spreads over columns that have no heading of their own: they only continue it.
    for (const column of [...stacks.keys()]) if (!own.has(column)) stacks.delete(column);
    return { rows, stacks, right: Math.max(right, ...stacks.keys(), 0) };
  }

  /** How far an unmerged upper heading reaches over blanks that have headings below; its own column otherwise. */
  private spread(cells: readonly HeadingCell[], at: number, row: number, bottom: number, last: number): number {
    const cell = cells[at];
    if (!cell) return 0;
    if (row === bottom || !this.hasHeadingBelow(cell.column, cell.column, row, bottom)) return cell.column;
    const next = cells[at + 1]?.column ?? last + 1;
    let end = cell.column;
    for (let c = cell.column + 1; c < next; c++) {
      if (this.merges.at(row, c)) break;
      if (this.hasHeadingBelow(c, c, row, bottom)) end = c;
    }
    return end;
  }

  private hasHeadingBelow(left: number, right: number, row: number, bottom: number): boolean {
    for (let below = row + 1; below <= bottom; below++) {
      if (this.cells(below).some((cell) => cell.column >= left && cell.column <= right)) return true;
    }
    return false;
  }
}

/** Whether a text is short enough, and enough of words, to be a heading. */
export function isHeadingLike(text: string): boolean {
  if (text.length > LONGEST || FORM_LINE.test(text)) return false;
  const key = headingText(text).core;
  return key !== '' && key.length <= 30 && !/^\d+$/.test(key);
}
