import type { Sentences } from '../sentence';
import { RULE_CONDITION_SENTENCES } from './ruleConditions';
import { RULE_JSON_SENTENCES } from './ruleJson';
import { RULE_SCORING_SENTENCES } from './ruleScoring';
import { RULE_TEMPLATE_SENTENCES } from './ruleTemplates';

/** What can be wrong with a rule pack; each sentence follows `file:line:column`. */
export const RULE_SENTENCES: Sentences = {
  ...RULE_JSON_SENTENCES,
  ...RULE_CONDITION_SENTENCES,
  ...RULE_SCORING_SENTENCES,
  ...RULE_TEMPLATE_SENTENCES,
  'rules-no-pack-file': '规则文件夹里没有 pack.json。请确认文件夹，或补上 pack.json。',
  'rules-file-unreadable': '“{path}”无法读取（{detail}）。请检查文件权限。',
  'rules-file-missing':
    'files 列出的“{path}”不存在。[[最接近的文件是“{nearest}”。]]请改正名称、补上文件，或从 files 中去掉。',
  'rules-file-not-listed': '“{path}”没有列在 pack.json 的 files 里。请列入，或移出规则文件夹。',
  'rules-file-listed-twice': '“{path}”在 files 里列了两次。请去掉一处。',
  'rules-file-required': 'files 里缺少必需的“{path}”。请补上这个文件并列入。',
  'rules-file-path':
    '“{path}”不能写在 files 里。[[最接近的文件是“{nearest}”。]]请写规则文件夹内的 .json 文件，如 lexicon/名称.json。',
  'rules-file-too-large': '文件超过 {limit} 字节。请拆成几个文件。',
  'rules-file-not-utf8': '文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。',
  'rules-more-problems': '这个文件的错误超过 {limit} 处，其余不再列出。请先改正以上各处。',
  'rules-key-forbidden': '不能用“{key}”作名称。请删去这一项。',
  'rules-key-missing': '这里缺少“{key}”。请补上。',
  'rules-key-twice': '“{key}”写了两次。请删去一处。',
  'rules-key-unknown': '不认识“{key}”这一项。[[最接近的是“{nearest}”。]]请改正或删去。',
  'rules-value-not-a-choice': '“{key}”不能写“{value}”。[[最接近的是“{nearest}”。]]可以写：{choices}。',
  'rules-value-wrong-kind': '“{key}”要写{expected}，现在是{found}。请改正。',
  'rules-item-wrong-kind': '“{key}”里每一项都要写{expected}，这一项是{found}。请改正。',
  'rules-value-empty': '“{key}”是空的。请填写。',
  'rules-number-invalid': '“{key}”不能是 {value}。请写不小于 {least} 的整数。',
  'rules-date-invalid': '“{key}”的“{value}”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  'rules-effective-reversed': '止日早于起日。请改正其中一个日期。',
  'rules-year-invalid': '“{value}”不是年份。请写四位数字，如 2021。',
  'rules-day-outside-year': '{value} 不在 {year} 年内。请移到它所属的年份。',
  'rules-day-off-and-work': '{value} 既列为放假又列为上班。请删去一处。',
  'rules-laws-overlap': '《{name}》与《{other}》的施行日期重叠，某一天用哪一部说不清。请使前后衔接。',
  'rules-name-twice': '{key} “{name}”前面已经用过。请换一个。',
  'rules-spelling-twice': '写法“{spelling}”既属于“{value}”又属于“{other}”，读到时分不清。请去掉一处。',
  'rules-field-is-fact': '字段“{field}”与程序算出的事实同名，类型却不同（{type} 与 {factType}）。请给字段换个 id。',
  'rules-field-required':
    '缺少程序要用的字段“{field}”[[，这里的“{found}”可能是它]]。请把 id 改成“{field}”，或补上这个字段。',
  'rules-vocabulary-unknown':
    '没有名为“{vocabulary}”的取值表。[[最接近的是“{nearest}”。]]请改成 lexicon 文件夹里 vocab- 开头的文件的 name。',
  'rules-lexicon-name': '这个文件的 name 写作“{name}”，而别处按“{nearest}”引用它。请把 name 改成“{nearest}”。',
  'rules-lexicon-required': 'files 里缺少程序要用的词表“{lexicon}”。[[最接近的是“{nearest}”。]]请补上这个词表。',
  'rule-sheet-missing': '没有工作表“{sheet}”，不是规则表或者少了一张。请从规则文件夹重新写出规则表。',
  'rule-sheet-file-broken': '“{sheet}”里的“{path}”不完整或改动过，无法还原。请从规则文件夹重新写出规则表。',
  'rule-sheet-unknown': '“{heading}”没有“{seen}”。[[最接近的是“{nearest}”。]]请改正。',
  'rule-sheet-unreadable': '“{heading}”的“{seen}”读不出。请照原来的样子填数，或用顿号隔开的词。',
};
