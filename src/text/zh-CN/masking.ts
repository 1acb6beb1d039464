import type { MaskWords } from '../../core/masking/words';
import { formatNumber } from './sentence';

const REMOVED: Readonly<Record<string, string>> = {
  pictures: '图片 {count} 幅已换成空白图（图中内容无法识别遮盖）',
  pivots: '数据透视表及其缓存已去掉，单元格里的数字保留',
  externalLinks: '指向其他工作簿的链接及其缓存已去掉',
  customXml: '附带的自定义数据已去掉（含本软件的设置）',
  signatures: '电子签名已去掉（内容改动后签名失效）',
  thumbnail: '缩略图已去掉',
  protection: '工作簿的结构保护已解除',
};

/** The last sheet of a copy for outside. */
export const MASK_WORDS: MaskWords = {
  sheet: '外发说明',
  title: '外发副本说明',
  masked: '本件已遮盖个人信息。',
  unmasked: '本件未遮盖个人信息。请勿转发、上传或对外公开。',
  whatIsHidden: [
    '诉求人姓名、联系电话、身份证号、住址和监护人、家属等各列（含隐藏的行、列和工作表）整格遮盖，只留开头几个字或首尾几位数字；被反映单位（人）遮盖其中的人名，单位保留。',
    '其他文字（办理情况、批注、页眉页脚、文件属性、下拉列表、图表等）中出现的上述姓名、号码、住址，以及手机号、座机号、身份证号、银行卡号和“某村某组某号”“某栋某室”一并遮盖。',
    '只在文字里出现的姓名，按姓氏和前后文辨认（如“村民某某”“某某反映”“与某某沟通”）后遮盖；“王某某”“张主任”一类原样保留。',
    '编号、责任股室、包案负责人和办理日期保留，供核对。',
  ],
  counts: ({ cells, places, formulas }) => [
    `整格遮盖 ${formatNumber(cells)} 格，文字中遮盖 ${formatNumber(places)} 处。`,
    ...(formulas === 0 ? [] : [`公式 ${formatNumber(formulas)} 个已换成当时的计算结果。`]),
  ],
  removed: (what, count) => `${(REMOVED[what] ?? what).replace('{count}', formatNumber(count))}。`,
  limits: '只在文字里出现的姓名，前后文看不出是人的，程序认不出来；外发前请再看一遍办理情况和批注。',
  footer: (isMasked) => (isMasked ? '本件已遮盖个人信息' : '本件未遮盖个人信息'),
};

/** What was hidden in a copy that a person downloads. */
export const sayHidden = (done: {
  readonly cells: number;
  readonly places: number;
  readonly removed: readonly { what: string; count: number }[];
}): readonly string[] => [
  `整格遮盖 ${formatNumber(done.cells)} 格，文字中遮盖 ${formatNumber(done.places)} 处；副本末尾的“${MASK_WORDS.sheet}”写明遮盖了什么。`,
  ...done.removed.map(({ what, count }) => MASK_WORDS.removed(what, count)),
  MASK_WORDS.limits,
];

/** What was written. */
export const sayMasked = (
  out: string,
  done: {
    readonly cells: number;
    readonly places: number;
    readonly removed: readonly { what: string; count: number }[];
  } | null,
): readonly string[] =>
  done === null
    ? [`副本已写入“${out}”。按您的要求未遮盖个人信息，副本末尾的“${MASK_WORDS.sheet}”写明“本件未遮盖个人信息”。`]
    : [
        `外发副本已写入“${out}”：整格遮盖 ${formatNumber(done.cells)} 格，文字中遮盖 ${formatNumber(done.places)} 处。`,
        ...done.removed.map(({ what, count }) => MASK_WORDS.removed(what, count)),
        MASK_WORDS.limits,
      ];
