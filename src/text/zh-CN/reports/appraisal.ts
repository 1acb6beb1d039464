import type { AppraisalWords } from '../../../core/reports/appraisal/words';
import type { Measure, SubjectKind } from '../../../core/scoring/scheme';
import { longDate } from '../dates';

const SUBJECTS: Readonly<Record<SubjectKind, string>> = {
  unit: '责任单位',
  sponsor: '分管（包保）领导',
  caseLeader: '包案负责人',
};
const MEASURES: Readonly<Record<Measure, string>> = {
  commend: '建议通报表扬',
  interview: '建议约谈',
  account: '建议按规定问责',
};

/** What 考核办法 says beside its template. */
export const APPRAISAL_WORDS: AppraisalWords = {
  day: longDate,
  subject: (kind) => SUBJECTS[kind],
  chargedTo: (unit) => `只计${unit}`,
  insteadOf: (indicator) => `，替代“${indicator}”`,
  measure: (measure) => (measure === null ? '不另作建议' : MEASURES[measure]),
  measured: (field, full) => `台账“${field}”一栏的评分（满分${full}）`,
  measuredLoss: '按所差分数',
  percent: (percent) => `${percent}%`,
  mendable: '整改后恢复',
  lost: '不能恢复',
  becomes: (rule) => `整改后按“${rule}”扣`,
  band: (from, below) =>
    from === 0 ? `不满${below ?? 0}分` : below === null ? `${from}分以上` : `${from}分以上、不满${below}分`,
  veto: (rules, least, percent) =>
    `${rules.join('、')}合计${least}件以上${percent === 0 ? '' : `，并且占诉求总数${percent}%以上`}`,
  list: (items) => items.join('、'),
};
