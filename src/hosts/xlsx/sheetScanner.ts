import { CellKind, columnNumber, type CellArea } from '../../core/ledger/grid';
import { ByteScanner } from './byteScanner';
import { damaged, tooMuch } from './fault';
import { MAX_COLUMN, MAX_ROW } from './limits';
import { CellType, cellType, SheetCells, type ScanContext } from './sheetCells';

/** Which child of the worksheet the scan is in. */
const enum Section {
  other,
  data,
  columns,
  merges,
}

const ascii = new TextDecoder('latin1');
const CELL_END = [...'</v></c>'].map((c) => c.charCodeAt(0));

/**
 * Reads one worksheet's XML: worksheet at depth 0, its sections at 1, row, col and mergeCell at 2, c at 3, v, f and is at 4,
 * t or r at 5, t of a run at 6. Whatever stands elsewhere (extension lists, foreign markup) is passed over.
 */
export class SheetScanner extends ByteScanner {
  readonly cells: SheetCells;
  readonly merges: CellArea[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  protected = false;

  // Tags inside a row.
  protected override readonly quickDepth = 3;
  private section: Section = Section.other;
  private row = 0;
  private rowHidden = false;
  private columnCount = 0;
  private column = 0;
  private inCell = false;
  private inInline = false;
  private inRun = false;
  private type: CellType = CellType.number;
  private style = 0;
  private hasFormula = false;
  private hasValue = false;

  constructor(private readonly context: ScanContext) {
    super(context.part, context.limits.token);
    this.cells = new SheetCells(context);
  }

  protected open(name: number, nameEnd: number, self: boolean): void {
    switch (this.depth) {
      case 0:
        if (!this.named(name, nameEnd, 'worksheet')) throw this.broken();
        return;
      case 1:
        this.openSection(name, nameEnd, self);
        return;
      case 2:
        this.openItem(name, nameEnd, self);
        return;
      case 3:
        if (this.section === Section.data && nameEnd - name === 1 && this.bytes[name] === 0x63) this.openCell(self);
        return;
      case 4:
        if (this.inCell) this.openCellPart(name, nameEnd, self);
        return;
      case 5:
      case 6:
        if (this.inInline && nameEnd - name === 1) this.openInlinePart(this.bytes[name]!, self);
    }
  }

  protected close(): void {
    this.collecting = false;
    switch (this.depth) {
      case 1:
        this.section = Section.other;
        return;
      case 2:
        this.closeRow();
        return;
      case 3:
        if (this.inCell) this.closeCell();
        return;
      case 4:
        this.inInline = false;
        return;
      case 5:
        this.inRun = false;
    }
  }

  protected text(start: number, end: number): number {
    return this.cells.batch.append(this.bytes, start, end);
  }

  protected cdata(start: number, end: number): number {
    return this.cells.batch.appendLiteral(this.bytes, start, end);
  }

  private openSection(name: number, nameEnd: number, self: boolean): void {
    if (this.named(name, nameEnd, 'sheetProtection')) this.protected ||= this.attributeFlag('sheet');
    if (self) return;
    if (this.named(name, nameEnd, 'sheetData')) this.section = Section.data;
    else if (this.named(name, nameEnd, 'cols')) this.section = Section.columns;
    else if (this.named(name, nameEnd, 'mergeCells')) this.section = Section.merges;
  }

  private openItem(name: number, nameEnd: number, self: boolean): void {
    if (this.section === Section.data) {
      if (this.named(name, nameEnd, 'row')) this.openRow(self);
    } else if (this.section === Section.columns) {
      if (this.named(name, nameEnd, 'col')) this.openColumn();
    } else if (this.section === Section.merges && this.named(name, nameEnd, 'mergeCell')) this.openMerge();
  }

  private openRow(self: boolean): void {
    const { bytes, attributes } = this;
    let row = this.row + 1;
    for (let i = 0; i < this.attributeCount * 4; i += 4)
      if (attributes[i + 1]! - attributes[i]! === 1 && bytes[attributes[i]!] === 0x72)
        row = this.wholeNumber(attributes[i + 2]!, attributes[i + 3]!);
    this.enterRow(row);
    this.column = 0;
    this.rowHidden = this.attributeCount > 0 && this.attributeFlag('hidden');
    if (self) this.closeRow();
  }

  /** Only now is the row's number sure: a row without one has that of its first cell that names one. */
  private closeRow(): void {
    if (this.rowHidden) this.hiddenRows.add(this.row);
    this.rowHidden = false;
  }

  private enterRow(row: number): void {
    if (!(row >= 1 && row <= MAX_ROW)) throw this.misplaced(`${row}`);
    this.row = row;
    this.cells.startRow(row);
  }

  private openColumn(): void {
    // No honest sheet describes more columns than it can have.
    if (++this.columnCount > MAX_COLUMN) throw this.broken();
    if (!this.attributeFlag('hidden')) return;
    const first = Number(this.attributeText('min') ?? 0);
    const last = Math.min(Number(this.attributeText('max') ?? first), MAX_COLUMN);
    for (let column = Math.max(first, 1); column <= last; column++) this.hiddenColumns.add(column);
  }

  private openMerge(): void {
    const area = parseArea(this.attributeText('ref') ?? '');
    if (area === null) return;
    if (this.merges.length === this.context.limits.merges) throw tooMuch('merges', this.part);
    this.merges.push(area);
  }

  private openCell(self: boolean): void {
    const { bytes, attributes } = this;
    this.type = CellType.number;
    this.style = 0;
    let placed = false;
    for (let i = 0; i < this.attributeCount * 4; i += 4) {
      const name = attributes[i]!;
      if (attributes[i + 1]! - name !== 1) continue;
      const from = attributes[i + 2]!;
      const to = attributes[i + 3]!;
      const c = bytes[name];
      if (c === 0x72) {
        this.placeCell(from, to);
        placed = true;
      } else if (c === 0x73) this.style = this.wholeNumber(from, to);
      else if (c === 0x74) this.type = cellType(bytes, from, to);
    }
    if (!placed && ++this.column > MAX_COLUMN) throw this.misplaced(`${this.row}`);
    // A cell that closes itself has no value: blank, whatever its style.
    this.inCell = !self;
    this.hasFormula = false;
    this.hasValue = false;
  }

  /** Reads an A1 address. Where row and cell disagree the cell's own address holds, as other readers have it. */
  private placeCell(from: number, to: number): void {
    const { bytes } = this;
    let column = 0;
    let p = from;
    for (; p < to; p++) {
      const letter = bytes[p]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + (letter - 0x40);
    }
    const row = this.wholeNumber(p, to);
    if (p === from || column > MAX_COLUMN)
      throw this.misplaced(ascii.decode(bytes.subarray(from, Math.min(to, from + 40))));
    if (row !== this.row) this.enterRow(row);
    this.column = column;
  }

  /** Digits as a number; NaN where there is anything else or nothing. */
  private wholeNumber(from: number, to: number): number {
    const { bytes } = this;
    let value = from === to ? NaN : 0;
    for (let p = from; p < to; p++) {
      const digit = bytes[p]! - 0x30;
      value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
    }
    return value;
  }

  /** `<c r="B7" s="5" t="s"><v>31</v></c>` and its like: r first, then s and t or neither, a plain number or index. */
  protected override quick(start: number): number {
    const { bytes } = this;
    let p = start + 3;
    if (this.section !== Section.data || bytes[start + 1] !== 0x63 || bytes[start + 2] !== 0x20) return -1;
    if (bytes[p] !== 0x72 || bytes[p + 1] !== 0x3d || bytes[p + 2] !== 0x22) return -1;
    p += 3;
    let c = bytes[p]!;
    let column = 0;
    for (; c >= 0x41 && c <= 0x5a; c = bytes[++p]!) column = column * 26 + (c - 0x40);
    let row = 0;
    for (; c >= 0x30 && c <= 0x39; c = bytes[++p]!) row = row * 10 + (c - 0x30);
    if (c !== 0x22 || row !== this.row || column === 0 || column > MAX_COLUMN) return -1;
    c = bytes[++p]!;
    let style = 0;
    if (c === 0x20 && bytes[p + 1] === 0x73 && bytes[p + 2] === 0x3d && bytes[p + 3] === 0x22) {
      for (c = bytes[(p += 4)]!; c >= 0x30 && c <= 0x39; c = bytes[++p]!) style = style * 10 + (c - 0x30);
      if (c !== 0x22) return -1;
      c = bytes[++p]!;
    }
    let shared = false;
    if (c === 0x20) {
      if (bytes[p + 1] !== 0x74 || bytes[p + 2] !== 0x3d || bytes[p + 3] !== 0x22) return -1;
      if (bytes[p + 4] !== 0x73 || bytes[p + 5] !== 0x22) return -1;
      shared = true;
      c = bytes[(p += 6)]!;
    }
    if (c === 0x2f && bytes[p + 1] === 0x3e) {
      this.column = column;
      return p + 2;
    }
    if (c !== 0x3e || bytes[p + 1] !== 0x3c || bytes[p + 2] !== 0x76 || bytes[p + 3] !== 0x3e) return -1;
    const first = (p += 4);
    let number = 0;
    for (c = bytes[p]!; c >= 0x30 && c <= 0x39; c = bytes[++p]!) number = number * 10 + (c - 0x30);
    if (p === first || p - first > 15) return -1;
    for (let k = 0; k < CELL_END.length; k++) if (bytes[p + k] !== CELL_END[k]) return -1;
    this.column = column;
    if (shared) this.cells.putShared(column, style, number);
    else this.cells.put(column, style, CellKind.number, number);
    return p + CELL_END.length;
  }

  private openCellPart(name: number, nameEnd: number, self: boolean): void {
    const length = nameEnd - name;
    const c = this.bytes[name]!;
    if (length === 1 && c === 0x76) {
      this.hasValue = true;
      this.collecting = !self;
    } else if (length === 1 && c === 0x66) this.hasFormula = true;
    else if (length === 2 && c === 0x69 && this.bytes[name + 1] === 0x73) {
      this.inInline = !self;
      this.hasValue = true;
      if (this.type !== CellType.text) this.type = CellType.inline;
    }
  }

  private openInlinePart(c: number, self: boolean): void {
    if (c === 0x74) this.collecting = !self && (this.depth === 5 || this.inRun);
    else if (c === 0x72 && this.depth === 5) this.inRun = !self;
  }

  private closeCell(): void {
    this.inCell = false;
    this.cells.finish(this.column, this.style, this.type, this.hasValue, this.hasFormula);
  }

  private misplaced(address: string): Error {
    return damaged('cell-address', this.part, { sheet: this.context.sheet, cell: address });
  }
}

/** `B2:D5` or `B2` as an area; null where it is no area of a sheet. */
export function parseArea(reference: string): CellArea | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(reference.trim());
  if (!match) return null;
  const columns = [columnNumber(match[1]!), columnNumber(match[3] ?? match[1]!)];
  const rows = [Number(match[2]), Number(match[4] ?? match[2])];
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return area.top >= 1 && area.bottom <= MAX_ROW && area.right <= MAX_COLUMN ? area : null;
}
