import { ymd, type CivilDay } from '../../../src/core/dates/civil';
import type { Period } from '../../../src/core/scoring/period';
import type { PeriodId } from '../../../src/text/zh-CN/pane/scores';

/** The period that is meant on a day: this month, this year. */
export function periodOn(id: PeriodId, today: CivilDay): Period {
  const { year, month } = ymd(today);
  switch (id) {
    case 'month':
      return { kind: 'month', year, month };
    case 'year':
      return { kind: 'year', year };
    default:
      return { kind: id };
  }
}
