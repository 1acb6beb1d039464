import type { CaseExplanation, ExplainedOutcome } from '../../../core/check/caseExplanation';
import { isUnknown } from '../../../core/facts/column';
import type {
  ExplainedCondition,
  ExplainedLeaf,
  ExplainedRule,
  SeenCell,
  SeenFact,
} from '../../../core/rules/explainTree';
import type { Truth } from '../../../core/rules/judge';
import { Outcome } from '../../../core/rules/outcome';
import { weekday } from '../../../core/dates/civil';
import { longDate, WEEKDAYS } from '../dates';
import { mask } from '../mask';
import { sayAdviceMasked, sayMessageMasked } from '../messages';
import { sayProof } from '../proof';
import { sayReasonMasked } from '../reasons';
import { quote } from '../sentence';
import { displayWidth } from '../width';
import { SEVERITY_WORDS } from '../words';
import { sayFactValue, sayLeaf, sayTest, type FactNames } from './conditions';
import { factNames } from './names';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  [Outcome.notApplicable]: '不适用',
  [Outcome.clean]: '没有问题',
  [Outcome.flagged]: '有问题',
  [Outcome.cannotJudge]: '无法判定',
};
const TRUTH_WORDS: Readonly<Record<Truth, string>> = { true: '真　', false: '假　', unknown: '未知' };

/** More cells behind a fact than this say less than their number. */
const MOST_CELLS = 4;
const LINE = 100;

/** Why the rules say what they say of one case, as a person reads it on a terminal. */
export function* sayExplanation(source: CaseExplanation): Generator<string> {
  const { checked, file, row, index, outcomes, explained } = source;
  const { table, pack, today } = checked;
  const number = table.seen('caseNo', index) || table.seen('serial', index);
  const names = factNames(pack);
  yield `${file}，工作表“${table.sheet}”，第 ${row} 行${number === '' ? '' : `（${number}）`}`;
  yield `以 ${longDate(today)} ${WEEKDAYS[weekday(today) - 1] ?? ''} 为准；规则：${pack.title} ${pack.version}`;
  if (outcomes.length > 1) yield* brief(source);
  for (const one of explained) {
    yield '';
    yield* inFull(one, names);
  }
  if (explained.length > 0) {
    yield '';
    yield '▶ 标出决定结果的条件；真、假、未知是这一行对该条件的回答，未知不当作真，也不当作假。';
  }
}

function* brief({ outcomes }: CaseExplanation): Generator<string> {
  yield '';
  const groups = [
    [Outcome.flagged, false],
    [Outcome.cannotJudge, false],
    [Outcome.cannotJudge, true],
    [Outcome.clean, false],
    [Outcome.notApplicable, false],
  ] as const;
  for (const [outcome, wantsColumn] of groups) {
    const titles = outcomes
      .filter((one) => one.outcome === outcome && one.wantsColumn === wantsColumn)
      .map(({ rule }) => rule.title);
    const head = wantsColumn ? '台账缺列，无法判定' : OUTCOME_WORDS[outcome];
    if (titles.length > 0) yield* wrapped(`${head} ${titles.length} 条：`, titles);
  }
}

/** A list over several lines, the following ones set in. */
function* wrapped(head: string, items: readonly string[]): Generator<string> {
  let line = `  ${head}`;
  for (const [at, item] of items.entries()) {
    const piece = at < items.length - 1 ? `${item}、` : item;
    if (displayWidth(line + piece) > LINE) {
      yield line;
      line = '    ';
    }
    line += piece;
  }
  yield line;
}

function* inFull(outcome: ExplainedOutcome, names: FactNames): Generator<string> {
  const { tree, explanation } = outcome;
  const { rule } = tree;
  yield `【${rule.title}】（${rule.name}，${SEVERITY_WORDS[rule.severity]}）：${OUTCOME_WORDS[explanation.outcome]}`;
  yield `  ${saySentence(outcome, names)}`;
  if (explanation.outcome === Outcome.flagged) {
    yield `  问题：${sayMessageMasked(explanation)}`;
    yield `  建议：${sayAdviceMasked(explanation)}`;
    yield `  依据：${rule.basis}`;
  }
  const told = new Set<string>();
  if (tree.appliesWhen) yield* root('什么情况下才看', tree.appliesWhen, { names, told });
  yield* root('什么算有问题', tree.conditions, { names, told });
}

/** What a picture is drawn with: names, and the facts whose cells it has told already. */
interface Drawing {
  readonly names: FactNames;
  readonly told: Set<string>;
}

function* root(title: string, condition: ExplainedCondition, drawing: Drawing): Generator<string> {
  yield `  ${title}：${TRUTH_WORDS[condition.truth].trimEnd()}`;
  yield* branch(single(condition), '  ', true, drawing);
}

/** A group of one says no more than the one. */
function single(condition: ExplainedCondition): ExplainedCondition {
  const only = condition.kind === 'all' || condition.kind === 'any' ? condition.of : [];
  return only.length === 1 && only[0] ? single(only[0]) : condition;
}

const GROUP_WORDS = { all: '以下全部成立', any: '以下任一成立', not: '以下不成立' } as const;

function* branch(condition: ExplainedCondition, indent: string, last: boolean, drawing: Drawing): Generator<string> {
  const mark = condition.decides && condition.kind === 'leaf' ? '▶' : '　';
  const head = `${indent}${last ? '└─' : '├─'} ${TRUTH_WORDS[condition.truth]} ${mark} `;
  const below = `${indent}${last ? '   ' : '│  '}`;
  if (condition.kind === 'leaf') {
    yield head + sayLeaf(condition.leaf, drawing.names);
    for (const seen of [condition.left, condition.right])
      if (seen) yield* sayWhere(seen, `${below}        `, drawing.told);
    if (condition.found.length > 0)
      yield `${below}        文中写有：${condition.found.map((word) => `“${word}”`).join('、')}`;
    return;
  }
  yield head + GROUP_WORDS[condition.kind];
  const inner = condition.kind === 'not' ? [condition.of] : condition.of;
  for (const [at, one] of inner.entries()) yield* branch(single(one), below, at === inner.length - 1, drawing);
}

/** The value seen, and the cells it comes from; a due day with its proof. */
function* sayWhere(seen: SeenFact, indent: string, told: Set<string>): Generator<string> {
  const { fact, label, cell, restsOn, proof } = seen;
  if (told.has(fact)) {
    yield `${indent}${label}：${saySeen(seen)}（来处同上）`;
    return;
  }
  told.add(fact);
  const from = cell ? (cell.cell === null ? [] : [cell]) : restsOn;
  const shown = from.slice(0, MOST_CELLS).map((one) => sayCell(one, cell !== null));
  const more = from.length > MOST_CELLS ? `等 ${from.length} 格` : '';
  const source = shown.length === 0 ? '' : `　← ${shown.join('，')}${more}`;
  yield `${indent}${label}：${saySeen(seen)}${source}`;
  for (const step of proof) yield `${indent}  · ${sayProof(step)}`;
}

function sayCell({ cell, label, seen, personal }: SeenCell, own: boolean): string {
  const text = seen === '' ? '（空）' : `“${quote(personal ? mask(seen) : seen)}”`;
  return own ? `${cell ?? ''} ${text}` : `${cell ?? ''} ${label}${text}`;
}

/** A fact's value in words; why it is not known where it is not. */
export function saySeen(seen: SeenFact): string {
  const { value, type, personal } = seen;
  if (value === null || value === '') return '（空）';
  if (isUnknown(value)) return sayReasonMasked(reasonOf(seen));
  if (typeof value === 'number' && Number.isNaN(value)) return '（不是确定的日期）';
  if (personal && typeof value !== 'number' && typeof value !== 'boolean')
    return typeof value === 'string' ? mask(value) : value.map(mask).join('、');
  return sayFactValue(value, type);
}

function reasonOf({ fact, label, value, cell, restsOn }: SeenFact): Parameters<typeof sayReasonMasked>[0] {
  const why = isUnknown(value) ? value : null;
  const blamed = cell ?? restsOn.find(({ field }) => field === why?.field) ?? null;
  return {
    fact,
    label,
    why,
    field: blamed?.field ?? why?.field ?? null,
    fieldLabel: blamed?.label ?? null,
    cell: blamed?.cell ?? null,
    seen: blamed?.seen ?? '',
    personal: blamed?.personal ?? false,
  };
}

/** The whole in one sentence, as a clerk would tell a colleague. */
export function saySentence({ tree, explanation, wantsColumn }: ExplainedOutcome, names: FactNames): string {
  const { rule } = tree;
  const because = (condition: ExplainedCondition | null): string =>
    condition === null
      ? ''
      : decidingLeaves(condition)
          .map((leaf) => saySeenLeaf(leaf, names))
          .join('，');
  const title = `“${rule.title}”`;
  if (!tree.inForce) return `${title}这条规则在检查当天没有施行，所以不适用。`;
  switch (explanation.outcome) {
    case Outcome.notApplicable:
      return `因为${because(tree.appliesWhen)}，所以${title}不适用于这一件。`;
    case Outcome.clean:
      return `因为${because(tree.conditions)}，所以${title}没有问题。`;
    case Outcome.flagged:
      return `因为${[because(tree.appliesWhen), because(tree.conditions)].filter((part) => part !== '').join('，而且')}，所以${title}列为问题。`;
    case Outcome.cannotJudge: {
      const reasons = explanation.reasons.map(sayReasonMasked).join('；');
      const undecided = reasons === '' ? undecidedOf(tree, because) : reasons;
      return `因为${undecided}，所以${title}无法判定${wantsColumn ? '（全台账都是这样，补上这一列后才能判定）' : ''}，不等于没有问题。`;
    }
  }
}

const undecidedOf = (
  { appliesWhen, conditions }: ExplainedRule,
  because: (one: ExplainedCondition) => string,
): string => because(appliesWhen?.truth === 'unknown' ? appliesWhen : conditions);

function decidingLeaves(condition: ExplainedCondition): readonly ExplainedLeaf[] {
  if (!condition.decides) return [];
  if (condition.kind === 'leaf') return [condition];
  return (condition.kind === 'not' ? [condition.of] : condition.of).flatMap(decidingLeaves);
}

/** “应办结日”（2021年10月8日）早于“检查基准日”（2021年10月9日） */
function saySeenLeaf(node: ExplainedLeaf, names: FactNames): string {
  const { leaf, left, right, truth } = node;
  if (truth === 'unknown')
    return (
      [left, right]
        .flatMap((seen) => (seen && isOpen(seen) ? [`“${seen.label}”（${saySeen(seen)}）`] : []))
        .join('、') + '无从比较'
    );
  const holds = truth === 'true';
  const test = sayTest(leaf, names, holds);
  // “为是”, “为空” tell the value by themselves.
  const plain = left.value === null || typeof left.value === 'boolean' || leaf.operator === 'isPresent';
  const words = node.found.length > 0 && holds ? `写有${node.found.map((word) => `“${word}”`).join('、')}` : test;
  return `“${left.label}”${plain || node.found.length > 0 ? '' : `（${saySeen(left)}）`}${words}${right ? `（${saySeen(right)}）` : ''}`;
}

const isOpen = ({ value }: SeenFact): boolean => value === null || isUnknown(value) || Number.isNaN(value);
