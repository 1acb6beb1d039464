import type { Sentences } from '../sentence';

const AGAIN = '没有生成副本。请在 Excel 中删去后另存为 .xlsx 再试。';

/** Why no copy was made. */
export const MASK_SENTENCES: Sentences = {
  'mask-macros': `“{file}”含有宏（{part}），其中的个人信息无法遮盖，${AGAIN}`,
  'mask-objects': `“{file}”含有嵌入的对象或控件（{part}），其中的个人信息无法遮盖，${AGAIN}`,
  'mask-connections': `“{file}”含有外部数据连接（{part}），其中的个人信息无法遮盖，${AGAIN}`,
  'mask-slicers': `“{file}”含有切片器或日程表（{part}），其中的个人信息无法遮盖，${AGAIN}`,
  'mask-data-model': `“{file}”含有数据模型（{part}），其中的个人信息无法遮盖，${AGAIN}`,
  'mask-revisions': '“{file}”是共享工作簿，修订记录（{part}）里有旧内容，没有生成副本。请先取消共享再试。',
  'mask-copy-not-here':
    'Excel 里的加载项取不到整个文件，没有生成副本。请先保存台账，再用浏览器打开工作台，在那里打开这份文件，到“报表”下载外发副本。',
  'mask-unknown-part': `“{file}”里有认不出的内容（{part}），无法确认其中有无个人信息，${AGAIN}`,
};

/** What can be wrong with a command line that asks for such a copy. */
export const MASK_REQUEST_SENTENCES: Sentences = {
  'mask-ledger-not-given': '没有写要为哪份台账做外发副本。请写 appeals mask 台账.xlsx --out 副本.xlsx。',
  'mask-one-ledger-only': 'mask 一次做一份副本，多出了“{extra}”。文件名中有空格时请加引号。',
  'mask-out-not-given': '没有写副本存到哪里。请加 --out 和新文件名，例如 --out 台账（外发）.xlsx。',
};
