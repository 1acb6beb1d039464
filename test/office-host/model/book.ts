import { accessDenied, invalidArgument } from '../engine/errors';
import type { Limits } from '../limits';
import type { Rect } from './a1';
import type { CellValue } from './cell';
import type { Calculate } from './entry';
import type { DefinedName } from './parts';
import { breakNames, renameInNames } from './references';
import { Sheet } from './sheet';
import type { Shift } from './shift';

/** What happens in a workbook; the host turns it into the add-in's events. */
export interface BookEvents {
  changed(change: Change): void;
  selected(sheet: Sheet, rect: Rect): void;
  activated(sheet: Sheet, previous: Sheet): void;
  sheetAdded(sheet: Sheet): void;
  sheetDeleted(sheet: Sheet): void;
  sheetRenamed(sheet: Sheet, before: string): void;
  formatChanged(sheet: Sheet, rect: Rect): void;
  rowsSorted(sheet: Sheet, rect: Rect): void;
  rowsHidden(sheet: Sheet, rect: Rect, hidden: boolean): void;
  protectionChanged(sheet: Sheet): void;
  settingsChanged(): void;
  /** Cells moved: references held by the host follow. */
  shifted(sheet: Sheet, shift: Shift): void;
}

export interface Change {
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly changeType: string;
  readonly shiftDirection: string;
  readonly before?: CellValue;
  readonly after?: CellValue;
}

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

/** The in-memory workbook: plain data and Excel's own rules; nothing of the protocol. */
export class Book {
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  /** Settings of this add-in in this file, as JSON text by key. */
  settings = new Map<string, string>();
  customXmlParts: CustomXmlPart[] = [];
  properties: Record<string, string> = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    category: '',
    manager: '',
    company: '',
  };
  /** Dates counted from 1904, as old Macs did. */
  date1904 = false;
  isProtected = false;
  isDirty = false;
  calculationMode = 'Automatic';
  selection: Rect = { row: 0, column: 0, rows: 1, columns: 1 };
  calculate: Calculate = () => 0;
  readonly listeners: Partial<BookEvents>[] = [];
  private activeSheet: Sheet | null = null;
  private issued = 0;

  constructor(
    readonly name: string,
    public limits: Limits,
  ) {}

  get active(): Sheet {
    const sheet = this.activeSheet ?? this.sheets[0];
    if (!sheet) throw new Error('a workbook has at least one sheet');
    return sheet;
  }

  /** Sheet ids look as Excel's do, in braces, and never come again. */
  newId(): string {
    this.issued += 1;
    return `{00000000-0000-4000-8000-${this.issued.toString(16).padStart(12, '0').toUpperCase()}}`;
  }

  find(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted);
  }

  addSheet(name?: string): Sheet {
    this.demandStructure();
    let given = name ?? '';
    for (let n = this.sheets.length + 1; given === '' || (name === undefined && this.find(given)); n++)
      given = `Sheet${n}`;
    this.checkSheetName(given, null);
    const sheet = new Sheet(this, this.newId(), given);
    this.sheets.push(sheet);
    this.emit('sheetAdded', sheet);
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    this.demandStructure();
    const rest = this.sheets.filter((other) => other !== sheet);
    const visible = rest.filter((other) => other.visibility === 'Visible');
    if (visible.length === 0 || sheet.visibility === 'VeryHidden') throw invalidArgument();
    const wasActive = this.active === sheet;
    this.sheets = rest;
    this.names = this.names.filter((name) => name.sheet !== sheet.id);
    breakNames(this.names, sheet.name);
    if (wasActive) this.activate(visible[0] as Sheet);
    this.emit('sheetDeleted', sheet);
  }

  rename(sheet: Sheet, name: string): void {
    this.demandStructure();
    this.checkSheetName(name, sheet);
    const before = sheet.name;
    sheet.name = name;
    renameInNames(this.names, before, name);
    this.emit('sheetRenamed', sheet, before);
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw invalidArgument();
    const previous = this.active;
    this.activeSheet = sheet;
    if (previous !== sheet) this.emit('activated', sheet, previous);
  }

  select(sheet: Sheet, rect: Rect): void {
    this.activate(sheet);
    this.selection = rect;
    this.emit('selected', sheet, rect);
  }

  demandStructure(): void {
    if (this.isProtected && this.limits.protectedWorkbook) throw accessDenied();
  }

  /** Excel's rules for a sheet's name: 1 to 31 characters, none of : \ / ? * [ ], no quote at an end, no other like it. */
  checkSheetName(name: string, self: Sheet | null): void {
    if (!this.limits.sheetNames) return;
    const other = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    const bad = name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name);
    if (bad || name.toLowerCase() === 'history' || (other && other !== self)) throw invalidArgument();
  }

  emit<Name extends keyof BookEvents>(name: Name, ...args: Parameters<BookEvents[Name]>): void {
    this.isDirty = true;
    for (const listener of this.listeners) {
      const handler = listener[name] as ((...given: Parameters<BookEvents[Name]>) => void) | undefined;
      handler?.apply(listener, args);
    }
  }

  /** Keeps everything that can change; the answer puts it back, as often as it is called. */
  capture(): () => void {
    const sheets = this.sheets.map((sheet) => ({ sheet, restore: sheet.capture() }));
    const { activeSheet, isProtected, calculationMode, selection } = this;
    const kept = structuredClone({
      names: this.names,
      settings: this.settings,
      customXmlParts: this.customXmlParts,
      properties: this.properties,
    });
    return () => {
      this.sheets = sheets.map(({ sheet, restore }) => {
        restore();
        return sheet;
      });
      Object.assign(this, structuredClone(kept), { isProtected, calculationMode, selection });
      this.activeSheet = activeSheet;
    };
  }
}
