import type { FilingWords } from '../../../core/reports/filing/words';
import { formatNumber } from '../sentence';
import { FRAME_WORDS, MASKED, sayKept, sayLacks } from './frame';

/** 时限备案表 and 延期审批表. */
export const FILING_WORDS: FilingWords = {
  frame: FRAME_WORDS,
  masked: MASKED,
  limits: {
    sheet: '时限备案表',
    title: '群众诉求办理时限备案表',
    headings: [
      '序号',
      '编号',
      '诉求人',
      '事项',
      '责任股室',
      '包案负责人',
      '起算日期',
      '提出的时限',
      '到期日',
      '法定到期日',
      '包保领导意见',
      '备案日期',
      '尚缺',
    ],
    none: '没有由责任股室提出时限的在办诉求。',
  },
  extensions: {
    sheet: '延期审批表',
    title: '群众诉求延期办理审批表',
    headings: [
      '序号',
      '编号',
      '诉求人',
      '事项',
      '责任股室',
      '原到期日',
      '延期至',
      '延期天数',
      '延期理由',
      '批准意见',
      '批准日期',
      '告知诉求人',
      '尚缺',
    ],
    none: '没有延期办理的在办诉求。',
  },
  toFill: '（请填写）',
  kept: sayKept,
  days: (days) => `${formatNumber(days)} 天`,
  lacks: sayLacks,
};
