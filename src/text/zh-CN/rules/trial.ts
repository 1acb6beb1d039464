import type { RulesTrial, TriedRule } from '../../../core/check/rulesTrial';
import { weekday } from '../../../core/dates/civil';
import { longDate, WEEKDAYS } from '../dates';
import { sayPoints } from '../scoring';
import { formatNumber } from '../sentence';
import { SEVERITY_WORDS } from '../words';

/** So many rows are named; JSON has them all. */
const ROWS_NAMED = 12;

const rowsOf = (rows: readonly number[]): string =>
  `${rows.slice(0, ROWS_NAMED).join('、')}${rows.length > ROWS_NAMED ? ` 等 ${formatNumber(rows.length)}` : ''} 行`;

/** What other rules would change on a ledger, as a person reads it on a terminal. */
export function* sayTrial({ file, before, after, rules, due, scores }: RulesTrial): Generator<string> {
  const { table, today } = after;
  const [was, is] = [before.pack, after.pack];
  yield '试用规则：只比较，没有写入任何内容';
  yield `台账：${file}，工作表“${table.sheet}”，${formatNumber(table.count)} 件；以 ${longDate(today)} ${WEEKDAYS[weekday(today) - 1] ?? ''} 为准`;
  yield `现用：${was.title} ${was.version}，${was.rules.length} 条`;
  yield `试用：${is.title} ${is.version}，${is.rules.length} 条`;
  yield '';
  yield '一、问题';
  if (rules.length === 0) yield '  各条规则的结果都相同。';
  for (const rule of rules) yield sayRule(rule);
  yield '';
  yield '二、应办结日';
  if (due.length === 0) yield '  没有变化。';
  else yield `  ${formatNumber(due.length)} 件不同：${rowsOf(due.map(({ row }) => row))}`;
  yield '';
  yield '三、各单位得分';
  if (scores.length === 0) yield '  没有变化。';
  for (const one of scores) yield `  ${one.name}：${sayTotal(one.before)} → ${sayTotal(one.after)}`;
}

const sayTotal = (total: number | null): string => (total === null ? '不计分' : sayPoints(total));

function sayRule({ title, severity, before, after, came, went, unjudged, judged }: TriedRule): string {
  const parts = [
    came.length === 0 ? '' : `新增 ${came.length} 件（第 ${rowsOf(came)}）`,
    went.length === 0 ? '' : `减少 ${went.length} 件（第 ${rowsOf(went)}）`,
    unjudged.length === 0 ? '' : `${unjudged.length} 件变为无法判定（第 ${rowsOf(unjudged)}）`,
    judged.length === 0 ? '' : `${judged.length} 件不再是无法判定（第 ${rowsOf(judged)}）`,
  ];
  return `  ${title}（${SEVERITY_WORDS[severity]}）：${before} 件 → ${after} 件；${parts.filter((part) => part !== '').join('；')}`;
}
