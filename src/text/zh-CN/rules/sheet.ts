import type { RuleSheetWords } from '../../../core/rules/sheet/words';
import type { RulePack } from '../../../core/rules/pack';
import { formatNumber } from '../sentence';
import { SEVERITY_WORDS } from '../words';

/** A pack as a workbook: what its sheets are called, by which they are read again. */
export const RULE_SHEET_WORDS: RuleSheetWords = {
  help: {
    name: '说明',
    lines: [
      '规则表：在表格里改规则',
      '改好以后保存，用 appeals rules from-sheet 规则表.xlsx 新文件夹 变成规则文件夹；再用 rules check 检查，用 rules try 在台账上试。',
      '“规则”：可以改名称、严重程度（严重、一般、提示）、问题的说法、整改建议、依据。“规则”一栏的英文名是代号，不要改；删去一行不会删去规则。',
      '“规则参数”：只改“值”一栏；几个词之间用顿号。改了参数，规则自带的例子可能不符，rules check 会指出。',
      '“词表”：一行一个词，可以改、加行、删行；加行时“词表”一栏照抄同一词表的代号。',
      '“考核”：没有写规则的行改权重，写了规则的行改扣分（占这一件份额的百分之几）。各项权重合计 100。',
      '“规则文件”：规则包的全部文件原样保存在这里，其他表没有列出的内容（条件、例子、名册、文书模板等）从这里还原，请不要改动。要改这些内容，请改规则文件。',
      '改完请在规则文件夹的 pack.json 里把版本号加一。',
    ],
  },
  rules: {
    name: '规则',
    headings: {
      rule: '规则',
      title: '名称',
      severity: '严重程度',
      message: '问题的说法',
      advice: '整改建议',
      basis: '依据',
    },
  },
  parameters: { name: '规则参数', headings: { rule: '规则', title: '名称', parameter: '参数', value: '值' } },
  lexicons: { name: '词表', headings: { lexicon: '词表', title: '用途', word: '词' } },
  scoring: {
    name: '考核',
    headings: {
      indicator: '指标',
      title: '名称',
      weight: '权重',
      rule: '规则',
      ruleTitle: '规则名称',
      deduct: '扣分',
    },
  },
  files: { name: '规则文件', headings: { path: '文件', piece: '段', text: '内容' } },
  severities: SEVERITY_WORDS,
  comma: '、',
};

export const saySheetWritten = (out: string): readonly string[] => [
  `规则表已写入“${out}”。在表里改好以后，用 appeals rules from-sheet 变回规则文件夹。`,
];

/** What became of a workbook of rules. */
export const sayRulesWritten = (
  folder: string,
  {
    pack,
    files,
    changes,
  }: { readonly pack: RulePack; readonly files: { readonly size: number }; readonly changes: number },
): readonly string[] => [
  `规则包“${pack.title}”${pack.version} 已写入“${folder}”：${files.size} 个文件，${changes === 0 ? '与写出规则表时相同' : `按规则表改了 ${formatNumber(changes)} 处`}。`,
  `请用 appeals rules check "${folder}" 检查例子，用 appeals rules try "${folder}" 台账.xlsx 在台账上试。`,
];
