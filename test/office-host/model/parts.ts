import type { Rect } from './a1';

/** What a worksheet holds besides its cells, as plain data. */

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  areas: readonly Rect[];
  stopIfTrue: boolean;
  /** Custom: the formula; cell value: formula1, formula2, operator. */
  formula: string;
  rule: { readonly formula1: string; readonly formula2?: string; readonly operator: string } | null;
  format: ConditionalLook;
}
export interface ConditionalLook {
  fill: string;
  fontColor: string;
  bold: boolean;
  italic: boolean;
  strikethrough: boolean;
  underline: string;
  numberFormat: string;
  borders: Record<string, { style: string; color: string }>;
}

export interface Validation {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
}
export interface ValidatedArea {
  rect: Rect;
  validation: Validation;
}

export interface FilterCriterion {
  readonly filterOn: string;
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
  readonly values?: readonly unknown[];
}
export interface Filter {
  rect: Rect;
  /** By column within the filter's range. */
  readonly criteria: Map<number, FilterCriterion>;
}

export interface Table {
  readonly id: string;
  name: string;
  rect: Rect;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  filter: Filter | null;
}

export interface PageSetup {
  orientation: string;
  paperSize: string;
  printTitleRows: Rect | null;
  printTitleColumns: Rect | null;
  printArea: readonly Rect[];
  /** 0-based rows that pages begin with. */
  rowBreaks: readonly number[];
  zoom: Readonly<Record<string, unknown>>;
  margins: Record<string, number>;
  flags: Record<string, unknown>;
  /** Header and footer texts by page kind and place, for example `defaultForAllPages.leftFooter`. */
  readonly texts: Map<string, string>;
  headerState: string;
}

export const newPageSetup = (): PageSetup => ({
  orientation: 'Portrait',
  paperSize: 'A4',
  printTitleRows: null,
  printTitleColumns: null,
  printArea: [],
  rowBreaks: [],
  zoom: { scale: 100 },
  margins: {
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
  },
  flags: {
    blackAndWhite: false,
    centerHorizontally: false,
    centerVertically: false,
    draftMode: false,
    firstPageNumber: '',
    printComments: 'NoComments',
    printErrors: 'AsDisplayed',
    printGridlines: false,
    printHeadings: false,
    printOrder: 'DownThenOver',
  },
  texts: new Map(),
  headerState: 'Default',
});

export interface ProtectionOptions {
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertRows: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowSort: boolean;
  readonly allowAutoFilter: boolean;
  readonly allowPivotTables: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly selectionMode: string;
}
export type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

export const NO_PERMISSIONS: ProtectionOptions = {
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertRows: false,
  allowInsertHyperlinks: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowSort: false,
  allowAutoFilter: false,
  allowPivotTables: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  selectionMode: 'Normal',
};

/** A name that stands for a range or a formula; hidden names are what add-ins mark their own things with. */
export interface DefinedName {
  readonly name: string;
  formula: string;
  visible: boolean;
  comment: string;
  /** The sheet it belongs to, by id; null for the workbook. */
  readonly sheet: string | null;
}
