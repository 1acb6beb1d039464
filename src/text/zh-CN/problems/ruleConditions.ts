import type { Sentences } from '../sentence';

/** What can be wrong with a rule: its conditions, values, messages and examples. Each follows `file:line:column`. */
export const RULE_CONDITION_SENTENCES: Sentences = {
  'rules-path-not-allowed': '不能使用 path。请在 fact 中直接写字段或事实的名称。',
  'rules-too-deep': '括号嵌套超过 {limit} 层。请拆成几个有名字的条件，或简化。',
  'rules-too-many-conditions': '这个文件的条件超过 {limit} 个。请分成几个文件。',
  'rules-condition-bare':
    '条件外面要套一层 all（全部成立）、any（有一个成立）或 not（不成立）。请写成 { "all": [ … ] }。',
  'rules-condition-blank': '这里的条件是空的。请写上 fact、operator 和 value，或删去。',
  'rules-condition-expected': '这里要写一个条件 { … }，现在是{found}。请改正。',
  'rules-condition-cycle': '条件“{condition}”绕了一圈又引用了自己。请断开其中一处引用。',
  'rules-condition-empty': '“{key}”里面是空的，会把每一行都算上。请写上条件，或删去这一层。',
  'rules-condition-mixed': '{keys} 不能并列写在一处。请只留一个，其余移到它的里面。',
  'rules-condition-unknown':
    '没有名为“{condition}”的条件。[[最接近的是“{nearest}”。]]请改成本文件 conditions 里有的名字。',
  'rules-fact-unknown': '没有“{fact}”这个字段或事实。[[最接近的是“{nearest}”。]]请改正，全部名称见 docs/facts.md。',
  'rules-fact-quoted': '“{fact}”是字段或事实，不是一个值。请写成 { "fact": "{fact}" }。',
  'rules-facts-not-comparable':
    '{fact} 属“{type}”类，{other} 属“{otherType}”类，不能用 {operator} 比较。请换成同类的字段或事实。',
  'rules-field-unknown': '没有“{field}”这个字段。[[最接近的是“{nearest}”。]]请改成 fields.json 里有的字段。',
  'rules-field-not-fact': '“{field}”是程序算出的事实，台账里没有它的单元格。请写问题所在的台账字段，如 timeLimit。',
  'rules-operator-unknown':
    '没有“{operator}”这个运算符。[[最接近的是“{nearest}”。]]请改正，全部运算符见 rules/README.md。',
  'rules-operator-wrong-type': '{fact} 属“{type}”类，不能用 {operator}。请改用：{choices}。',
  'rules-operand-not-wanted': '{operator} 不用写 value。请删去 value。',
  'rules-operand-wrong-type': '{fact} 属“{type}”类，用 {operator} 时这里要写{wanted}，现在是{found}。请改正。',
  'rules-value-quoted': '{fact} 属“{type}”类，值不加引号。请直接写 {value}。',
  'rules-value-reference': '大括号里要写 {keys} 中的一个，如 { "fact": "today" }。请改正，或直接写值。',
  'rules-lexicon-not-wanted': '{operator} 不能用词表。要在文字里找词，请把运算符改成 containsAny。',
  'rules-lexicon-unknown': '没有名为“{lexicon}”的词表。[[最接近的是“{nearest}”。]]请改成 lexicon 文件夹里有的词表。',
  'rules-enum-value-unknown': '{fact} 没有“{value}”这个取值。[[最接近的是“{nearest}”。]]可以写：{choices}。',
  'rules-pattern-invalid':
    '正则表达式“{pattern}”不能用：{reason}[[（在“{piece}”处）]]。请按 RE2 的写法改正，或改用 containsAny 和词表。',
  'rules-pattern-too-large': '正则表达式“{pattern}”太长或重复次数太多。请写短（最多 {limit} 个字符），或改用词表。',
  'rules-too-many-patterns': '这个文件的正则表达式超过 {limit} 个。请合并，或改用词表。',
  'rules-rule-twice': '规则“{rule}”在 {file} 第 {line} 行已有。请换一个 name，或删去一条。',
  'rules-parameter-name': '参数名“{parameter}”不能用。请用英文字母开头，只用字母和数字，如 days。',
  'rules-parameter-unknown':
    '这条规则没有参数“{parameter}”。[[最接近的是“{nearest}”。]]请改正，或在 parameters 里加上它。',
  'rules-parameter-unused': '参数“{parameter}”没有用到。请在条件或提示中使用，或删去。',
  'rules-placeholder-unknown':
    '“{key}”里的“{{placeholder}}”不是字段、事实、参数或条款。[[最接近的是“{nearest}”。]]请改正。',
  'rules-placeholder-without-words':
    '“{key}”里有 {words}，但条件里没有找词的运算，没有词可写。请去掉它，或在条件里用 containsAny、matches。',
  'rules-template-brace': '“{key}”里的大括号不成对。请补上另一半，或删去。',
  'rules-examples-missing': '{key} 里没有例子。每条规则至少要有 flagged 和 clean 的例子各一个，请补上。',
  'rules-example-wrong-type': '{fact} 属“{type}”类，例子里要写{wanted}，现在是{found}。请改正；没有填的写 null。',
  'override-rule-unknown': '“规则参数”里的“{rule}”不是一条规则。[[最接近的是“{nearest}”。]]请改正或删去这一行。',
  'override-parameter-unknown': '规则“{rule}”没有参数“{parameter}”。[[最接近的是“{nearest}”。]]可改的参数：{choices}。',
  'override-value-invalid': '规则“{rule}”的参数“{parameter}”不能是“{value}”，应当是{expected}。请改正。',
};
