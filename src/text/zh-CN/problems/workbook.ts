import type { Sentences } from '../sentence';

/** What can stand in the way of working in a workbook. */
export const WORKBOOK_SENTENCES: Sentences = {
  'sheet-protected': '工作表“{sheet}”受保护，未作任何改动。请先在“审阅”中撤销工作表保护，再重试。',
  'no-sheet-left-to-show':
    '除督办结果外，工作簿里没有可见的工作表，未清除任何内容。请先取消隐藏台账所在的工作表，再重试。',
  'place-not-found': '找不到“{sheet}”的单元格 {cell}，可能已删除或改名。请重新检查后再定位。',
  'cells-not-editable': '这里不能直接修改单元格，未作任何改动。请在表格软件中修改。',
  'cell-outside-sheet': '第 {row} 行第 {column} 列超出了工作表“{sheet}”的范围，未作任何改动。请改填表内的单元格。',
  'cell-number-unwritable': '这个数不能写入单元格，未作任何改动。请改填普通数字。',
  'cell-under-merge': '{cell} 在合并单元格之内，填写的内容不会显示，未作任何改动。请改填合并区域左上角的 {anchor}。',
  'cell-is-ours': '{cell} 是督办写入的结果，下次写入时会被替换，未作任何改动。请改台账自己的列。',
  'cell-in-array': '{cell} 属于一个数组公式或模拟运算表，不能单独修改，未作任何改动。请在 Excel 中整体修改。',
  'cell-is-table-heading': '{cell} 是表格的列标题，在这里修改会使表格损坏，未作任何改动。请在 Excel 中修改标题。',
  'marks-not-possible': '当前的表格软件不支持标记单元格，未作标记。请改用较新的版本，或直接按“督查·问题”列办理。',
  'drop-downs-not-possible': '当前的表格软件不支持下拉选项，未作设置。请改用较新的版本，或照常手工填写。',
  'drop-down-empty': '下拉选项没有一个可选的词，未作设置。请先在规则包里填写选项。',
  'drop-down-comma': '下拉选项“{word}”里有英文逗号，会被拆成两项，未作设置。请改用中文逗号或去掉逗号。',
  'drop-down-too-long': '下拉选项合计 {length} 个字符，超过表格软件允许的 {most} 个，未作设置。请减少选项。',
  'record-table-totals':
    '工作表“{sheet}”的表格末行是汇总行，不能在其下追加，未写入任何内容。请先在 Excel 中关闭汇总行。',
  'record-heading-missing': '工作表“{sheet}”里找不到列标题：{headings}，未写入任何内容。请补上这些列标题后重试。',
};
