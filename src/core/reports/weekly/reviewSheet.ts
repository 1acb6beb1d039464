import { Outcome } from '../../rules/outcome';
import { STATE_STYLE, banner, day, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanRow } from '../../writeplan/plan';
import { byDue, byUnit, isKeptFrom, leadersOf, matterOf, numberOf, shortText, sponsorOf } from '../cases';
import { caseList } from '../frame';
import { hidePersonal } from '../privacy';
import type { CaseRef, ReportSources } from '../report';
import type { WeeklyWords } from './words';

/** 编号 事项 包案人 时限 剩余或超期 上次议定 本周进展 卡点 议定 签字 */
const WIDTHS = [15, 26, 10, 12, 11, 22, 28, 20, 18, 10];
const MATTER = 60;
const PROGRESS = 110;
const FOUND = 3;

/** 周调度单: open cases by unit and, within it, by leader and day due, for the meeting to fill in. */
export function reviewSheet(sources: ReportSources, open: readonly CaseRef[], words: WeeklyWords): OwnedSheet {
  const seen = new Set<CaseRef>();
  const rows: (PlanRow & { readonly of?: CaseRef })[] = [];
  for (const [unit, all] of byUnit(open)) {
    const cases = all.filter((one) => !isKeptFrom(one, unit)).sort((a, b) => byLeader(a, b) || byDue(a, b));
    const [first] = cases;
    if (!first) continue;
    const overdue = cases.filter(({ ledger, index }) => ledger.checked.dueState(index) === 'overdue').length;
    const sponsor = sponsorOf(first.ledger.checked, unit);
    const line = words.review.unit({ name: unit, sponsor, cases: cases.length, overdue });
    rows.push(banner(line, 'strong', WIDTHS.length));
    for (const one of cases) {
      seen.add(one);
      rows.push({ ...caseRow(one, words), of: one });
    }
  }
  return caseList(sources, {
    id: 'report.weekly',
    words: { ...words.review, frame: words.frame },
    widths: WIDTHS,
    whole: [0],
    cases: seen.size,
    rows,
  });
}

const byLeader = (a: CaseRef, b: CaseRef): number => {
  const [x, y] = [leadersOf(a), leadersOf(b)];
  return x === y ? 0 : x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1;
};

function caseRow(one: CaseRef, words: WeeklyWords): PlanRow {
  const { checked } = one.ledger;
  const { index } = one;
  return {
    cells: [
      text(numberOf(one)),
      text(shortText(hidePersonal(one, matterOf(one)), MATTER)),
      text(leadersOf(one)),
      day(checked.dueOn(index)),
      text(words.daysLeft(checked.daysLeft(index)), STATE_STYLE[checked.dueState(index)]),
      text(lastReview(one, words)),
      text(progress(one, words)),
      text(words.review.found(titlesOf(one))),
      text(''),
      text(''),
    ],
  };
}

/** The last meeting up to today that decided something of the case, else the last review on record. */
function lastReview(one: CaseRef, { review }: WeeklyWords): string {
  const {
    ledger: { checked, decisions },
    index,
  } = one;
  const number = checked.table.seen('caseNo', index).trim();
  const decided = (number === '' ? undefined : decisions?.get(number))?.filter(({ on }) => on <= checked.today).at(-1);
  const on = checked.fact('lastReviewDay', index);
  const day = typeof on === 'number' ? on : null;
  if (decided && (day === null || decided.on >= day))
    return review.lastReview(decided.on, shortText(hidePersonal(one, decided.text), MATTER));
  return day === null ? review.neverReviewed : review.lastReview(day, '');
}

function progress(one: CaseRef, { review }: WeeklyWords): string {
  const {
    ledger: { checked },
    index,
  } = one;
  const weeks = checked.fact('unchangedWeeks', index);
  const said = shortText(hidePersonal(one, checked.table.seen('progress', index)), PROGRESS);
  return review.progress(said, typeof weeks === 'number' ? weeks : null);
}

/** Titles of the findings that stand, the gravest first. */
function titlesOf({ ledger: { checked }, index }: CaseRef): readonly string[] {
  const found = checked.pack.rules.filter(
    ({ severity, mendable }, rule) =>
      severity !== 'notice' &&
      mendable &&
      checked.outcome(rule, index) === Outcome.flagged &&
      checked.setAside(rule, index) === null,
  );
  const sorted = [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity !== 'error'),
  ];
  return sorted.slice(0, FOUND).map(({ title }) => title);
}
