import type { Sentences } from '../sentence';

/** Why a report can't be made of a ledger that was checked. */
export const REPORT_SENTENCES: Sentences = {
  'report-no-documents': '今天没有需要出的文书（{documents}），没有做文件。',
  'report-without-template':
    '规则包“{pack}”里没有{document}的模板。请从随程序附带的规则 templates 文件夹里补上，列入 pack.json。',
  'report-without-scheme':
    '规则包“{pack}”里没有计分办法 scoring.json，印不出考核办法。请从随程序附带的规则里补上，列入 pack.json。',
  'report-without-escalation':
    '规则包“{pack}”里没有督办等级 escalation.json。请从随程序附带的规则里补上，列入 pack.json。',
};
