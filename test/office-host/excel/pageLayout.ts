import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import { MAX_COLUMNS, MAX_ROWS } from '../model/a1';
import type { Sheet } from '../model/sheet';
import { areasObject } from './rangeAreas';
import { rangeArgument, rangeObject } from './rangeState';

const margin = (key: string): Scalar<Sheet> => ({
  get: ({ page }) => page.margins[key],
  set: ({ page }, value) => {
    if (typeof value !== 'number' || value < 0) throw invalidArgument();
    page.margins[key] = value;
  },
});
const setting = (key: string): Scalar<Sheet> => ({
  get: ({ page }) => page.flags[key],
  set: ({ page }, value) => {
    page.flags[key] = value;
  },
});
const oneOf = (value: unknown, ...allowed: readonly string[]): string => {
  if (typeof value !== 'string' || !allowed.includes(value)) throw invalidArgument();
  return value;
};

export const PAGE_LAYOUT: HostClass<Sheet> = {
  name: 'PageLayout',
  scalars: {
    Orientation: {
      get: ({ page }) => page.orientation,
      set: ({ page }, value) => {
        page.orientation = oneOf(value, 'Portrait', 'Landscape');
      },
    },
    PaperSize: {
      get: ({ page }) => page.paperSize,
      set: ({ page }, value) => {
        page.paperSize = oneOf(value, 'A3', 'A4', 'A5', 'B4', 'B5', 'Letter', 'Legal');
      },
    },
    Zoom: {
      get: ({ page }) => page.zoom,
      set: ({ page }, value) => {
        if (typeof value !== 'object' || value === null) throw invalidArgument();
        page.zoom = value as Readonly<Record<string, unknown>>;
      },
    },
    LeftMargin: margin('leftMargin'),
    RightMargin: margin('rightMargin'),
    TopMargin: margin('topMargin'),
    BottomMargin: margin('bottomMargin'),
    HeaderMargin: margin('headerMargin'),
    FooterMargin: margin('footerMargin'),
    BlackAndWhite: setting('blackAndWhite'),
    CenterHorizontally: setting('centerHorizontally'),
    CenterVertically: setting('centerVertically'),
    DraftMode: setting('draftMode'),
    FirstPageNumber: setting('firstPageNumber'),
    PrintComments: setting('printComments'),
    PrintErrors: setting('printErrors'),
    PrintGridlines: setting('printGridlines'),
    PrintHeadings: setting('printHeadings'),
    PrintOrder: setting('printOrder'),
  },
  objects: { HeadersFooters: (sheet) => HostObject.of(HEADER_FOOTER_GROUP, sheet) },
  methods: {
    SetPrintTitleRows: (sheet, args) => {
      const { rect } = rangeArgument(args, 0, sheet);
      sheet.page.printTitleRows = { ...rect, column: 0, columns: MAX_COLUMNS };
    },
    GetPrintTitleRows: (sheet) => {
      if (!sheet.page.printTitleRows) throw itemNotFound();
      return rangeObject(sheet, sheet.page.printTitleRows);
    },
    GetPrintTitleRowsOrNullObject: (sheet) =>
      sheet.page.printTitleRows && rangeObject(sheet, sheet.page.printTitleRows),
    SetPrintTitleColumns: (sheet, args) => {
      const { rect } = rangeArgument(args, 0, sheet);
      sheet.page.printTitleColumns = { ...rect, row: 0, rows: MAX_ROWS };
    },
    GetPrintTitleColumnsOrNullObject: (sheet) =>
      sheet.page.printTitleColumns && rangeObject(sheet, sheet.page.printTitleColumns),
    SetPrintArea: (sheet, args) => {
      sheet.page.printArea = [rangeArgument(args, 0, sheet).rect];
    },
    GetPrintAreaOrNullObject: (sheet) =>
      sheet.page.printArea.length > 0 ? areasObject(sheet, sheet.page.printArea) : null,
    SetPrintMargins: ({ page }, args) => {
      const perUnit = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[args.text(0)];
      if (perUnit === undefined) throw invalidArgument();
      for (const [side, value] of Object.entries(args.record(1)))
        if (typeof value === 'number') page.margins[side.endsWith('Margin') ? side : `${side}Margin`] = value * perUnit;
    },
  },
};

interface TextState {
  readonly sheet: Sheet;
  readonly page: string;
}
const pageOf =
  (page: string) =>
  (sheet: Sheet): HostObject =>
    HostObject.of(HEADER_FOOTER, { sheet, page });

const HEADER_FOOTER_GROUP: HostClass<Sheet> = {
  name: 'HeaderFooterGroup',
  scalars: {
    State: {
      get: ({ page }) => page.headerState,
      set: ({ page }, value) => {
        page.headerState = oneOf(value, 'Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven');
      },
    },
  },
  objects: {
    DefaultForAllPages: pageOf('defaultForAllPages'),
    FirstPage: pageOf('firstPage'),
    OddPages: pageOf('oddPages'),
    EvenPages: pageOf('evenPages'),
  },
};

const textAt = (place: string): Scalar<TextState> => ({
  get: ({ sheet, page }) => sheet.page.texts.get(`${page}.${place}`) ?? '',
  set: ({ sheet, page }, value) => {
    // Excel takes 255 characters for all three parts of a header or footer.
    if (typeof value !== 'string' || value.length > 255) throw invalidArgument();
    sheet.page.texts.set(`${page}.${place}`, value);
  },
});
const HEADER_FOOTER: HostClass<TextState> = {
  name: 'HeaderFooter',
  scalars: {
    LeftHeader: textAt('leftHeader'),
    CenterHeader: textAt('centerHeader'),
    RightHeader: textAt('rightHeader'),
    LeftFooter: textAt('leftFooter'),
    CenterFooter: textAt('centerFooter'),
    RightFooter: textAt('rightFooter'),
  },
};
