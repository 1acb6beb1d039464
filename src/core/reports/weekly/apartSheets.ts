import { recusalOf } from '../../facts/recusal';
import { STATE_STYLE, day, text } from '../../writeplan/cells';
import type { OwnedSheet } from '../../writeplan/plan';
import { byDue, isKept, matterOf, numberOf, shortText, unitsOf } from '../cases';
import { caseList } from '../frame';
import { hidePersonal } from '../privacy';
import type { CaseRef, ReportSources } from '../report';
import type { WeeklyWords } from './words';

/** 编号 事项 来源渠道 登记日期 已过天数 台账所写 对接意见 签字 */
const UNASSIGNED = [16, 46, 16, 12, 12, 16, 26, 12];
/** 编号 事项 责任股室 时限 剩余或超期 为何回避 承办人 签字 */
const KEPT = [16, 44, 20, 12, 12, 24, 18, 12];
const MATTER = 90;

/** 待分派: open cases that no unit answers for, for the weekly talk with the units. */
export function unassignedSheet(sources: ReportSources, open: readonly CaseRef[], words: WeeklyWords): OwnedSheet {
  const cases = open.filter((one) => unitsOf(one).length === 0 && !isKept(one)).sort(byWaiting);
  return caseList(sources, {
    id: 'report.weekly.unassigned',
    words: { ...words.unassigned, frame: words.frame },
    widths: UNASSIGNED,
    whole: [0],
    cases: cases.length,
    rows: cases.map((one) => {
      const { checked } = one.ledger;
      const since = waitingSince(one);
      return {
        of: one,
        cells: [
          text(numberOf(one)),
          text(shortText(hidePersonal(one, matterOf(one)), MATTER)),
          text(hidePersonal(one, checked.table.seen('channel', one.index))),
          day(since),
          text(since === null ? '' : words.unassigned.waiting(checked.today - since)),
          text(hidePersonal(one, checked.table.seen('unit', one.index))),
          text(''),
          text(''),
        ],
      };
    }),
  });
}

function waitingSince({ ledger: { checked }, index }: CaseRef): number | null {
  for (const field of ['registeredOn', 'receivedOn']) {
    const on = checked.fact(field, index);
    if (typeof on === 'number') return on;
  }
  return null;
}

const byWaiting = (a: CaseRef, b: CaseRef): number =>
  (waitingSince(a) ?? Infinity) - (waitingSince(b) ?? Infinity) || byDue(a, b) || 0;

/** Cases kept from the units that would see them: for the office's own hands. Null where there are none. */
export function keptSheet(sources: ReportSources, open: readonly CaseRef[], words: WeeklyWords): OwnedSheet | null {
  const cases = open.filter(isKept).sort(byDue);
  if (cases.length === 0) return null;
  return caseList(sources, {
    id: 'report.weekly.kept',
    words: { ...words.kept, frame: words.frame },
    widths: KEPT,
    whole: [0],
    cases: cases.length,
    notes: [words.kept.note],
    rows: cases.map((one) => {
      const { checked } = one.ledger;
      const units = unitsOf(one);
      const why = (units.length > 0 ? units : ['']).map((unit) => recusalOf(checked, one.index, unit)).find(Boolean);
      return {
        of: one,
        cells: [
          text(numberOf(one)),
          text(shortText(hidePersonal(one, matterOf(one)), MATTER)),
          text(units.join('、')),
          day(checked.dueOn(one.index)),
          text(words.daysLeft(checked.daysLeft(one.index)), STATE_STYLE[checked.dueState(one.index)]),
          text(why ? words.kept.why(why) : ''),
          text(''),
          text(''),
        ],
      };
    }),
  });
}
