import type { CellArea } from '../../../src/core/ledger/grid';

/** Tells the merged area that a cell lies in, by its row: rows have few. */
export class MergeIndex {
  private readonly byRow = new Map<number, CellArea[]>();

  /** @param lastRow what lies below is never asked for: a merge may reach to the end of the worksheet */
  constructor(merges: readonly CellArea[], lastRow: number) {
    for (const area of merges) {
      for (let row = area.top; row <= Math.min(area.bottom, lastRow); row++) {
        const there = this.byRow.get(row);
        if (there) there.push(area);
        else this.byRow.set(row, [area]);
      }
    }
  }

  at(row: number, column: number): CellArea | null {
    const there = this.byRow.get(row);
    if (!there) return null;
    for (const area of there) if (column >= area.left && column <= area.right) return area;
    return null;
  }
}
