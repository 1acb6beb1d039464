import { invalidArgument } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import type { Looks } from '../model/chart';
import { colour } from './rangeFormat';

/** A part of a chart: where what is set on it is kept. */
export interface Part {
  readonly looks: Looks;
  readonly path: string;
}

const kept = (key: string, otherwise: unknown, check: (value: unknown) => unknown): Scalar<Part> => ({
  get: ({ looks, path }) => looks[`${path}${key}`] ?? otherwise,
  set: ({ looks, path }, value) => {
    looks[`${path}${key}`] = check(value);
  },
});
const demand =
  (isRight: (value: unknown) => boolean) =>
  (value: unknown): unknown => {
    if (!isRight(value)) throw invalidArgument();
    return value;
  };

const text = demand((value) => typeof value === 'string');
const flag = demand((value) => typeof value === 'boolean');
const number = demand((value) => typeof value === 'number');
const oneOf = (...words: readonly string[]) => demand((value) => typeof value === 'string' && words.includes(value));

/** What a series says of itself, beside its name and cells. */
export const SERIES_LOOKS: Readonly<Record<string, Scalar<Part>>> = {
  ChartType: kept('chartType', '', text),
  GapWidth: kept(
    'gapWidth',
    182,
    demand((value) => typeof value === 'number' && value >= 0 && value <= 500),
  ),
  HasDataLabels: kept('hasDataLabels', false, flag),
  MarkerStyle: kept(
    'markerStyle',
    'Automatic',
    oneOf('None', 'Circle', 'Square', 'Triangle', 'Diamond', 'X', 'Plus', 'Star'),
  ),
  MarkerSize: kept(
    'markerSize',
    5,
    demand((value) => typeof value === 'number' && value >= 2 && value <= 72),
  ),
  MarkerBackgroundColor: kept('markerBackgroundColor', '', colour),
  MarkerForegroundColor: kept('markerForegroundColor', '', colour),
  Smooth: kept('smooth', false, flag),
};

/** A property that leads to another part of the chart. */
const part =
  (type: HostClass<Part>, key: string) =>
  ({ looks, path }: Part): HostObject =>
    HostObject.of(type, { looks, path: `${path}${key}.` });

const FONT: HostClass<Part> = {
  name: 'ChartFont',
  scalars: {
    Bold: kept('bold', false, flag),
    Color: kept('color', '#000000', colour),
    Size: kept('size', 10, number),
  },
};
const FILL: HostClass<Part> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: ({ looks, path }, args) => {
      looks[`${path}solid`] = colour(args.text(0));
    },
    Clear: ({ looks, path }) => {
      delete looks[`${path}solid`];
    },
  },
};
const LINE: HostClass<Part> = {
  name: 'ChartLineFormat',
  scalars: {
    Color: kept('color', '', colour),
    LineStyle: kept(
      'lineStyle',
      'Automatic',
      oneOf('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'RoundDot'),
    ),
    Weight: kept('weight', 2.25, number),
  },
};
const formatOf = (name: string): HostClass<Part> => ({
  name,
  objects: {
    Fill: part(FILL, 'fill'),
    Font: part(FONT, 'font'),
    Line: part(LINE, 'line'),
    Border: part(LINE, 'border'),
  },
});

export const SERIES_FORMAT = formatOf('ChartSeriesFormat');
export const AREA_FORMAT = formatOf('ChartAreaFormat');

export const TITLE: HostClass<Part> = {
  name: 'ChartTitle',
  scalars: {
    Text: kept('text', '图表标题', text),
    Visible: kept('visible', true, flag),
    Overlay: kept('overlay', false, flag),
  },
  objects: { Format: part(formatOf('ChartTitleFormat'), 'format') },
};
export const LEGEND: HostClass<Part> = {
  name: 'ChartLegend',
  scalars: {
    Visible: kept('visible', true, flag),
    Position: kept('position', 'Right', oneOf('Top', 'Bottom', 'Left', 'Right', 'Corner')),
    Overlay: kept('overlay', false, flag),
  },
  objects: { Format: part(formatOf('ChartLegendFormat'), 'format') },
};
export const DATA_LABELS: HostClass<Part> = {
  name: 'ChartDataLabels',
  scalars: {
    Position: kept(
      'position',
      'Invalid',
      oneOf('Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom'),
    ),
    ShowValue: kept('showValue', true, flag),
  },
  objects: { Format: part(formatOf('ChartDataLabelFormat'), 'format') },
};

const AXIS_TITLE: HostClass<Part> = {
  name: 'ChartAxisTitle',
  scalars: { Text: kept('text', '', text), Visible: kept('visible', false, flag) },
  objects: { Format: part(formatOf('ChartAxisTitleFormat'), 'format') },
};
const GRIDLINES: HostClass<Part> = {
  name: 'ChartGridlines',
  scalars: { Visible: kept('visible', false, flag) },
  objects: { Format: part(formatOf('ChartGridlinesFormat'), 'format') },
};
const AXIS: HostClass<Part> = {
  name: 'ChartAxis',
  scalars: {
    Minimum: kept('minimum', '', number),
    Maximum: kept('maximum', '', number),
    MajorUnit: kept(
      'majorUnit',
      '',
      demand((value) => typeof value === 'number' && value > 0),
    ),
    NumberFormat: kept('numberFormat', 'General', text),
    Position: kept('position', 'Automatic', oneOf('Automatic', 'Maximum', 'Minimum')),
    ReversePlotOrder: kept('reversePlotOrder', false, flag),
    TickLabelPosition: kept('tickLabelPosition', 'NextToAxis', oneOf('NextToAxis', 'High', 'Low', 'None')),
    Visible: kept('visible', true, flag),
  },
  objects: {
    Title: part(AXIS_TITLE, 'title'),
    MajorGridlines: part(GRIDLINES, 'majorGridlines'),
    Format: part(formatOf('ChartAxisFormat'), 'format'),
  },
};
export const AXES: HostClass<Part> = {
  name: 'ChartAxes',
  objects: { CategoryAxis: part(AXIS, 'category'), ValueAxis: part(AXIS, 'value') },
};
