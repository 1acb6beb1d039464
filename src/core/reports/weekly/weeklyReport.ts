import { STATE_STYLE, banner, day, headings, text } from '../../writeplan/cells';
import type { PlanRow } from '../../writeplan/plan';
import { withHeights } from '../../writeplan/rowHeight';
import { allCases, type CaseRef, type ReportContent, type ReportSources } from '../report';
import type { WeeklyWords } from './words';

const WIDTHS = [14, 22, 34, 12, 13, 14];

/** 周调度单: open cases by unit, for the meeting of the week. */
export function weeklyReport(sources: ReportSources, words: WeeklyWords): ReportContent {
  const open = [...allCases(sources)].filter(({ ledger, index }) => ledger.checked.isOpen(index) !== false);
  const head = { files: sources.ledgers.map(({ file }) => file), cases: open.length, today: sources.today };
  const rows: PlanRow[] = [
    banner(words.title, 'title', WIDTHS.length),
    banner(words.headLine(head), 'note', WIDTHS.length),
    headings(words.headings),
    ...open.map((one) => caseRow(one, words)),
  ];
  return {
    kind: 'sheets',
    sheets: [
      {
        id: 'report.weekly',
        name: words.sheet,
        widths: WIDTHS,
        rowCount: rows.length,
        rows: [...withHeights(rows, WIDTHS)],
        titleRows: { first: 1, last: 3 },
        filterRow: null,
        landscape: true,
        footer: words.footer(head),
      },
    ],
  };
}

function caseRow({ ledger: { checked }, index }: CaseRef, words: WeeklyWords): PlanRow {
  const { table } = checked;
  return {
    cells: [
      text(table.seen('caseNo', index)),
      text(checked.units(index).join('、')),
      text(table.seen('title', index) || table.seen('content', index)),
      text(checked.caseLeaders(index).join('、')),
      day(checked.dueOn(index)),
      text(words.daysLeft(checked.daysLeft(index)), STATE_STYLE[checked.dueState(index)]),
    ],
  };
}
