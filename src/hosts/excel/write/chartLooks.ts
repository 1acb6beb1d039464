import { hasLabels, valueScale, type FilledChart } from '../../../core/writeplan/chartCells';
import type { ExcelSession } from '../session';

const BLACK = '#000000';
const WHITE = '#FFFFFF';
const GRID = '#BFBFBF';
/** Shades of bars, in an order in which neighbours are told apart on a copier: Office.js fills with one colour only. */
const SHADES = ['#404040', '#D9D9D9', '#808080', WHITE, BLACK, '#A6A6A6'] as const;
const MARKS = ['Circle', 'Square', 'Triangle', 'Diamond', 'X', 'Plus'] as const;
const DASHES = ['Continuous', 'Dash', 'Dot', 'DashDot', 'DashDotDot', 'Dash'] as const;

/** Points. */
const SIZES = { title: 11, text: 9, label: 8 } as const;

/** Gives a chart the looks that charts in files have, as far as Office.js can: black and white, first category on top. */
export function dressChart(session: ExcelSession, chart: Excel.Chart, filled: FilledChart): void {
  const { kind, series, valueTitle } = filled.chart;
  const { format, unit } = valueScale(filled);
  const labelled = hasLabels(filled);
  chart.title.format.font.size = SIZES.title;
  chart.title.format.font.bold = true;
  chart.format.fill.setSolidColor(WHITE);
  // A frame would lie on the edge of what is printed, and be cut there.
  chart.format.border.color = WHITE;
  chart.legend.visible = series.length > 1;
  if (series.length > 1) {
    chart.legend.position = 'Bottom';
    chart.legend.format.font.size = SIZES.text;
  }
  series.forEach((_, at) => dressSeries(session, chart.series.getItemAt(at), kind, at, labelled));
  const { categoryAxis, valueAxis } = chart.axes;
  for (const axis of [categoryAxis, valueAxis]) {
    axis.format.line.color = BLACK;
    axis.format.font.size = SIZES.text;
    axis.format.font.color = BLACK;
  }
  categoryAxis.tickLabelPosition = 'Low';
  valueAxis.minimum = 0;
  if (unit !== null) valueAxis.majorUnit = unit;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID;
  valueAxis.title.visible = true;
  valueAxis.title.text = valueTitle;
  valueAxis.title.format.font.size = SIZES.text;
  if (session.has('1.8')) valueAxis.numberFormat = format;
  if (kind !== 'bar') return;
  categoryAxis.reversePlotOrder = true;
  // The axis of figures stays at the bottom: it crosses the other at what is now its lower end.
  if (session.has('1.8')) categoryAxis.position = 'Maximum';
}

function dressSeries(
  session: ExcelSession,
  series: Excel.ChartSeries,
  kind: FilledChart['chart']['kind'],
  at: number,
  labelled: boolean,
): void {
  series.hasDataLabels = labelled;
  if (labelled && session.has('1.8')) {
    series.dataLabels.position = kind === 'bar' ? 'OutsideEnd' : 'Top';
    series.dataLabels.format.font.size = SIZES.label;
    series.dataLabels.format.font.color = BLACK;
  }
  const { line, fill } = series.format;
  line.color = BLACK;
  if (kind === 'bar') {
    fill.setSolidColor(SHADES[at % SHADES.length] ?? SHADES[0]);
    line.weight = 0.75;
    series.gapWidth = 60;
    return;
  }
  line.weight = 1.5;
  line.lineStyle = DASHES[at % DASHES.length] ?? DASHES[0];
  series.smooth = false;
  series.markerStyle = MARKS[at % MARKS.length] ?? MARKS[0];
  series.markerSize = 7;
  series.markerForegroundColor = BLACK;
  series.markerBackgroundColor = at % 2 === 0 ? BLACK : WHITE;
}
