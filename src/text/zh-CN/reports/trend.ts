import { formatIso } from '../../../core/dates/civil';
import type { ReportSettings } from '../../../core/reports/settings';
import type { AdviceReason } from '../../../core/reports/trend/advice';
import type { Comparison } from '../../../core/reports/trend/compare';
import type { Dimension } from '../../../core/reports/trend/groups';
import type { TrendWords } from '../../../core/reports/trend/words';
import { longDate } from '../dates';
import { formatNumber } from '../sentence';
import { caseName } from './caseName';
import { sayFiles } from './frame';

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  matter: '诉求类别',
  unit: '责任股室',
  township: '乡镇（街道）',
  channel: '来源渠道',
};

const NOT_SAID: Readonly<Record<Dimension, string>> = {
  matter: '没有填写诉求类别',
  unit: '没有明确责任股室，或几个股室未注明牵头',
  township: '住址和责任单位中看不出乡镇',
  channel: '没有填写来源渠道',
};

const FEW = '件数太少，不作判断';

const percent = (chance: number): string => `${Math.max(1, Math.round(chance * 100))}%`;

function verdict({ verdict: said }: Comparison): string {
  switch (said) {
    case 'rising':
      return '明显增多';
    case 'maybe':
      return '可能增多，先留意';
    case 'asBefore':
      return '未见明显增多';
    case 'few':
      return '不作判断';
    case 'noPast':
      return '无从比较';
  }
}

/** 趋势分析, by what a pack says of reports. */
export function trendWords({ jointFrom, trend }: ReportSettings): TrendWords {
  const seldom = trend.seldomPercent / 100;
  const noPast = `此前不足 ${trend.leastWeeksBefore} 周，无从比较`;

  /** A chance is told coarsely: 小于 1% is all that so few cases can bear. */
  function sayChance(chance: number): string {
    if (chance < 0.001) return '小于 0.1%';
    if (chance < 0.01) return '小于 1%';
    if (chance < seldom) return `小于 ${Math.ceil(chance * 100)}%`;
    return chance > 0.5 ? '在一半以上' : `约 ${percent(chance)}`;
  }

  const figures = ({ recent, average }: Comparison): string =>
    average === null
      ? `近${trend.recentWeeks}周 ${recent} 件`
      : `近${trend.recentWeeks}周 ${recent} 件，此前每${trend.recentWeeks}周平均 ${average.toFixed(1)} 件`;

  function comparison(told: Comparison): string {
    if (told.verdict === 'few') return `${figures(told)}，${FEW}`;
    if (told.chance === null) return `${figures(told)}，${noPast}`;
    if (told.recent <= (told.average ?? 0)) return `${figures(told)}，没有增多`;
    return `${figures(told)}，偶然出现的可能${sayChance(told.chance)}`;
  }

  function reason(told: AdviceReason): string {
    switch (told.code) {
      case 'general':
        return `普遍性：涉及 ${told.units} 个责任股室（共 ${told.ofUnits} 个）、${told.townships} 个乡镇街道（共 ${told.ofTownships} 个）`;
      case 'rising':
        return `趋势性：近${trend.recentWeeks}周 ${told.recent} 件，此前每${trend.recentWeeks}周平均 ${told.average.toFixed(1)} 件，偶然出现的可能${sayChance(told.chance)}`;
      case 'pressing':
        return `集中反映：集体访 ${told.joint} 件、越级访 ${told.skipped} 件、重复反映 ${told.repeated} 件`;
    }
  }

  return {
    title: '群众诉求趋势分析',
    sheets: {
      overview: '趋势概况',
      advice: '建议事项',
      matter: '按诉求类别',
      unit: '按责任股室',
      township: '按乡镇',
      channel: '按来源渠道',
      weeks: '按周',
      repeats: '重复、集体和越级',
    },
    footer: ({ owner, today }) => `填报单位：${owner}　截止日期：${formatIso(today)}`,
    headLine: ({ files, today }) => `台账：${sayFiles(files)}；以 ${longDate(today)} 为准`,
    sections: { total: '一、总量', notice: '二、比偶然更多的', method: '三、怎么算的' },
    total: ({ cases, undated, joint, skipped, people, accusations }) =>
      `共 ${formatNumber(cases)} 件；集体访（${jointFrom} 人以上）${formatNumber(joint)} 件，越级访（到市、省、中央）${formatNumber(skipped)} 件，重复反映的诉求人 ${formatNumber(people)} 名。` +
      (undated > 0 ? `${formatNumber(undated)} 件没有可读的日期，不计入各周。` : '') +
      (accusations > 0 ? `检举控告类 ${formatNumber(accusations)} 件只计数，不逐件列出。` : ''),
    comparison,
    verdict,
    overall: (all) =>
      `全部诉求：${comparison(all)}${all.verdict === 'rising' ? '，明显增多。也可能是集中梳理、补录所致；因此下面各组不再与自己此前比，而是看它增加得是否比全部诉求更快' : ''}。`,
    risen: (dimension, name, told) => `${DIMENSION_WORDS[dimension]}“${name}”：${comparison(told)}；${verdict(told)}。`,
    nothingRisen: '没有哪一类、哪个股室、乡镇或渠道的增多超出偶然的范围。',
    method: ({ recentFrom, beforeFrom, weeksBefore, until }, groups) => [
      `近${trend.recentWeeks}周为 ${longDate(recentFrom)}至${longDate(until)}` +
        (weeksBefore > 0 ? `；此前为 ${longDate(beforeFrom)}起的 ${weeksBefore} 周` : '') +
        `（最多取 ${trend.mostWeeksBefore} 周）。日期取登记日期，没有的取受理日期、交办日期。`,
      `“偶然出现的可能”：假如情况没有变化，近${trend.recentWeeks}周仍然会有这么多件或者更多的可能，按件数逐一精确计算，不作近似。小于 ${percent(seldom)}的才算超出偶然。`,
      `近${trend.recentWeeks}周和此前每${trend.recentWeeks}周平均都不到 ${trend.leastCases} 件的，件数太少，不作判断；此前不足 ${trend.leastWeeksBefore} 周的，无从比较。`,
      `一共看了 ${formatNumber(groups)} 组，组数多时总会有一两组碰巧偏多。按组数从严折算后仍超出偶然的写“明显增多”，只是单看超出的写“可能增多，先留意”。`,
      '增多只说明件数变化，不说明原因；是否成为问题，由人判断。',
    ],
    groupTitle: (dimension) => `群众诉求趋势：按${DIMENSION_WORDS[dimension]}`,
    groupLine: (dimension, { groups, unsaid }) =>
      `共 ${formatNumber(groups)} 组，件数多的在前` +
      (unsaid > 0 ? `；另有 ${formatNumber(unsaid)} 件${NOT_SAID[dimension]}，未列入` : '') +
      (dimension === 'township' ? '；乡镇取自住址，没有的取自责任司法所' : ''),
    groupHeadings: (dimension) => [
      DIMENSION_WORDS[dimension],
      '件数',
      '占比',
      `近${trend.recentWeeks}周`,
      `此前每${trend.recentWeeks}周平均`,
      '判断',
      '说明',
    ],
    noColumn: (dimension) => `${NOT_SAID[dimension]}，没有可分的组。需要分析时请在台账中补上。`,
    share: (part, whole) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`),
    chart: {
      groups: (dimension, shown) => `按${DIMENSION_WORDS[dimension]}，件数最多的 ${shown} 组`,
      weeks: '每周登记和办结件数',
      recent: `近${trend.recentWeeks}周`,
      average: `此前每${trend.recentWeeks}周平均`,
      cases: '件数',
      came: '登记',
      closed: '办结',
    },
    weeksTitle: '群众诉求趋势：按周',
    weeksLine: `每周从周一到周日；最后一周可能还没有过完。最多列 ${trend.weeksListed} 周。`,
    weekHeadings: ['周一', '起止', '登记', '办结', '其中集体访（登记）', '其中越级访（登记）'],
    weekOf: (monday) => formatIso(monday).slice(5),
    week: (monday) => `${formatIso(monday)} 至 ${formatIso(monday + 6).slice(5)}`,
    repeatsTitle: '重复反映、集体访和越级访',
    repeatsLine: (accusations) =>
      `姓名已遮蔽，核对请凭编号查台账。` +
      (accusations > 0 ? `检举控告类 ${formatNumber(accusations)} 件按规定不逐件列出。` : ''),
    repeatSections: {
      people: '一、重复反映的诉求人',
      matters: '二、不同件中内容相同的诉求',
      joint: `三、集体访（${jointFrom} 人以上）`,
      skipped: '四、越级访（到市、省、中央）',
    },
    repeatHeadings: ['诉求人', '次数', '起止日期', '诉求类别', '责任股室', '编号'],
    listHeadings: ['编号', '登记日期', '诉求人', '诉求类别', '责任股室', '人数和到访层级'],
    none: '无',
    more: (count) => (count > 0 ? `等，另有 ${formatNumber(count)} 件` : ''),
    byNameOnly: (name) => `${name}（只凭同名，请核对是否同一人）`,
    times: (count) => `${formatNumber(count)} 次`,
    between: (first, last) =>
      first === null || last === null ? '日期不全' : `${formatIso(first)} 至 ${formatIso(last)}`,
    caseName,
    unsaid: (text) => (text === '' ? '未填' : text),
    people: (count) => `${formatNumber(count)} 人`,
    adviceTitle: '需要提出政策、制度建议的事项',
    adviceLine: `方案四（四）：分析发现带有普遍性、趋势性的问题，及时提出完善政策、制度的意见建议。列入的理由：${trend.generalCases} 件以上，涉及 ${trend.generalPlaces} 个以上且过半的股室或乡镇；明显增多；集体、越级、重复反映 ${trend.pressingCases} 件以上且占该类 ${trend.pressingPercent}%以上。`,
    adviceHeadings: ['诉求类别', '件数', '理由', '例（编号）', '意见建议'],
    reason,
    noAdvice: '没有达到列入条件的类别。',
    adviceGap: '（请填写：建议完善的政策、制度，向谁提出）',
  };
}
