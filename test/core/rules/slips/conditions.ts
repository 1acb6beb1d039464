import { inRule, type Slip } from './slip';

const overdue = inRule('deadlines.json', 'overdue');
const dueSoon = inRule('deadlines.json', 'due-soon');
const LEAF = '"fact": "dueOn",';
const TODAY = '"value": {\n              "fact": "today"\n            }';
/** A condition of another kind put before the one that stands there. */
const first = (condition: string): string => `${condition} }, { ${LEAF}`;

/** Slips in conditions. */
export const CONDITIONS: readonly Slip[] = [
  overdue(
    'an unknown fact',
    LEAF,
    '"fact": ⟦"dueOm"⟧,',
    '没有“dueOm”这个字段或事实。最接近的是“dueOn”。请改正，全部名称见 docs/facts.md。',
  ),
  overdue(
    'a fact by its label',
    LEAF,
    '"fact": ⟦"应办结日"⟧,',
    '没有“应办结日”这个字段或事实。最接近的是“dueOn”。请改正，全部名称见 docs/facts.md。',
  ),
  overdue(
    'a fact with capitals',
    LEAF,
    '"fact": ⟦"DueOn"⟧,',
    '没有“DueOn”这个字段或事实。最接近的是“dueOn”。请改正，全部名称见 docs/facts.md。',
  ),
  overdue(
    'an unknown fact on the right',
    '"fact": "today"',
    '"fact": ⟦"todya"⟧',
    '没有“todya”这个字段或事实。最接近的是“today”。请改正，全部名称见 docs/facts.md。',
  ),
  overdue(
    'an unknown operator',
    '"operator": "before"',
    '"operator": ⟦"befor"⟧',
    '没有“befor”这个运算符。最接近的是“before”。请改正，全部运算符见 rules/README.md。',
  ),
  overdue(
    'an operator as a sign',
    '"operator": "before"',
    '"operator": ⟦"<"⟧',
    '没有“<”这个运算符。最接近的是“before”。请改正，全部运算符见 rules/README.md。',
  ),
  overdue(
    'an operator of numbers on a date',
    '"operator": "before"',
    '"operator": ⟦"lessThan"⟧',
    'dueOn 属“日期”类，不能用 lessThan。请改用：equal、notEqual、in、notIn、before、onOrBefore、after、onOrAfter、isBlank、isPresent。',
  ),
  dueSoon(
    'an operator of dates on a number',
    '"operator": "greaterThanInclusive"',
    '"operator": ⟦"after"⟧',
    'daysLeft 属“数”类，不能用 after。请改用：equal、notEqual、in、notIn、lessThan、lessThanInclusive、greaterThan、greaterThanInclusive、isBlank、isPresent。',
  ),
  overdue(
    'an operator that is not there',
    '"operator": "before",',
    '"oper": "before",',
    '不认识“oper”这一项。最接近的是“operator”。请改正或删去。',
  ),
  overdue(
    'a key of a comparison misspelt',
    LEAF,
    '⟦"fac"⟧: "dueOn",',
    '不认识“fac”这一项。最接近的是“fact”。请改正或删去。',
  ),
  overdue(
    'a key of json-rules-engine that is not taken',
    LEAF,
    '⟦"path"⟧: "$.x", "fact": "dueOn",',
    '不能使用 path。请在 fact 中直接写字段或事实的名称。',
  ),
  overdue(
    'a key that no comparison has',
    LEAF,
    '⟦"params"⟧: {}, "fact": "dueOn",',
    '不认识“params”这一项。请改正或删去。',
  ),
  overdue(
    'a group misspelt',
    '"conditions": {\n        "all": [',
    '"conditions": {\n        ⟦"al"⟧: [',
    '不认识“al”这一项。最接近的是“all”。请改正或删去。',
  ),
  overdue(
    'a group in capitals',
    '"conditions": {\n        "all": [',
    '"conditions": {\n        ⟦"ALL"⟧: [',
    '不认识“ALL”这一项。最接近的是“all”。请改正或删去。',
  ),
  overdue(
    'two groups side by side',
    `"conditions": {\n        "all"`,
    `"conditions": {\n        "any": [{ "fact": "isOpen", "operator": "isPresent" }],\n        ⟦"all"⟧`,
    'any、all 不能并列写在一处。请只留一个，其余移到它的里面。',
  ),
  overdue(
    'an empty group',
    LEAF,
    first('"all": ⟦[⟧]'),
    '“all”里面是空的，会把每一行都算上。请写上条件，或删去这一层。',
  ),
  overdue(
    'an empty condition',
    `{\n            ${LEAF}`,
    `⟦{⟧ }, { ${LEAF}`,
    '这里的条件是空的。请写上 fact、operator 和 value，或删去。',
  ),
  overdue(
    'a condition that is a text',
    '"conditions": {\n        "all": [',
    '"conditions": {\n        "all": [⟦"dueOn"⟧,',
    '这里要写一个条件 { … }，现在是文字。请改正。',
  ),
  overdue('not over a list', LEAF, first('"not": ⟦[⟧]'), '“not”要写对象 { }，现在是列表 [ ]。请改正。'),
  overdue(
    'all over one condition',
    LEAF,
    first('"any": ⟦{⟧ "fact": "isOpen", "operator": "isPresent" }'),
    '“any”要写列表 [ ]，现在是对象 { }。请改正。',
  ),
  overdue(
    'a comparison without a group',
    '{\n        "all": [\n          {\n            "fact": "isOpen",\n            "operator": "equal",\n            "value": true\n          }\n        ]\n      }',
    '⟦{⟧ "fact": "isOpen", "operator": "equal", "value": true }',
    '条件外面要套一层 all（全部成立）、any（有一个成立）或 not（不成立）。请写成 { "all": [ … ] }。',
  ),
  overdue(
    'a named condition that is not there',
    LEAF,
    first('"condition": ⟦"open"⟧'),
    '没有名为“open”的条件。请改成本文件 conditions 里有的名字。',
  ),
  overdue(
    'no value',
    `{\n            ${LEAF}\n            "operator": "before",\n            ${TODAY}`,
    `⟦{⟧ ${LEAF} "operator": "before"`,
    '这里缺少“value”。请补上。',
  ),
  overdue(
    'a value for isBlank',
    LEAF,
    first('"fact": "result", "operator": "isBlank", "value": ⟦false⟧'),
    'isBlank 不用写 value。请删去 value。',
  ),
  overdue(
    'a fact written like a value',
    TODAY,
    '"value": ⟦"today"⟧',
    '“today”是字段或事实，不是一个值。请写成 { "fact": "today" }。',
  ),
  overdue(
    'a day that is none',
    TODAY,
    '"value": ⟦"2021-02-29"⟧',
    '“dueOn”的“2021-02-29”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  overdue(
    'a number for a day',
    TODAY,
    '"value": ⟦20211009⟧',
    'dueOn 属“日期”类，用 before 时这里要写日期（如 2021-10-08），现在是数。请改正。',
  ),
  overdue('true in quotes', '"value": true', '"value": ⟦"true"⟧', 'isOpen 属“是或否”类，值不加引号。请直接写 true。'),
  overdue(
    'null for a yes or no',
    '"value": true',
    '"value": ⟦null⟧',
    'isOpen 属“是或否”类，用 equal 时这里要写 true 或 false，现在是空值 null。请改正。',
  ),
  dueSoon('a number in quotes', '"value": 0', '"value": ⟦"0"⟧', 'daysLeft 属“数”类，值不加引号。请直接写 0。'),
  dueSoon(
    'a number in words',
    '"value": 0',
    '"value": ⟦"零"⟧',
    'daysLeft 属“数”类，用 greaterThanInclusive 时这里要写数，现在是文字。请改正。',
  ),
  overdue(
    'facts of different types',
    '"fact": "today"',
    '"fact": ⟦"daysOverdue"⟧',
    'dueOn 属“日期”类，daysOverdue 属“数”类，不能用 before 比较。请换成同类的字段或事实。',
  ),
  overdue(
    'a reference of another kind',
    '"fact": "today"',
    '⟦"factt"⟧: "today"',
    '不认识“factt”这一项。最接近的是“fact”。请改正或删去。',
  ),
  overdue(
    'a reference to nothing',
    TODAY,
    '"value": ⟦{⟧ }',
    '大括号里要写 fact 中的一个，如 { "fact": "today" }。请改正，或直接写值。',
  ),
  overdue(
    'a lexicon for a date',
    '"fact": "today"',
    '⟦"lexicon"⟧: "vague-units"',
    'before 不能用词表。要在文字里找词，请把运算符改成 containsAny。',
  ),
  overdue(
    'an unknown lexicon',
    LEAF,
    first('"fact": "result", "operator": "containsAny", "value": { "lexicon": ⟦"vague-unit"⟧ }'),
    '没有名为“vague-unit”的词表。最接近的是“vague-units”。请改成 lexicon 文件夹里有的词表。',
  ),
  overdue(
    'words that are no list',
    LEAF,
    first('"fact": "result", "operator": "containsAny", "value": ⟦"待定"⟧'),
    'result 属“文字”类，用 containsAny 时这里要写词的列表或词表，现在是文字。请改正。',
  ),
  overdue(
    'no words',
    LEAF,
    first('"fact": "result", "operator": "containsAny", "value": ⟦[⟧]'),
    '“value”是空的。请填写。',
  ),
  overdue(
    'an empty word',
    LEAF,
    first('"fact": "result", "operator": "containsAny", "value": ["待定", ⟦""⟧]'),
    '“value”是空的。请填写。',
  ),
  overdue(
    'contains on a text',
    LEAF,
    first('"fact": "result", "operator": ⟦"contains"⟧, "value": "待定"'),
    'result 属“文字”类，不能用 contains。请改用：equal、notEqual、in、notIn、isBlank、isPresent、containsAny、matches。',
  ),
  overdue(
    'equal on a list of names',
    LEAF,
    first('"fact": "units", "operator": ⟦"equal"⟧, "value": "办公室"'),
    'units 属“名称列表”类，不能用 equal。请改用：contains、doesNotContain、isBlank、isPresent。',
  ),
  overdue(
    'in with one value',
    LEAF,
    first('"fact": "matter", "operator": "in", "value": ⟦"甲"⟧'),
    'matter 属“文字”类，用 in 时这里要写列表，现在是文字。请改正。',
  ),
  overdue(
    'a number among texts',
    LEAF,
    first('"fact": "matter", "operator": "in", "value": ["甲", ⟦3⟧]'),
    'matter 属“文字”类，用 in 时这里要写文字，现在是数。请改正。',
  ),
  overdue(
    'an expression with look-ahead',
    LEAF,
    first('"fact": "result", "operator": "matches", "value": "办结⟦(⟧?=后)"'),
    '正则表达式“办结(?=后)”不能用：RE2 不支持这种括号写法（如前瞻、后顾）（在“(?=”处）。请按 RE2 的写法改正，或改用 containsAny 和词表。',
  ),
  overdue(
    'an expression with a bracket left out',
    LEAF,
    first('"fact": "result", "operator": "matches", "value": "第⟦[⟧一二三条"'),
    '正则表达式“第[一二三条”不能用：中括号不成对（在“[一二三条”处）。请按 RE2 的写法改正，或改用 containsAny 和词表。',
  ),
  overdue(
    'an expression that is too long',
    LEAF,
    first(`"fact": "result", "operator": "matches", "value": ⟦"${'办'.repeat(301)}"⟧`),
    '正则表达式“办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办办…”太长或重复次数太多。请写短（最多 300 个字符），或改用词表。',
  ),
  overdue(
    'an expression with one backslash',
    LEAF,
    first('"fact": "result", "operator": "matches", "value": "⟦\\⟧d+日"'),
    `“\\d”写法不对：反斜杠要写两个。正则表达式里的 \\d 请写成 \\\\d。`,
  ),
  overdue(
    'nesting over 16',
    LEAF,
    first(
      `${'"not": { '.repeat(14)}"not": ⟦{⟧ "not": { "fact": "isOpen", "operator": "isPresent" } ${'} '.repeat(15)}`,
    ),
    '括号嵌套超过 16 层。请拆成几个有名字的条件，或简化。',
  ),
  inRule('classification.json', 'merit-undecided')(
    'a value that the fact never takes',
    '"value": "undetermined"',
    '"value": ⟦"undetermind"⟧',
    'meritDecided 没有“undetermind”这个取值。最接近的是“undetermined”。可以写：withinPolicy、partly、beyondPolicy、undetermined。',
  ),
  inRule('classification.json', 'within-policy-unresolved')(
    'a value of a list that the fact never takes',
    '"partly"',
    '⟦"part"⟧',
    'meritDecided 没有“part”这个取值。最接近的是“partly”。可以写：withinPolicy、partly、beyondPolicy、undetermined。',
  ),
];
