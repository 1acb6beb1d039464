import { tableDate, longDate } from '../dates';
import type { WeeklyWords } from '../../../core/reports/weekly/words';
import { sayMessageMasked } from '../messages';
import { formatNumber } from '../sentence';
import { FRAME_WORDS } from './frame';

const n = formatNumber;

/** So many numbers are named of many cases. */
const MOST_NAMED = 6;

const naming = (numbers: readonly string[]): string =>
  numbers.slice(0, MOST_NAMED).join('、') + (numbers.length > MOST_NAMED ? ' 等' : '');

/** 周调度单 and what goes with it. */
export const WEEKLY_WORDS: WeeklyWords = {
  frame: FRAME_WORDS,
  review: {
    sheet: '周调度单',
    title: '群众诉求周调度单',
    headings: ['编号', '事项', '包案负责人', '时限', '剩余或超期', '上次议定', '本周进展', '卡点', '议定', '签字'],
    none: '没有需要调度的在办诉求。',
    unit: ({ name, sponsor, cases, overdue }) =>
      `${name}${sponsor === '' ? '' : `（分管领导：${sponsor}）`}　${n(cases)} 件，其中超期 ${n(overdue)} 件`,
    lastReview: (on, decision) =>
      decision === '' ? `${tableDate(on)} 调度，未记议定事项` : `${tableDate(on)}：${decision}`,
    neverReviewed: '没有调度记录',
    progress: (text, weeks) => {
      const said = text === '' ? '（未填写）' : text;
      return weeks !== null && weeks > 0 ? `【${n(weeks)} 周未变】${said}` : said;
    },
    found: (titles) => (titles.length === 0 ? '' : `督查发现：${titles.join('、')}`),
  },
  unassigned: {
    sheet: '待分派',
    title: '待分派诉求（每周对接用）',
    headings: ['编号', '事项', '来源渠道', '登记日期', '已等待', '台账所写股室', '对接意见（请填写）', '签字'],
    none: '没有待分派的诉求。',
    waiting: (days) => `${n(days)} 天`,
  },
  kept: {
    sheet: '回避件',
    title: '需要回避的诉求（领导小组办公室掌握）',
    headings: ['编号', '事项', '责任股室', '时限', '剩余或超期', '为何回避', '承办人（请填写）', '签字'],
    none: '',
    note: '以下为检举控告类诉求，没有列入被反映单位的调度单，请勿发给被反映的单位和个人。',
    why: (why) => (why === 'accused' ? '反映的就是责任股室或其人员' : '检举控告，未写明被反映的单位（人）'),
  },
  head: {
    sheet: '局长一页',
    title: '群众诉求办理周报',
    columns: ['项目', '本周', '上周', '增减', '说明'],
    stocks: {
      onBook: '在册（未销号）',
      open: '在办',
      overdue: '超期',
      dueInWeek: '7 日内到期',
      closedNotSignedOff: '应销未销（办结未销号）',
      resolved: '累计化解',
    },
    flows: { added: '新增', closed: '办结', resolved: '本期化解' },
    vanished: '从台账中消失（未销号）',
    meanings: {
      onBook: '列入台账、尚未销号的全部诉求',
      open: '按办理状态仍在办理的（未办结先销号的也在内）',
      overdue: '在办而已过应办结日的',
      dueInWeek: '在办而七日内（含当天）到期的',
      closedNotSignedOff: '已办结、还没有销号的',
      added: '上次快照以后新列入台账的',
      closed: '上次快照以后办结的',
      resolved: '上次快照以后改为“已化解”的',
      resolvedSoFar: '化解情况为“已化解”的',
      vanished: '最近一次快照中有、尚未销号，而台账里没有了的，见督查汇总',
    },
    withoutColumn: (label, lacking, ledgers) =>
      ledgers === 1
        ? `台账没有“${label}”列，无法统计`
        : `${n(ledgers)} 份台账中 ${n(lacking)} 份没有“${label}”列，无法统计`,
    compared: (on) =>
      on === null
        ? '没有可比的快照：新增、办结和上周各项无法比较。每周检查时保存快照后即可比较。'
        : `与 ${longDate(on)}的快照比较。`,
    unknown: '—',
    change: (now, before) =>
      now === before ? '持平' : now > before ? `增 ${n(now - before)}` : `减 ${n(before - now)}`,
    urgent: {
      heading: '需要局长过问的诉求',
      none: '没有需要局长过问的诉求。',
      columns: ['编号', '事项', '责任股室', '剩余或超期', '为什么'],
      kept: (cases) => `另有需要回避的 ${cases} 件，见“回避件”，由局长单独过问。`,
    },
    finding: sayMessageMasked,
    level: (level) => `已到${level}级信访。`,
    headcount: (people) => `涉及 ${n(people)} 人。`,
    late: {
      heading: '需要核实的填报',
      none: '与上次快照相比，没有发现补填调度或集中突击更新的情况。',
      unknown: '没有此前的快照，无法看出补填调度或集中突击更新。',
      backFilled: ({ unit, on, since }, numbers) =>
        `${unit === '' ? '未明确责任股室的' : unit} ${n(numbers.length)} 件的 ${longDate(on)}周调度在 ${longDate(since)}快照时还没有，是后来补填的：${naming(numbers)}。`,
      massEdit: ({ kind, unit, cases, on, longWithout }, numbers, since) => {
        const named = naming(numbers);
        const who = unit === '' ? '未明确责任股室的' : unit;
        return kind === 'sameText' || on === null
          ? `${who} ${n(cases.length)} 件自 ${longDate(since)}以来改成了相同的办理情况：${named}。`
          : `${who} ${n(cases.length)} 件此前 ${n(longWithout)} 天以上没有调度，都在 ${longDate(on)}一天补上：${named}。`;
      },
      more: (count) => `另有 ${n(count)} 条。`,
    },
  },
  daysLeft: (days) => {
    if (days === null) return '无法判定';
    if (days === 0) return '今天到期';
    return days < 0 ? `超期 ${n(-days)} 天` : `剩 ${n(days)} 天`;
  },
};
