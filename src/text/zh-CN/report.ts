import type { CheckedLedger } from '../../core/check/checkedLedger';
import { ledgerFindings } from '../../core/check/ledgerFindings';
import { weekday } from '../../core/dates/civil';
import { DUE_STATES } from '../../core/facts/dueStates';
import { columnsMasker } from '../../core/masking/ledgerMasker';
import type { Problem } from '../../core/problem';
import { columnLetters } from '../../core/ledger/grid';
import { Outcome } from '../../core/rules/outcome';
import type { RulePack } from '../../core/rules/pack';
import { totalLedger, type LedgerTotals } from '../../core/writeplan/ledgerTotals';
import type { ReturnedEntry } from '../../core/setAside/applySetAside';
import type { WriteReport } from '../../core/writeplan/plan';
import type { Rekeyed } from '../../core/writeplan/rowKeys';
import { SEVERITY_ORDER, findingOrder, tallyRule, type FindingOrder } from '../../core/writeplan/planSource';
import { vanishedCases } from '../../core/snapshots/vanished';
import { whyUnjudged } from '../../core/writeplan/ruleRunsSheet';
import { longDate, WEEKDAYS } from './dates';
import { sayAdviceMasked, sayMessageMasked } from './messages';
import { sayNote } from './notes';
import { PLAN_WORDS } from './planWords';
import { sayProblem } from './problems';
import { formatNumber } from './sentence';
import { sayAside } from './setAside';
import { sayVanished } from './snapshots';
import { VIEW_WORDS } from './viewWords';
import { padEnd } from './width';
import { CATEGORY_WORDS, SEVERITY_WORDS, STATE_SIGNS, STATE_WORDS } from './words';

/** What the report of a check is made from. */
export interface ReportSource {
  readonly file: string;
  readonly checked: CheckedLedger;
  readonly companionProblems: readonly Problem[];
  /** What people set aside of the findings, and what of it holds no more. */
  readonly setAside: { readonly count: number; readonly returned: readonly ReturnedEntry[] };
  /** Packs of the run that do not judge today. */
  readonly otherPacks?: readonly RulePack[];
}

const CASES_SHOWN = 10;
const FINDINGS_SHOWN = 5;

/** The report of a check as a person reads it on a terminal: petitioners appear by number and row only. */
export function* sayReport(source: ReportSource): Generator<string> {
  const { checked } = source;
  const totals = totalLedger(checked);
  const order = findingOrder(checked);
  yield* opening(source);
  const vanished = vanishedCases(checked);
  if (vanished.cases.length > 0) yield `${SEVERITY_WORDS.error}：${sayVanished(vanished)}`;
  if (checked.table.count === 0) {
    yield '';
    yield '台账里还没有诉求（0 件），没有可检查的内容。';
    return;
  }
  yield* overall(checked, totals, order);
  yield* byRule(checked, order);
  yield* mostUrgent(checked, order);
  yield* setApart(source);
  // Where nothing was found, sections 二 and 三 are left out and the rest moves up.
  const [unjudgedAt, columnsAt, companionsAt] =
    order.count === 0 ? (['二', '三', '四'] as const) : (['四', '五', '六'] as const);
  yield* unjudged(checked, unjudgedAt);
  yield* missingColumns(source, columnsAt, companionsAt);
}

function* opening({ file, checked, otherPacks = [] }: ReportSource): Generator<string> {
  const { table, today, pack } = checked;
  const rows = table.headerRows;
  const header = rows.length > 1 ? `${rows[0]}—${rows[rows.length - 1]}` : String(rows[0] ?? '');
  yield '诉求台账督办报告';
  yield `台账：${file}，工作表“${table.sheet}”（表头在第 ${header} 行），${formatNumber(table.count)} 件`;
  yield `日期：以 ${longDate(today)} ${WEEKDAYS[weekday(today) - 1] ?? ''} 为准`;
  yield `规则：${pack.title} ${pack.version}，${pack.rules.length} 条`;
  for (const { title, version, effective } of otherPacks) {
    const since = effective.from === null ? '' : `${longDate(effective.from)}起施行，`;
    yield `　　　另有 ${title} ${version}（${since}当天不以它判定；起算日适用的法定期限仍从它取）`;
  }
}

function* overall(checked: CheckedLedger, totals: LedgerTotals, order: FindingOrder): Generator<string> {
  const { all, categories, toVerify } = totals;
  const n = formatNumber;
  yield '';
  yield '一、总体情况';
  const unknown = all.openUnknown > 0 ? `，看不出是否办结 ${n(all.openUnknown)} 件` : '';
  yield `  ${n(all.cases)} 件诉求：在办 ${n(all.open)} 件，已办结 ${n(all.closed)} 件${unknown}`;
  yield `  办理状态：${DUE_STATES.filter((state) => all.states[state] > 0)
    .map((state) => `${STATE_SIGNS[state]} ${STATE_WORDS[state]} ${n(all.states[state])} 件`)
    .join('　')}`;
  const sorted = (Object.keys(CATEGORY_WORDS) as (keyof typeof CATEGORY_WORDS)[]).filter((key) => categories[key] > 0);
  yield `  甄别分类：${sorted.map((key) => `${CATEGORY_WORDS[key]} ${n(categories[key])} 件`).join('，')}${
    toVerify > 0 ? `；另有 ${n(toVerify)} 件文中字句待人工核实` : ''
  }`;
  if (order.count === 0) {
    const wanting = new Set(ledgerFindings(checked).flatMap(({ rules }) => rules)).size;
    const scope = `${n(all.cases)} 件，${checked.pack.rules.length} 条规则${
      wanting > 0 ? `，其中 ${wanting} 条因缺列无法判定` : ''
    }`;
    yield all.unjudged === 0
      ? `  检查过，没有发现问题（${scope}）`
      : `  没有发现问题，但有 ${n(all.unjudged)} 件存在无法判定的事项（${scope}）`;
    return;
  }
  yield `  ${n(all.cases)} 件中：有严重问题 ${n(all.worst.error)} 件，一般问题 ${n(all.worst.warning)} 件，只有提示 ${n(
    all.worst.notice,
  )} 件，检查过没有问题 ${n(all.clean)} 件；有无法判定事项的 ${n(all.unjudged)} 件`;
}

function* byRule(checked: CheckedLedger, order: FindingOrder): Generator<string> {
  if (order.count === 0) return;
  yield '';
  yield `二、按问题（共 ${formatNumber(order.count)} 条）`;
  const found = checked.pack.rules
    .map((rule, at) => ({ rule, count: tallyRule(checked, at).flagged }))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) => SEVERITY_ORDER.indexOf(a.rule.severity) - SEVERITY_ORDER.indexOf(b.rule.severity) || b.count - a.count,
    );
  for (const { rule, count } of found) {
    yield `  ${SEVERITY_WORDS[rule.severity]}　${padEnd(rule.title, 36)} ${formatNumber(count)} 件${
      rule.mendable ? '' : '（已成事实，只作记录）'
    }`;
  }
}

function* mostUrgent(checked: CheckedLedger, order: FindingOrder): Generator<string> {
  if (order.count === 0) return;
  const cases: number[] = [];
  const seen = new Set<number>();
  for (let position = 0; position < order.count; position++) {
    const { index } = order.at(position);
    if (seen.has(index)) continue;
    seen.add(index);
    if (cases.length < CASES_SHOWN) cases.push(index);
  }
  yield '';
  yield `三、先办这些（${cases.length} 件，共 ${formatNumber(seen.size)} 件有问题）`;
  for (const index of cases) yield* urgentCase(checked, index);
}

function* urgentCase(checked: CheckedLedger, index: number): Generator<string> {
  const { table, pack } = checked;
  const number = table.seen('caseNo', index) || table.seen('serial', index);
  const state = checked.dueState(index);
  const on = checked.dueOn(index);
  const left = checked.daysLeft(index);
  const days = left === null ? '' : left < 0 ? ` ${formatNumber(-left)} 天` : `，还有 ${formatNumber(left)} 天`;
  const due = on === null ? '' : `（应于 ${longDate(on)} 办结）`;
  const unit = table.seen('unit', index).replace(/\s+/g, ' ').trim() || '（未明确责任股室）';
  yield `  第 ${table.rowNumbers[index] ?? 0} 行${number === '' ? '' : `　${number}`}　${unit}　${STATE_SIGNS[state]} ${STATE_WORDS[state]}${days}${due}`;
  const flagged = pack.rules
    .map((rule, at) => ({ rule, at }))
    .filter(({ at }) => checked.outcome(at, index) === Outcome.flagged)
    .sort(
      (a, b) =>
        Number(b.rule.mendable) - Number(a.rule.mendable) ||
        SEVERITY_ORDER.indexOf(a.rule.severity) - SEVERITY_ORDER.indexOf(b.rule.severity),
    );
  for (const { rule, at } of flagged.slice(0, FINDINGS_SHOWN)) {
    const finding = checked.explain(index, at);
    yield `    · [${SEVERITY_WORDS[rule.severity]}] ${sayMessageMasked(finding)}　→ ${sayAdviceMasked(finding)}`;
  }
  if (flagged.length > FINDINGS_SHOWN) yield `    · 另有 ${flagged.length - FINDINGS_SHOWN} 条，见 --out 的“督查问题”`;
}

/** What people set aside, one line each, and what of it came back: apart, and never left out. */
function* setApart({ checked, setAside }: ReportSource): Generator<string> {
  if (setAside.count === 0 && setAside.returned.length === 0) return;
  const order = findingOrder(checked, undefined, 'setAside');
  // What a person wrote of a finding may name another.
  const masker = columnsMasker(checked);
  yield '';
  yield `另：由人认定误报、暂缓，已搁置的问题 ${formatNumber(order.count)} 条（不计入以上各项）`;
  for (let position = 0; position < order.count; position++) {
    const { rule, index } = order.at(position);
    const aside = checked.setAside(rule, index);
    const number = checked.table.seen('caseNo', index) || checked.table.seen('serial', index);
    const row = `第 ${checked.table.rowNumbers[index] ?? 0} 行${number === '' ? '' : `　${number}`}`;
    if (aside) yield `  ${row}　${masker.mask(sayAside(sayMessageMasked(checked.explain(index, rule)), aside))}`;
  }
  for (const returned of setAside.returned) yield `  ${VIEW_WORDS.notes.returned(returned)}`;
}

function* unjudged(checked: CheckedLedger, number: string): Generator<string> {
  const lines: string[] = [];
  checked.pack.rules.forEach((rule, at) => {
    const { cannotJudge } = tallyRule(checked, at);
    if (cannotJudge > 0) {
      lines.push(
        `  ${padEnd(rule.title, 36)} ${formatNumber(cannotJudge)} 件：${whyUnjudged(checked, at, PLAN_WORDS, false)}`,
      );
    }
  });
  yield '';
  yield `${number}、无法判定的（不等于没有问题）`;
  if (lines.length === 0) yield '  没有因单元格内容而无法判定的事项';
  yield* lines;
}

function* missingColumns(
  { checked, companionProblems }: ReportSource,
  number: string,
  next: string,
): Generator<string> {
  const missing = ledgerFindings(checked);
  const { conflicts } = checked.table;
  yield '';
  yield `${number}、台账的列`;
  if (missing.length === 0) yield '  没有因缺列而无法判定的规则';
  else yield '  以下各列台账里没有，相应的规则无法判定；补上列，或改清列名后即可判定：';
  for (const { labels, ambiguous, ruleTitles } of missing) {
    const named = labels.map((label) => `“${label}”${ambiguous.includes(label) ? '（列名有歧义，未采用）' : ''}`);
    yield `  · ${named.join('、')}：${ruleTitles.join('、')}`;
  }
  for (const { fields, columns, headings } of conflicts) {
    const labels = fields.map((field) => checked.pack.fields.find(({ id }) => id === field)?.label ?? field);
    const named = headings.map((heading, at) => `${columnLetters(columns[at] ?? 0)} 列“${heading}”`);
    const fit =
      named.length > 1
        ? `都像“${labels.join('、')}”`
        : labels.map((label, at) => `${at === 0 ? '既' : '又'}像“${label}”`).join('');
    yield `  列名有歧义：${named.join('、')}${fit}，未采用；请改清列名`;
  }
  if (companionProblems.length > 0) {
    yield '';
    yield `${next}、工作簿自带的名册、节假日等`;
    const masker = columnsMasker(checked);
    for (const problem of companionProblems) yield `  ${masker.mask(sayProblem(problem))}`;
  }
}

/** What was written where, and what was not. */
export function* sayWritten(path: string, { report, rekeyed }: WrittenSource): Generator<string> {
  yield '';
  const rows = report.columnsWritten ? `批注 ${formatNumber(report.rowsWritten)} 行，` : '';
  yield `已另存为“${path}”：${rows}工作表 ${report.sheets.map(({ name }) => `“${name}”`).join('、')}；原台账未改动。`;
  if (rekeyed.changed.length > 0) yield `其中 ${rekeyed.changed.length} 行在检查后已变更，未写入结果；请重新检查。`;
  for (const note of report.notes) yield sayNote(note);
}

interface WrittenSource {
  readonly report: WriteReport;
  readonly rekeyed: Pick<Rekeyed, 'changed'>;
}
