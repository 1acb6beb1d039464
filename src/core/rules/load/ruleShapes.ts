import type { Severity } from '../pack';
import {
  EFFECTIVE,
  FLAG,
  TEXT,
  choice,
  entriesOf,
  listOf,
  may,
  must,
  objectOf,
  ref,
  shape,
  whole,
  type KeyShape,
} from './shape';

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '严重：有一处就以“有严重问题”结束检查',
  warning: '一般',
  notice: '提示',
};
export const EVENT_TYPES = { finding: '列为问题' } as const;

export const EVENT_PARAMS = shape({
  field: must('问题指向哪一栏的单元格。', ref('field')),
  message: must('问题：缺什么、晚多少。可用 {字段或事实}、{参数}、{cell}、{seen}、{words}。', ref('template')),
  advice: must('下一步怎么办。可用的占位与 message 相同。', ref('template')),
});

export const EVENT = shape({
  type: must('固定写 finding。', choice(EVENT_TYPES)),
  params: must('问题的说法。', objectOf(EVENT_PARAMS)),
});

const EXAMPLE_LIST = listOf(ref('exampleFacts'));
export const EXAMPLES = shape({
  flagged: must('应当列为问题的例子，至少一个。', listOf(ref('exampleFacts'), 1)),
  clean: must('不应列为问题的例子，至少一个。', listOf(ref('exampleFacts'), 1)),
  cannotJudge: may('无法判定的例子：少了或读不出要用的值。', EXAMPLE_LIST),
  notApplicable: may('不适用的例子：appliesWhen 不成立。', EXAMPLE_LIST),
});

/** A value of an example that is there but can't be read. */
export const UNREADABLE = shape({ unreadable: must('单元格里读不出来的原文。', TEXT) });

export const PARAMETER_NAME = '^[A-Za-z][A-Za-z0-9]*$';

export const RULE = shape({
  name: must('规则的英文名，全部规则中不能重复；一经使用不要改。', TEXT),
  title: must('规则的中文名。', TEXT),
  basis: must('依据：方案或法规的条款。', TEXT),
  severity: must('严重程度。', choice(SEVERITIES)),
  mendable: may('能否补正；已成事实的（如逾期办结）写 false。不写为 true。', FLAG),
  effective: may('本条规则的施行日期；不写则与规则包相同。', objectOf(EFFECTIVE)),
  parameters: may(
    '可调的数或词：条件里写 { "fact": "parameters.名称" }，提示里写 {名称}；台账的“规则参数”表可以改它。',
    entriesOf(ref('parameterValue'), PARAMETER_NAME),
  ),
  appliesWhen: may('在什么情况下才看这条规则；不成立为“不适用”。', ref('rootCondition')),
  conditions: must('成立就列为问题。', ref('rootCondition')),
  event: must('列为问题时怎么说。', objectOf(EVENT)),
  examples: must('例子，也是这条规则的测试；只写用到的字段和事实，原样照写。', objectOf(EXAMPLES)),
});

/** Keys of a whole rule file. */
export const RULE_FILE_KEYS: Readonly<Record<string, KeyShape>> = {
  title: must('这组规则的中文标题。', TEXT),
  conditions: may('有名字的条件，规则里用 { "condition": "名字" } 引用。', entriesOf(ref('rootCondition'))),
  rules: must('各条规则。', listOf(objectOf(RULE))),
};

/** json-rules-engine's own keys that change no verdict: a name for people, and the order of evaluation. */
const HARMLESS = {
  name: may('给人看的名称，不影响结果。', TEXT),
  priority: may('先后次序，不影响结果。', whole(1)),
};

/** The four forms of a condition that hold others; exactly one of these keys stands in each. */
export const GROUPS = {
  all: shape({ all: must('全部成立才成立。', listOf(ref('condition'), 1)), ...HARMLESS }),
  any: shape({ any: must('有一个成立就成立。', listOf(ref('condition'), 1)), ...HARMLESS }),
  not: shape({ not: must('里面不成立才成立；里面不知道，结果也不知道。', ref('condition')), ...HARMLESS }),
  condition: shape({ condition: must('本文件 conditions 里的名字。', TEXT), ...HARMLESS }),
} as const;

/** A comparison. What `fact`, `operator` and `value` may be hangs together: see `operators` and `bin/schema`. */
export const LEAF = shape({
  fact: must('字段或事实的名称，全部名称见 docs/facts.md。', TEXT),
  operator: must('运算符；能用哪些看 fact 的类型。', TEXT),
  value: may('与什么比：值、另一个字段或事实、参数、词表。', { is: 'any' }),
  ...HARMLESS,
});

export const FACT_REFERENCE = { fact: must('另一个字段或事实的名称，或 parameters.参数名。', TEXT) };
export const LEXICON_REFERENCE = { lexicon: must('词表的名称。', ref('lexicon')) };
