import type { MonthlyWords } from '../../../core/reports/monthly/words';
import { longDate } from '../dates';
import { formatNumber } from '../sentence';
import { FRAME_WORDS } from './frame';

const COLUMNS = [
  '上月结存',
  '本月新增',
  '本月办结',
  '其中化解',
  '不予受理',
  '转出',
  '终结撤回',
  '本月结存',
  '其中超期',
  '7日内到期',
  '办结未销号',
];

const n = formatNumber;

/** 月调度表. */
export const MONTHLY_WORDS: MonthlyWords = {
  frame: FRAME_WORDS,
  units: {
    sheet: '月调度表（按股室）',
    title: '群众诉求月调度表（按责任股室）',
    headings: ['责任股室', ...COLUMNS],
    none: '台账里还没有诉求。',
  },
  channels: {
    sheet: '月调度表（按渠道）',
    title: '群众诉求月调度表（按来源渠道）',
    headings: ['来源渠道', ...COLUMNS],
    none: '台账里还没有诉求。',
  },
  noUnit: '（未明确责任股室）',
  noChannel: '（未填来源渠道）',
  total: '合计',
  untold: '—',
  period: (from, to) =>
    `${longDate(from)}至 ${longDate(to)}。上月结存＋本月新增－本月办结－不予受理－转出－终结撤回＝本月结存；几个股室共办的计入牵头（没有的计入第一个）股室。`,
  remarks: ({ undated, unknownArrival, total: { untoldResolved, untoldSignOff } }) =>
    [
      ...(undated > 0 ? [`已办结而没有办结日期的 ${n(undated)} 件，无法归入哪一月，除“办结未销号”外各栏都不计。`] : []),
      ...(unknownArrival > 0 ? [`没有收件日期的 ${n(unknownArrival)} 件按上月结存计。`] : []),
      ...(untoldResolved > 0 ? [`本月办结的 ${n(untoldResolved)} 件所在台账没有“化解情况”列，不计入“其中化解”。`] : []),
      ...(untoldSignOff > 0 ? [`已办结的 ${n(untoldSignOff)} 件所在台账没有“是否销号”列，不计入“办结未销号”。`] : []),
    ].join(''),
  carried: (on, then, now) =>
    `${longDate(on)}快照时在办 ${n(then)} 件，与本表上月结存 ${n(now)} 件不一致：其间有补登、改期或删除，请核对。`,
};
