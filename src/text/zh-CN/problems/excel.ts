import type { Sentences } from '../sentence';

/** What stops an operation in Excel: what was and was not done by then ({stage}), and the one thing to do now. */
export const EXCEL_SENTENCES: Sentences = {
  'excel-cell-edit-mode': '正在编辑单元格，{stage}。请按 Enter 结束编辑后重试。',
  'excel-access-denied':
    'Excel 不允许修改（工作表受保护或文件为只读），{stage}。请在“审阅”中撤销保护，或另存一份后重试。',
  'excel-too-large': '内容太多，Excel 一次传不完，{stage}。请关闭其他大文件后重试；仍不行时，请用命令行检查这份台账。',
  'excel-filtered-range': '工作表正在筛选，Excel 拒绝了这一步，{stage}。请清除筛选后重试。',
  'excel-merged-range': '合并单元格挡住了这一步，{stage}。请取消结果列附近的合并单元格后重试。',
  'excel-busy': 'Excel 正忙，{stage}。请稍等几秒后重试。',
  'excel-item-gone': '要读写的工作表或区域刚被删除或改名，{stage}。请重新检查台账后再试。',
  'excel-too-old':
    '这个版本的 Excel 没有这项功能[[（需要 ExcelApi {version}）]]，{stage}。请升级到 Office 2021 或更新版本，或改用网页工作台。',
  'excel-not-answering': 'Excel 没有响应，{stage}。请关闭任务窗格后重新打开，再试一次。',
  'excel-refused': 'Excel 拒绝了这一步（{error}[[，{where}]]），{stage}。请重试；仍不行时，把这行文字交给维护人员。',
  'excel-sheet-too-large':
    '工作表“{sheet}”用到的区域过大，没有读取，台账没有改动。请删除台账右侧和下方多余的内容后重试。',
  'sheet-changed-meanwhile':
    '写入时“{sheet}”的行正在变动（排序、插入或修改），已撤下刚写的结果，您填写的内容没有改动。请重新检查后再写回。',
  'marks-rows-moved':
    '标记时“{sheet}”的行正在变动（排序、插入或修改），已撤下颜色标记，您填写的内容没有改动。请重新检查后再写回。',
  'excel-wrote-otherwise':
    'Excel 没有把结果原样写进“{sheet}”第 {row} 行（多半是筛选所致），已撤下刚写的结果，您填写的内容没有改动。请清除筛选后重新写回。',
  'own-sheet-protected': '督查工作表“{sheet}”受保护，{stage}。请在“审阅”中撤销该工作表的保护后重试。',
  'sheet-is-hidden': '工作表“{sheet}”是隐藏的，没有跳转。请先取消隐藏。',
};
