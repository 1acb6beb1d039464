import type { WritePlan, WriteReport } from '../../src/core/writeplan/plan';
import { CellKind, type RawColumn, type SheetGrid } from '../../src/core/ledger/grid';
import { fail, ok, problem, type Result } from '../../src/core/problem';
import type { SheetInfo, Workbook } from '../../src/ports/workbook';

export type Cells = readonly (readonly (string | number | null)[])[];

/** A grid of texts and numbers from row 1 on; null and '' are blank. */
export function gridOf(sheet: string, cells: Cells): SheetGrid {
  const strings: string[] = [];
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns: RawColumn[] = Array.from({ length: width }, (_, c) => {
    const kinds = new Uint8Array(cells.length);
    const numbers = new Float64Array(cells.length);
    cells.forEach((row, r) => {
      const value = row[c] ?? '';
      if (value === '') return;
      kinds[r] = typeof value === 'number' ? CellKind.number : CellKind.text;
      numbers[r] = typeof value === 'number' ? value : strings.push(value) - 1;
    });
    return { column: c + 1, kinds, numbers, styles: null };
  }).filter(({ kinds }) => kinds.some((kind) => kind !== CellKind.blank));
  return {
    sheet,
    rows: Int32Array.from(cells, (_, r) => r + 1),
    columns,
    strings,
    formats: [],
    merges: [],
    hiddenRows: new Int32Array(),
    hiddenColumns: new Int32Array(),
    date1904: false,
    ownedColumns: null,
  };
}

/** A workbook in memory that keeps the plans it was given; its cells can be edited between read and write. */
export class MemoryWorkbook implements Workbook {
  readonly name = '台账.xlsx';
  readonly plans: WritePlan[] = [];
  readonly cells: Map<string, Cells>;
  private version = 0;
  /** Called after each reading, as someone who types meanwhile. */
  afterRead: () => void = () => undefined;

  constructor(
    sheets: Readonly<Record<string, Cells>>,
    private readonly info: Readonly<Record<string, Partial<SheetInfo>>> = {},
  ) {
    this.cells = new Map(Object.entries(sheets));
  }

  edit(sheet: string, cells: Cells): void {
    this.cells.set(sheet, cells);
    this.version++;
  }

  remove(sheet: string): void {
    this.cells.delete(sheet);
    this.version++;
  }

  sheets(): Promise<Result<readonly SheetInfo[]>> {
    const plain = { visible: true, active: false, protected: false, owned: null };
    return Promise.resolve(ok([...this.cells.keys()].map((name) => ({ ...plain, ...this.info[name], name }))));
  }

  readSheet(name: string): Promise<Result<SheetGrid>> {
    const cells = this.cells.get(name);
    if (!cells)
      return Promise.resolve(fail(problem('sheet-not-found', { sheet: name, sheets: [...this.cells.keys()] })));
    const grid = gridOf(name, cells);
    this.afterRead();
    return Promise.resolve(ok(grid));
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.version));
  }

  write(plan: WritePlan): Promise<Result<WriteReport>> {
    this.plans.push(plan);
    return Promise.resolve(
      ok({ columnsWritten: plan.columns !== null, rowsWritten: plan.columns?.rows.size ?? 0, sheets: [], notes: [] }),
    );
  }
}
