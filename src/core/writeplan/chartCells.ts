import { formatIso } from '../dates/civil';
import type { CellRun, PlanCell, PlanChart } from './plan';

/** A chart with what its cells hold: a program that does not calculate draws from these. */
export interface FilledChart {
  readonly chart: PlanChart;
  readonly categories: readonly string[];
  /** One list a series; null for a cell without a number. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** Keeps of a sheet's rows, while they pass, what its charts are drawn from. */
export class ChartCells {
  private readonly cells = new Map<string, PlanCell>();
  private readonly runs: readonly CellRun[];

  constructor(private readonly charts: readonly PlanChart[]) {
    this.runs = charts.flatMap(({ categories, series }) => [categories, ...series.map(({ values }) => values)]);
  }

  note(row: number, cells: readonly PlanCell[]): void {
    for (const { column, first, last } of this.runs)
      if (row >= first && row <= last) this.cells.set(`${row},${column}`, cells[column - 1] ?? null);
  }

  /** Charts without a single category are not drawn: an empty frame says nothing. */
  filled(): readonly FilledChart[] {
    return this.charts
      .filter(({ categories, series }) => categories.last >= categories.first && series.length > 0)
      .map((chart) => ({
        chart,
        categories: this.inRun(chart.categories).map(textOf),
        values: chart.series.map(({ values }) =>
          this.inRun(values).map((cell) => (cell !== null && 'number' in cell ? cell.number : null)),
        ),
      }));
  }

  private inRun({ column, first, last }: CellRun): readonly PlanCell[] {
    return Array.from({ length: last - first + 1 }, (_, i) => this.cells.get(`${first + i},${column}`) ?? null);
  }
}

function textOf(cell: PlanCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  return 'number' in cell ? String(cell.number) : formatIso(cell.day);
}

/** Below this an axis of whole numbers has a mark for each, so that none stands at 0.5. */
const SMALL = 8;

/** How the axis of figures is marked. */
export interface ValueScale {
  readonly format: '0' | '0.0';
  /** How far its marks are apart; null: as the host has it. */
  readonly unit: 1 | null;
}

/** The axis for what a chart's cells hold: it begins at 0. */
export function valueScale({ values }: FilledChart): ValueScale {
  const numbers = values.flat().filter((n): n is number => n !== null);
  const isWhole = numbers.every(Number.isInteger);
  return { format: isWhole ? '0' : '0.0', unit: isWhole && Math.max(0, ...numbers) < SMALL ? 1 : null };
}

/** Lines with more points than these carry no figures: they would lie over one another. */
const LABELLED = 16;

/** Whether each bar or point has its figure beside it. */
export const hasLabels = ({ chart, categories }: FilledChart): boolean =>
  chart.kind === 'bar' || categories.length <= LABELLED;
