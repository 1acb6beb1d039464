import { accessDenied, invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import type { Book } from '../model/book';
import { serialOf } from '../model/entry';
import { CUSTOM_XML_PARTS } from './customXml';
import { registrations, type EventBoard } from './events';
import { NAMES } from './names';
import { rangeObject } from './rangeState';
import { SETTINGS } from './settings';
import { TABLES, tablesOf } from './tables';
import { WORKSHEET } from './worksheet';

/** The root of all objects: the workbook. */
export function buildRoot(book: Book, events: EventBoard): HostObject {
  events.attach(book);
  return HostObject.of(WORKBOOK, book);
}

const sheetByKey = (book: Book, key: unknown): HostObject | null => {
  const sheet = book.find(String(key));
  return sheet ? HostObject.of(WORKSHEET, sheet) : null;
};
const shown = (book: Book, visibleOnly: boolean): Book['sheets'] =>
  visibleOnly ? book.sheets.filter((sheet) => sheet.visibility === 'Visible') : book.sheets;
const sheetObject = (sheet: Book['sheets'][number] | undefined): HostObject => {
  if (!sheet) throw itemNotFound();
  return HostObject.of(WORKSHEET, sheet);
};

const WORKSHEETS: HostClass<Book> = {
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map((sheet) => HostObject.of(WORKSHEET, sheet)),
  item: sheetByKey,
  methods: {
    GetActiveWorksheet: (book) => sheetObject(book.active),
    GetItemOrNullObject: (book, args) => sheetByKey(book, args.text(0)),
    GetCount: (book, args) => shown(book, args.flag(0)).length,
    GetFirst: (book, args) => sheetObject(shown(book, args.flag(0))[0]),
    GetLast: (book, args) => sheetObject(shown(book, args.flag(0)).at(-1)),
    Add: (book, args) => sheetObject(book.addSheet(args.optionalText(0) ?? undefined)),
    ...registrations((book: Book) => ({ book, target: 'Workbook' })),
  },
};

const WORKBOOK: HostClass<Book> = {
  name: 'Workbook',
  scalars: {
    Name: { get: (book) => book.name },
    ReadOnly: { get: () => false },
    IsDirty: {
      get: (book) => book.isDirty,
      set: (book, value) => {
        book.isDirty = value === true;
      },
    },
  },
  objects: {
    Application: (book) => HostObject.of(APPLICATION, book),
    Functions: (book) => HostObject.of(FUNCTIONS, book),
    CustomXmlParts: (book) => HostObject.of(CUSTOM_XML_PARTS, { book, namespace: null }),
    Names: (book) => HostObject.of(NAMES, { book, sheet: null }),
    Properties: (book) => HostObject.of(PROPERTIES, book),
    Protection: (book) => HostObject.of(WORKBOOK_PROTECTION, book),
    Settings: (book) => HostObject.of(SETTINGS, book),
    Tables: (book) => HostObject.of(TABLES, { book, list: () => tablesOf(book.sheets), sheet: book.active }),
    Worksheets: (book) => HostObject.of(WORKSHEETS, book),
  },
  methods: {
    GetSelectedRange: (book) => rangeObject(book.active, book.selection),
    GetActiveCell: (book) => rangeObject(book.active, { ...book.selection, rows: 1, columns: 1 }),
    ...registrations((book: Book) => ({ book, target: 'Workbook' })),
  },
};

/** Worksheet functions: only those that tell what else cannot be told, such as which date system holds. */
const FUNCTIONS: HostClass<Book> = {
  name: 'Functions',
  methods: {
    Date: (book, args) => {
      const value = serialOf(args.integer(0), args.integer(1), args.integer(2), book.date1904);
      return HostObject.of(FUNCTION_RESULT, { value, error: value === null ? '#NUM!' : null });
    },
  },
};
const FUNCTION_RESULT: HostClass<{ readonly value: unknown; readonly error: string | null }> = {
  name: 'FunctionResult',
  scalars: { Value: { get: ({ value }) => value }, Error: { get: ({ error }) => error } },
};

const APPLICATION: HostClass<Book> = {
  name: 'Application',
  scalars: {
    CalculationMode: {
      get: (book) => book.calculationMode,
      set: (book, value) => {
        if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') throw invalidArgument();
        book.calculationMode = value;
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const WORKBOOK_PROTECTION: HostClass<Book> = {
  name: 'WorkbookProtection',
  scalars: { Protected: { get: (book) => book.isProtected } },
  methods: {
    Protect: (book) => {
      if (book.isProtected) throw accessDenied();
      book.isProtected = true;
    },
    Unprotect: (book) => {
      book.isProtected = false;
    },
  },
};

const property = (key: string): Scalar<Book> => ({
  get: (book) => book.properties[key] ?? '',
  set: (book, value) => {
    if (typeof value !== 'string') throw invalidArgument();
    book.properties[key] = value;
  },
});
const PROPERTIES: HostClass<Book> = {
  name: 'DocumentProperties',
  scalars: {
    Title: property('title'),
    Subject: property('subject'),
    Author: property('author'),
    Keywords: property('keywords'),
    Comments: property('comments'),
    Category: property('category'),
    Manager: property('manager'),
    Company: property('company'),
  },
};

/** Services that office.js calls by itself, whatever the add-in does. */
export const SERVICES: Readonly<Record<string, HostObject>> = {
  'Microsoft.InternalService.AddinInternalService': HostObject.of(
    { name: 'AddinInternalService', methods: { NotifyActionHandlerReady: () => null } },
    null,
  ),
};
