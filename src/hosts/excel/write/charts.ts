import type { FilledChart } from '../../../core/writeplan/chartCells';
import { chartMarker, isChartMarker } from '../../../core/writeplan/markers';
import type { CellRun } from '../../../core/writeplan/plan';
import { formatArea } from '../areas';
import { isOfficeError } from '../faults';
import type { Range, Sheet } from '../office';
import { rangeOf } from '../ranges';
import type { ExcelSession } from '../session';
import { dressChart } from './chartLooks';
import { ACTION_BYTES, type Outbox } from './outbox';

/** Rough actions of one chart, looks and all. */
const CHART_BYTES = 90 * ACTION_BYTES;

/** Kept with the sheet's marker while charts are added: how many stood on it that are not ours. */
const DRAWING = /^charts=(\d+)$/;

/** The charts on one of our sheets before it is written: those of ours, which go, and how many stay. */
export interface ChartsThere {
  readonly ours: readonly Excel.Chart[];
  readonly others: number;
}

/**
 * Tells our charts on a sheet of ours from those that a person put there, which stay. A chart can't be added and named
 * in one: should Excel stop in between, the comment of the sheet's marker says how many were not ours, and the next one
 * is what that write left.
 */
export function chartsThere(charts: readonly Excel.Chart[], comment: string): ChartsThere {
  const others = charts.filter(({ name }) => !isChartMarker(name));
  const counted = DRAWING.exec(comment);
  const left = counted ? others[Number(counted[1])] : undefined;
  const named = charts.filter(({ name }) => isChartMarker(name));
  return { ours: left ? [...named, left] : named, others: others.length - (left ? 1 : 0) };
}

export interface DrawJob {
  readonly session: ExcelSession;
  readonly outbox: Outbox;
  readonly sheet: Sheet;
  /** The defined name that makes the sheet ours. */
  readonly marker: () => Excel.NamedItem;
  /** How many charts of other people's stand on the sheet. */
  readonly others: number;
}

/**
 * Draws charts on one of our sheets, from its cells (ExcelApi 1.7: before it a series can't be told its cells). False
 * where Excel drew them but refused their looks.
 */
export async function drawCharts(job: DrawJob, charts: readonly FilledChart[]): Promise<boolean> {
  const { outbox, sheet } = job;
  if (charts.length === 0) return true;
  const marker = job.marker();
  marker.comment = `charts=${job.others}`;
  const drawn = charts.map((filled, at) => {
    const { kind, series, categories } = filled.chart;
    const cells = runOf(sheet, series[0]?.values ?? categories);
    const chart = sheet.charts.add(kind === 'bar' ? 'BarClustered' : 'LineMarkers', cells, 'Columns');
    chart.name = chartMarker(at);
    outbox.add(8 * ACTION_BYTES);
    return { filled, chart, found: chart.series.getCount() };
  });
  await outbox.send();
  marker.comment = '';
  for (const { filled, chart, found } of drawn) {
    await outbox.makeRoom(CHART_BYTES);
    giveSeries(sheet, chart, filled, found.value);
    const { title, from, to } = filled.chart;
    chart.title.text = title;
    // `to` is the cell whose upper left corner is the chart's last: the one before it is the last that it covers.
    const last = { row: Math.max(from.row, to.row - 1), column: Math.max(from.column, to.column - 1) };
    chart.setPosition(cell(from), cell(last));
    outbox.add(CHART_BYTES);
  }
  await outbox.send();
  for (const { filled, chart } of drawn) {
    await outbox.makeRoom(CHART_BYTES);
    dressChart(job.session, chart, filled);
    outbox.add(CHART_BYTES);
  }
  try {
    await outbox.send();
    return true;
  } catch (error) {
    if (isOfficeError(error) && LOOKS_REFUSED.has(error.code)) return false;
    throw error;
  }
}

/** Refusals of a look that say nothing about the workbook: the chart stands, as Excel draws one by itself. */
const LOOKS_REFUSED: ReadonlySet<string> = new Set([
  'GeneralException',
  'InvalidArgument',
  'InvalidOperation',
  'UnsupportedOperation',
  'NotImplemented',
]);

/** Has a chart draw these series and no others: Excel begins one with whatever it finds around the cells. */
function giveSeries(sheet: Sheet, chart: Excel.Chart, { chart: planned }: FilledChart, found: number): void {
  for (let at = found - 1; at > 0; at--) chart.series.getItemAt(at).delete();
  planned.series.forEach(({ name, values }, at) => {
    const series = at === 0 && found > 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    if (at === 0) series.name = name;
    series.chartType = planned.kind === 'bar' ? 'BarClustered' : 'LineMarkers';
    series.setValues(runOf(sheet, values));
    series.setXAxisValues(runOf(sheet, planned.categories));
  });
}

const runOf = (sheet: Sheet, { column, first, last }: CellRun): Range =>
  rangeOf(sheet, { top: first, bottom: last, left: column, right: column });

const cell = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  formatArea({ top: row, bottom: row, left: column, right: column });
