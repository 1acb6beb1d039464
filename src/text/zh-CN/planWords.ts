import type { Classification } from '../../core/classify/classification';
import { formatIso } from '../../core/dates/civil';
import type { PlanHead, PlanWords, SummaryWords } from '../../core/writeplan/words';
import { longDate } from './dates';
import { sayAdvice, sayMessage } from './messages';
import { sayReason, sayReasonInGeneral } from './reasons';
import { sayAside, sayStanding } from './setAside';
import { formatNumber } from './sentence';
import {
  CATEGORY_WORDS,
  CONDUCT_WORDS,
  MERIT_WORDS,
  NO,
  SEVERITY_WORDS,
  STATE_WORDS,
  TREATMENT_WORDS,
  YES,
} from './words';

const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join('、');

const NUMBER_COLUMN = '件数';

const SUMMARY: SummaryWords = {
  title: '诉求台账督查汇总',
  totals: {
    heading: '一、总体情况',
    columns: ['项目', NUMBER_COLUMN],
    rows: [
      '诉求总数',
      '其中：在办',
      '其中：已办结',
      '其中：看不出是否办结',
      '有严重问题的',
      '最重为一般问题的',
      '只有提示的',
      '检查过、没有发现问题的',
      '有无法判定事项的（可与以上各项重叠）',
    ],
    setAside: '已搁置的问题（误报、暂缓），条数，不计入以上各项',
  },
  vanished: {
    heading: (since) => `未销号而从台账中消失的诉求（${longDate(since)}快照中有）`,
    columns: ['责任股室', '编号', '当时状态', '应办结日'],
    note: '请查明去向：误删的补回；合并、误录的在备注中写明后再保存快照。',
  },
  states: { heading: '二、按办理状态', columns: ['状态', NUMBER_COLUMN] },
  rules: {
    heading: '三、按问题',
    columns: ['问题', '严重程度', NUMBER_COLUMN, '能否整改'],
    none: '各项规则均已执行，没有发现问题。',
  },
  units: {
    heading: '四、按责任股室',
    columns: ['责任股室', '诉求件数', '在办', '超期', '临期', '有严重问题', '一般问题', '只有提示', '有无法判定'],
    unnamed: '（未明确责任股室）',
    shared: '注：一件诉求有几个责任股室的，各股室分别计入，合计会大于诉求总数。',
  },
  categories: {
    heading: '五、按甄别分类',
    columns: ['分类', NUMBER_COLUMN],
    toVerify: '待核实（文中字句需人工核实，不作认定）',
  },
  unjudged: {
    heading: '六、无法判定的事项',
    none: '没有因单元格内容而无法判定的事项。',
    line: (rule, cases, why) => `${rule}：${formatNumber(cases)} 件无法判定。${why}`,
  },
  missing: {
    heading: '七、台账缺少的列',
    none: '规则所需的列都有。',
    line: (labels, rules) => `没有${quoted(labels)}列，无法判定：${rules.join('、')}。`,
    others: (labels) => `另外没有${quoted(labels)}列，按没有这些情况处理，不影响判定。`,
  },
  pack: {
    heading: '八、依据的规则',
    lines: (pack) => [
      `规则包：${pack.title}，版本 ${pack.version}，维护单位：${pack.owner}`,
      `施行日期：${pack.effective.from === null ? '未定' : longDate(pack.effective.from)} 起${
        pack.effective.to === null ? '，未定截止' : `至 ${longDate(pack.effective.to)}`
      }`,
      `校验码：${pack.sha256}`,
    ],
  },
  notWritten: {
    changed: '检查后已变更、未写入结果的行',
    added: '检查后新增、尚未检查的行',
    vanished: '检查后已删除的行',
  },
};

/** The words of the columns and sheets that are written back. */
export const PLAN_WORDS: PlanWords = {
  columns: ['督查·状态', '督查·应办结日', '督查·剩余天数', '督查·甄别建议', '督查·问题', '督查·整改建议'],
  sheetNames: {
    summary: '督查汇总',
    findings: '督查问题',
    ruleRuns: '规则执行',
    setAside: '督查搁置',
    snapshots: '督查快照',
  },
  rowChanged: '已变更，未写入',
  rowAdded: '新增，未检查',
  yes: YES,
  no: NO,
  findings: {
    title: '诉求台账督查问题清单',
    headings: ['序号', '单元格', '编号', '责任股室', '严重程度', '问题', '依据', '整改建议', '能否整改', '状态'],
    none: '检查过，没有发现问题。',
  },
  ruleRuns: {
    title: '规则执行情况',
    headings: [
      '规则',
      '严重程度',
      '发现问题',
      '无问题',
      '不适用',
      '无法判定',
      '缺列无法判定',
      '无法判定的原因',
      '依据',
      '规则代号',
    ],
  },
  setAside: {
    title: '督查搁置',
    note: '由人认定为误报或暂缓的问题。到期、或所依据的内容变了，问题自动恢复；删去一行即恢复该问题。后三列供程序核对，请勿改动。',
  },
  snapshots: {
    title: '督查快照',
    note: '由程序保存，用来比对各件诉求的变化，不含个人信息，请勿改动。删去本表只丢失历史，不影响台账。',
  },
  summary: SUMMARY,
  state: (state) => STATE_WORDS[state],
  severity: (severity) => SEVERITY_WORDS[severity],
  category: (category) => CATEGORY_WORDS[category],
  suggestion: saySuggestion,
  problem: sayMessage,
  advice: sayAdvice,
  reason: sayReason,
  reasonInGeneral: sayReasonInGeneral,
  problems: (findings, unjudged, aside) =>
    [
      ...numbered(findings),
      ...(unjudged.length === 0 ? [] : [`无法判定：${unjudged.join('；')}。`]),
      ...(aside.length === 0 ? [] : [`已搁置：${aside.join('；')}。`]),
    ].join('\n'),
  aside: sayAside,
  standing: (aside) => (aside === null ? '待处理' : sayStanding(aside)),
  advices: (advices) => numbered(advices).join('\n'),
  row: (row) => `第 ${row} 行`,
  reasons: (reasons, more) => (reasons.length === 0 ? '' : `${reasons.join('；')}${more ? '；等' : ''}。`),
  missingColumns: (labels) => `台账没有${quoted(labels)}列`,
  // Not the file's name: an annotated copy has another, and writing twice must equal writing once.
  headLine: ({ sheet, cases, today, pack, rules }: PlanHead) =>
    `台账：工作表“${sheet}”，${formatNumber(cases)} 件；以 ${longDate(today)} 为准；规则 ${pack.title} ${pack.version}，${rules} 条`,
  footer: ({ sheet, today }) => `${sheet}　截止日期：${formatIso(today)}`,
};

/** One finding needs no number; several get 1. 2. 3. */
const numbered = (lines: readonly string[]): string[] =>
  lines.length > 1 ? lines.map((line, at) => `${at + 1}. ${line}`) : [...lines];

/**
 * What the sorting says: 认定 for what a person decided, 建议 for what rules suggest. Conduct is never called
 * unlawful on a rule's word: the words that were found are quoted, to be verified by a person.
 */
export function saySuggestion(classification: Classification): string {
  const { merit, conduct, hardship, treatments, toVerify, evidence } = classification;
  const parts: string[] = [];
  if (merit.source === 'decided') parts.push(`认定：${MERIT_WORDS[merit.value]}`);
  else if (merit.value !== 'undetermined') parts.push(`建议：${MERIT_WORDS[merit.value]}`);
  if (conduct.source === 'decided' && conduct.value === 'unlawful') {
    parts.push(
      classification.category === 'unlawful'
        ? `认定：${CONDUCT_WORDS.unlawful}`
        : '所填违法行为缺少认定机关或文书，暂不计入',
    );
  }
  if (toVerify) {
    const words = evidence.filter(({ axis }) => axis === 'conduct').flatMap((found) => found.words);
    parts.push(words.length === 0 ? '行为情况请人工核实' : `文中出现“${[...new Set(words)].join('”“')}”，请人工核实`);
  }
  if (hardship.value === 'yes') parts.push(hardship.source === 'decided' ? '认定：生活困难' : '建议核实生活困难情况');
  if (treatments.length > 0)
    parts.push(`处理：${treatments.map((treatment) => TREATMENT_WORDS[treatment]).join('、')}`);
  return parts.length === 0 ? '尚无甄别建议，请人工甄别' : parts.join('；');
}
