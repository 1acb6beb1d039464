/** An error value such as #REF!. */
export interface CellError {
  readonly error: string;
}
export type CellValue = string | number | boolean | CellError;

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}
export type BorderSide =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideVertical'
  | 'InsideHorizontal'
  | 'DiagonalDown'
  | 'DiagonalUp';

/** How a cell looks; one immutable object shared by all cells that look alike. */
export interface Style {
  readonly numberFormat: string;
  /** #RRGGBB, or empty for none. */
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: string;
  readonly wrapText: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly borders: Readonly<Partial<Record<BorderSide, Border>>>;
}

export const DEFAULT_STYLE: Style = {
  numberFormat: 'General',
  fill: '',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  strikethrough: false,
  underline: 'None',
  wrapText: false,
  horizontal: 'General',
  vertical: 'Bottom',
  indent: 0,
  shrinkToFit: false,
  textOrientation: 0,
  locked: true,
  formulaHidden: false,
  borders: {},
};

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Cell {
  value: CellValue;
  formula: string | null;
  /** Entered with a leading apostrophe: text whatever it looks like. */
  prefixed: boolean;
  style: Style;
  link: Hyperlink | null;
}

export const emptyCell = (style: Style = DEFAULT_STYLE): Cell => ({
  value: '',
  formula: null,
  prefixed: false,
  style,
  link: null,
});

export const isBlank = (cell: Cell): boolean => cell.value === '' && cell.formula === null;

/** A value as the protocol carries it: errors by their text. */
export const plainValue = (value: CellValue): string | number | boolean =>
  typeof value === 'object' ? value.error : value;

/** Excel.RangeValueType of a value. */
export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
