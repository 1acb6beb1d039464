import { count, text } from '../../../writeplan/cells';
import type { OwnedSheet, PlanStyle } from '../../../writeplan/plan';
import { SheetLayout } from '../../sheetLayout';
import type { Verdict } from '../compare';
import type { GroupedCases } from '../groups';
import type { Trend } from '../trend';
import type { TrendWords } from '../words';

const WIDTHS = [28, 10, 10, 12, 16, 16, 54];
const COLUMN = { name: 1, cases: 2, recent: 4, average: 5 } as const;
/** As many bars as can be read on a page. */
const SHOWN = 12;

const VERDICT_STYLE: Readonly<Record<Verdict, PlanStyle>> = {
  rising: 'overdue',
  maybe: 'dueSoon',
  asBefore: 'body',
  few: 'body',
  noPast: 'cannotJudge',
};

/** One way of grouping: how many, how many lately and before, and what of it is more than chance; with a chart. */
export function groupSheet(
  { head, cases }: Trend,
  { dimension, groups, unsaid }: GroupedCases,
  words: TrendWords,
): OwnedSheet {
  const layout = new SheetLayout(WIDTHS);
  layout.title(words.groupTitle(dimension));
  layout.line(words.groupLine(dimension, { groups: groups.length, unsaid }));
  const first = layout.headings(words.groupHeadings(dimension), true) + 1;
  if (groups.length === 0) layout.line(words.noColumn(dimension));
  for (const { name, cases: own, comparison } of groups)
    layout.cells([
      text(name),
      count(own.length),
      text(words.share(own.length, cases.length)),
      count(comparison.recent),
      comparison.average === null ? text(words.none) : count(rounded(comparison.average)),
      text(words.verdict(comparison), VERDICT_STYLE[comparison.verdict]),
      text(words.comparison(comparison)),
    ]);
  const shown = Math.min(SHOWN, groups.length);
  if (shown > 0) {
    const last = first + shown - 1;
    const run = (column: number) => ({ column, first, last });
    const hasPast = groups.some(({ comparison }) => comparison.average !== null);
    layout.chart({
      kind: 'bar',
      title: words.chart.groups(dimension, shown),
      valueTitle: words.chart.cases,
      categories: run(COLUMN.name),
      series: hasPast
        ? [
            { name: words.chart.recent, values: run(COLUMN.recent) },
            { name: words.chart.average, values: run(COLUMN.average) },
          ]
        : [{ name: words.chart.cases, values: run(COLUMN.cases) }],
    });
  }
  return layout.sheet(`report.trend.${dimension}`, words.sheets[dimension], words.footer(head));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
