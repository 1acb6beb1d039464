import { problem, type Result } from '../../core/problem';
import type { CellPlace, CellsChanged, WorkbookEvents } from '../../ports/liveWorkbook';
import { parseAddress } from './areas';
import { attempt, ExcelFault } from './faults';
import type { Context } from './office';
import type { OwnAreas } from './ownAreas';
import { askSheet } from './ranges';
import type { ExcelSession } from './session';

interface Change {
  readonly worksheetId: string;
  /** '' where it is not told. */
  readonly address: string;
  readonly isEdit: boolean;
}

type Stop = () => Promise<void>;

/** Selection and changes in Excel; changes that we made ourselves are not told. */
export class ExcelEvents implements WorkbookEvents {
  private readonly listeners = new Set<(change: CellsChanged) => void>();
  private waiting: Change[] = [];
  private resolving = false;

  constructor(
    private readonly session: ExcelSession,
    private readonly own: OwnAreas,
    private readonly onAnyChange: () => void,
  ) {}

  /** Begins to listen for changes, so that a write knows whether the sheet is still what was read. */
  async watch(context: Context): Promise<void> {
    const { session } = this;
    if (!session.has('1.7')) return;
    const { worksheets } = context.workbook;
    const whole = (event: { readonly worksheetId: string }): Promise<void> =>
      this.take({ worksheetId: event.worksheetId, address: '', isEdit: false });
    const changed = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
      const ours = session.has('1.14') && event.triggerSource === 'ThisLocalAddin';
      const { worksheetId, address, changeType } = event;
      if (ours || this.own.isOurs(worksheetId, address)) return Promise.resolve();
      return this.take({ worksheetId, address, isEdit: changeType === 'RangeEdited' });
    };
    if (session.has('1.9')) worksheets.onChanged.add(changed);
    else await this.watchEach(context, changed);
    if (session.has('1.10')) worksheets.onRowSorted.add(whole);
    worksheets.onDeleted.add(whole);
    await context.sync();
  }

  /**
   * Below ExcelApi 1.9 each sheet tells by itself, and new ones must be asked. One that Excel refuses to watch stays
   * unwatched: a write makes sure of its rows all the same.
   */
  private async watchEach(
    context: Context,
    changed: (event: Excel.WorksheetChangedEventArgs) => Promise<void>,
  ): Promise<void> {
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    for (const sheet of worksheets.items) sheet.onChanged.add(changed);
    worksheets.onAdded.add(async ({ worksheetId }) => {
      await this.session.run('nothing', async (batch) => {
        batch.context.workbook.worksheets.getItem(worksheetId).onChanged.add(changed);
        await batch.sync();
      });
    });
  }

  private async take(change: Change): Promise<void> {
    this.onAnyChange();
    if (this.listeners.size === 0) return;
    this.waiting.push(change);
    if (this.resolving) return;
    this.resolving = true;
    try {
      while (this.waiting.length > 0) {
        const changes = this.waiting;
        this.waiting = [];
        await this.tell(changes);
      }
    } finally {
      this.resolving = false;
    }
  }

  /** Events name sheets by id; what they are called now is asked once for all that came together. */
  private async tell(changes: readonly Change[]): Promise<void> {
    const names = await this.session.run('nothing', async ({ context, sync }) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      await sync();
      return new Map(worksheets.items.map(({ id, name }) => [id, name]));
    });
    if (!names.ok) return;
    for (const { worksheetId, address, isEdit } of changes) {
      const sheet = names.value.get(worksheetId);
      // A sheet that is gone changed whole.
      const area = isEdit && !address.includes(',') ? parseAddress(address) : null;
      for (const listener of this.listeners) listener({ sheet: sheet ?? '', area });
    }
  }

  onChange(listener: (change: CellsChanged) => void): Promise<Result<Stop>> {
    return this.session.run('nothing', () => {
      this.session.need('1.7');
      this.listeners.add(listener);
      return Promise.resolve(() => {
        this.listeners.delete(listener);
        return Promise.resolve();
      });
    });
  }

  select(name: string, cell: string): Promise<Result<void>> {
    return this.session.run('nothing', async (batch) => {
      const { sheet, check } = askSheet(this.session, batch.context, name);
      sheet.load('visibility');
      await batch.sync();
      check();
      if (sheet.visibility !== 'Visible') throw new ExcelFault(problem('sheet-is-hidden', { sheet: name }));
      sheet.activate();
      sheet.getRange(cell).select();
      await batch.sync();
    });
  }

  async onSelection(listener: (at: CellPlace) => void): Promise<Result<Stop>> {
    const context = new this.session.runtime.Excel.RequestContext();
    let stopped = false;
    let asked = 0;
    const tell = async (): Promise<void> => {
      const turn = ++asked;
      const place = await this.session.run('nothing', (batch) => this.selected(batch.context));
      // Who moves on meanwhile is only told where they are now.
      if (place.ok && !stopped && turn === asked) listener(place.value);
    };
    const added = await this.session.run('nothing', async () => {
      this.session.need('1.2');
      const { workbook } = context;
      // Going to another sheet selects nothing there anew: from 1.9 on, where sheets tell, both are listened to.
      const handlers = this.session.has('1.9')
        ? [workbook.worksheets.onSelectionChanged.add(tell), workbook.worksheets.onActivated.add(tell)]
        : [workbook.onSelectionChanged.add(tell)];
      await context.sync();
      return async () => {
        stopped = true;
        for (const handler of handlers) handler.remove();
        // Refused, say while a cell is being edited, Excel goes on telling and nobody listens.
        await attempt(
          () => 'nothing',
          () => context.sync(),
        );
      };
    });
    if (added.ok) await tell();
    return added;
  }

  /** The active cell; before ExcelApi 1.7 the first of the selected ones. */
  private async selected(context: Context): Promise<CellPlace> {
    const range = this.session.has('1.7') ? context.workbook.getActiveCell() : context.workbook.getSelectedRange();
    range.load('rowIndex,columnIndex');
    range.worksheet.load('name');
    await context.sync();
    return { sheet: range.worksheet.name, row: range.rowIndex + 1, column: range.columnIndex + 1 };
  }
}
