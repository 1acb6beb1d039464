import { accessDenied, invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import { WHOLE_SHEET } from '../model/a1';
import { NO_PERMISSIONS, type ProtectionOptions } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { AUTO_FILTER } from './autoFilter';
import { CHARTS } from './charts';
import { registrations } from './events';
import { FREEZE_PANES } from './freezePanes';
import { NAMES } from './names';
import { HORIZONTAL_BREAKS } from './pageBreaks';
import { PAGE_LAYOUT } from './pageLayout';
import { areasObject } from './rangeAreas';
import { colour } from './rangeFormat';
import { rangeByAddress, rangeObject } from './rangeState';
import { CUSTOM_PROPERTIES } from './settings';
import { RANGE } from './range';
import { TABLES } from './tables';

const neighbour = (sheet: Sheet, step: 1 | -1, visibleOnly: boolean): HostObject | null => {
  const { sheets } = sheet.book;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const next = sheets[at];
    if (next && (!visibleOnly || next.visibility === 'Visible')) return HostObject.of(WORKSHEET, next);
  }
  return null;
};
const orThrow = (object: HostObject | null): HostObject => {
  if (!object) throw itemNotFound();
  return object;
};

const GRIDLINES: Scalar<Sheet> = {
  get: (sheet) => sheet.showGridlines,
  set: (sheet, value) => {
    sheet.showGridlines = value === true;
  },
};

export const WORKSHEET: HostClass<Sheet> = {
  name: 'Worksheet',
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value) => {
        if (typeof value !== 'string') throw invalidArgument();
        sheet.book.rename(sheet, value);
      },
    },
    Position: {
      get: (sheet) => sheet.book.sheets.indexOf(sheet),
      set: (sheet, value) => {
        const { book } = sheet;
        book.demandStructure();
        if (typeof value !== 'number' || value < 0 || value >= book.sheets.length) throw invalidArgument();
        book.sheets = book.sheets.filter((each) => each !== sheet);
        book.sheets.splice(value, 0, sheet);
      },
    },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value) => {
        sheet.book.demandStructure();
        if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument();
        const others = sheet.book.sheets.filter((each) => each !== sheet && each.visibility === 'Visible');
        const [next] = others;
        if (value !== 'Visible' && !next) throw invalidArgument();
        if (value !== 'Visible' && sheet.book.active === sheet && next) sheet.book.activate(next);
        sheet.visibility = value;
      },
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => {
        sheet.tabColor = value === '' ? '' : colour(value);
      },
    },
    StandardWidth: {
      get: (sheet) => sheet.standardWidth,
      set: (sheet, value) => {
        if (typeof value !== 'number' || value < 0) throw invalidArgument();
        sheet.standardWidth = value;
      },
    },
    StandardHeight: { get: () => 15 },
    ShowGridlines: GRIDLINES,
    // Desktop clients set it under its old name.
    Gridlines: GRIDLINES,
  },
  objects: {
    Charts: (sheet) => HostObject.of(CHARTS, sheet),
    AutoFilter: (sheet) => HostObject.of(AUTO_FILTER, { sheet, table: null }),
    CustomProperties: (sheet) => HostObject.of(CUSTOM_PROPERTIES, sheet),
    FreezePanes: (sheet) => HostObject.of(FREEZE_PANES, sheet),
    HorizontalPageBreaks: (sheet) => HostObject.of(HORIZONTAL_BREAKS, sheet),
    Names: (sheet) => HostObject.of(NAMES, { book: sheet.book, sheet }),
    PageLayout: (sheet) => HostObject.of(PAGE_LAYOUT, sheet),
    Protection: (sheet) => HostObject.of(PROTECTION, sheet),
    Tables: (sheet) =>
      HostObject.of(TABLES, { book: sheet.book, list: () => sheet.tables.map((table) => ({ sheet, table })), sheet }),
  },
  methods: {
    Activate: (sheet) => sheet.book.activate(sheet),
    Delete: (sheet) => sheet.book.deleteSheet(sheet),
    GetCell: (sheet, args) =>
      rangeObject(sheet, { row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 }),
    GetRange: (sheet, args) => HostObject.of(RANGE, rangeByAddress(sheet.book, sheet, args.optionalText(0))),
    GetRangeByIndexes: (sheet, args) =>
      rangeObject(sheet, {
        row: args.integer(0),
        column: args.integer(1),
        rows: args.integer(2),
        columns: args.integer(3),
      }),
    GetRanges: (sheet, args) => {
      const text = args.optionalText(0);
      const parts =
        text === null ? [WHOLE_SHEET] : text.split(',').map((part) => rangeByAddress(sheet.book, sheet, part).rect);
      return areasObject(sheet, parts);
    },
    GetUsedRange: (sheet, args) =>
      rangeObject(sheet, sheet.used(args.flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const used = sheet.used(args.flag(0));
      return used && rangeObject(sheet, used);
    },
    GetNext: (sheet, args) => orThrow(neighbour(sheet, 1, args.flag(0))),
    GetNextOrNullObject: (sheet, args) => neighbour(sheet, 1, args.flag(0)),
    GetPrevious: (sheet, args) => orThrow(neighbour(sheet, -1, args.flag(0))),
    GetPreviousOrNullObject: (sheet, args) => neighbour(sheet, -1, args.flag(0)),
    _GetSheetById: (sheet, args) => {
      const found = sheet.book.sheets.find((each) => each.id === args.text(0));
      return orThrow(found ? HostObject.of(WORKSHEET, found) : null);
    },
    ...registrations((sheet: Sheet) => ({ book: sheet.book, target: sheet.id })),
  },
};

const PROTECTION: HostClass<Sheet> = {
  name: 'WorksheetProtection',
  scalars: {
    Protected: { get: (sheet) => sheet.protection !== null },
    Options: { get: (sheet) => sheet.protection },
  },
  methods: {
    Protect: (sheet, args) => {
      if (sheet.protection) throw accessDenied();
      const options = args.has(0) ? (args.record(0) as Partial<ProtectionOptions>) : {};
      sheet.protection = { ...NO_PERMISSIONS, ...options };
      sheet.password = args.optionalText(1);
      sheet.book.emit('protectionChanged', sheet);
    },
    Unprotect: (sheet, args) => {
      if (sheet.protection && sheet.password !== null && sheet.password !== args.optionalText(0)) throw accessDenied();
      sheet.protection = null;
      sheet.password = null;
      sheet.book.emit('protectionChanged', sheet);
    },
  },
};
