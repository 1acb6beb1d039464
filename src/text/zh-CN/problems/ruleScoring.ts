import type { Sentences } from '../sentence';

/** What can be wrong with a scheme of scoring; each sentence follows `file:line:column`. */
export const RULE_SCORING_SENTENCES: Sentences = {
  'rules-weights-sum': '各项指标的权重合计 {sum}，应当是 {full}（有 insteadOf 的不计）。请调整 weight。',
  'rules-weight-differs': '替换“{other}”的指标，权重要与它相同（{weight}）。请改正。',
  'rules-indicator-unknown':
    '没有可以替换的指标“{indicator}”。[[最接近的是“{nearest}”。]]请写一个没有 chargedTo 的指标的 id。',
  'rules-needs-charged-to':
    '写了 insteadOf，没有写 chargedTo，不知道替换哪个机构的指标。请补上 chargedTo，或删去 insteadOf。',
  'rules-unit-unknown': '机构名册（organisation.json）里没有“{unit}”。[[最接近的是“{nearest}”。]]请改正。',
  'rules-group-unknown': '机构名册（organisation.json）里没有“{group}”这个组别。[[最接近的是“{nearest}”。]]请改正。',
  'rules-rules-or-measure': '指标要写 rules 或 measure，只写其中一个。请补上或删去一个。',
  'rules-rule-unknown': '没有名为“{rule}”的规则。[[最接近的是“{nearest}”。]]请改正，或删去这一项。',
  'rules-rule-charged-twice': '规则“{rule}”在指标“{indicator}”里已经扣过，同一个问题不能扣两次。请去掉一处。',
  'rules-becomes-unknown':
    'becomes 的“{rule}”不在本指标的规则里。[[最接近的是“{nearest}”。]]请改成本指标的一条规则，或删去这一项。',
  'rules-percent-too-large': '“{key}”不能是 {value}，是百分之几，最多 100。请改正。',
  'rules-least-over-most': '“{key}”是 {value}，不能比“{most}”的 {limit} 大。请改正。',
  'rules-level-unknown': '到访层级的取值里没有“{level}”。[[最接近的是“{nearest}”。]]请改正。',
  'rules-bands-order': '等次要从高到低排列：这一档从 {from} 分起，应当低于上一档（不超过 {before} 分）。请改正。',
  'rules-bands-end': '最后一档等次从 {from} 分起，以下的得分没有等次。请改为从 0 分起。',
  'rules-field-not-number': '字段“{field}”是{type}，不能当评分。请换一个类型是数的字段。',
};
