import { accessDenied, invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass } from '../engine/hostClass';
import { intersection, type Rect } from '../model/a1';
import type { Book } from '../model/book';
import { plainValue } from '../model/cell';
import { refilter } from '../model/filtering';
import type { FilterCriterion, Table } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { clearRange, writeValues } from '../model/write';
import { AUTO_FILTER } from './autoFilter';
import { rangeArgument, rangeObject } from './rangeState';
import { WORKSHEET } from './worksheet';

interface TableState {
  readonly sheet: Sheet;
  readonly table: Table;
}
interface Scope {
  readonly book: Book;
  readonly list: () => readonly TableState[];
  /** Where a table is added when its address names no sheet. */
  readonly sheet: Sheet;
}

const byKey = ({ list }: Scope, key: unknown): HostObject | null => {
  const wanted = String(key).toLowerCase();
  const found = list().find(({ table }) => table.id.toLowerCase() === wanted || table.name.toLowerCase() === wanted);
  return found ? HostObject.of(TABLE, found) : null;
};

/** All tables of a workbook, by sheet. */
export const tablesOf = (sheets: readonly Sheet[]): TableState[] =>
  sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));

export const TABLES: HostClass<Scope> = {
  name: 'TableCollection',
  scalars: { Count: { get: ({ list }) => list().length } },
  items: ({ list }) => list().map((state) => HostObject.of(TABLE, state)),
  item: byKey,
  methods: {
    GetCount: ({ list }) => list().length,
    GetItemOrNullObject: (scope, args) => byKey(scope, args.text(0)),
    GetItemAt: ({ list }, args) => {
      const state = list()[args.integer(0)];
      if (!state) throw itemNotFound();
      return HostObject.of(TABLE, state);
    },
    Add: (scope, args) => {
      const { sheet, rect } = rangeArgument(args, 0, scope.sheet);
      return HostObject.of(TABLE, { sheet, table: addTable(sheet, rect, args.flag(1)) });
    },
  },
};

function addTable(sheet: Sheet, rect: Rect, hasHeaders: boolean): Table {
  demand(sheet);
  if (!hasHeaders) throw invalidArgument('The emulated Excel adds tables over ranges that have headers.');
  if (sheet.tables.some((table) => intersection(table.rect, rect))) throw invalidArgument();
  if (sheet.merges.some((merge) => intersection(merge, rect)))
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, rect));
  const taken = new Set(tablesOf(sheet.book.sheets).map(({ table }) => table.name));
  let n = 1;
  while (taken.has(`Table${n}`)) n++;
  const table: Table = {
    id: sheet.book.newId(),
    name: `Table${n}`,
    rect: rect.rows > 1 ? rect : { ...rect, rows: 2 },
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
    filter: null,
  };
  sheet.tables.push(table);
  return table;
}

function demand(sheet: Sheet): void {
  if (sheet.protection && sheet.book.limits.protectedSheets) throw accessDenied();
}

const flagOf = (key: 'showHeaders' | 'showTotals' | 'showBandedRows' | 'showFilterButton') => ({
  get: ({ table }: TableState): unknown => table[key],
  set: ({ sheet, table }: TableState, value: unknown): void => {
    demand(sheet);
    table[key] = value === true;
  },
});

const body = ({ rect, showTotals }: Table): Rect => ({
  ...rect,
  row: rect.row + 1,
  rows: rect.rows - (showTotals ? 2 : 1),
});

const TABLE: HostClass<TableState> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  scalars: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: ({ sheet, table }, value) => {
        const bad = typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(value);
        const others = tablesOf(sheet.book.sheets).filter((each) => each.table !== table);
        if (bad || others.some((each) => each.table.name.toLowerCase() === value.toLowerCase()))
          throw invalidArgument();
        table.name = value;
      },
    },
    Style: {
      get: ({ table }) => table.style,
      set: ({ sheet, table }, value) => {
        demand(sheet);
        table.style = String(value);
      },
    },
    ShowHeaders: flagOf('showHeaders'),
    ShowTotals: flagOf('showTotals'),
    ShowBandedRows: flagOf('showBandedRows'),
    ShowFilterButton: flagOf('showFilterButton'),
  },
  objects: {
    Worksheet: ({ sheet }) => HostObject.of(WORKSHEET, sheet),
    Columns: (state) => HostObject.of(COLUMNS, state),
    AutoFilter: (state) => HostObject.of(AUTO_FILTER, { sheet: state.sheet, table: state.table }),
  },
  methods: {
    GetRange: ({ sheet, table }) => rangeObject(sheet, table.rect),
    GetHeaderRowRange: ({ sheet, table }) => rangeObject(sheet, { ...table.rect, rows: 1 }),
    GetDataBodyRange: ({ sheet, table }) => rangeObject(sheet, body(table)),
    Resize: ({ sheet, table }, args) => {
      demand(sheet);
      const { rect } = rangeArgument(args, 0, sheet);
      // The header stays where it is, and no other table is run over.
      const overlaps = sheet.tables.some((each) => each !== table && intersection(each.rect, rect));
      if (rect.row !== table.rect.row || !intersection(rect, table.rect) || rect.rows < 2 || overlaps)
        throw invalidArgument();
      table.rect = rect;
      if (table.filter) table.filter.rect = rect;
      fillHeaders(sheet, rect);
    },
    ClearFilters: ({ sheet, table }) => {
      table.filter?.criteria.clear();
      refilter(sheet);
    },
    ConvertToRange: ({ sheet, table }) => {
      demand(sheet);
      sheet.tables = sheet.tables.filter((each) => each !== table);
      return rangeObject(sheet, table.rect);
    },
    Delete: ({ sheet, table }) => {
      demand(sheet);
      sheet.tables = sheet.tables.filter((each) => each !== table);
      clearRange(sheet, table.rect, 'All');
    },
  },
};

/** Excel names the headers that a grown table lacks. */
function fillHeaders(sheet: Sheet, rect: Rect): void {
  for (let i = 0; i < rect.columns; i++) {
    const cell = sheet.touch(rect.row, rect.column + i);
    if (cell.value === '') cell.value = `Column${i + 1}`;
  }
}

interface ColumnState extends TableState {
  readonly index: number;
}
const columnRect = ({ table, index }: ColumnState): Rect => ({
  ...table.rect,
  column: table.rect.column + index,
  columns: 1,
});
const columnName = (state: ColumnState): string => {
  const { row, column } = columnRect(state);
  return String(plainValue(state.sheet.peek(row, column)?.value ?? ''));
};
const columnsOf = (state: TableState): ColumnState[] =>
  Array.from({ length: state.table.rect.columns }, (_, index) => ({ ...state, index }));
const columnByKey = (state: TableState, key: unknown): HostObject | null => {
  const found = columnsOf(state).find((each) =>
    typeof key === 'number' ? each.index + 1 === key : columnName(each).toLowerCase() === String(key).toLowerCase(),
  );
  return found ? HostObject.of(COLUMN, found) : null;
};

const COLUMNS: HostClass<TableState> = {
  name: 'TableColumnCollection',
  scalars: { Count: { get: ({ table }) => table.rect.columns } },
  items: (state) => columnsOf(state).map((each) => HostObject.of(COLUMN, each)),
  item: columnByKey,
  methods: {
    GetCount: ({ table }) => table.rect.columns,
    GetItemOrNullObject: (state, args) => columnByKey(state, args.raw(0)),
    GetItemAt: (state, args) => {
      const found = columnsOf(state)[args.integer(0)];
      if (!found) throw itemNotFound();
      return HostObject.of(COLUMN, found);
    },
  },
};

const COLUMN: HostClass<ColumnState> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  scalars: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: columnName,
      set: (state, value) => writeValues(state.sheet, { ...columnRect(state), rows: 1 }, value),
    },
    Values: {
      get: (state) => state.sheet.matrix(columnRect(state), (cell) => plainValue(cell?.value ?? '')),
      set: (state, value) => writeValues(state.sheet, columnRect(state), value),
    },
  },
  objects: { Filter: (state) => HostObject.of(COLUMN_FILTER, state) },
  methods: {
    GetRange: (state) => rangeObject(state.sheet, columnRect(state)),
    GetHeaderRowRange: (state) => rangeObject(state.sheet, { ...columnRect(state), rows: 1 }),
    GetDataBodyRange: (state) => {
      const { row, rows } = body(state.table);
      return rangeObject(state.sheet, { ...columnRect(state), row, rows });
    },
  },
};

function filterColumn({ sheet, table, index }: ColumnState, criterion: FilterCriterion | null): void {
  sheet.demand('allowAutoFilter');
  table.filter ??= { rect: table.rect, criteria: new Map() };
  if (criterion) table.filter.criteria.set(index, criterion);
  else table.filter.criteria.delete(index);
  refilter(sheet);
}

const COLUMN_FILTER: HostClass<ColumnState> = {
  name: 'Filter',
  scalars: { Criteria: { get: ({ table, index }) => table.filter?.criteria.get(index) ?? null } },
  methods: {
    Apply: (state, args) => filterColumn(state, args.record(0) as unknown as FilterCriterion),
    ApplyValuesFilter: (state, args) => filterColumn(state, { filterOn: 'Values', values: args.list(0) }),
    ApplyCustomFilter: (state, args) =>
      filterColumn(state, {
        filterOn: 'Custom',
        criterion1: args.text(0),
        ...(args.has(1) ? { criterion2: args.text(1), operator: args.optionalText(2) ?? 'And' } : {}),
      }),
    Clear: (state) => filterColumn(state, null),
  },
};
