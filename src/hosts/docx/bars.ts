import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentBars } from '../../core/reports/document';
import { FACES } from './form';

/** Greys that a copier keeps apart. */
const GREYS = ['8C8C8C', 'D9D9D9', 'BFBFBF', '595959'];
const WIDTH = 580;
/** In pixels: of a horizontal bar, of what stands round the bars, of columns, and at most. */
const HEIGHT = { bar: 24, frame: 100, columns: 280, most: 520 } as const;
/** Whole numbers; a nought says nothing beside a bar that is not there. */
const NUMBERS = '0;-0;';

/** A chart of the document's own, with its numbers in it: it can be changed in Word like any other. */
export function chartOf(chart: DocumentBars): Paragraph {
  const { title, unit, series, form } = chart;
  const isParts = form === 'parts';
  // Word puts the first category of horizontal bars at the bottom.
  const bars = isParts ? [...chart.bars].reverse() : chart.bars;
  const height = isParts ? Math.min(HEIGHT.most, HEIGHT.frame + bars.length * HEIGHT.bar) : HEIGHT.columns;
  const common = {
    title: { text: `${title}（${unit}）`, font: { size: 12, bold: false } },
    categories: bars.map(({ label }) => label),
    series: series.map((name, at) => ({
      name,
      values: bars.map(({ values }) => values[at] ?? 0),
      color: GREYS[at % GREYS.length] ?? 'A6A6A6',
    })),
    valueAxis: { minimum: 0 },
    font: { name: FACES.pageNumber, color: '000000' },
    gapWidth: 50,
    transformation: { width: WIDTH, height },
    altText: { name: title, title, description: sayBars(chart) },
  } as const;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    // A line of a set height would cut the chart off.
    spacing: { line: 240, lineRule: 'auto', before: 120, after: 120 },
    children: [
      isParts
        ? new ChartRun({
            ...common,
            type: 'bar',
            stacking: 'stacked',
            dataLabels: { value: true, position: 'center', numberFormat: NUMBERS },
          })
        : new ChartRun({
            ...common,
            type: 'column',
            overlap: 0,
            dataLabels: { value: true, position: 'outsideEnd', numberFormat: NUMBERS },
          }),
    ],
  });
}

/** The chart in words, for who can't see it. */
const sayBars = ({ title, unit, series, bars }: DocumentBars): string =>
  `${title}：${bars.map(({ label, values }) => `${label} ${values.map((value, at) => `${series[at] ?? ''} ${value} ${unit}`).join('、')}`).join('；')}`;
