import type { Problem } from '../../../core/problem';
import { sayBy, SHARED_SENTENCES } from '../problems/shared';
import type { Sentences } from '../sentence';

/** What a page says in other words than a terminal: it has a view 设置 where the terminal has options. */
const PANE_OWN: Sentences = {
  'sheet-is-ours': '工作表“{sheet}”是督办结果，不是台账。请在“设置”里选择台账所在的工作表。',
  'no-ledger-found':
    '“{file}”的工作表（{sheets}）里都没有找到台账表头。请在“设置”里选择工作表，并填写表头在第几行；或检查表头里是否有责任股室、办理时限等列名。',
  'header-not-found':
    '工作表“{sheet}”里没有找到台账表头。请检查表头里是否有{looked}等列名；或在“设置”里选择工作表、填写表头在第几行。',
  'sheet-empty': '工作表“{sheet}”是空的。请确认打开的是填好的台账，或在“设置”里选择另一张工作表。',
  'sheet-has-no-cells': '工作表“{sheet}”是图表等没有单元格的工作表，不是台账。请在“设置”里选择台账所在的工作表。',
  'rules-folder-too-many-files': '“{folder}”里的文件超过 {limit} 个，不像规则文件夹。请只选择规则文件夹。',
  'rules-none-in-force': '{on} 没有施行中的规则包：{packs}。请在“设置”里核对以哪一天为准，或换用当天施行的规则包。',
};

/** The sentence of every problem that a page can show, by code. */
export const PANE_SENTENCES: Sentences = { ...SHARED_SENTENCES, ...PANE_OWN };

/** A problem in one line, as a page says it. */
export const sayPaneProblem = (problem: Problem): string => sayBy(PANE_SENTENCES, problem);
