import { CellKind } from '../../src/core/ledger/grid';
import { problem, type Problem, type Result } from '../../src/core/problem';
import type { WritePlan, WriteReport } from '../../src/core/writeplan/plan';
import { fillSheet } from '../../src/hosts/memory/makeSheets';
import { MemoryWorkbook as MemoryHost, type MemoryOperation } from '../../src/hosts/memory/memoryWorkbook';
import type { CellMark, DropDown, WorkbookCapabilities } from '../../src/ports/liveWorkbook';
import type { SheetInfo } from '../../src/ports/workbook';

export type Cells = readonly (readonly (string | number | null)[])[];

/** The memory host for tests of the app: sheets as texts and numbers, plans kept, one refusal at a time. */
export class MemoryWorkbook extends MemoryHost {
  readonly plans: WritePlan[] = [];
  /** Called after each reading, as someone who types meanwhile. */
  afterRead: () => void = () => undefined;
  /** Problems that the next call of a method answers with, once. */
  readonly refusals = new Map<MemoryOperation, Problem>();

  constructor(
    sheets: Readonly<Record<string, Cells>>,
    info: Readonly<Record<string, Partial<SheetInfo>>> = {},
    capabilities: Partial<WorkbookCapabilities> = {},
  ) {
    super({
      name: '台账.xlsx',
      sheets: Object.entries(sheets).map(([name, rows]) => ({ ...info[name], name, rows })),
      active: Object.keys(info).find((name) => info[name]?.active) ?? '',
      capabilities,
    });
    this.hooks = {
      before: (operation) => {
        const refused = this.refusals.get(operation);
        this.refusals.delete(operation);
        return refused;
      },
      after: (operation) => {
        if (operation === 'readSheet') this.afterRead();
      },
    };
  }

  override write(...order: Parameters<MemoryHost['write']>): Promise<Result<WriteReport>> {
    this.plans.push(order[0]);
    return super.write(...order);
  }

  /** Gives a sheet other cells, as a person does; what is ours on it stays ours. */
  edit(sheet: string, rows: Cells): void {
    if (!this.standing.some(({ name }) => name === sheet)) this.putSheet({ name: sheet, rows });
    else this.person(sheet, (there) => fillSheet(there, { rows }));
  }

  remove(sheet: string): void {
    this.removeSheet(sheet);
  }

  get marks(): readonly CellMark[] {
    return this.standing.flatMap(({ marks }) => marks);
  }

  get lists(): readonly DropDown[] {
    return this.standing.flatMap(({ lists }) => lists);
  }

  /** Gives columns (1-based) of a sheet a validation of the user's own. */
  validate(sheet: string, columns: readonly number[]): void {
    this.person(sheet, (there) => {
      there.validations = columns.map((column) => ({ top: 1, bottom: 1_048_576, left: column, right: column }));
    });
  }

  /** Every text and number on a sheet, row by row, over the columns it uses. */
  texts(sheet: string): readonly (readonly string[])[] {
    const found = this.standing.find(({ name }) => name === sheet);
    if (!found) return [];
    const width = found.lastColumn();
    return Array.from({ length: Math.max(0, ...found.cells.keys()) }, (_, r) =>
      Array.from({ length: width }, (_, c) => {
        const cell = found.get(r + 1, c + 1);
        return cell?.kind === CellKind.number ? String(cell.number) : (cell?.text ?? '');
      }),
    );
  }
}

/** A host that refuses says so with a code of its own. */
export const refusal = (code: string): Problem => problem(code);
