import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentBars } from '../../core/reports/document';
import { FACES } from './form';

/** Greys that a copier keeps apart. */
const GREYS = ['404040', 'A6A6A6', 'D9D9D9', '7F7F7F'];
const WIDTH = 580;
const ROW_HEIGHT = 30;
const FRAME_HEIGHT = 110;
const MOST_HEIGHT = 700;

/** A chart of the document's own, with its numbers in it: it can be changed in Word like any other. */
export function chartOf({ title, unit, series, bars }: DocumentBars): Paragraph {
  // Word puts the first category at the bottom.
  const fromBelow = [...bars].reverse();
  const height = Math.min(MOST_HEIGHT, FRAME_HEIGHT + bars.length * ROW_HEIGHT * Math.max(1, series.length * 0.7));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'bar',
        title: { text: `${title}（${unit}）`, font: { size: 14, bold: false } },
        categories: fromBelow.map(({ label }) => label),
        series: series.map((name, at) => ({
          name,
          values: fromBelow.map(({ values }) => values[at] ?? 0),
          color: GREYS[at % GREYS.length] ?? '404040',
        })),
        dataLabels: { value: true, position: 'outsideEnd' },
        valueAxis: { minimum: 0 },
        font: { name: FACES.pageNumber, color: '000000' },
        ...(series.length > 1 ? {} : { legend: false as const }),
        gapWidth: 60,
        overlap: 0,
        transformation: { width: WIDTH, height: Math.round(height) },
        altText: { name: title, title, description: sayBars({ title, unit, series, bars }) },
      }),
    ],
  });
}

const sayBars = ({ title, unit, series, bars }: Omit<DocumentBars, 'kind'>): string =>
  `${title}：${bars.map(({ label, values }) => `${label} ${values.map((value, at) => `${series[at] ?? ''} ${value} ${unit}`).join('、')}`).join('；')}`;
