import type { Limits } from '../limits';
import { columnIndex, columnName, formatAddress, parseAddress, type Rect } from './a1';
import { Book } from './book';
import { DEFAULT_STYLE, isBlank, plainValue, type Cell, type Hyperlink, type Style } from './cell';
import type { Chart, ChartSource } from './chart';
import { applyFilter } from './filtering';
import {
  newPageSetup,
  NO_PERMISSIONS,
  type ConditionalFormat,
  type FilterCriterion,
  type PageSetup,
  type ProtectionOptions,
  type Validation,
} from './parts';
import type { Sheet } from './sheet';

/** A cell as data: a bare value, or a value with what else it has. Text is literal: '=1' here is the text =1. */
export type CellDescription =
  | string
  | number
  | boolean
  | {
      readonly value?: string | number | boolean;
      readonly error?: string;
      readonly formula?: string;
      readonly prefixed?: boolean;
      readonly link?: Hyperlink;
      readonly style?: Partial<Style>;
    };

/** A chart as data; cells as addresses, with their sheet where that is another. */
export interface ChartDescription {
  readonly name: string;
  readonly type: string;
  /** The cells it covers. */
  readonly place?: string;
  readonly series: readonly {
    readonly name: string;
    readonly values?: string;
    readonly categories?: string;
    readonly looks?: Readonly<Record<string, unknown>>;
  }[];
  /** What was set on it, by the path of the property. */
  readonly looks?: Readonly<Record<string, unknown>>;
}

/** A worksheet as data; only `name` must be there. */
export interface SheetDescription {
  readonly name: string;
  /** Rows from A1 on; null leaves a cell blank. For sheets written by hand. */
  readonly rows?: readonly (readonly (CellDescription | null)[])[];
  /** Cells by address, beside or instead of `rows`. */
  readonly cells?: Readonly<Record<string, CellDescription>>;
  /** Styles by area, laid over the cells. */
  readonly styles?: readonly { readonly area: string; readonly style: Partial<Style> }[];
  readonly visibility?: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly tabColor?: string;
  readonly merges?: readonly string[];
  /** 1-based rows and column letters. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  readonly rowHeights?: Readonly<Record<string, number>>;
  readonly columnWidths?: Readonly<Record<string, number>>;
  readonly tables?: readonly { readonly name: string; readonly area: string; readonly style?: string }[];
  readonly charts?: readonly ChartDescription[];
  readonly filter?: {
    readonly area: string;
    /** By column within the area. */
    readonly criteria?: Readonly<Record<string, FilterCriterion>>;
  };
  readonly frozen?: string;
  readonly protection?: Partial<ProtectionOptions>;
  readonly password?: string;
  readonly validations?: readonly { readonly area: string; readonly validation: Validation }[];
  readonly conditionalFormats?: readonly (Omit<ConditionalFormat, 'areas'> & { readonly areas: readonly string[] })[];
  readonly page?: Partial<Omit<PageSetup, 'texts'>> & { readonly texts?: Readonly<Record<string, string>> };
  readonly customProperties?: Readonly<Record<string, string>>;
}

/** A workbook as data: JSON, so that it can be handed to a page. */
export interface BookDescription {
  readonly name?: string;
  readonly sheets: readonly SheetDescription[];
  readonly active?: string;
  /** The selection on the active sheet. */
  readonly selection?: string;
  readonly names?: readonly {
    readonly name: string;
    readonly formula: string;
    readonly visible?: boolean;
    readonly comment?: string;
    /** A sheet's name, where the name belongs to one sheet. */
    readonly sheet?: string;
  }[];
  /** Settings of the add-in, by key, as values. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly customXmlParts?: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly protected?: boolean;
  /** Dates counted from 1904. */
  readonly date1904?: boolean;
}

const area = (text: string): Rect => {
  const address = parseAddress(text);
  if (!address) throw new Error(`not an address: ${text}`);
  return address.rect;
};

/** Makes a workbook of its description. */
export function openBook(description: BookDescription, limits: Limits): Book {
  const book = new Book(description.name ?? 'Book1.xlsx', limits);
  for (const each of description.sheets) fillSheet(book.addSheet(each.name), each);
  const first =
    description.active === undefined
      ? book.sheets.find((sheet) => sheet.visibility === 'Visible')
      : book.find(description.active);
  if (first) book.activate(first);
  if (description.selection !== undefined) book.selection = area(description.selection);
  book.names = (description.names ?? []).map(({ name, formula, visible = true, comment = '', sheet }) => ({
    name,
    formula,
    visible,
    comment,
    sheet: sheet === undefined ? null : (book.find(sheet)?.id ?? null),
  }));
  for (const [key, value] of Object.entries(description.settings ?? {})) book.settings.set(key, JSON.stringify(value));
  book.customXmlParts = (description.customXmlParts ?? []).map((xml) => ({ id: book.newId(), xml }));
  Object.assign(book.properties, description.properties);
  book.isProtected = description.protected ?? false;
  book.date1904 = description.date1904 ?? false;
  book.isDirty = false;
  return book;
}

function fillSheet(sheet: Sheet, description: SheetDescription): void {
  description.rows?.forEach((line, row) =>
    line.forEach((cell, column) => {
      if (cell !== null) fillCell(sheet.touch(row, column), cell);
    }),
  );
  for (const [address, cell] of Object.entries(description.cells ?? {})) {
    const { row, column } = area(address);
    fillCell(sheet.touch(row, column), cell);
  }
  for (const { area: text, style } of description.styles ?? []) {
    const rect = area(text);
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const cell = sheet.touch(row, column);
        cell.style = { ...cell.style, ...style };
      }
  }
  sheet.visibility = description.visibility ?? 'Visible';
  sheet.tabColor = description.tabColor ?? '';
  sheet.merges = (description.merges ?? []).map(area);
  sheet.hiddenRows = new Set((description.hiddenRows ?? []).map((row) => row - 1));
  sheet.hiddenColumns = new Set((description.hiddenColumns ?? []).map(columnIndex));
  for (const [row, height] of Object.entries(description.rowHeights ?? {}))
    sheet.rowHeights.set(Number(row) - 1, height);
  for (const [column, width] of Object.entries(description.columnWidths ?? {}))
    sheet.columnWidths.set(columnIndex(column), width);
  for (const { name, area: text, style = 'TableStyleMedium2' } of description.tables ?? [])
    sheet.tables.push({
      id: sheet.book.newId(),
      name,
      rect: area(text),
      style,
      showHeaders: true,
      showTotals: false,
      showBandedRows: true,
      showFilterButton: true,
      filter: null,
    });
  sheet.charts = (description.charts ?? []).map(({ name, type, place, series, looks = {} }) => ({
    id: sheet.book.newId(),
    name,
    type,
    place: place === undefined ? null : area(place),
    series: series.map((one) => ({
      name: one.name,
      values: one.values === undefined ? null : { sheet: sheet.id, rect: area(one.values) },
      categories: one.categories === undefined ? null : { sheet: sheet.id, rect: area(one.categories) },
      looks: { ...one.looks },
    })),
    looks: { ...looks },
  }));
  sheet.frozen = description.frozen === undefined ? null : area(description.frozen);
  sheet.validations = (description.validations ?? []).map((each) => ({
    rect: area(each.area),
    validation: each.validation,
  }));
  sheet.conditionalFormats = (description.conditionalFormats ?? []).map((format) => ({
    ...format,
    areas: format.areas.map(area),
  }));
  const { texts, ...page } = description.page ?? {};
  sheet.page = { ...newPageSetup(), ...page, texts: new Map(Object.entries(texts ?? {})) };
  sheet.customProperties = new Map(Object.entries(description.customProperties ?? {}));
  if (description.filter) {
    const rect = area(description.filter.area);
    applyFilter(sheet, rect, null, null);
    for (const [column, criterion] of Object.entries(description.filter.criteria ?? {}))
      applyFilter(sheet, rect, Number(column), criterion);
  }
  if (description.protection) sheet.protection = { ...NO_PERMISSIONS, ...description.protection };
  sheet.password = description.password ?? null;
}

function fillCell(cell: Cell, description: CellDescription): void {
  if (typeof description !== 'object') {
    cell.value = description;
    return;
  }
  const { value = '', error, formula = null, prefixed = false, link = null, style } = description;
  cell.value = error === undefined ? value : { error };
  cell.formula = formula;
  cell.prefixed = prefixed;
  cell.link = link;
  if (style) cell.style = { ...cell.style, ...style };
}

/** The workbook as data again, every default left out: equal before and after means nothing has changed. */
export function describeBook(book: Book): BookDescription {
  const sheetName = (id: string | null): { sheet?: string } => {
    const sheet = book.sheets.find((each) => each.id === id);
    return sheet ? { sheet: sheet.name } : {};
  };
  return {
    name: book.name,
    sheets: book.sheets.map(describeSheet),
    active: book.active.name,
    selection: formatAddress(book.selection),
    names: book.names.map(({ name, formula, visible, comment, sheet }) => ({
      name,
      formula,
      visible,
      comment,
      ...sheetName(sheet),
    })),
    settings: Object.fromEntries([...book.settings].map(([key, json]) => [key, JSON.parse(json) as unknown])),
    customXmlParts: book.customXmlParts.map(({ xml }) => xml),
    properties: { ...book.properties },
    protected: book.isProtected,
    date1904: book.date1904,
  };
}

function describeSheet(sheet: Sheet): SheetDescription {
  const cells: Record<string, CellDescription> = {};
  const everywhere = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
  for (const { row, column, cell } of sheet.existing(everywhere)) {
    const described = describeCell(cell);
    if (described !== null) cells[`${columnName(column)}${row + 1}`] = described;
  }
  const byNumber = (map: ReadonlyMap<number, number>, key: (at: number) => string): Record<string, number> =>
    Object.fromEntries([...map].sort(([a], [b]) => a - b).map(([at, size]) => [key(at), size]));
  return {
    name: sheet.name,
    cells,
    visibility: sheet.visibility as 'Visible',
    tabColor: sheet.tabColor,
    merges: sheet.merges.map((merge) => formatAddress(merge)).sort(),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b).map((row) => row + 1),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b).map(columnName),
    rowHeights: byNumber(sheet.rowHeights, (row) => String(row + 1)),
    columnWidths: byNumber(sheet.columnWidths, columnName),
    tables: sheet.tables.map(({ name, rect, style }) => ({ name, area: formatAddress(rect), style })),
    ...(sheet.charts.length > 0 ? { charts: sheet.charts.map((chart) => describeChart(sheet, chart)) } : {}),
    ...(sheet.filter
      ? { filter: { area: formatAddress(sheet.filter.rect), criteria: Object.fromEntries(sheet.filter.criteria) } }
      : {}),
    ...(sheet.frozen ? { frozen: formatAddress(sheet.frozen) } : {}),
    ...(sheet.protection ? { protection: sheet.protection } : {}),
    ...(sheet.password === null ? {} : { password: sheet.password }),
    validations: sheet.validations.map(({ rect, validation }) => ({ area: formatAddress(rect), validation })),
    conditionalFormats: sheet.conditionalFormats.map((format) => ({
      ...structuredClone(format),
      areas: format.areas.map((rect) => formatAddress(rect)),
    })),
    page: { ...structuredClone({ ...sheet.page, texts: undefined }), texts: Object.fromEntries(sheet.page.texts) },
    customProperties: Object.fromEntries(sheet.customProperties),
  };
}

function describeChart(sheet: Sheet, { name, type, place, series, looks }: Chart): ChartDescription {
  const source = (from: ChartSource | null): string | null => {
    const other = sheet.book.sheets.find(({ id }) => id === from?.sheet);
    return from && formatAddress(from.rect, from.sheet === sheet.id ? undefined : (other?.name ?? '#REF!'));
  };
  return {
    name,
    type,
    ...(place ? { place: formatAddress(place) } : {}),
    series: series.map((one) => {
      const [values, categories] = [source(one.values), source(one.categories)];
      return {
        name: one.name,
        ...(values === null ? {} : { values }),
        ...(categories === null ? {} : { categories }),
        ...(Object.keys(one.looks).length > 0 ? { looks: { ...one.looks } } : {}),
      };
    }),
    ...(Object.keys(looks).length > 0 ? { looks: { ...looks } } : {}),
  };
}

function describeCell(cell: Cell): CellDescription | null {
  const style = ownStyle(cell.style);
  const styled = Object.keys(style).length > 0;
  if (isBlank(cell) && !styled && !cell.link) return null;
  const { value, formula, prefixed, link } = cell;
  if (typeof value !== 'object' && formula === null && !prefixed && !link && !styled) return value;
  return {
    ...(typeof value === 'object' ? { error: value.error } : { value: plainValue(value) }),
    ...(formula === null ? {} : { formula }),
    ...(prefixed ? { prefixed } : {}),
    ...(link ? { link } : {}),
    ...(styled ? { style } : {}),
  };
}

const known = new WeakMap<Style, Partial<Style>>();
/** What a style has that the default has not. */
function ownStyle(style: Style): Partial<Style> {
  let own = known.get(style);
  if (!own) {
    const differing = Object.entries(style).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_STYLE[key as keyof Style]),
    );
    known.set(style, (own = Object.fromEntries(differing) as Partial<Style>));
  }
  return own;
}
