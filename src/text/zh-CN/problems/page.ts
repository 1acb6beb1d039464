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
  'rules-no-pack-dropped':
    '里面没有 pack.json，不是规则包，继续使用原来的规则。请选择整个规则文件夹、它的 .zip，或其中的全部 .json 文件。',
  'rules-zip-damaged': '“{file}”打不开，压缩包已损坏或有密码，继续使用原来的规则。请重新压缩后再试。',
  'rules-zip-too-large': '“{file}”里的 {path} 过大，不是规则文件，继续使用原来的规则。请只压缩规则文件夹。',
  'file-not-readable-here': '“{file}”读不出来，可能已移动、删除或被占用。请确认文件还在后重新选择。',
  'file-not-saved':
    '没有保存到“{file}”[[（{detail}）]]，改动仍在本页。请关闭正在占用它的程序，或用“另存为”换一个位置。',
  'file-being-opened': '正在打开另一份台账，这一处没有修改。请等打开后再改。',
  'no-file-open': '还没有打开台账。请先打开一份 .xlsx 文件。',
};
