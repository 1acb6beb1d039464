import type { Sentences } from '../sentence';
import { MASK_REQUEST_SENTENCES } from './masking';
import { RECONCILE_SENTENCES } from './reconcile';
import { REPORT_REQUEST_SENTENCES } from './reportRequest';
import { SCORE_REQUEST_SENTENCES } from './scores';

const DIRECTORY_HELP = '请检查 --rules，或不写它以使用随程序附带的规则。';

/** What can be wrong with a command line and the files it names: nobody meets these in a page. */
export const COMMAND_LINE_SENTENCES: Sentences = {
  ...MASK_REQUEST_SENTENCES,
  ...RECONCILE_SENTENCES,
  ...REPORT_REQUEST_SENTENCES,
  ...SCORE_REQUEST_SENTENCES,
  'report-no-documents': '今天没有需要出的文书（{documents}），没有写文件。要出别的文书请改 --notice 或 --case。',
  'command-missing': '没有写要做什么。请写 appeals check 台账.xlsx，或用 appeals --help 查看用法。',
  'command-unknown': '没有“{command}”这个命令。最接近的是 {nearest}；用 appeals --help 查看用法。',
  'option-unknown': '没有“{option}”这个选项。最接近的是 {nearest}；用 appeals --help 查看用法。',
  'option-needs-value': '选项 {option} 后面缺少内容。用 appeals --help 查看用法。',
  'option-takes-no-value': '选项 {option} 不带内容，请去掉等号及后面的部分。',
  'ledger-not-given': '没有写要检查哪份台账。请写 appeals check 台账.xlsx。',
  'one-ledger-only': 'check 一次检查一份台账，多出了“{extra}”。文件名中有空格时请加引号。',
  'today-invalid': '--today 的“{value}”不是一个日期。请按 年-月-日 填写，例如 2021-10-09。',
  'format-unknown': '--format 没有“{value}”这种格式，最接近的是 {nearest}。可写 text 或 json。',
  'out-not-xlsx': '--out 的“{path}”不是 Excel 文件名。请以 .xlsx 结尾。',
  'out-exists': '“{path}”已经存在，未写入任何内容。请换一个文件名，或加 --force 覆盖。',
  'out-is-input': '--out 的“{path}”就是要检查的台账，未写入任何内容。请换一个文件名。',
  'out-is-directory': '--out 的“{path}”是文件夹，未写入任何内容。请写到文件名，例如 {example}。',
  'out-folder-missing': '--out 所在的文件夹“{folder}”不存在，未写入任何内容。请先建立文件夹，或换一个位置。',
  'out-not-writable': '“{path}”无法写入（{reason}），原有文件未改动。请检查权限和磁盘空间，或换一个位置。',
  'file-not-found': '找不到“{path}”。请检查文件名和所在文件夹。',
  'file-not-found-nearest': '找不到“{path}”。同一文件夹里最接近的是“{nearest}”。',
  'file-is-directory': '“{path}”是文件夹，不是台账。请写到具体的 .xlsx 文件。',
  'file-not-readable': '“{path}”无法读取（{reason}）。请检查文件权限，或关闭正在占用它的程序后重试。',
  'rules-folder-absent': `找不到规则文件夹“{folder}”。${DIRECTORY_HELP}`,
  'rules-folder-is-file': `“{folder}”是文件，不是规则文件夹。${DIRECTORY_HELP}`,
  'rules-folder-unreadable': `规则文件夹“{folder}”无法读取（{detail}）。${DIRECTORY_HELP}`,
  'rules-folder-empty': `“{folder}”里没有规则文件（*.json）。${DIRECTORY_HELP}`,
  'rules-folder-too-many-files': `“{folder}”里的文件超过 {limit} 个，不像规则文件夹。${DIRECTORY_HELP}`,
  'rules-command-missing': 'rules 后面要写做什么。可用：check、explain、diff、try、to-sheet、from-sheet。',
  'rules-command-unknown': '没有“rules {command}”这个命令；最接近的是“{nearest}”。请改正。',
  'rules-try-usage': '“rules try”要写新规则的文件夹和一份台账。用法：appeals rules try 新规则 台账.xlsx。',
  'rules-to-sheet-usage': '“rules to-sheet”要写规则文件夹和新的工作簿。用法：appeals rules to-sheet 规则 规则表.xlsx。',
  'rules-from-sheet-usage':
    '“rules from-sheet”要写规则表和新的文件夹。用法：appeals rules from-sheet 规则表.xlsx 新规则。',
  'rules-folder-there': '“{folder}”已经有内容，未写入任何文件。请换一个文件夹，或先把它移开。',
  'rules-folder-not-writable': '“{folder}”无法写入（{reason}）。请检查权限和磁盘空间，或换一个位置。',
  'rules-explain-usage':
    '“rules explain”要写台账和行号，至多再写一条规则。用法：appeals rules explain 台账.xlsx 行号 [规则]。',
  'rules-diff-usage': '“rules diff”要写两个规则文件夹：旧的在前，新的在后。用法：appeals rules diff 旧规则 新规则。',
  'rules-check-usage': '“rules check”至多写一个规则文件夹。用法：appeals rules check [规则文件夹]。',
};
