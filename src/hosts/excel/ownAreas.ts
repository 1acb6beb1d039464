import type { CellArea } from '../../core/ledger/grid';
import { parseAddress } from './areas';

/**
 * What is known of our own places, by sheet id: by this a change that we made ourselves is told from the user's where
 * Excel does not say who made it (before ExcelApi 1.14).
 */
export class OwnAreas {
  private readonly columns = new Map<string, ReadonlySet<number>>();
  private readonly sheets = new Set<string>();
  private readonly written: { readonly id: string; readonly address: string }[] = [];

  /** The 1-based columns that are ours on a sheet. */
  setColumns(sheetId: string, columns: Iterable<number>): void {
    this.columns.set(sheetId, new Set(columns));
  }

  setSheets(ids: Iterable<string>): void {
    this.sheets.clear();
    for (const id of ids) this.sheets.add(id);
  }

  addSheet(id: string): void {
    this.sheets.add(id);
  }

  /** Remembers something we wrote outside our own places; the change that tells of it is passed over, once. */
  expect(sheetId: string, address: string): void {
    this.written.push({ id: sheetId, address });
  }

  /** Whether a change of cells is our own writing, or concerns our own places alone. */
  isOurs(sheetId: string, address: string): boolean {
    if (this.sheets.has(sheetId)) return true;
    const at = this.written.findIndex((each) => each.id === sheetId && each.address === address);
    if (at >= 0) {
      this.written.splice(at, 1);
      return true;
    }
    const columns = this.columns.get(sheetId);
    const area = parseAddress(address);
    return columns !== undefined && area !== null && isIn(area, columns);
  }
}

function isIn(area: CellArea, columns: ReadonlySet<number>): boolean {
  for (let column = area.left; column <= area.right; column++) if (!columns.has(column)) return false;
  return true;
}
