import { fail, ok, problem, type Result } from '../../core/problem';
import { sameSheet } from '../../core/writeplan/sheetNames';
import type { MemorySheet } from './sheet';

/** A workbook in memory at one moment. */
export interface MemoryState {
  readonly sheets: readonly MemorySheet[];
  readonly settings: ReadonlyMap<string, string>;
  readonly active: string;
}

/** Changes laid over a state, which itself stays: kept whole, or dropped whole. */
export class MemoryDraft {
  private readonly sheets: MemorySheet[];
  private readonly copied = new Set<MemorySheet>();

  constructor(private readonly from: MemoryState) {
    this.sheets = [...from.sheets];
  }

  get all(): readonly MemorySheet[] {
    return this.sheets;
  }

  get names(): readonly string[] {
    return this.sheets.map(({ name }) => name);
  }

  /** A sheet to change. Problem: `sheet-not-found`. */
  sheet(name: string): Result<MemorySheet> {
    const at = this.sheets.findIndex((sheet) => sameSheet(sheet.name, name.trim()));
    const found = this.sheets[at];
    if (!found) return fail(problem('sheet-not-found', { sheet: name, sheets: this.names }));
    return ok(this.own(at, found));
  }

  /** Every sheet, to change. */
  ownAll(): readonly MemorySheet[] {
    return this.sheets.map((sheet, at) => this.own(at, sheet));
  }

  add(sheet: MemorySheet): void {
    this.copied.add(sheet);
    this.sheets.push(sheet);
  }

  remove(sheet: MemorySheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }

  state(settings: ReadonlyMap<string, string> = this.from.settings): MemoryState {
    return { sheets: this.sheets, settings, active: this.from.active };
  }

  private own(at: number, sheet: MemorySheet): MemorySheet {
    if (this.copied.has(sheet)) return sheet;
    const copy = sheet.copy();
    this.copied.add(copy);
    return (this.sheets[at] = copy);
  }
}
