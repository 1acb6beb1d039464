import { count, text } from '../../writeplan/cells';
import type { OwnedSheet } from '../../writeplan/plan';
import type { ReportContent, ReportSources } from '../report';
import type { ReportSettings } from '../settings';
import { SheetLayout } from '../sheetLayout';
import { adviceMatters } from './advice';
import { isJoint, isSkipped } from './repeats';
import { adviceSheet } from './sheets/advice';
import { groupSheet } from './sheets/groups';
import { repeatsSheet } from './sheets/repeats';
import { trendOf, type Trend } from './trend';
import type { TrendWords } from './words';

/** 趋势分析: what is general, what is rising and what to advise on; nothing that chance may have done is called a trend. */
export function trendReport(sources: ReportSources, wordsFor: (settings: ReportSettings) => TrendWords): ReportContent {
  const trend = trendOf(sources);
  const words = wordsFor(trend.settings);
  const matters = trend.grouped.find(({ dimension }) => dimension === 'matter')?.groups ?? [];
  const repeated = new Set([...trend.people, ...trend.matters].flatMap(({ cases }) => cases));
  return {
    kind: 'sheets',
    sheets: [
      overviewSheet(trend, words),
      adviceSheet(trend, adviceMatters(matters, trend.cases, repeated, trend.settings), words),
      ...trend.grouped.map((grouped) => groupSheet(trend, grouped, words)),
      weeksSheet(trend, words),
      repeatsSheet(trend, words),
    ],
  };
}

const OVERVIEW_WIDTHS = [34, 34, 34, 34];

function overviewSheet(trend: Trend, words: TrendWords): OwnedSheet {
  const { head, cases, all, grouped, span } = trend;
  const layout = new SheetLayout(OVERVIEW_WIDTHS);
  layout.title(words.title);
  layout.line(words.headLine(head));
  layout.section(words.sections.total);
  layout.line(
    words.total({
      cases: cases.length,
      undated: cases.filter(({ on }) => on === null).length,
      joint: cases.filter(isJoint(trend.settings.jointFrom)).length,
      skipped: cases.filter(isSkipped).length,
      people: trend.people.length,
      accusations: cases.length - trend.listed.length,
    }),
  );
  layout.line(words.overall(all));
  layout.section(words.sections.notice);
  const risen = grouped.flatMap(({ dimension, groups }) =>
    (['rising', 'maybe'] as const).flatMap((verdict) =>
      groups
        .filter(({ comparison }) => comparison.verdict === verdict)
        .map(({ name, comparison }) => words.risen(dimension, name, comparison)),
    ),
  );
  for (const sentence of risen.length > 0 ? risen : [words.nothingRisen]) layout.line(sentence);
  layout.section(words.sections.method);
  const groups = grouped.reduce((sum, one) => sum + one.groups.length, 0);
  for (const sentence of words.method(span, groups)) layout.line(sentence);
  return layout.sheet('report.trend', words.sheets.overview, words.footer(head));
}

const WEEK_WIDTHS = [14, 34, 20, 20, 26, 26];

function weeksSheet({ head, weeks }: Trend, words: TrendWords): OwnedSheet {
  const layout = new SheetLayout(WEEK_WIDTHS);
  layout.title(words.weeksTitle);
  layout.line(words.weeksLine);
  const first = layout.headings(words.weekHeadings, true) + 1;
  for (const week of weeks)
    layout.cells([
      text(words.weekOf(week.monday)),
      text(words.week(week.monday)),
      ...[week.came, week.closed, week.joint, week.skipped].map((n) => count(n)),
    ]);
  const last = first + weeks.length - 1;
  layout.chart({
    kind: 'line',
    title: words.chart.weeks,
    valueTitle: words.chart.cases,
    categories: { column: 1, first, last },
    series: [
      { name: words.chart.came, values: { column: 3, first, last } },
      { name: words.chart.closed, values: { column: 4, first, last } },
    ],
  });
  return layout.sheet('report.trend.weeks', words.sheets.weeks, words.footer(head));
}
