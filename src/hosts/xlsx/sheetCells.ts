import { CellKind } from '../../core/ledger/grid';
import { isoDateText, parseNumber } from './cellValue';
import { damaged } from './fault';
import { GridBuilder } from './gridBuilder';
import type { ReadLimits } from './limits';
import type { SharedStrings } from './sharedStrings';
import { decodeXmlText, TextBatch } from './textBatch';

/** What a cell's `t` attribute says its value is. */
export const CellType = {
  number: 0,
  shared: 1,
  text: 2,
  inline: 3,
  boolean: 4,
  error: 5,
  date: 6,
} as const;
export type CellType = (typeof CellType)[keyof typeof CellType];

/** The `t` attribute; `n` and anything unknown read as a number, which falls back to text. */
export function cellType(bytes: Uint8Array, from: number, to: number): CellType {
  const c = bytes[from];
  if (to - from === 1) {
    if (c === 0x73) return CellType.shared;
    if (c === 0x62) return CellType.boolean;
    if (c === 0x65) return CellType.error;
    if (c === 0x64) return CellType.date;
  } else if (c === 0x73) return CellType.text;
  else if (c === 0x69) return CellType.inline;
  return CellType.number;
}

/** What a scan needs to know of the rest of the workbook. */
export interface ScanContext {
  readonly part: string;
  readonly sheet: string;
  readonly shared: SharedStrings;
  /** Cell styles that exist; a cell with another gets the style of this number. */
  readonly styleCount: number;
  readonly limits: ReadLimits;
}

/** Turns the raw values of cells into a grid's numbers, texts and kinds. */
export class SheetCells {
  readonly grid: GridBuilder;
  /**
   * Gathers the raw value of the cell being read; keeps the texts of inline strings, formula results and errors,
   * whose numbers in the grid follow those of the shared strings.
   */
  readonly batch: TextBatch;
  private readonly sharedCount: number;
  private row = 0;
  private rowIndex = -1;

  constructor(private readonly context: ScanContext) {
    this.grid = new GridBuilder(context.part, context.limits.cells);
    this.batch = new TextBatch(context.part, context.limits.token);
    this.sharedCount = context.shared.texts.length;
  }

  /** Cells that follow stand in this 1-based worksheet row; it enters the grid with its first cell that is not blank. */
  startRow(row: number): void {
    this.row = row;
    this.rowIndex = -1;
  }

  /** A cell whose raw value, if it had one, stands in `batch`. */
  finish(column: number, style: number, type: CellType, hasValue: boolean, hasFormula: boolean): void {
    const { batch } = this;
    if (!hasValue || batch.isEmpty) {
      // A formula that answered an empty text says so by its type; without a value, or without a type, it says nothing.
      const emptyText = hasValue && (type === CellType.text || type === CellType.inline);
      if (hasFormula && !emptyText) this.put(column, style, CellKind.uncached, 0);
      return;
    }
    switch (type) {
      case CellType.number:
        return this.finishNumber(column, style, hasFormula);
      case CellType.shared:
        return this.finishShared(column, style);
      case CellType.boolean: {
        const text = this.takeText().trim().toLowerCase();
        return this.put(column, style, CellKind.boolean, text === '1' || text === 'true' ? 1 : 0);
      }
      case CellType.error:
        return this.put(column, style, CellKind.error, this.sharedCount + batch.finish());
      case CellType.date:
        batch.appendText(isoDateText(this.takeText()));
        return this.putText(column, style);
      case CellType.text:
      case CellType.inline:
        return this.putText(column, style);
    }
  }

  /** A cell that refers to a shared string; one that is not there means the file lost its texts. */
  putShared(column: number, style: number, index: number): void {
    if (!(index >= 0 && index < this.sharedCount && Number.isInteger(index)))
      throw damaged('shared-string', this.context.part, { sheet: this.context.sheet });
    const { empty } = this.context.shared;
    if (empty.size === 0 || !empty.has(index)) this.put(column, style, CellKind.text, index);
  }

  put(column: number, style: number, kind: CellKind, number: number): void {
    if (this.rowIndex < 0) this.rowIndex = this.grid.addRow(this.row);
    const { styleCount } = this.context;
    this.grid.set(this.rowIndex, column, kind, number, style < styleCount ? style : styleCount);
  }

  private finishNumber(column: number, style: number, hasFormula: boolean): void {
    const { batch } = this;
    let number = parseNumber(batch.units, batch.start, batch.length);
    if (Number.isNaN(number)) {
      const text = decodeXmlText(batch.current());
      const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
      number = parseNumber(units, 0, units.length);
      // White space is no value; anything else is shown as it stands, never turned into a number by guessing.
      if (Number.isNaN(number) && text.trim() !== '') return this.putText(column, style);
    }
    batch.drop();
    if (!Number.isNaN(number)) this.put(column, style, CellKind.number, number);
    else if (hasFormula) this.put(column, style, CellKind.uncached, 0);
  }

  private finishShared(column: number, style: number): void {
    const { batch } = this;
    const index = parseNumber(batch.units, batch.start, batch.length);
    batch.drop();
    this.putShared(column, style, index);
  }

  private putText(column: number, style: number): void {
    this.put(column, style, CellKind.text, this.sharedCount + this.batch.finish());
  }

  private takeText(): string {
    const text = decodeXmlText(this.batch.current());
    this.batch.drop();
    return text;
  }
}
