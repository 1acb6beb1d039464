import type { Sentences } from '../sentence';

/** What can be wrong with a request before the ledger is looked at: the command line, the files it names. */
export const REQUEST_SENTENCES: Sentences = {
  'command-missing': '没有写要做什么。请写 appeals check 台账.xlsx，或用 appeals --help 查看用法。',
  'command-unknown': '没有“{command}”这个命令。最接近的是 {nearest}；用 appeals --help 查看用法。',
<<<<<<< HEAD
  'command-not-in-this-version': '这个版本还不能 {command}，目前能用 check、score、rules。用 appeals --help 查看用法。',
=======
  'command-not-in-this-version':
    '这个版本还不能 {command}，目前可用 check、report、rules。用 appeals --help 查看用法。',
>>>>>>> snapshots
  'option-unknown': '没有“{option}”这个选项。最接近的是 {nearest}；用 appeals --help 查看用法。',
  'option-needs-value': '选项 {option} 后面缺少内容。用 appeals --help 查看用法。',
  'option-takes-no-value': '选项 {option} 不带内容，请去掉等号及后面的部分。',
  'ledger-not-given': '没有写要检查哪份台账。请写 appeals check 台账.xlsx。',
  'one-ledger-only': 'check 一次检查一份台账，多出了“{extra}”。文件名中有空格时请加引号。',
  'report-kind-not-given': '没有写要哪一种报表。请加 --kind，可写：{kinds}。',
  'report-kind-unknown': '没有“{kind}”这种报表，最接近的是 {nearest}。可写：{kinds}。',
  'report-ledger-not-given': '没有写用哪份台账。请写 appeals report 台账.xlsx --kind weekly --out 周调度单.xlsx。',
  'report-out-not-given': '没有写报表存到哪里。请加 --out 和文件名，以 .{ending} 结尾。',
  'report-out-ending': '--out 的“{path}”与这种报表不符。请以 .{ending} 结尾。',
  'snapshot-needs-out': '--snapshot 要把快照存进批注后的台账，请同时写 --out 和新文件名。',
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
  'rules-not-loaded': '规则还没有读入，不能检查。请稍候重试；仍不行的，请维护人员检查规则文件。',
  'not-checked': '还没有检查过台账。请先点“检查”。',
  'finding-gone': '这条问题已经不在了（已整改，或台账已变），未作改动。请看最新的列表。',
  'aside-reason-missing': '没有写理由，未作改动。请写明为什么是误报，或为什么暂缓。',
  'aside-name-missing': '没有写由谁认定，未作改动。请填写姓名。',
  'aside-until-missing': '暂缓要有期限，未作改动。请选择暂缓到哪一天。',
  'aside-until-past': '有效期早于检查基准日 {checkDay}，未作改动。请选择之后的日期。',
  'review-cases-missing': '没有勾选诉求，或所选的行已不是诉求，未记录。请重新勾选。',
  'review-decision-missing': '没有填写议定事项，未记录。请填写后再记录。',
  'review-day-in-future': '调度日期 {on} 晚于检查基准日，未记录。请核对日期。',
  'review-case-without-number': '第 {rows} 行没有编号，调度记录对不上，未记录。请先补填编号。',
  cancelled: '已取消，未写入任何内容。',
  'unexpected-failure': '没有做成，原文件未改动（{reason}）。请把这份台账和这行文字交给维护人员。',
};
