import type { Sentences } from '../sentence';

/** What can be wrong with a workbook's file. */
export const FILE_SENTENCES: Sentences = {
  'file-is-empty': '“{file}”是空文件。请重新导出或另找一份。',
  'file-is-old-xls': '“{file}”是旧版 Excel（.xls）格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再检查。',
  'file-is-encrypted': '“{file}”设有打开密码。请用 Excel 或 WPS 取消密码后另存，再检查。',
  'file-is-xlsb': '“{file}”是二进制工作簿（.xlsb）。请用 Excel 另存为 .xlsx 后再检查。',
  'file-is-not-xlsx': '“{file}”不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再检查。',
  'file-is-damaged': '“{file}”已损坏或不完整。请用 Excel 或 WPS 打开修复并另存，或重新取得一份。',
  'file-exceeds-limits': '“{file}”解压后大得不合常理，未予打开。请确认来源，或在 Excel 中另存后再检查。',
  'workbook-structure-protected':
    '“{file}”的工作簿结构受保护，不能添加工作表，未写入任何内容。请先在“审阅”中撤销保护工作簿。',
};
