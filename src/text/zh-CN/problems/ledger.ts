import type { Sentences } from '../sentence';

/** What can be wrong with the workbook as a ledger: its sheets, its header, the sheets that add to the rules. */
export const LEDGER_SENTENCES: Sentences = {
  'sheet-not-found': '[[“{file}”里]]没有工作表“{sheet}”。[[最接近的是“{nearest}”；]]现有：{sheets}。',
  'sheet-is-ours': '工作表“{sheet}”是督办结果，不是台账。请用 --sheet 指定台账所在的工作表。',
  'no-sheets': '“{file}”里没有可检查的工作表。请确认文件内容。',
  'no-ledger-found':
    '“{file}”的工作表（{sheets}）里都没有找到台账表头。请用 --sheet 指定，或检查表头里是否有责任股室、办理时限等列名。',
  'header-not-found':
    '工作表“{sheet}”里没有找到台账表头。请检查表头里是否有{looked}等列名，或用 --sheet 指定另一张工作表。',
  'sheet-empty': '工作表“{sheet}”是空的。请确认打开的是填好的台账，或用 --sheet 指定另一张工作表。',
  'sheet-has-no-cells': '工作表“{sheet}”是图表等没有单元格的工作表，不是台账。请用 --sheet 指定台账所在的工作表。',
  'correction-impossible': '更正的表头行或列（{field}）在工作表“{sheet}”上不存在。请重新选择。',
  'ledger-sheet-gone': '检查过的工作表“{sheet}”已不在了（改名或删除），未写入任何内容。请重新检查。',
  'ledger-keeps-changing': '工作表“{sheet}”一直有人在修改，未写入任何内容。请停止编辑后重试。',
  'companion-heading-missing': '“{sheet}”没有找到列名，未采用。应有：{headings}。',
  'companion-cell-blank': '“{heading}”未填，这一行未采用。请补填。',
  'companion-date-unreadable': '“{seen}”不是日期，这一行未采用。请写成 2021-10-08 这样的日期。',
  'companion-dates-reversed': '止日早于起日，这一行未采用。请核对。',
  'companion-rest-unreadable': '“{seen}”看不出是休息还是上班，这一行未采用。请填“休”或“班”。',
  'aside-kind-unreadable': '“{seen}”看不出是误报还是暂缓，这一行未采用，问题照常列出。请填 {kinds} 之一。',
  'companion-duplicate': '“{seen}”重复，只采用第一次出现的。请删去重复的行。',
};
