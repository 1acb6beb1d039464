import { thousands } from './shell';

/** A unit's line, as far as it is said. */
interface Line {
  readonly rank: number | null;
  readonly standing: string;
  readonly total: number | null;
  readonly points: string;
  readonly cases: number;
  readonly band: string;
  readonly missing: number;
  readonly adjusted: string;
  readonly adjustedRank: number | null;
}

/** An indicator, as far as it is said. */
interface Indicator {
  readonly applies: boolean;
  readonly score: string;
  readonly worth: string;
  readonly weight: string;
  readonly rows: number;
  readonly lost: string;
}

export const PERIOD_IDS = ['all', 'month', 'year', 'campaign'] as const;
export type PeriodId = (typeof PERIOD_IDS)[number];

/** What the view 考核 says. */
export const SCORES_WORDS = {
  periodsLabel: '考核期间',
  periods: { all: '全部', month: '本月', year: '本年', campaign: '专项行动' } satisfies Record<PeriodId, string>,
  loading: '正在计分…',
  base: (cases: number): string => `计入 ${thousands(cases)} 件，满分 100。点开一个单位，看每一分扣在哪里。`,
  none: '没有可以计分的诉求',
  noneHow: '这一期间台账里没有计入考核的诉求。请换一个期间。',
  noScheme: '不能计分',
  place: ({ rank, standing }: Line): string => (rank === null ? standing : `第 ${rank}`),
  points: ({ total, points }: Line): string => (total === null ? points : `${points} 分`),
  beside: ({ cases, band, missing, adjusted, adjustedRank }: Line): string =>
    [
      `${thousands(cases)} 件`,
      ...(band === '' ? [] : [band]),
      ...(missing === 0 ? [] : [`${missing} 项不适用`]),
      ...(adjusted === '' ? [] : [`调整后 ${adjusted} 分`]),
      ...(adjustedRank === null ? [] : [`调整后第 ${adjustedRank}`]),
    ].join(' · '),

  suggestions: '建议（供领导决定）',
  indicators: '各项得分',
  indicator: ({ applies, score, worth }: Indicator): string => (applies ? `${score} / ${worth}` : '不适用'),
  shared: (weight: string): string => `没有可考核的诉求，${weight} 分的权重按比例分给其他指标。`,
  counted: ({ rows, worth, weight }: Indicator): string =>
    worth === weight
      ? `考核 ${thousands(rows)} 件。`
      : `考核 ${thousands(rows)} 件；原定 ${weight} 分，分到不适用指标的权重后为 ${worth} 分。`,
  basis: (basis: string): string => `依据：${basis}`,
  lost: (points: string, places: number): string => `扣 ${points} 分，${thousands(places)} 处`,
  full: '没有扣分',
  minus: (points: string): string => (Number(points) === 0 ? '未另扣' : `-${points}`),
  go: (cell: string): string => `到 ${cell}`,
  found: (label: string, value: string): string => `${label}现为${value === '' ? '空白' : `“${value}”`}`,
  mend: (mendable: string): string => `能否挽回：${mendable}`,
  how: (how: string): string => `怎样挽回：${how}`,
  more: (count: number): string => `再列 ${thousands(count)} 处`,
  aside: '已搁置、未扣分',
  adjustments: '人工调整（另列，不计入得分和名次）',
  adjusted: ({ adjusted, adjustedRank, rank }: Line): readonly string[] =>
    adjusted === '' && adjustedRank === null
      ? []
      : [
          `${adjusted === '' ? '本单位没有人工调整' : `调整后 ${adjusted} 分`}${adjustedRank === null ? '' : `，按调整后得分第 ${adjustedRank}`}；${rank === null ? '' : `名次仍是计算得分的第 ${rank}，`}供领导决定时参考。`,
        ],
  besideTitle: '另列（不计分）',

  apart: '没有计入或不排名的',
  without: (names: readonly string[]): string => `不参评（没有诉求）：${names.join('、')}。`,
  unassigned: (count: number): string =>
    `没有明确责任单位，不计入任何一方的${count >= 20 ? '前 ' : ''} ${count} 件，请先明确：`,
  recused: (count: number): string =>
    `检举控告和反映承办单位自身的 ${thousands(count)} 件，因回避不计入，也不在这里列出。`,
  problems: '“人工调整”表里没有采用的：',
  seal: '封存信息',
  sealing: '正在计算校验码…',

  write: '写入工作簿',
  download: '下载考核工作簿（.xlsx）',
  what: '考核工作簿有考核得分、扣分明细、申诉单、不参评与样本不足、封存信息。',
} as const;
