/** What `appeals --help` prints. */
export const HELP = `诉求台账督办：逐件检查诉求台账，说明缺什么、晚多少、下一步做什么。

用法
  appeals check 台账.xlsx [选项]     检查一份台账，打印报告；只读，不改动原文件
  appeals report 台账.xlsx… --kind 报表 --out 新文件.xlsx
                                     做报表，可用几份台账：weekly 周调度单，monthly 月调度表，
                                     county 县级反馈表和销号审批表，filing 时限备案表和延期审批表，
                                     sampling 社会督查抽查表，inspection 迎检材料，trend 趋势分析；
                                     以下为 .docx：notices 交办单、督办单、告知书、答复意见书、会议纪要，
                                     summary 专项行动总结，appraisal 考核办法
  appeals score 台账.xlsx… [选项]    按考核办法计分、分组排名，每一分的依据都列出；可同时计几份台账
  appeals reconcile 台账.xlsx 名单.xlsx
                                     县级交办名单或 12345 导出表与台账核对：漏登、漏报、状态和日期不符
  appeals mask 台账.xlsx --out 副本.xlsx
                                     做一份外发副本：姓名、电话、身份证号、住址在全部内容中遮盖
  appeals rules check [规则文件夹]   检查规则文件：错在哪里、例子是否相符、有哪些可疑之处
  appeals rules explain 台账.xlsx 行号 [规则]
                                     说明某一行为什么这样判：逐条条件、见到的值、所在单元格
  appeals rules diff 旧规则 新规则   逐条列出两套规则的不同
  appeals rules try 新规则 台账.xlsx 在台账上试新规则：哪些行的问题、应办结日、得分会变；不写入
  appeals rules to-sheet 规则 规则表.xlsx
                                     把规则变成工作簿，在 Excel 里改提示、参数、词表、权重
  appeals rules from-sheet 规则表.xlsx 新规则
                                     把改好的规则表变回规则文件夹；有误时指出单元格，什么也不写

选项
  --sheet 名称          要检查的工作表；不写时先看当前工作表，再找表头最像的一张
  --today 年-月-日      以哪一天为准，例如 2021-10-09；不写时为本机当天
  --rules 文件夹        使用另一套规则；不写时用随程序附带的规则。可写几次：
                        以检查当天施行的一套判定，法定期限仍按起算日取
  --format text|json    报告的格式，默认 text
                        （以上各项 check 和 rules explain 通用，--format 各命令通用）
  --all-outcomes        （json）列出每件诉求每条规则的结果，包括无问题和不适用
  --out 新文件.xlsx     另存一份批注后的台账；绝不写入原文件
  --snapshot            （check，连同 --out）在副本里保存各件诉求的状况，以后用来比对
  --seed 种子           （sampling、inspection）抽样的种子；不写时由日期和全部编号算出，并印在表上
  --read-back 抽查表    （sampling）把抽查清单上填好的评分填进台账副本的“督查评分”空格
  --case 编号           （inspection、notices）只做这几件，编号之间用顿号或逗号隔开
  --force               --out 的文件已存在时覆盖它
  --notice 文书         （report --kind notices）只出这几种，如 督办单、交办单；可写几次
  --help, --version     显示本说明；显示版本

score 的选项（另有 --sheet、--today、--rules、--format、--force，意思同上）
  --by unit|sponsor|caseLeader
                        考核谁：责任股室（默认）、包保（分管）领导、包案负责人（不排名）
  --period 期间         只计某一期间在册的诉求：2021-09、2021，或 campaign（专项行动期间）
  --out 新文件.xlsx     写一份考核工作簿：考核得分、扣分明细、申诉单、不参评与样本不足、封存信息

reconcile 的选项（另有 --sheet、--today、--rules、--format、--force，意思同上）
  --list-sheet 名称     名单在哪一张工作表
  --out 新文件.xlsx     写一份差异表：核对汇总、差异明细（已遮盖个人信息）

mask 的选项（另有 --rules、--force）
  --keep-names          不遮盖；副本最后一张表写明“本件未遮盖个人信息”

结束状态
  0  没有严重问题
  1  有严重问题；reconcile：两边有差异
  2  没有做成；原因和办法写在标准错误的一行里
     （规则文件有误时，每处一行，以“文件:行:列”开头；score、report 有一份台账读不出，
     其余照做，也以 2 结束）

例
  appeals check 台账.xlsx
  appeals check 台账.xlsx --today 2021-10-09 --out 台账（督查）.xlsx
  appeals check 台账.xlsx --out 台账（督查）.xlsx --snapshot
  appeals report 台账（督查）.xlsx --kind weekly --out 周调度.xlsx
  appeals score 城关所.xlsx 东关所.xlsx --today 2021-10-31 --out 考核.xlsx
  appeals rules explain 台账.xlsx 5 即将到期 --today 2021-10-09
`;
