import { type CivilDay, mondayOf } from '../dates/civil';
import type { Fact } from './column';
import { FactState, isUnknown } from './column';
import { daysBetween, isMissing } from './dayChain';
import type { CaseReader, FactContext, FactDefinition } from './definition';

/**
 * The last review of a case: 最近周调度 or 调度记录, whichever is later; null where it was never reviewed. With
 * neither the column nor any record in the workbook it is missing for the ledger.
 */
function lastReviewDay(read: CaseReader): Fact<CivilDay> {
  const own = read.day('lastReviewOn');
  const { reviews } = read.context;
  if (isUnknown(own) && (!isMissing(own) || reviews.size === 0)) return own;
  const recorded = lastRecorded(read);
  // Without 编号 (no column) no record can be matched; where the number can't be read one might.
  if (isUnknown(recorded)) return isMissing(recorded) && !isUnknown(own) ? own : recorded;
  if (typeof own !== 'number') return recorded;
  return recorded === null ? own : Math.max(own, recorded);
}

/** The latest meeting up to today that covered the case. */
function lastRecorded(read: CaseReader): Fact<CivilDay> {
  const { reviews, today } = read.context;
  if (reviews.size === 0) return null;
  const caseNo = read.text('caseNo');
  if (caseNo === null || isUnknown(caseNo)) return caseNo;
  const days = reviews.get(caseNo.trim());
  if (days === undefined) return null;
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i];
    if (day !== undefined && day <= today) return day;
  }
  return null;
}

/** Natural weeks from the campaign's start to today in which a review was due, counted up. */
interface ReviewWeeks {
  readonly firstMonday: CivilDay;
  /** Position i: how many of the first i weeks have enough working days. */
  readonly due: Int32Array;
  /** Position i: how many of the first i weeks lie in a year without calendar. */
  readonly uncovered: Int32Array;
}

const weeksByContext = new WeakMap<FactContext, ReviewWeeks>();

function reviewWeeks(context: FactContext): ReviewWeeks {
  const kept = weeksByContext.get(context);
  if (kept) return kept;
  const { campaign } = context.pack;
  const firstMonday = mondayOf(campaign.firstDay) + 7;
  const count = Math.max(0, Math.floor((context.today - firstMonday) / 7));
  const due = new Int32Array(count + 1);
  const uncovered = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const monday = firstMonday + 7 * i;
    const workdays = context.calendar.workdaysIn(monday, monday + 6);
    const enough = workdays !== null && workdays >= campaign.reviewCadence.minimumWorkingDays;
    due[i + 1] = (due[i] ?? 0) + (enough ? 1 : 0);
    uncovered[i + 1] = (uncovered[i] ?? 0) + (workdays === null ? 1 : 0);
  }
  const made = { firstMonday, due, uncovered };
  weeksByContext.set(context, made);
  return made;
}

/**
 * Whole natural weeks (Monday to Sunday, enough working days) that have passed since the last review, after the
 * assignment and after the campaign's start; null once closed. The week of the review itself does not count.
 */
function missedReviewWeeks(read: CaseReader): Fact<number> {
  const open = read.flag('isOpen');
  if (open === null || isUnknown(open)) return open;
  if (!open) return null;
  const review = lastReviewDay(read);
  if (isUnknown(review)) return review;
  const assigned = read.day('assignmentDay');
  if (isUnknown(assigned)) return assigned;
  const weeks = reviewWeeks(read.context);
  const after = Math.max(review ?? -Infinity, assigned ?? -Infinity);
  const last = weeks.due.length - 1;
  const first = after < weeks.firstMonday ? 0 : Math.min(last, (mondayOf(after) + 7 - weeks.firstMonday) / 7);
  if ((weeks.uncovered[last] ?? 0) > (weeks.uncovered[first] ?? 0))
    return { unknown: 'calendar-weeks-not-covered', state: FactState.unknown };
  return (weeks.due[last] ?? 0) - (weeks.due[first] ?? 0);
}

/** Never reviewed counts from the assignment, though not from before the campaign's start. */
function sinceReview(read: CaseReader, review: Fact<CivilDay>): Fact<number> {
  if (isUnknown(review)) return review;
  if (review !== null) return daysBetween(review, read.context.today);
  const assigned = read.day('assignmentDay');
  if (assigned === null || isUnknown(assigned)) return assigned;
  return read.context.today - Math.max(assigned, read.context.pack.campaign.firstDay);
}

/** Reviews (调度) of the unit, weekly, and of the bureau, monthly. */
export const REVIEW_FACTS: readonly FactDefinition[] = [
  {
    id: 'lastReviewDay',
    label: '最近一次周调度',
    type: 'date',
    scope: 'row',
    inputs: ['lastReviewOn', 'caseNo', 'today'],
    meaning: '最近周调度一栏和“调度记录”表中较晚的日期；两处都没有记载的为空，即从未调度。',
    compute: lastReviewDay,
  },
  {
    id: 'missedReviewWeeks',
    label: '漏调度周数',
    type: 'number',
    scope: 'row',
    inputs: ['isOpen', 'lastReviewOn', 'caseNo', 'assignmentDay', 'today'],
    meaning:
      '最近一次周调度之后（从未调度的为交办之后）过去的完整自然周数，只计专项行动开始以后、至少有三个工作日的周；已办结的为空。',
    compute: missedReviewWeeks,
  },
  {
    id: 'daysSinceReview',
    label: '距最近周调度天数',
    type: 'number',
    scope: 'row',
    inputs: ['lastReviewOn', 'caseNo', 'assignmentDay', 'today'],
    meaning: '从最近一次周调度到检查基准日的天数；从未调度的从交办起算，不早于专项行动首日。',
    compute: (read) => sinceReview(read, lastReviewDay(read)),
  },
  {
    id: 'daysSinceBureauReview',
    label: '距最近月调度天数',
    type: 'number',
    scope: 'row',
    inputs: ['lastBureauReviewOn', 'assignmentDay', 'today'],
    meaning: '从最近月调度到检查基准日的天数；从未调度的从交办起算，不早于专项行动首日。',
    compute: (read) => sinceReview(read, read.day('lastBureauReviewOn')),
  },
];
