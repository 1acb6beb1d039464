import type { Sentences } from '../sentence';

/** What can be wrong with a template of a document or with the levels of urging; each follows `file:line:column`. */
export const RULE_TEMPLATE_SENTENCES: Sentences = {
  'rules-wording-placeholder':
    '{document}里没有“{placeholder}”这项内容。[[最接近的是“{nearest}”。]][[大括号里可以写：{choices}。]]请改正。',
  'rules-template-name-unknown':
    '{document}的“{key}”不能写“{name}”。[[最接近的是“{nearest}”。]][[可以写：{choices}。]]请改正或删去。',
  'rules-template-gap': '“{key}”里要由人填写的地方没有写完整。请写成（请填写：什么内容），用全角括号和冒号。',
  'rules-template-twice': '{document}的模板在 {file} 里已有，一种文书只能有一个模板。请删去一个。',
  'rules-block-without-kind': '这一项没有说是什么。请写上其中一个：{choices}。',
  'rules-block-two-kinds': '“{kind}”和“{other}”不能写在同一项里。请分成两项。',
  'rules-block-key': '“{key}”只能和 {owner} 写在一起，不能用在“{kind}”里。请删去。',
  'rules-form-row':
    '表格的每一行要写两个或四个文字：[ "名称", "内容" ] 或 [ "名称", "内容", "名称", "内容" ]。请改正。',
  'rules-levels-order': '督办等级要从轻到重排列：这一级从超期 {from} 天起，应当晚于上一级的 {before} 天。请改正。',
};
