import type { Sentences } from '../sentence';

/** Why a report can't be made of a ledger that was checked. */
export const REPORT_SENTENCES: Sentences = {
  'report-no-documents': '今天没有需要出的文书（{documents}），没有做文件。',
  'report-without-template':
    '“{pack}”里没有{document}的模板，不知道怎样行文，没有做文件；其他报表不受影响。请联系维护规则的人员从随程序附带的规则补上（templates 文件夹，列入 pack.json）。',
  'report-without-scheme':
    '“{pack}”没有写考核办法，印不出来，也不能计分；其他报表不受影响。请联系维护规则的人员补上（规则文件 scoring.json，列入 pack.json）。',
  'report-without-escalation':
    '“{pack}”没有写超期几天督办到哪一级，出不了督办单；其他报表不受影响。请联系维护规则的人员补上（规则文件 escalation.json，列入 pack.json）。',
  'read-back-no-scores':
    '“{file}”中没有读到评分：要有“编号”“督查评分”两栏（抽查清单就是），评分填在其中。请填好后再读一次。',
  'read-back-no-column': '台账“{sheet}”中没有“督查评分”一栏，未写入任何内容。请先在台账中加上这一栏。',
  'report-case-kept': '编号 {cases} 是检举控告类，按规定不列入迎检材料。请去掉，需要的由专人单独办理。',
  'report-case-unknown': '台账中没有编号 {cases}。请核对编号。',
  'report-nothing-due': '今天没有需要出的文书（{documents}），没有生成文件。有新交办、超期、受理或办结的诉求时再来。',
  'report-not-sheets': '“{report}”是文书，不能写成工作表。请用“下载”存成文件。',
};
