import type { FactType, FactValue } from '../../../core/facts/column';
import { OPERATORS } from '../../../core/rules/operators';
import type { Condition, Leaf, Template } from '../../../core/rules/pack';
import { longDate } from '../dates';
import { formatNumber, quote } from '../sentence';
import { CONDUCT_WORDS, HARDSHIP_WORDS, LIMIT_KIND_WORDS, MERIT_WORDS, NO, STATE_WORDS, YES } from '../words';

/** Chinese names and types of fields and facts. */
export interface FactNames {
  label(fact: string): string;
  type(fact: string): FactType | undefined;
  /** Whether parameters, lexicons and expressions are told as rule files write them: for who edits those, not for a clerk. */
  readonly asInFiles: boolean;
}

/** How an operator is said when it holds and when it does not; `{}` is what stands on its right. */
export const OPERATOR_PHRASES: Readonly<Record<string, readonly [string, string]>> = {
  equal: ['为{}', '不为{}'],
  notEqual: ['不为{}', '为{}'],
  in: ['为{}之一', '不在{}之内'],
  notIn: ['不在{}之内', '为{}之一'],
  lessThan: ['小于{}', '不小于{}'],
  lessThanInclusive: ['不超过{}', '超过{}'],
  greaterThan: ['超过{}', '不超过{}'],
  greaterThanInclusive: ['不少于{}', '少于{}'],
  contains: ['含有{}', '不含{}'],
  doesNotContain: ['不含{}', '含有{}'],
  isBlank: ['为空', '不为空'],
  isPresent: ['已填写', '没有填写'],
  before: ['早于{}', '不早于{}'],
  onOrBefore: ['不晚于{}', '晚于{}'],
  after: ['晚于{}', '不晚于{}'],
  onOrAfter: ['不早于{}', '早于{}'],
  containsAny: ['写有{}', '没有写{}'],
  matches: ['符合{}', '不符合{}'],
};

const ENUM_WORDS: Readonly<Record<string, string>> = {
  ...HARDSHIP_WORDS,
  ...CONDUCT_WORDS,
  ...LIMIT_KIND_WORDS,
  ...STATE_WORDS,
  ...MERIT_WORDS,
};

/** Lists of words longer than this are cut: the file holds them all. */
const MOST_WORDS = 6;

/** A value of a fact as a sentence says it. */
export function sayFactValue(value: FactValue, type: FactType | undefined): string {
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') return type === 'date' || type === 'limit' ? longDate(value) : formatNumber(value);
  if (typeof value !== 'string') return value.map((item) => sayFactValue(item, type)).join('、');
  return type === 'enum' ? (ENUM_WORDS[value] ?? value) : quote(value);
}

/** A leaf in words: “应办结日”早于“检查基准日”. */
export function sayLeaf(leaf: Leaf, names: FactNames, holds = true): string {
  return `“${names.label(leaf.fact)}”${sayTest(leaf, names, holds)}`;
}

/** What a leaf asks of its fact, without the fact: 早于“检查基准日”. */
export function sayTest(leaf: Leaf, names: FactNames, holds = true): string {
  // Of yes and no, saying the other one is plainer than denying the one.
  const { operand } = leaf;
  if (operand.kind === 'literal' && typeof operand.value === 'boolean' && /^(not)?equal$/i.test(leaf.operator)) {
    const says = (leaf.operator === 'equal') === holds ? operand.value : !operand.value;
    return `为“${says ? YES : NO}”`;
  }
  const [yes, no] = OPERATOR_PHRASES[leaf.operator] ?? phraseOf(leaf.operator);
  return (holds ? yes : no).replace('{}', () => sayOperand(leaf, names));
}

/** An operator that has no phrase of its own yet is said by what its registry says of it. */
function phraseOf(operator: string): readonly [string, string] {
  const says = (OPERATORS.get(operator)?.says ?? operator).replace(/。$/, '');
  return [`满足“${says}”{}`, `不满足“${says}”{}`];
}

function sayOperand({ fact, operand }: Leaf, names: FactNames): string {
  const { asInFiles } = names;
  switch (operand.kind) {
    case 'none':
      return '';
    case 'fact':
      return `“${names.label(operand.fact)}”`;
    case 'pattern':
      return asInFiles ? `表达式 ${operand.source}` : '规定的写法';
    case 'words':
      return operand.lexicon === undefined || !asInFiles ? someOf(operand.words) : `词表“${operand.lexicon}”里的词`;
    case 'literal': {
      const { value, parameter } = operand;
      if (Array.isArray(value)) return someOf(value.map((item: FactValue) => sayFactValue(item, names.type(fact))));
      const said = sayFactValue(value, names.type(fact));
      const shown = typeof value === 'string' ? `“${said}”` : ` ${said} `;
      return parameter === undefined || !asInFiles ? shown.trimEnd() : `${shown.trimEnd()}（参数 ${parameter}）`;
    }
  }
}

const someOf = (words: readonly string[]): string =>
  words
    .slice(0, MOST_WORDS)
    .map((word) => `“${word}”`)
    .join('、') + (words.length > MOST_WORDS ? `等 ${words.length} 个` : '');

/** A whole condition in one line; groups inside others stand in brackets. */
export function sayCondition(condition: Condition, names: FactNames, inside = false): string {
  if (condition.kind === 'leaf') return sayLeaf(condition, names);
  if (condition.kind === 'not') return `并非（${sayCondition(condition.of, names)}）`;
  if (condition.of.length === 1 && condition.of[0]) return sayCondition(condition.of[0], names, inside);
  const said = condition.of
    .map((inner) => sayCondition(inner, names, true))
    .join(condition.kind === 'all' ? '，并且' : '，或者');
  return inside ? `（${said}）` : said;
}

/** A message with the names of what it fills in: 已超期 {超期天数} 天. */
export const sayTemplate = (template: Template, names: FactNames): string =>
  template
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('fact' in part) return `{${names.label(part.fact)}}`;
      if ('parameter' in part) return `{参数 ${part.parameter}}`;
      return `{${SPECIAL_WORDS[part.special]}}`;
    })
    .join('');

const SPECIAL_WORDS = { cell: '单元格', seen: '所填内容', words: '找到的词' } as const;
