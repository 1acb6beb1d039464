import { generalException, invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import { bounding, formatAddress, intersection, MAX_COLUMNS, MAX_ROWS, type Rect } from '../model/a1';
import { plainValue, valueType, type Cell } from '../model/cell';
import { displayText } from '../model/display';
import { deleteCells, insertCells, mergeCells, sortRows, unmergeCells, type SortField } from '../model/structure';
import { clearRange, shapeMismatch, writeNumberFormats, writeValues } from '../model/write';
import { cellProperties, columnProperties, rowProperties } from './cellProperties';
import { CONDITIONAL_FORMATS } from './conditionalFormats';
import { DATA_VALIDATION } from './dataValidation';
import { readLink, writeLink } from './hyperlink';
import { areasObject } from './rangeAreas';
import { RANGE_FORMAT } from './rangeFormat';
import { type RangeState, rangeArgument, rangeObject } from './rangeState';
import { TABLES } from './tables';
import { WORKSHEET } from './worksheet';

type Read = (cell: Cell | undefined, row: number, column: number) => unknown;

/** Cell by cell; unbounded ranges have no values, and a read of too many cells answers null, as Excel on the web may. */
const bulk =
  (read: (state: RangeState) => Read) =>
  (state: RangeState): unknown => {
    const { rect, sheet } = state;
    if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) return null;
    if (rect.rows * rect.columns > sheet.book.limits.readCells) return null;
    return sheet.matrix(rect, read(state));
  };

/** One answer for all rows or columns of a range, null where they differ. */
function uniform(length: number, read: (at: number) => boolean): boolean | null {
  const first = read(0);
  for (let at = 1; at < length; at++) if (read(at) !== first) return null;
  return first;
}

const part = ({ sheet, rect }: RangeState, change: Partial<Rect>): HostObject =>
  rangeObject(sheet, { ...rect, ...change });

const formulaOf = (cell: Cell | undefined): unknown => cell?.formula ?? plainValue(cell?.value ?? '');

const NUMBER_FORMAT: Scalar<RangeState> = {
  get: bulk(
    ({ sheet }) =>
      (cell, row, column) =>
        (cell?.style ?? sheet.styleAt(row, column)).numberFormat,
  ),
  set: ({ sheet, rect }, value) => writeNumberFormats(sheet, rect, value),
};

/** Rows and columns beyond this are not asked one by one: whole columns answer by their first rows. */
const MANY = 200_000;

export const RANGE: HostClass<RangeState> = {
  name: 'Range',
  tracked: true,
  scalars: {
    Address: { get: ({ rect, sheet }) => formatAddress(rect, sheet.name) },
    AddressLocal: { get: ({ rect, sheet }) => formatAddress(rect, sheet.name) },
    RowIndex: { get: ({ rect }) => rect.row },
    ColumnIndex: { get: ({ rect }) => rect.column },
    RowCount: { get: ({ rect }) => rect.rows },
    ColumnCount: { get: ({ rect }) => rect.columns },
    CellCount: { get: ({ rect }) => (rect.rows * rect.columns > 2 ** 31 - 1 ? -1 : rect.rows * rect.columns) },
    IsEntireRow: { get: ({ rect }) => rect.columns === MAX_COLUMNS },
    IsEntireColumn: { get: ({ rect }) => rect.rows === MAX_ROWS },
    Values: {
      get: bulk(() => (cell) => plainValue(cell?.value ?? '')),
      set: ({ sheet, rect }, value) => writeValues(sheet, rect, value),
    },
    Formulas: {
      get: bulk(() => formulaOf),
      set: ({ sheet, rect }, value) => writeValues(sheet, rect, value),
    },
    FormulasLocal: {
      get: bulk(() => formulaOf),
      set: ({ sheet, rect }, value) => writeValues(sheet, rect, value),
    },
    NumberFormat: NUMBER_FORMAT,
    NumberFormatLocal: NUMBER_FORMAT,
    Text: {
      get: bulk(
        ({ sheet }) =>
          (cell) =>
            displayText(cell, sheet.book.date1904),
      ),
    },
    ValueTypes: { get: bulk(() => (cell) => valueType(cell?.value ?? '')) },
    Hidden: {
      get: ({ sheet, rect }) =>
        uniform(Math.min(rect.rows, MANY), (i) => sheet.isRowHidden(rect.row + i)) ||
        uniform(rect.columns, (i) => sheet.hiddenColumns.has(rect.column + i)),
    },
    RowHidden: {
      get: ({ sheet, rect }) => uniform(Math.min(rect.rows, MANY), (i) => sheet.isRowHidden(rect.row + i)),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatRows');
        for (let row = rect.row; row < rect.row + Math.min(rect.rows, MANY); row++) {
          if (value === true) sheet.hiddenRows.add(row);
          else sheet.hiddenRows.delete(row);
        }
        sheet.book.emit('rowsHidden', sheet, rect, value === true);
      },
    },
    ColumnHidden: {
      get: ({ sheet, rect }) => uniform(rect.columns, (i) => sheet.hiddenColumns.has(rect.column + i)),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatColumns');
        for (let column = rect.column; column < rect.column + rect.columns; column++) {
          if (value === true) sheet.hiddenColumns.add(column);
          else sheet.hiddenColumns.delete(column);
        }
      },
    },
    Hyperlink: { get: readLink, set: writeLink },
    HasSpill: { get: () => false },
  },
  objects: {
    Format: (state) => HostObject.of(RANGE_FORMAT, state),
    Worksheet: ({ sheet }) => HostObject.of(WORKSHEET, sheet),
    ConditionalFormats: (state) => HostObject.of(CONDITIONAL_FORMATS, { sheet: state.sheet, areas: [state] }),
    DataValidation: (state) => HostObject.of(DATA_VALIDATION, { sheet: state.sheet, areas: [state] }),
    Sort: (state) => HostObject.of(RANGE_SORT, state),
  },
  methods: {
    GetCell: (state, args) =>
      part(state, {
        row: state.rect.row + args.integer(0),
        column: state.rect.column + args.integer(1),
        rows: 1,
        columns: 1,
      }),
    GetRow: (state, args) => part(state, { row: state.rect.row + within(args.integer(0), state.rect.rows), rows: 1 }),
    GetColumn: (state, args) =>
      part(state, { column: state.rect.column + within(args.integer(0), state.rect.columns), columns: 1 }),
    GetLastCell: (state) =>
      part(state, {
        row: state.rect.row + state.rect.rows - 1,
        column: state.rect.column + state.rect.columns - 1,
        rows: 1,
        columns: 1,
      }),
    GetLastRow: (state) => part(state, { row: state.rect.row + state.rect.rows - 1, rows: 1 }),
    GetLastColumn: (state) => part(state, { column: state.rect.column + state.rect.columns - 1, columns: 1 }),
    GetEntireRow: (state) => part(state, { column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: (state) => part(state, { row: 0, rows: MAX_ROWS }),
    GetRowsAbove: (state, args) => {
      const rows = args.optionalInteger(0, 1);
      return part(state, { row: state.rect.row - rows, rows });
    },
    GetRowsBelow: (state, args) =>
      part(state, { row: state.rect.row + state.rect.rows, rows: args.optionalInteger(0, 1) }),
    GetColumnsBefore: (state, args) => {
      const columns = args.optionalInteger(0, 1);
      return part(state, { column: state.rect.column - columns, columns });
    },
    GetColumnsAfter: (state, args) =>
      part(state, { column: state.rect.column + state.rect.columns, columns: args.optionalInteger(0, 1) }),
    GetOffsetRange: (state, args) =>
      part(state, { row: state.rect.row + args.integer(0), column: state.rect.column + args.integer(1) }),
    GetResizedRange: (state, args) =>
      part(state, { rows: state.rect.rows + args.integer(0), columns: state.rect.columns + args.integer(1) }),
    GetAbsoluteResizedRange: (state, args) => part(state, { rows: args.integer(0), columns: args.integer(1) }),
    GetBoundingRect: (state, args) => part(state, bounding(state.rect, rangeArgument(args, 0, state.sheet).rect)),
    GetIntersection: (state, args) => {
      const shared = shareOf(state, rangeArgument(args, 0, state.sheet));
      if (!shared) throw itemNotFound();
      return shared;
    },
    GetIntersectionOrNullObject: (state, args) => shareOf(state, rangeArgument(args, 0, state.sheet)),
    GetUsedRange: (state, args) => {
      const used = state.sheet.used(args.flag(0), state.rect);
      return part(state, used ?? { rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject: (state, args) => {
      const used = state.sheet.used(args.flag(0), state.rect);
      return used && part(state, used);
    },
    GetMergedAreasOrNullObject: ({ sheet, rect }) => {
      const areas = sheet.merges.filter((merge) => intersection(merge, rect));
      if (areas.length > sheet.book.limits.mergedAreas) throw generalException();
      return areas.length === 0 ? null : areasObject(sheet, areas);
    },
    GetTables: ({ sheet, rect }) =>
      HostObject.of(TABLES, {
        book: sheet.book,
        list: () => sheet.tables.filter((table) => intersection(table.rect, rect)).map((table) => ({ sheet, table })),
        sheet,
      }),
    GetCellProperties: ({ sheet, rect }, args) => cellProperties(sheet, rect, args.record(0)),
    GetRowProperties: ({ sheet, rect }, args) => rowProperties(sheet, rect, args.record(0)),
    GetColumnProperties: ({ sheet, rect }, args) => columnProperties(sheet, rect, args.record(0)),
    Select: ({ sheet, rect }) => sheet.book.select(sheet, rect),
    Clear: ({ sheet, rect }, args) => clearRange(sheet, rect, args.optionalText(0) ?? 'All'),
    Insert: ({ sheet, rect }, args) => {
      insertCells(sheet, rect, args.text(0));
      return rangeObject(sheet, rect);
    },
    Delete: ({ sheet, rect }, args) => deleteCells(sheet, rect, args.text(0)),
    Merge: ({ sheet, rect }, args) => mergeCells(sheet, rect, args.flag(0)),
    Unmerge: ({ sheet, rect }) => unmergeCells(sheet, rect),
    // The proxies split writes of over 1,500 cells and announce the whole shape first.
    _ValidateArraySize: ({ sheet, rect }, args) => {
      const fits = args.integer(0) === rect.rows && args.integer(1) === rect.columns;
      if (!fits && sheet.book.limits.arrayShapes) throw shapeMismatch();
    },
  },
};

const within = (at: number, length: number): number => {
  if (at < 0 || at >= length) throw invalidArgument();
  return at;
};

function shareOf(state: RangeState, other: RangeState): HostObject | null {
  const shared = state.sheet === other.sheet ? intersection(state.rect, other.rect) : null;
  return shared && rangeObject(state.sheet, shared);
}

const RANGE_SORT: HostClass<RangeState> = {
  name: 'RangeSort',
  methods: {
    Apply: ({ sheet, rect }, args) => {
      if (args.optionalText(3) === 'Columns') throw invalidArgument();
      const fields = args.list(0).map((field): SortField => {
        const { key, ascending } = field as { key?: unknown; ascending?: unknown };
        if (typeof key !== 'number' || key < 0 || key >= rect.columns) throw invalidArgument();
        return { key, ascending: ascending !== false };
      });
      sortRows(sheet, rect, fields, args.flag(2));
    },
  },
};
