import type { CaseStepId, ReminderWords, ViewWords } from '../../core/check/viewWords';
import type { Classification, Evidence } from '../../core/classify/classification';
import { columnLetters } from '../../core/ledger/grid';
import { ASIDE_KINDS } from '../../core/ledger/readSetAside';
import type { MappingConflict } from '../../core/ledger/table';
import type { ReturnedEntry } from '../../core/setAside/applySetAside';
import { dayWithWeekday, longDate } from './dates';
import { mask, maskNames } from './mask';
import { saySentence } from './rules/explain';
import { clerkNames } from './rules/names';
import { formatNumber } from './sentence';
import { CATEGORY_WORDS, CONDUCT_WORDS, LIMIT_KIND_WORDS } from './words';

const NO_UNIT = '（未明确责任股室）';

const STEP_WORDS: Readonly<Record<CaseStepId, string>> = {
  registered: '登记',
  assigned: '交办',
  received: '受理',
  notified: '告知',
  plan: '方案',
  review: '调度',
  closed: '办结',
  replied: '答复',
  reported: '反馈',
  signedOff: '销号',
};

const AXIS_WORDS: Readonly<Record<Evidence['axis'], string>> = {
  merit: '诉求',
  conduct: '行为（待核实）',
  hardship: '生活困难',
};

/** A sentence with its full stop. */
const stop = (sentence: string): string => sentence.replace(/[。；]?$/, '。');

const more = (cases: number): string[] => (cases > 0 ? [`另有 ${formatNumber(cases)} 件，见台账的督查列。`] : []);

const REMINDER: ReminderWords = {
  text: ({ unit, today, cases }, lines) =>
    [
      `${unit}：`,
      `截至 ${longDate(today)}，以下 ${formatNumber(cases)} 件诉求需请贵单位办理或补正：`,
      ...lines,
      ...more(cases - lines.length),
      '请办理后在台账中更新；已经办理的，请补填日期和结果。如有出入，请与督查人员联系。谢谢支持。',
    ].join('\n'),
  line: (position, label, petitioner, findings) => {
    const several = findings.length > 1;
    const told = findings.map(({ what, next }, at) => `${several ? `（${at + 1}）` : ''}${stop(what)}${stop(next)}`);
    return `${position}. ${label}${petitioner === '' ? '' : `（${petitioner}）`}：${told.join('')}`;
  },
  keptBackUnit: '需回避的诉求（请勿发给被反映的单位和个人）',
  keptBack: ({ today, cases }, lines) =>
    [
      `截至 ${longDate(today)}，以下 ${formatNumber(cases)} 件检举控告类诉求需要回避，没有列入责任股室的催办，请分管领导另行交办：`,
      ...lines,
      ...more(cases - lines.length),
    ].join('\n'),
  keptBackLine: (position, label, unit, why) =>
    `${position}. ${label}：${
      why === 'accused' ? `反映的是“${unit}”或其人员` : '没有写明被反映单位（人），看不出需要回避谁'
    }。`,
};

const RETURNED: Readonly<Record<ReturnedEntry['why'], string>> = {
  expired: '已过有效期，问题恢复列出',
  changed: '所依据的内容已变，问题恢复列出',
  lost: '在台账里找不到对应的诉求',
};

/** What the views of the pane say beside the rules' own words. */
export const VIEW_WORDS: ViewWords = {
  caseLabel: (caseNo, serial, row) => caseNo || (serial === '' ? `第 ${row} 行` : `序号 ${serial}`),
  noUnit: NO_UNIT,
  maskNames,
  mask,
  caseHeading: (label, petitioner, unit) => [label, petitioner, unit].filter((part) => part !== '').join('　'),
  dueThisWeek: {
    title: '一周内到期',
    what: (daysLeft, on) => `还剩 ${daysLeft} 天到期（应于 ${longDate(on)} 办结）。`,
    next: '请责任股室本周核对进展，安排好答复；确实办不完的，在到期之前报批延期。',
  },
  clarities: (titles) => `${titles.join('、')}。`,
  reasons: (reasons) => `${reasons.join('；')}。`,
  unjudgedNext: (title) => `改好之后就能判定“${title}”；无法判定不等于没有问题。`,
  outcome: (told, pack) => saySentence(told, clerkNames(pack)),
  dueKind: (kind) => (kind === null ? '' : kind === 'statutory' ? '法定期限' : (LIMIT_KIND_WORDS[kind] ?? kind)),
  step: (step) => STEP_WORDS[step],
  day: (day) => `${longDate(day).slice(0, 5)}${dayWithWeekday(day)}`,
  signedOff: '已销号',
  notSignedOff: '未销号',
  category: sayCategory,
  axis: (axis) => AXIS_WORDS[axis],
  reminder: REMINDER,
  notes: {
    conflict: sayConflict,
    returned: ({ entry, why, row }) =>
      `${row === null ? '' : `第 ${row} 行`}${entry.caseNo === '' ? '' : `（${entry.caseNo}）`}“${entry.title}”标记的${ASIDE_KINDS[entry.kind]}${RETURNED[why]}。`,
    mergesUnknown: '这个版本的 Excel 看不出合并的单元格；合并处下方各行按空白读取，可能无法判定。',
  },
  write: {
    changed: (rows) => `有 ${formatNumber(rows)} 行在检查后已变更，未写入结果，请重新检查。`,
    added: (rows) => `有 ${formatNumber(rows)} 行是检查后新增的，尚未检查。`,
    vanished: (rows) => `有 ${formatNumber(rows)} 件在检查后已从台账删除。`,
    marksOff: '这个版本的 Excel 不能给单元格标色，结果已写入，未标色。',
    marksMoved: '检查之后有行移动了位置，结果已写到各自的行，未标色；请重新检查后再标色。',
    sheetProtected: '台账工作表受保护，右侧不添加督查列，结果只写在督查工作表中。',
  },
};

/** What counts today: by a person's decision, else that none was made. A suggestion is said elsewhere, as one. */
function sayCategory({ category, merit, conduct }: Classification): string {
  if (category === 'unlawful') return CONDUCT_WORDS.unlawful + '（已认定）';
  if (merit.source === 'decided' || conduct.source === 'decided') return CATEGORY_WORDS[category];
  return category === 'undetermined' ? CATEGORY_WORDS.undetermined : `${CATEGORY_WORDS[category]}（建议，尚未甄别）`;
}

function sayConflict({ columns, headings }: MappingConflict, labels: readonly string[]): string {
  const named = headings.map((heading, at) => `${columnLetters(columns[at] ?? 0)} 列“${heading}”`);
  const fit =
    named.length > 1
      ? `都像“${labels.join('、')}”`
      : labels.map((label, at) => `${at === 0 ? '既' : '又'}像“${label}”`).join('');
  return `列名有歧义：${named.join('、')}${fit}，未采用。请改清列名，或在设置里指定。`;
}
