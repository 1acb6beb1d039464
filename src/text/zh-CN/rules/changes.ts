import type { ChangeArea, PackChange } from '../../../core/rules/diff/change';
import type { RulePack } from '../../../core/rules/pack';
import { fill, type Sentences } from '../sentence';
import { SEVERITY_WORDS } from '../words';
import { sayCondition, sayTemplate } from './conditions';
import { factNames } from './names';

const AREA_WORDS: Readonly<Record<ChangeArea, string>> = {
  pack: '规则包',
  rules: '规则',
  suggestions: '甄别建议',
  lexicons: '词表',
  vocabularies: '取值表',
  fields: '字段和列名',
  limits: '法定期限',
  calendar: '节假日',
  organisation: '机构和人员',
  campaign: '专项行动',
  scoring: '考核办法',
  reports: '报表的口径',
};

const LIST = '[[增加 {came}]][[；去掉 {went}]]';

/** A change by its code; the subject stands before it. */
export const CHANGE_SENTENCES: Sentences = {
  'pack-name': '英文名：{before} → {after}',
  'pack-title': '中文名：{before} → {after}',
  'pack-version': '版本：{before} → {after}',
  'pack-owner': '负责单位：{before} → {after}',
  'pack-effective': '施行日期：{was} → {is}',
  'rule-came': '新增（{severity}，{file}）：{after}',
  'rule-went': '删去（原为{severity}，{file}）',
  'rule-title': '名称：{before} → {after}',
  'rule-severity': '严重程度：{before} → {after}',
  'rule-parameter': '参数 {parameter}：{before} → {after}',
  'rule-parameter-words': `参数 {parameter}：${LIST}`,
  'rule-parameter-came': '增加参数 {parameter}：{after}',
  'rule-parameter-went': '去掉参数 {parameter}（原为 {before}）',
  'rule-applies': '什么情况下才看：{before} → {after}',
  'rule-conditions': '什么算有问题：{before} → {after}',
  'rule-message': '问题的说法：{before} → {after}',
  'rule-advice': '整改建议：{before} → {after}',
  'rule-basis': '依据：{before} → {after}',
  'rule-field': '指向的栏：{before} → {after}',
  'rule-mendable': '改为可以整改',
  'rule-not-mendable': '改为已成事实，只作记录',
  'rule-effective': '施行日期：{was} → {is}',
  'rule-file': '移到另一个文件：{before} → {after}',
  'rule-examples': '例子有改动',
  'suggestion-came': '新增，词：{words}',
  'suggestion-went': '删去，原有的词：{words}',
  'suggestion-words': `词：${LIST}`,
  'suggestion-unless': `除外的词：${LIST}`,
  'suggestion-fields': `查看的栏：${LIST}`,
  'suggestion-axis': '所属的轴：{before} → {after}',
  'suggestion-value': '建议的取值：{before} → {after}',
  'suggestion-strength': '证据强弱：{before} → {after}',
  'suggestion-basis': '依据：{before} → {after}',
  'report-setting': '{key}：{before} → {after}',
  'scoring-came': '新增考核办法',
  'scoring-went': '去掉考核办法，不能再计分',
  'scoring-other': '上限、等次、情形、分组等有改动',
  'indicator-came': '新增指标，{weight} 分',
  'indicator-went': '去掉指标，原为 {weight} 分',
  'indicator-weight': '权重：{before} → {after}',
  'indicator-deduct': '规则 {rule} 的扣分：{before}% → {after}%',
  'indicator-rule-came': '增加扣分的规则 {rule}：{deduct}%',
  'indicator-rule-went': '去掉扣分的规则 {rule}（原为 {deduct}%）',
  'indicator-other': '依据、范围等有改动',
  'lexicon-words': LIST,
  'lexicon-came': '新增词表：{words}',
  'lexicon-went': '删去词表，原有：{words}',
  'vocabulary-spellings': `“{value}”的写法：${LIST}`,
  'vocabulary-is-open': '“{value}”是否在办改为：{after}',
  'vocabulary-value-came': '新增取值“{value}”',
  'vocabulary-value-went': '删去取值“{value}”',
  'vocabulary-opened': '改为可用表外的说法',
  'vocabulary-closed': '改为只认表内的说法',
  'vocabulary-came': '新增取值表',
  'vocabulary-went': '删去取值表',
  'field-synonyms': `列名的写法：${LIST}`,
  'field-label': '名称：{before} → {after}',
  'field-type': '类型：{before} → {after}',
  'field-vocabulary': '取值表：{before} → {after}',
  'field-personal': '是否个人信息：{before} → {after}',
  'field-came': '新增字段',
  'field-went': '删去字段',
  'limits-roll': '末日遇休息日：{before} → {after}',
  'law-effective': '施行日期：{was} → {is}',
  'law-period': '{period}：{before} 日 → {after} 日（{article}）',
  'law-article': '{period}的条文：{before} → {after}',
  'law-period-came': '新增{period}：{after} 日（{article}）',
  'law-period-went': '删去{period}',
  'law-articles': '其他条文有改动',
  'law-came': '新增',
  'law-went': '删去',
  'calendar-years': `年份：${LIST}`,
  'calendar-off': `休息日：${LIST}`,
  'calendar-work': `调休上班日：${LIST}`,
  'unit-aliases': `别名：${LIST}`,
  'unit-group': '组别：{before} → {after}',
  'unit-sponsor': '分管领导：{before} → {after}',
  'unit-came': '新增机构',
  'unit-went': '删去机构',
  'unit-patterns': `机构名称的式样：${LIST}`,
  'person-posts': `职务：${LIST}`,
  'person-term': '任职时间：{was} → {is}',
  'person-unit': '所在机构：{before} → {after}',
  'person-came': '新增人员',
  'person-went': '删去人员',
  'campaign-name': '名称：{before} → {after}',
  'campaign-document': '文号：{before} → {after}',
  'campaign-firstDay': '首日：{beforeOn} → {afterOn}',
  'campaign-lastDay': '末日：{beforeOn} → {afterOn}',
  'campaign-assignmentDay': '集中交办日：{beforeOn} → {afterOn}',
  'campaign-legacy': '历史积案的年限：{before} 年 → {after} 年',
  'campaign-phases': '各阶段有改动',
  'campaign-unitDays': '股室调度间隔：{before} 天 → {after} 天',
  'campaign-bureauDays': '局领导小组调度间隔：{before} 天 → {after} 天',
  'campaign-minimumWorkingDays': '整周至少的工作日：{before} → {after}',
};

const PERIOD_WORDS: Readonly<Record<string, string>> = {
  decide: '受理决定期限',
  handling: '办理期限',
  extension: '延期',
  review: '复查期限',
  reexamination: '复核期限',
};
const ROLL_WORDS: Readonly<Record<string, string>> = { 'next-workday': '顺延至下一工作日', none: '不顺延' };

/** What changed between two packs, as a person reads it. */
export function* sayChanges(before: RulePack, after: RulePack, changes: readonly PackChange[]): Generator<string> {
  yield `旧：${before.title} ${before.version}，${before.rules.length} 条规则`;
  yield `新：${after.title} ${after.version}，${after.rules.length} 条规则`;
  if (changes.length === 0) {
    yield before.sha256 === after.sha256 ? '没有差别：文件完全相同。' : '内容没有差别，只有空格、换行或次序不同。';
    return;
  }
  yield `共 ${changes.length} 处不同。`;
  let area: ChangeArea | null = null;
  let id: string | null = null;
  for (const change of changes) {
    if (change.area !== area) {
      area = change.area;
      id = null;
      yield '';
      yield AREA_WORDS[area];
    }
    const head =
      change.subject === '' ? '' : `“${change.subject}”${change.id === change.subject ? '' : `（${change.id}）`}`;
    if (head !== '' && change.id !== id) yield `  ${head}`;
    id = change.id;
    yield `  ${head === '' ? '' : '  '}· ${sayChange(change, before, after)}`;
  }
}

/** One change without its subject. */
export function sayChange(change: PackChange, before: RulePack, after: RulePack): string {
  const { params, conditions, templates } = change;
  const words: Record<string, string | number | readonly string[]> = { ...params };
  if (conditions) {
    words['before'] = conditions.before ? sayCondition(conditions.before, factNames(before)) : '每一件';
    words['after'] = conditions.after ? sayCondition(conditions.after, factNames(after)) : '每一件';
  }
  if (templates) {
    words['before'] = sayTemplate(templates.before, factNames(before));
    words['after'] = sayTemplate(templates.after, factNames(after));
  }
  for (const key of ['before', 'after', 'severity', 'period'] as const) {
    const value = words[key];
    if (typeof value === 'string') words[key] = VALUE_WORDS[value] ?? value;
    if (value === '') words[key] = '（无）';
  }
  const span = (from: string, to: string): string =>
    fill(`${from in params ? `{${from}}` : '不限'}至${to in params ? `{${to}}` : '被替换为止'}`, params);
  words['was'] = span('wasFromOn', 'wasToOn');
  words['is'] = span('isFromOn', 'isToOn');
  return fill(CHANGE_SENTENCES[change.code] ?? change.code, words).replace(/^；|：；/, (cut) =>
    cut === '；' ? '' : '：',
  );
}

const VALUE_WORDS: Readonly<Record<string, string>> = {
  ...SEVERITY_WORDS,
  ...PERIOD_WORDS,
  ...ROLL_WORDS,
  true: '是',
  false: '否',
};
