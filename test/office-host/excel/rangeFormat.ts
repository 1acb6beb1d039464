import { invalidArgument } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import { intersection, type Rect } from '../model/a1';
import { type Border, type BorderSide, type Style } from '../model/cell';
import { displayText } from '../model/display';
import { restyle } from '../model/write';
import type { RangeState } from './rangeState';

/** One answer for all cells, null where they differ: how every format property of a range reads. */
export function uniformStyle<T>({ sheet, rect }: RangeState, read: (style: Style) => T): T | null {
  const sampled: Rect = intersection(rect, sheet.used(false) ?? rect) ?? { ...rect, rows: 1, columns: 1 };
  const first = read(sheet.styleAt(rect.row, rect.column));
  for (let row = sampled.row; row < sampled.row + sampled.rows; row++)
    for (let column = sampled.column; column < sampled.column + sampled.columns; column++)
      if (read(sheet.styleAt(row, column)) !== first) return null;
  return first;
}

/** A property that is a field of the style, checked by `accept` where it is set. */
const styled = <Key extends keyof Style>(key: Key, accept: (value: unknown) => Style[Key]): Scalar<RangeState> => ({
  get: (state) => uniformStyle(state, (style) => style[key]),
  set: ({ sheet, rect }, value) => {
    const accepted = accept(value);
    restyle(sheet, rect, (style) => ({ ...style, [key]: accepted }));
  },
});

const flag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
};
const number =
  (least: number, most: number) =>
  (value: unknown): number => {
    if (typeof value !== 'number' || value < least || value > most) throw invalidArgument();
    return value;
  };
const oneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): string => {
    if (typeof value !== 'string' || !allowed.includes(value)) throw invalidArgument();
    return value;
  };
const text = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
};

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};
/** A colour as #RRGGBB; anything else Excel does not take. */
export function colour(value: unknown): string {
  const given = typeof value === 'string' ? (NAMED_COLOURS[value.toLowerCase()] ?? value) : '';
  if (!/^#[0-9a-f]{6}$/i.test(given)) throw invalidArgument();
  return given.toUpperCase();
}

const POINTS_PER_ROW = 15;

export const RANGE_FORMAT: HostClass<RangeState> = {
  name: 'RangeFormat',
  scalars: {
    WrapText: styled('wrapText', flag),
    HorizontalAlignment: styled(
      'horizontal',
      oneOf('General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'),
    ),
    VerticalAlignment: styled('vertical', oneOf('Top', 'Center', 'Bottom', 'Justify', 'Distributed')),
    IndentLevel: styled('indent', number(0, 250)),
    ShrinkToFit: styled('shrinkToFit', flag),
    TextOrientation: styled('textOrientation', number(-90, 180)),
    ColumnWidth: {
      get: ({ sheet, rect }) =>
        same(rect.columns, (i) => sheet.columnWidths.get(rect.column + i) ?? sheet.standardWidth),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatColumns');
        const width = number(0, 1790)(value);
        for (let i = 0; i < rect.columns; i++) sheet.columnWidths.set(rect.column + i, width);
      },
    },
    RowHeight: {
      get: ({ sheet, rect }) =>
        same(Math.min(rect.rows, 10_000), (i) => sheet.rowHeights.get(rect.row + i) ?? POINTS_PER_ROW),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatRows');
        const height = number(0, 409.5)(value);
        for (let i = 0; i < Math.min(rect.rows, 1_000_000); i++) sheet.rowHeights.set(rect.row + i, height);
      },
    },
    UseStandardHeight: {
      get: ({ sheet, rect }) => same(Math.min(rect.rows, 10_000), (i) => !sheet.rowHeights.has(rect.row + i)),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatRows');
        if (flag(value)) for (let i = 0; i < rect.rows; i++) sheet.rowHeights.delete(rect.row + i);
      },
    },
    UseStandardWidth: {
      get: ({ sheet, rect }) => same(rect.columns, (i) => !sheet.columnWidths.has(rect.column + i)),
      set: ({ sheet, rect }, value) => {
        sheet.demand('allowFormatColumns');
        if (flag(value)) for (let i = 0; i < rect.columns; i++) sheet.columnWidths.delete(rect.column + i);
      },
    },
  },
  objects: {
    Fill: (state) => HostObject.of(RANGE_FILL, state),
    Font: (state) => HostObject.of(RANGE_FONT, state),
    Borders: (state) => HostObject.of(RANGE_BORDERS, state),
    Protection: (state) => HostObject.of(FORMAT_PROTECTION, state),
  },
  methods: {
    AutofitColumns: ({ sheet, rect }) => {
      sheet.demand('allowFormatColumns');
      const longest = new Map<number, number>();
      for (const { column, cell } of sheet.existing(rect)) {
        const width = Math.max(
          ...displayText(cell, sheet.book.date1904)
            .split('\n')
            .map((line) => line.length),
        );
        longest.set(column, Math.max(longest.get(column) ?? 0, width));
      }
      for (const [column, width] of longest) sheet.columnWidths.set(column, Math.min(1790, 10 + 6 * width));
    },
    AutofitRows: ({ sheet, rect }) => {
      sheet.demand('allowFormatRows');
      for (let i = 0; i < Math.min(rect.rows, 1_000_000); i++) sheet.rowHeights.delete(rect.row + i);
    },
  },
};

function same<T>(length: number, read: (at: number) => T): T | null {
  const first = read(0);
  for (let at = 1; at < length; at++) if (read(at) !== first) return null;
  return first;
}

export const RANGE_FILL: HostClass<RangeState> = {
  name: 'RangeFill',
  scalars: {
    Color: {
      // Excel says white of a cell without fill, and '' of cells that differ.
      get: (state) => {
        const fill = uniformStyle(state, (style) => style.fill);
        return fill === null ? '' : fill || '#FFFFFF';
      },
      set: ({ sheet, rect }, value) => {
        const fill = colour(value);
        restyle(sheet, rect, (style) => ({ ...style, fill }));
      },
    },
    Pattern: { get: (state) => uniformStyle(state, (style) => (style.fill === '' ? 'None' : 'Solid')) },
  },
  methods: {
    Clear: ({ sheet, rect }) => restyle(sheet, rect, (style) => ({ ...style, fill: '' })),
  },
};

export const RANGE_FONT: HostClass<RangeState> = {
  name: 'RangeFont',
  scalars: {
    Bold: styled('bold', flag),
    Italic: styled('italic', flag),
    Strikethrough: styled('strikethrough', flag),
    Underline: styled('underline', oneOf('None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant')),
    Color: styled('fontColor', colour),
    Name: styled('fontName', text),
    Size: styled('fontSize', number(1, 409)),
  },
};

const FORMAT_PROTECTION: HostClass<RangeState> = {
  name: 'FormatProtection',
  scalars: { Locked: styled('locked', flag), FormulaHidden: styled('formulaHidden', flag) },
};

const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];
const NO_BORDER: Border = { style: 'None', weight: 'Thin', color: '#000000' };
export interface BorderState {
  readonly range: RangeState;
  readonly side: BorderSide;
}

export const RANGE_BORDERS: HostClass<RangeState> = {
  name: 'RangeBorderCollection',
  scalars: { Count: { get: () => SIDES.length } },
  items: (range) => SIDES.map((side) => HostObject.of(RANGE_BORDER, { range, side })),
  item: (range, key) => {
    const side = SIDES.find((name) => name === key);
    if (!side) throw invalidArgument();
    return HostObject.of(RANGE_BORDER, { range, side });
  },
};

/** The cells of a range that a side of it concerns, and which of their own edges that is. */
function edgesOf({ range, side }: BorderState): { rect: Rect; edge: BorderSide }[] {
  const { rect } = range;
  switch (side) {
    case 'EdgeTop':
      return [{ rect: { ...rect, rows: 1 }, edge: side }];
    case 'EdgeBottom':
      return [{ rect: { ...rect, row: rect.row + rect.rows - 1, rows: 1 }, edge: side }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, columns: 1 }, edge: side }];
    case 'EdgeRight':
      return [{ rect: { ...rect, column: rect.column + rect.columns - 1, columns: 1 }, edge: side }];
    case 'InsideHorizontal':
      return rect.rows < 2 ? [] : [{ rect: { ...rect, rows: rect.rows - 1 }, edge: 'EdgeBottom' }];
    case 'InsideVertical':
      return rect.columns < 2 ? [] : [{ rect: { ...rect, columns: rect.columns - 1 }, edge: 'EdgeRight' }];
    default:
      return [{ rect, edge: side }];
  }
}

const bordered = <Key extends keyof Border>(
  key: Key,
  accept: (value: unknown) => Border[Key],
): Scalar<BorderState> => ({
  get: (state) => {
    const first = edgesOf(state)[0];
    if (!first) return NO_BORDER[key];
    const { row, column } = first.rect;
    return (state.range.sheet.styleAt(row, column).borders[first.edge] ?? NO_BORDER)[key];
  },
  set: (state, value) => {
    const accepted = accept(value);
    for (const { rect, edge } of edgesOf(state))
      restyle(state.range.sheet, rect, (style) => {
        const visible = { ...NO_BORDER, style: 'Continuous' };
        const border: Border = { ...(style.borders[edge] ?? visible), [key]: accepted };
        const { [edge]: _gone, ...others } = style.borders;
        return { ...style, borders: border.style === 'None' ? others : { ...others, [edge]: border } };
      });
  },
});

export const RANGE_BORDER: HostClass<BorderState> = {
  name: 'RangeBorder',
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: bordered(
      'style',
      oneOf('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'),
    ),
    Weight: bordered('weight', oneOf('Hairline', 'Thin', 'Medium', 'Thick')),
    Color: bordered('color', colour),
  },
};
