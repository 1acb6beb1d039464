import type { Sentences } from '../sentence';

/** What can go wrong between a page, its worker and the site it comes from. */
export const PAGE_SENTENCES: Sentences = {
  'worker-failed':
    '后台检查程序中断（{detail}），这一步没有做成。请关闭本窗格或页面后重新打开再试；再次出现时，请把这行文字交给维护人员。',
  'rules-site-unreachable':
    '规则文件 {path} 取不到[[（{detail}）]]，继续使用原来的规则。请检查网络后重试，或联系维护服务器的人员。',
  'rules-site-without-pack':
    '服务器的 {folder} 里没有 pack.json，规则未更新。请联系维护服务器的人员补上整个 rules 文件夹。',
  'sample-unreachable': '样例台账取不到[[（{detail}）]]。请检查网络后刷新页面，或直接打开自己的台账。',
  'no-file-open': '还没有打开台账。请先打开一份 .xlsx 文件。',
};
