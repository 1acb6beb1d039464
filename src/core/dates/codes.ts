/** Why a cell's text or number is not a date; `text/zh-CN` holds a sentence for each. */
export const DATE_CODES = [
  /** 10月32日, 13月, 2月30日 */
  'date-impossible',
  /** 21年8月31日, 21.8.31: the century is anyone's guess */
  'date-two-digit-year',
  /** 8月31日 where nothing around gives the year */
  'date-year-unknown',
  /** before 1949 or after 2099: a slip of the keyboard */
  'date-year-implausible',
  /** 24小时内: hours are not days */
  'date-hours',
  /** 9:30 alone */
  'date-time-only',
  /** 农历八月十五, 正月初五 */
  'date-lunar',
  /** 2021年8月 */
  'date-month-only',
  /** 2021年 */
  'date-year-only',
  /** 8月下旬, 9月底, 三季度, 60日内 where one day is wanted */
  'date-imprecise',
  /** 8月1日-8月5日 */
  'date-range',
  /** two or more different dates */
  'date-several',
  /** 03/04/2021 in a column that settles nothing */
  'date-order-unsettled',
  /** 昨天, 上周五: depends on the day it was written */
  'date-relative',
  /** a time stamp of another zone than China's (…Z): its civil day there is not the one written */
  'date-instant',
  /** 44439 typed as text */
  'date-serial-as-text',
  /** anything else */
  'date-free-text',
  /** 29 February 1900, which never was (1900 date system) */
  'serial-60',
  /** zero, negative, or past the year 9999 */
  'serial-out-of-range',
  /** a number that is neither a serial of a plausible year nor YYYYMMDD */
  'number-not-a-date',
] as const;
export type DateCode = (typeof DATE_CODES)[number];

/** Why a limit's text gives no upper bound; codes of dates apply as well. */
export const LIMIT_CODES = [
  /** 10月8日前 without a start and without a year around */
  'limit-year-unknown',
  /** 月底前, 本周五, 当日 without a start; 今天, 明天 always */
  'limit-relative',
  /** 24小时内 */
  'limit-hours',
  /** 10月8日，延至10月20日: which one holds is not said */
  'limit-several',
  /** 2021年10月8日-2021年9月1日 */
  'limit-range-reversed',
  /** 10月8日后, 自9月1日起, 60日后: no upper bound */
  'limit-lower-bound',
  /** 10月8日左右 */
  'limit-approximate',
  /** 每月25日前 */
  'limit-recurring',
  /** 春节前, 国庆前, 年前: whether the holiday counts is not said */
  'limit-festival',
  /** 10月前, 三季度前: before it begins or before it ends */
  'limit-before-period',
  /** 3月内: within March or within three months */
  'limit-month-or-months',
  /** 10月初, 月中 */
  'limit-imprecise',
  /** 8日前, 15号 */
  'limit-day-without-month',
  /** 60 */
  'limit-number-without-unit',
  /** 一个半月, 1.5个月 */
  'limit-duration-fraction',
  /** 0日, 5000天 */
  'limit-duration-implausible',
  /** 9月1日起60日内 where 1 September is not the period's start */
  'limit-duration-from-date',
  /** 鉴定后30日内: counts from an event that the ledger has no day for */
  'limit-other-start',
  /** 延长30日: says by how much, not until when */
  'limit-extension-only',
  'limit-free-text',
] as const;
export type LimitCode = (typeof LIMIT_CODES)[number] | DateCode;
