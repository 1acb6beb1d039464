import type { CountyWords } from '../../../core/reports/county/words';
import { mask, maskNames } from '../mask';
import { FRAME_WORDS, MASKED, sayKept, sayLacks } from './frame';

/** 县级反馈表 and 销号审批表. */
export const COUNTY_WORDS: CountyWords = {
  frame: FRAME_WORDS,
  masked: MASKED,
  acceptance: {
    sheet: '受理反馈表',
    title: '群众诉求受理情况反馈表',
    headings: [
      '序号',
      '编号',
      '诉求人',
      '事项',
      '来源渠道',
      '交办日期',
      '受理日期',
      '责任股室',
      '包案负责人',
      '应办结日',
      '办理状态',
    ],
    none: '没有已受理在办的诉求。',
  },
  closing: {
    sheet: '办结反馈表',
    title: '群众诉求办结情况反馈表',
    headings: [
      '序号',
      '编号',
      '诉求人',
      '事项',
      '责任股室',
      '办结日期',
      '办理结果',
      '化解情况',
      '答复日期',
      '反馈日期',
      '尚缺',
    ],
    none: '没有已办结而未销号的诉求。',
  },
  signOff: {
    sheet: '销号审批表',
    title: '群众诉求销号审批表',
    headings: [
      '序号',
      '编号',
      '诉求人',
      '事项',
      '责任股室',
      '办结日期',
      '答复日期',
      '化解情况',
      '尚缺',
      '责任股室意见',
      '包保领导意见',
      '领导小组办公室意见',
      '县诉求办意见',
    ],
    none: '没有待销号的诉求。',
  },
  kept: sayKept,
  lacks: sayLacks,
  mask,
  maskNames,
};
