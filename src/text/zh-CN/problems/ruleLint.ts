import type { Sentences } from '../sentence';

/** What `appeals rules check` finds in a pack that loads; each sentence follows `file:line:column`. */
export const RULE_LINT_SENTENCES: Sentences = {
  'lint-example-fails': '规则“{rule}”的例子写在{wanted}下，实际结果是{actual}。请核对例子的取值，或核对条件。',
  'lint-no-cannot-judge':
    '规则“{rule}”没有 cannotJudge（无法判定）的例子。请补一个：把要用的某个字段去掉或写成 { "unreadable": "…" }。',
  'lint-condition-never-true':
    '规则“{rule}”的这个条件永远不会成立（与同时要求的其他条件互相矛盾）。请核对取值和 all、any 的写法。',
  'lint-rule-never-flags': '规则“{rule}”永远不会列为问题：这里的条件与 appliesWhen 互相矛盾。请改正其中一处。',
  'lint-condition-unreached':
    '规则“{rule}”里关于 {fact} 的这个条件，没有一个例子用得到。请补上例子（{kinds} 各一个），使它成立和不成立各出现一次。',
  'lint-condition-never-false':
    '规则“{rule}”里关于 {fact} 的这个条件，没有例子让它不成立：去掉它例子也照样通过。请补一个只有它不成立的例子。',
  'lint-condition-never-shown':
    '规则“{rule}”里关于 {fact} 的这个条件，没有例子靠它成立：写错了也发现不了。请补一个由它成立的例子。',
  'lint-example-fact-unread': '规则“{rule}”的条件和提示都没有用到例子里的 {fact}。请核对名称，或去掉。',
  'lint-named-condition-unused':
    '名为“{condition}”的条件没有规则使用。请去掉，或在规则里用 { "condition": "{condition}" } 引用。',
  'lint-rules-same': '规则“{rule}”与“{other}”列出的问题总是相同（同一栏、同样的情况）。请去掉一条。',
  'lint-rule-implied':
    '凡列入“{rule}”的，必定也列入“{other}”，同一格会报两次。请合并，或在 appliesWhen 中把后者的情况除外。',
  'lint-rule-implies':
    '凡列入“{other}”的，必定也列入“{rule}”，同一格会报两次。请合并，或在 appliesWhen 中把后者的情况除外。',
  'lint-rules-contradict':
    '规则“{rule}”与“{other}”互相矛盾：两条都适用的诉求，怎样填都至少违反一条。请核对两条规则的条件。',
  'lint-lexicon-unused': '词表“{lexicon}”没有规则使用，程序也不读它。请在规则里引用，或删去文件并从 pack.json 中去掉。',
  'lint-word-twice': '“{word}”写了两次。请去掉一处。',
  'lint-word-pointless': '“{word}”不起作用：写有它的地方一定也写有较短的“{shorter}”。请去掉，或把短的一个改得更具体。',
  'lint-word-shadowed': '“{word}”不起作用：同一栏里它总被前面的“{other}”先认去。请只留一处。',
  'explain-no-cases': '工作表“{sheet}”里没有诉求，没有可解释的行。请先填写台账。',
  'explain-row-unknown': '工作表“{sheet}”的第 {row} 行不是一件诉求；最近的一件在第 {nearest} 行。请写工作表的行号。',
  'explain-rule-unknown': '没有名为“{rule}”的规则。[[最接近的是“{nearest}”。]]请改正，或不写规则名以查看全部。',
  'row-number-invalid': '行号“{value}”不是正整数。请写工作表左侧的行号，例如 5。',
  'rules-none-in-force': '{on} 没有施行中的规则包：{packs}。请核对 --today，或加上当天施行的规则包。',
  'rules-in-force-twice': '{on} 有两个规则包同时从 {since} 起施行：{packs}。请改正其中一个 pack.json 的 effective。',
};
