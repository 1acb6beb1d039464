import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type Arguments, type HostClass, type Scalar } from '../engine/hostClass';
import { addChart, type Chart, type ChartSeries, type ChartSource } from '../model/chart';
import type { Sheet } from '../model/sheet';
import { AREA_FORMAT, AXES, DATA_LABELS, LEGEND, SERIES_FORMAT, SERIES_LOOKS, TITLE, type Part } from './chartLooks';
import { RANGE } from './range';
import { rangeArgument } from './rangeState';
import { WORKSHEET } from './worksheet';

interface ChartState {
  readonly sheet: Sheet;
  readonly chart: Chart;
}
interface SeriesState extends ChartState {
  readonly series: ChartSeries;
}

const chartObject = (sheet: Sheet, chart: Chart): HostObject => HostObject.of(CHART, { sheet, chart });
const find = (sheet: Sheet, key: unknown): HostObject | null => {
  const wanted = String(key).toLowerCase();
  const found = sheet.charts.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  return found ? chartObject(sheet, found) : null;
};
const orThrow = (object: HostObject | null): HostObject => {
  if (!object) throw itemNotFound();
  return object;
};
const at = <T>(list: readonly T[], args: Arguments): T => {
  const item = list[args.integer(0)];
  if (item === undefined) throw itemNotFound();
  return item;
};
/** A range object: a chart takes no address for what it draws from. */
const source = (args: Arguments, index: number): ChartSource => {
  const range = args.object(index, RANGE);
  if (!range) throw invalidArgument();
  return { sheet: range.sheet.id, rect: { ...range.rect } };
};

export const CHARTS: HostClass<Sheet> = {
  name: 'ChartCollection',
  scalars: { Count: { get: ({ charts }) => charts.length } },
  items: (sheet) => sheet.charts.map((chart) => chartObject(sheet, chart)),
  item: find,
  methods: {
    GetCount: ({ charts }) => charts.length,
    GetItem: (sheet, args) => orThrow(find(sheet, args.text(0))),
    GetItemAt: (sheet, args) => chartObject(sheet, at(sheet.charts, args)),
    GetItemOrNullObject: (sheet, args) => find(sheet, args.text(0)),
    Add: (sheet, args) => chartObject(sheet, addChart(sheet, args.text(0), source(args, 1), args.raw(2))),
  },
};

/** The parts of a chart that are reached from it; gone with it. */
const part =
  (type: HostClass<Part>, key: string) =>
  (state: ChartState): HostObject =>
    HostObject.of(type, { looks: alive(state).looks, path: `${key}.` });

function alive({ sheet, chart }: ChartState): Chart {
  if (!sheet.charts.includes(chart)) throw itemNotFound();
  sheet.demand('allowEditObjects');
  return chart;
}

const CHART: HostClass<ChartState> = {
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: (state, value) => {
        if (typeof value !== 'string' || value === '') throw invalidArgument();
        alive(state).name = value;
      },
    },
    ChartType: { get: ({ chart }) => chart.type },
  },
  objects: {
    Axes: part(AXES, 'axes'),
    DataLabels: part(DATA_LABELS, 'dataLabels'),
    Format: part(AREA_FORMAT, 'format'),
    Legend: part(LEGEND, 'legend'),
    Title: part(TITLE, 'title'),
    Series: (state) => HostObject.of(SERIES, state),
    Worksheet: ({ sheet }) => HostObject.of(WORKSHEET, sheet),
  },
  methods: {
    Delete: (state) => {
      const chart = alive(state);
      state.sheet.charts = state.sheet.charts.filter((each) => each !== chart);
    },
    SetPosition: (state, args) => {
      const start = rangeArgument(args, 0, state.sheet);
      const end = args.has(1) ? rangeArgument(args, 1, state.sheet) : start;
      if (start.sheet !== state.sheet || end.sheet !== state.sheet) throw invalidArgument();
      const { row, column } = start.rect;
      const rows = end.rect.row + end.rect.rows - row;
      const columns = end.rect.column + end.rect.columns - column;
      if (rows < 1 || columns < 1) throw invalidArgument();
      alive(state).place = { row, column, rows, columns };
    },
  },
};

const SERIES: HostClass<ChartState> = {
  name: 'ChartSeriesCollection',
  scalars: { Count: { get: ({ chart }) => chart.series.length } },
  items: (state) => state.chart.series.map((series) => HostObject.of(ONE_SERIES, { ...state, series })),
  methods: {
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (state, args) => HostObject.of(ONE_SERIES, { ...state, series: at(state.chart.series, args) }),
    Add: (state, args) => {
      const chart = alive(state);
      const name = args.optionalText(0) ?? `系列${chart.series.length + 1}`;
      const series: ChartSeries = { name, values: null, categories: null, looks: {} };
      chart.series.splice(args.optionalInteger(1, chart.series.length), 0, series);
      return HostObject.of(ONE_SERIES, { ...state, series });
    },
  },
};

/** What is kept in the looks of a series, reached from the series itself. */
const ofSeries = ([name, { get, set }]: [string, Scalar<Part>]): [string, Scalar<SeriesState>] => {
  const looks = (state: SeriesState): Part => {
    alive(state);
    return { looks: state.series.looks, path: '' };
  };
  return [
    name,
    { get: (state) => get(looks(state)), ...(set ? { set: (state, value) => set(looks(state), value) } : {}) },
  ];
};
const seriesPart =
  (type: HostClass<Part>, key: string) =>
  (state: SeriesState): HostObject => {
    alive(state);
    return HostObject.of(type, { looks: state.series.looks, path: `${key}.` });
  };

const ONE_SERIES: HostClass<SeriesState> = {
  name: 'ChartSeries',
  scalars: {
    ...Object.fromEntries(Object.entries(SERIES_LOOKS).map(ofSeries)),
    Name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        if (typeof value !== 'string') throw invalidArgument();
        series.name = value;
      },
    },
  },
  objects: { DataLabels: seriesPart(DATA_LABELS, 'dataLabels'), Format: seriesPart(SERIES_FORMAT, 'format') },
  methods: {
    SetValues: (state, args) => {
      alive(state);
      state.series.values = source(args, 0);
    },
    SetXAxisValues: (state, args) => {
      alive(state);
      state.series.categories = source(args, 0);
    },
    Delete: (state) => {
      const chart = alive(state);
      chart.series = chart.series.filter((each) => each !== state.series);
    },
  },
};
