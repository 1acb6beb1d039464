import { ledgerName } from '../../core/reports/cases';
import { formatIso } from '../../core/dates/civil';
import type { ScoreBoard, SubjectScore } from '../../core/scoring/board';
import type { Bound, LostPoint } from '../../core/scoring/lostPoints';
import type { Period } from '../../core/scoring/period';
import type { Measure, SubjectKind } from '../../core/scoring/scheme';
import type { Suggestion } from '../../core/scoring/suggestions';
import type { ScoreWords } from '../../core/scoring/words';
import { longDate } from './dates';
import { scrub } from '../../core/scoring/scrub';
import { sayProblem } from './problems';
import { formatNumber } from './sentence';
import { sayStanding } from './setAside';

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  commend: '通报表扬',
  interview: '约谈',
  account: '按规定问责',
};

export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
  unit: '责任股室',
  sponsor: '包保（分管）领导',
  caseLeader: '包案负责人',
};

const NOT_APPLICABLE = '不适用';

/** 86.50 of 8650: points always with two decimals. */
export function sayPoints(hundredths: number): string {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

const signed = (hundredths: number): string => (hundredths > 0 ? `+${sayPoints(hundredths)}` : sayPoints(hundredths));

/** 2021年9月, 专项行动期间（2021年8月28日至2021年11月8日）. */
export function sayPeriod(period: Period, bounds: ScoreBoard['bounds']): string {
  switch (period.kind) {
    case 'all':
      return '台账全部诉求';
    case 'campaign':
      return bounds === null ? '专项行动期间' : `专项行动期间（${longDate(bounds.from)}至${longDate(bounds.to)}）`;
    case 'year':
      return `${period.year}年`;
    case 'month':
      return `${period.year}年${period.month}月`;
  }
}

function saySuggestion({ measure, because }: Suggestion): string {
  const reason =
    'band' in because
      ? `得分属“${because.band.title}”（${because.band.from} 分起）`
      : `${because.veto.veto.title}（${because.veto.cases} 件）；${because.veto.veto.basis}`;
  return `建议${MEASURE_WORDS[measure]}，供领导决定：${reason}`;
}

/** Why a score that reaches the best band is not put forward all the same. */
function sayBarred({ band, vetoes }: SubjectScore): string {
  if (band?.suggests !== 'commend' || vetoes.length === 0) return '';
  return `得分属“${band.title}”，但${vetoes.map(({ veto, cases }) => `${veto.title}（${cases} 件）`).join('、')}，不列入通报表扬建议`;
}

function sayRank({ standing, rank }: SubjectScore): string {
  if (standing === 'few') return '样本不足';
  if (standing === 'nothing') return '无可考核事项';
  return rank === null ? '—' : String(rank);
}

/** What is shown and never scored, a line each. */
const sayBeside = ({ shown, shared }: SubjectScore): string =>
  [
    ...shown
      .filter(({ given }) => given > 0)
      .map(({ label, given, values }) => {
        const each = values.map(([value, n]) => `${value} ${n} 件`).join('，');
        return `${label} ${formatNumber(given)} 件${each === '' ? '' : `（${each}）`}`;
      }),
    ...(shared > 0 ? [`协办 ${formatNumber(shared)} 件`] : []),
  ].join('\n');

const MEND_WORDS: Readonly<Record<LostPoint['mend'], string>> = {
  yes: '能',
  together: '须一并整改',
  no: '不能，已成事实',
  inspection: '可申请复查',
};

/** What wins a point back: how much, and what to do for it; where mending it alone wins nothing, why. */
function sayHow({ mend, why, wins, lost, bound, indicator }: LostPoint, advice: string): string {
  const told = advice === '' ? '。' : `：${advice}`;
  switch (mend) {
    case 'yes':
      return `${why === 'unjudged' ? '补正后判定没有问题的' : '整改后'}挽回 ${sayPoints(wins)} 分${told}`;
    case 'together':
      return `只改这一处挽回 ${sayPoints(wins)} 分：${bound === null ? '' : sayBound(bound, indicator.title)}${told}`;
    case 'no':
      return lost === 0 ? '本件在本指标已扣足，这一处未另扣。' : '已成事实，不能挽回；事实有出入的，可附证据申诉。';
    case 'inspection':
      return '对督查评分有异议的，可申请社会督查员复查，以复查评分为准。';
  }
}

function sayBound(bound: Bound, indicator: string): string {
  switch (bound.why) {
    case 'share':
      return `本件在“${indicator}”的份额已由其他问题扣足，须与本件本指标的其他问题一并整改`;
    case 'cap':
      return `本件已扣到每件合计 ${bound.points} 分的上限，须与本件其他问题一并整改`;
    case 'rounding':
      return '不足 0.01 分，须与其他问题一并整改';
  }
}

/** How the lines come to the score, and what is meant by winning points back. */
const LOST_NOTE =
  '注：各处扣分之和等于各指标所扣的分（指标四舍五入到 0.01 分，尾差计入扣分尾数最大的一处）；挽回的分，是只改这一处、其他都不变时得分增加的数。超期等单独提出建议的情形不扣分，也不影响挽回的分。';

const files = ({ ledgers }: ScoreBoard): string =>
  ledgers.length > 3
    ? `${ledgers
        .slice(0, 3)
        .map(({ file }) => ledgerName(file))
        .join('、')} 等 ${ledgers.length} 份`
    : ledgers.map(({ file }) => ledgerName(file)).join('、');

/** Scores in the Chinese of the bureaus. */
export const SCORE_WORDS: ScoreWords = {
  points: sayPoints,
  signed,
  subject: (by) => SUBJECT_WORDS[by],
  group: (group) => (group === '' ? '其他' : group),
  measure: (measure) => MEASURE_WORDS[measure],
  suggestion: saySuggestion,
  barred: sayBarred,
  standing: sayRank,
  measured: (value, full) => `督查评分 ${value} 分（满分 ${full} 分），按所差的比例扣分。`,
  unjudgedTitle: (title) => `“${title}”无法判定`,
  unjudged: (reasons) => `无法判定，补正前按扣分计：${reasons.join('；')}。`,
  mend: ({ mend }) => MEND_WORDS[mend],
  how: sayHow,
  adjustment: ({ of, points, reason, by, on, place }) =>
    `${of === null ? '总分' : of.title} ${signed(points)} 分：${reason.replace(/。$/, '')}（${by}，${longDate(on)}；工作表“${place.sheet}”${place.cell}）`,
  aside: (aside) => `${sayStanding(aside)}，${aside.by}认定：${aside.reason.replace(/。$/, '')}`,
  beside: sayBeside,
  notApplicable: NOT_APPLICABLE,
  sheets: {
    scores: {
      name: '考核得分',
      title: '群众诉求办理考核得分',
      before: ['名次', '', '件数', '得分'],
      after: ['等次', '建议（供领导决定）', '人工调整', '调整后得分', '调整后名次', '另列（不计分）'],
      notes: [
        '注：各指标一栏为“得分/满分”。没有诉求可考核的指标为不适用，其权重按比例分给其他指标，合计仍为 100 分。',
        '各指标得分四舍五入到 0.01 分，得分为各指标得分之和，与“扣分明细”逐处扣分之和相合。',
        '得分由程序按考核办法计算，名次、等次和建议都以计算得分为准，同分并列。人工调整另列，不改变它们；本组有人工调整的，“调整后名次”是按调整后得分重排的名次，供领导决定时参考。',
        '每件诉求计入牵头的责任股室；协办单位不扣分。无法判定而原因在单元格填写的，补正前按扣分计。',
      ],
      none: '没有可以计分的诉求。',
    },
    lost: {
      name: '扣分明细',
      title: '群众诉求办理考核扣分明细',
      note: LOST_NOTE,
      headings: [
        '',
        '指标',
        '规则',
        '问题',
        '依据',
        '台账',
        '行',
        '编号',
        '单元格',
        '现值',
        '扣分',
        '能否挽回',
        '怎样挽回',
      ],
      none: '没有扣分。',
    },
    forms: {
      name: '申诉单',
      title: '群众诉求办理考核申诉单',
      note: LOST_NOTE,
      head: (score, board) => {
        const { total } = score.points;
        const rank =
          score.rank === null
            ? `　${score.standing === 'unranked' ? '不排名' : sayRank(score)}`
            : `　名次：${board.by === 'unit' ? `${score.group || '其他'}第 ` : '第 '}${score.rank}`;
        const after =
          score.adjustedRank === null || score.adjusted === null
            ? ''
            : `　人工调整后：${sayPoints(score.adjusted)}，第 ${score.adjustedRank}（名次以计算得分为准）`;
        const beside = sayBeside(score).replaceAll('\n', '；');
        const last = beside === '' ? '' : `　另列（不计分）：${beside}`;
        return `${SUBJECT_WORDS[board.by]}：${score.name}　件数：${score.cases.length}　得分：${total === null ? NOT_APPLICABLE : sayPoints(total)}${rank}${after}　${score.points.indicators
          .map(
            ({ indicator, rows, score: own, worth }) =>
              `${indicator.title} ${rows === 0 ? NOT_APPLICABLE : `${sayPoints(own)}/${sayPoints(worth)}`}`,
          )
          .join('，')}${last}`;
      },
      again: (score, board) => `考核申诉单（续）　${SUBJECT_WORDS[board.by]}：${score.name}`,
      headings: [
        '序号',
        '指标',
        '扣分事项',
        '依据',
        '编号',
        '台账、行、单元格',
        '现值',
        '扣分',
        '怎样挽回',
        '申诉理由和证据',
        '复核意见',
      ],
      none: '没有扣分。',
      asides: '已搁置、未扣分的问题（误报、暂缓）',
      adjustments: '人工调整（另列，不计入计算得分）',
      sign: [
        '申诉机构（盖章）：　　　　　　　　　　负责人（签字）：　　　　　　　　　　日期：　　　　年　　月　　日',
        '复核人（签字）：　　　　　　　　　　　领导小组办公室（盖章）：　　　　　　日期：　　　　年　　月　　日',
      ],
    },
    apart: {
      name: '不参评与样本不足',
      title: '不参评、样本不足和未计入的诉求',
      few: (least) => `一、样本不足（不足 ${least} 件，计分但不排名、不评等次）`,
      fewHeadings: ['名称', '件数', '得分'],
      without: '二、不参评（没有诉求的机构）',
      unassigned: (by) =>
        `三、未明确${by === 'unit' ? '责任单位' : SUBJECT_WORDS[by]}的诉求（不计入任何一方，请领导小组办公室先予明确）`,
      unassignedHeadings: ['台账', '行', '编号', '现在填的是', '单元格'],
      recused: '四、因回避未计入的诉求',
      recusedLine: (cases) =>
        `检举控告件和反映承办单位或其人员的诉求 ${cases} 件，不计入其得分，也不在本表列出，由领导小组办公室另行掌握。`,
      conflicts: '五、几份台账里编号相同的诉求（各按所在台账计入，请核对是否重复登记）',
      conflictHeadings: ['编号', '件数', '所记不同的项目', '所在台账和行', ''],
      problems: '六、没有读入的台账和不能采用的人工调整',
      none: '没有。',
      place: (row) => `第 ${row} 行`,
    },
    seal: {
      name: '封存信息',
      title: '考核结果封存信息',
      lines: (board, seal, failed) => [
        ['考核办法', board.scheme.title],
        ['考核对象', SUBJECT_WORDS[board.by]],
        ['考核期间', sayPeriod(board.period, board.bounds)],
        ['检查基准日', longDate(board.today)],
        [
          '计入诉求',
          `${formatNumber(board.cases)} 件；未明确 ${board.unassigned.length} 件，因回避未计入 ${board.recused.length} 件`,
        ],
        ...board.ledgers.map(({ file, checked: { table } }, at): [string, string] => [
          `台账 ${at + 1}`,
          `${file}，工作表“${table.sheet}”，${formatNumber(table.count)} 件`,
        ]),
        ...failed.map((problem): [string, string] => ['未采用', scrub(board.ledgers, sayProblem(problem))]),
        ['规则包', `${board.pack.title}，版本 ${board.pack.version}，维护单位：${board.pack.owner}`],
        ['规则包校验码', seal.pack],
        ['台账内容校验码', seal.content],
        ['考核结果校验码', seal.results],
        ['封存码', seal.seal],
      ],
      note: '用同样的台账、规则包、期间和基准日重新计分，封存码相同的，即为同一结果；与台账各行的先后次序无关。台账、规则或结果有任何改动，封存码即不同。',
    },
  },
  headLine: (board) =>
    `${files(board)}；${sayPeriod(board.period, board.bounds)}，${formatNumber(board.cases)} 件；以 ${longDate(board.today)} 为准；规则 ${board.pack.title} ${board.pack.version}`,
  footer: (board) => `${board.pack.owner}　截止日期：${formatIso(board.today)}`,
};
