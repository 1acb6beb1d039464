import type { Sentences } from '../sentence';

/** What can be wrong with a request before the ledger is looked at. */
export const REQUEST_SENTENCES: Sentences = {
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
