import { fail, ok, problem, type Result } from '../../core/problem';
import type { CellPlace, CellsChanged, WorkbookEvents } from '../../ports/liveWorkbook';
import { columnNumber } from '../../core/ledger/grid';

type Stop = () => Promise<void>;

/** Where the user is in a workbook in memory, and what the user does there; a test is the user. */
export class MemoryEvents implements WorkbookEvents {
  private at: CellPlace | null = null;
  private readonly selecting = new Set<(at: CellPlace) => void>();
  private readonly changing = new Set<(change: CellsChanged) => void>();
  /** Places that were asked to be shown, in order. */
  readonly selected: { readonly sheet: string; readonly cell: string }[] = [];

  constructor(private readonly hasSheet: (name: string) => boolean) {}

  select(sheet: string, cell: string): Promise<Result<void>> {
    const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell);
    if (!this.hasSheet(sheet) || !match)
      return Promise.resolve(fail(problem('place-not-found', { sheet, cell }, { sheet, cell })));
    this.selected.push({ sheet, cell });
    this.moveTo({ sheet, row: Number(match[2]), column: columnNumber(match[1] ?? '') });
    return Promise.resolve(ok(undefined));
  }

  onSelection(listener: (at: CellPlace) => void): Promise<Result<Stop>> {
    if (this.at) listener(this.at);
    return Promise.resolve(ok(listen(this.selecting, listener)));
  }

  onChange(listener: (change: CellsChanged) => void): Promise<Result<Stop>> {
    return Promise.resolve(ok(listen(this.changing, listener)));
  }

  /** The user goes to a cell. */
  moveTo(at: CellPlace): void {
    this.at = at;
    for (const listener of [...this.selecting]) listener(at);
  }

  /** The user changed cells. */
  tellChange(change: CellsChanged): void {
    for (const listener of [...this.changing]) listener(change);
  }

  /** How many listen now: a view that goes must have stopped. */
  get listeners(): number {
    return this.selecting.size + this.changing.size;
  }
}

function listen<T>(listeners: Set<T>, listener: T): Stop {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    return Promise.resolve();
  };
}
