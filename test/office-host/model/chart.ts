import { notEmulated } from '../engine/errors';
import { plainValue } from './cell';
import type { Rect } from './a1';
import type { Sheet } from './sheet';

/** Cells that a chart draws from. */
export interface ChartSource {
  /** The sheet's id. */
  readonly sheet: string;
  readonly rect: Rect;
}

/** What was set on a chart or a series, by the path of the property: `axes.value.minimum`. */
export type Looks = Record<string, unknown>;

export interface ChartSeries {
  name: string;
  values: ChartSource | null;
  categories: ChartSource | null;
  looks: Looks;
}

/** A chart as plain data. */
export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  /** The cells it covers; null where it stands where Excel put it. */
  place: Rect | null;
  series: ChartSeries[];
  looks: Looks;
}

/** The chart types that are drawn here. */
const TYPES: ReadonlySet<string> = new Set(['BarClustered', 'ColumnClustered', 'Line', 'LineMarkers', 'Pie']);

/** Adds a chart as Excel does: with the series that it finds in the source, by columns. */
export function addChart(sheet: Sheet, type: string, source: ChartSource, seriesBy: unknown): Chart {
  sheet.demand('allowEditObjects');
  if (!TYPES.has(type)) throw notEmulated(`charts of type ${type}`);
  if (seriesBy !== 'Columns') throw notEmulated('charts whose series are not by columns');
  const chart: Chart = {
    id: sheet.book.newId(),
    name: freeName(sheet),
    type,
    place: null,
    series: seriesIn(sheet, source),
    looks: {},
  };
  sheet.charts.push(chart);
  return chart;
}

function freeName(sheet: Sheet): string {
  const taken = new Set(sheet.charts.map(({ name }) => name));
  let n = 1;
  while (taken.has(`图表 ${n}`)) n++;
  return `图表 ${n}`;
}

/** One cell alone stands for all the cells around it; texts on top are names, texts on the left categories. */
function seriesIn(host: Sheet, { sheet: id, rect }: ChartSource): ChartSeries[] {
  const sheet = host.book.sheets.find((each) => each.id === id) ?? host;
  const all = rect.rows * rect.columns > 1 ? rect : (sheet.used(true) ?? rect);
  const isText = (row: number, column: number): boolean =>
    typeof sheet.peek(row, column)?.value === 'string' && sheet.peek(row, column)?.value !== '';
  const range = (size: number, from: number): number[] => Array.from({ length: size }, (_, i) => from + i);
  const named = all.rows > 1 && isText(all.row, all.column + all.columns - 1);
  const top = all.row + (named ? 1 : 0);
  const rows = all.rows - (named ? 1 : 0);
  const labelled = all.columns > 1 && range(rows, top).every((row) => isText(row, all.column));
  const run = (column: number): ChartSource => ({ sheet: id, rect: { row: top, rows, column, columns: 1 } });
  return range(all.columns - (labelled ? 1 : 0), all.column + (labelled ? 1 : 0)).map((column, i) => ({
    name: named ? String(plainValue(sheet.peek(all.row, column)?.value ?? '')) : `系列${i + 1}`,
    values: run(column),
    categories: labelled ? run(all.column) : null,
    looks: {},
  }));
}
