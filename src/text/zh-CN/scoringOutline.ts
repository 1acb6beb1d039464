import { formatIso } from '../../core/dates/civil';
import type { RulePack } from '../../core/rules/pack';
import { schemeOf, type Indicator, type ScoringScheme } from '../../core/scoring/scheme';
import { MEASURE_WORDS, SUBJECT_WORDS } from './scoring';

/** A paragraph of the 考核办法: a chapter, an article of it, or an item under one. */
export interface OutlinePart {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

const ROWS: Readonly<Record<Indicator['rows'], string>> = {
  all: '有相应事项可查的诉求',
  open: '在办的、有相应事项可查的诉求',
  closed: '已办结的、有相应事项可查的诉求',
};

/** The 考核办法 in the order in which it is read out, from the scheme alone; none for a pack without one. */
export function sayScheme(pack: RulePack): readonly OutlinePart[] {
  const scheme = schemeOf(pack);
  if (scheme === null) return [];
  const titles = new Map(pack.rules.map(({ name, title }) => [name, title]));
  const titleOf = (rule: string): string => titles.get(rule) ?? rule;
  return [
    { level: 1, text: scheme.title },
    {
      level: 2,
      text: `制定依据：${scheme.basis}。规则包 ${pack.title} ${pack.version}${pack.effective.from === null ? '' : `，${formatIso(pack.effective.from)} 起施行`}。`,
    },
    ...general(scheme),
    { level: 1, text: '考核指标' },
    ...scheme.indicators.flatMap((indicator) => sayIndicator(indicator, scheme, titleOf)),
    { level: 1, text: '等次和结果运用' },
    ...bands(scheme),
    ...scheme.vetoes.map(({ title, basis, rules, least, percent, suggests }): OutlinePart => ({
      level: 3,
      text: `${title}：${rules.map(titleOf).join('、')}达到 ${least} 件${percent > 0 ? `且占全部诉求的 ${percent}% 以上` : ''}的，不建议通报表扬${suggests === null || suggests === 'commend' ? '' : `，并建议${MEASURE_WORDS[suggests]}`}（${basis}）。`,
    })),
    { level: 2, text: '以上均为建议，由领导决定。' },
  ];
}

const general = ({ caseCap, leastCases, groups }: ScoringScheme): readonly OutlinePart[] => [
  { level: 1, text: '计分办法' },
  {
    level: 2,
    text: '满分 100 分。每项指标的分数由计入的诉求平均分担，每件一份；一件有问题，扣这一件所占份额的一定比例，扣完为止。',
  },
  {
    level: 2,
    text: `同一件诉求在各项指标中合计最多扣 ${caseCap} 分。每项指标得分四舍五入到 0.01 分，总分为各项得分之和；逐处所列的扣分、整改后挽回的分，都与此相合。`,
  },
  { level: 2, text: '没有诉求可考核的指标为不适用，其权重按比例分给其他指标。' },
  {
    level: 2,
    text: '因台账填写的原因无法判定的，补正前按有问题扣分；因没有名册、没有节假日安排、台账缺列而无法判定的，不扣分。',
  },
  {
    level: 2,
    text: '由人认定为误报或者暂缓的问题不扣分，另行列出。人工调整须由具名的人写明理由，与计算得分分开列示。',
  },
  {
    level: 2,
    text: '一件诉求计入牵头的责任股室，协办单位不扣分；有几名包保领导、包案负责人的，各计一件。检举控告件和反映承办单位的诉求不计入其得分。',
  },
  {
    level: 2,
    text: `不足 ${leastCases} 件的为样本不足，不排名；没有诉求的不参评。${groups.length === 0 ? '' : `按${groups.join('、')}分组排名，同分并列。`}包案负责人只列得分，不排名。`,
  },
];

function sayIndicator(
  indicator: Indicator,
  { indicators }: ScoringScheme,
  titleOf: (rule: string) => string,
): readonly OutlinePart[] {
  const { title, weight, basis, rules, measure, chargedTo, insteadOf } = indicator;
  const replaced = indicators.find(({ id }) => id === insteadOf)?.title;
  const scope =
    chargedTo === null
      ? `考核${indicator.for.map((who) => SUBJECT_WORDS[who]).join('、')}`
      : `由${chargedTo}负责，全部诉求都计入${replaced === undefined ? '' : `；对${chargedTo}，以本项替换“${replaced}”`}`;
  const counted = measure === null ? ROWS[indicator.rows] : `有评分的诉求`;
  return [
    { level: 2, text: `${title}（${weight} 分）：${scope}；计入${counted}。依据：${basis}。` },
    ...(measure === null
      ? []
      : [
          {
            level: 3,
            text: `以台账的评分（满分 ${measure.full}）计，缺几成扣几成；超出范围和读不出的不计入。`,
          } as const,
        ]),
    ...rules.map(({ rule, deduct, becomes }): OutlinePart => {
      const after = becomes === null ? '' : becomes === rule ? '；整改后不能挽回' : `；整改后按“${titleOf(becomes)}”扣`;
      return { level: 3, text: `${titleOf(rule)}：扣该件份额的 ${deduct}%${after}。` };
    }),
  ];
}

const bands = ({ bands: all }: ScoringScheme): readonly OutlinePart[] =>
  all.map(({ title, from, suggests }, at): OutlinePart => {
    const above = all[at - 1]?.from;
    const range = above === undefined ? `${from} 分以上` : `${from} 分以上、不到 ${above} 分`;
    return { level: 3, text: `${title}：${range}${suggests === null ? '' : `，建议${MEASURE_WORDS[suggests]}`}。` };
  });
