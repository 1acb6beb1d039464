import type { Arguments } from '../engine/hostClass';
import { formatAddress, type Rect } from '../model/a1';
import type { Book, Change } from '../model/book';
import { plainValue, valueType } from '../model/cell';
import type { Sheet } from '../model/sheet';

/** The numbers under which the client listens, and the registration call behind each. */
const EVENTS = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  RowHiddenChangedEvent: 22,
  ProtectionChangedEvent: 24,
  EventNameChanged: 25,
} as const;
type EventName = keyof typeof EVENTS;

const boards = new WeakMap<Book, EventBoard>();

/** Methods by which a handler's first and last registration reach the host. */
export function registrations<State>(
  where: (state: State) => { readonly book: Book; readonly target: string },
): Readonly<Record<string, (state: State, args: Arguments) => unknown>> {
  const methods: Record<string, (state: State, args: Arguments) => unknown> = {};
  for (const [name, type] of Object.entries(EVENTS)) {
    methods[`_Register${name}`] = (state) => boards.get(where(state).book)?.listen(type, where(state).target);
    methods[`_Unregister${name}`] = (state) => boards.get(where(state).book)?.ignore(type, where(state).target);
  }
  return methods;
}

/** Who listens to what, and the message each event carries. */
export class EventBoard {
  private readonly listening = new Set<string>();

  constructor(
    book: Book,
    private readonly post: (type: number, target: string, message: object) => void,
    private readonly byAddin: () => boolean,
  ) {
    book.listeners.push({
      changed: (change) => this.raise('DataChangedEvent', change.sheet, changeMessage(change, this.byAddin())),
      selected: (sheet, rect) => this.raise('SelectionChangedEvent', sheet, this.at(sheet, rect)),
      activated: (sheet, previous) => {
        this.raise('DeactivatedEvent', previous, { worksheetId: previous.id });
        this.raise('ActivatedEvent', sheet, { worksheetId: sheet.id });
      },
      sheetAdded: (sheet) => this.raise('AddedEvent', sheet, { source: 'Local', worksheetId: sheet.id }),
      sheetDeleted: (sheet) => this.raise('DeletedEvent', sheet, { source: 'Local', worksheetId: sheet.id }),
      sheetRenamed: (sheet, nameBefore) =>
        this.raise('EventNameChanged', sheet, {
          nameAfter: sheet.name,
          nameBefore,
          source: 'Local',
          worksheetId: sheet.id,
        }),
      formatChanged: (sheet, rect) =>
        this.raise('FormatChangedEvent', sheet, { ...this.at(sheet, rect), source: 'Local' }),
      rowsSorted: (sheet, rect) => this.raise('RowSortedEvent', sheet, { ...this.at(sheet, rect), source: 'Local' }),
      rowsHidden: (sheet, rect, hidden) =>
        this.raise('RowHiddenChangedEvent', sheet, {
          ...this.at(sheet, { ...rect, column: 0, columns: 16_384 }),
          changeType: hidden ? 'Hidden' : 'Unhidden',
          source: 'Local',
        }),
      protectionChanged: (sheet) =>
        this.raise('ProtectionChangedEvent', sheet, {
          isProtected: sheet.protection !== null,
          source: 'Local',
          worksheetId: sheet.id,
        }),
    });
  }

  attach(book: Book): void {
    boards.set(book, this);
  }
  listen(type: number, target: string): void {
    this.listening.add(`${type}|${target}`);
  }
  ignore(type: number, target: string): void {
    this.listening.delete(`${type}|${target}`);
  }

  private at(sheet: Sheet, rect: Rect): { address: string; worksheetId: string } {
    return { address: formatAddress(rect), worksheetId: sheet.id };
  }

  private raise(name: EventName, sheet: Sheet, message: object): void {
    for (const target of [sheet.id, 'Workbook'])
      if (this.listening.has(`${EVENTS[name]}|${target}`)) this.post(EVENTS[name], target, message);
  }
}

function changeMessage(change: Change, byAddin: boolean): object {
  const { before, after } = change;
  const details =
    before === undefined || after === undefined
      ? {}
      : {
          valueBefore: plainValue(before),
          valueAfter: plainValue(after),
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        };
  return {
    address: formatAddress(change.rect),
    changeType: change.changeType,
    source: 'Local',
    worksheetId: change.sheet.id,
    shiftDirection: change.shiftDirection,
    triggerSource: byAddin ? 'ThisLocalAddin' : 'Unknown',
    ...details,
  };
}
