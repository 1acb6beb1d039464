import type { Sentences } from '../sentence';

/** Why nothing was compared. */
export const RECONCILE_SENTENCES: Sentences = {
  'reconcile-two-files': '要核对台账和名单两份文件。请写 appeals reconcile 台账.xlsx 县级名单.xlsx。',
  'reconcile-two-files-only': 'reconcile 只核对两份文件，多出了“{extra}”。文件名中有空格时请加引号。',
  'reconcile-same-file': '台账和名单是同一份文件“{file}”，没有可核对的。请检查文件名。',
};
