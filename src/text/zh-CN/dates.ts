import { formatIso, weekday, ymd, type CivilDay } from '../../core/dates/civil';

/** 2021年10月8日, as sentences and documents write a day. */
export function longDate(day: CivilDay): string {
  const { year, month, day: dayOfMonth } = ymd(day);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** 2021-10-08, as tables write a day. */
export const tableDate = formatIso;

/** Monday first, as `weekday` counts from 1. */
export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 10月8日 周五: where the day of the week matters. */
export function dayWithWeekday(day: CivilDay): string {
  const { month, day: dayOfMonth } = ymd(day);
  return `${month}月${dayOfMonth}日 ${WEEKDAYS[weekday(day) - 1] ?? ''}`;
}

/** Whether a parameter of this name holds a civil day (by our convention: `on`, `day`, `…On`, `…Day`). */
export const isDayName = (name: string): boolean => /^(on|day)$|(On|Day)$/.test(name);
