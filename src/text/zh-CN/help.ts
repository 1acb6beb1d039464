/** What `appeals --help` prints. */
export const HELP = `诉求台账督办：逐件检查诉求台账，说明缺什么、晚多少、下一步做什么。

用法
  appeals check 台账.xlsx [选项]     检查一份台账，打印报告；只读，不改动原文件

选项
  --sheet 名称          要检查的工作表；不写时先看当前工作表，再找表头最像的一张
  --today 年-月-日      以哪一天为准，例如 2021-10-09；不写时为本机当天
  --rules 文件夹        使用另一套规则；不写时用随程序附带的规则
  --format text|json    报告的格式，默认 text
  --all-outcomes        （json）列出每件诉求每条规则的结果，包括无问题和不适用
  --out 新文件.xlsx     另存一份批注后的台账；绝不写入原文件
  --force               --out 的文件已存在时覆盖它
  --help, --version     显示本说明；显示版本

结束状态
  0  没有严重问题
  1  有严重问题
  2  没有做成；原因和办法写在标准错误的一行里
     （规则文件有误时，每处一行，以“文件:行:列”开头）

例
  appeals check 台账.xlsx
  appeals check 台账.xlsx --today 2021-10-09 --out 台账（督查）.xlsx
`;
