/** How offices lay their ledgers out: which columns, in which order, under which headings. */

export interface Layout {
  readonly sheet: string;
  /** `{单位}` and `{日期}` are filled in. */
  readonly title: string;
  readonly under: string | null;
  /** Upper heading, lower heading ('' where there is one only), the heading of samples/cases.ts it stands for. */
  readonly columns: readonly (readonly [string, string, string])[];
  /** Under which kinds of 来源渠道 its rows are set apart; none where it keeps them in one list. */
  readonly bySource: boolean;
  readonly hasTotal: boolean;
  /** How days are written. */
  readonly days: readonly ('real' | 'chinese' | 'dots' | 'short' | 'digits' | 'slashes')[];
}

const STATION: Layout['columns'] = [
  ['序号', '', '序号'],
  ['编号', '', '编号'],
  ['来访时间', '', '登记日期'],
  ['来访人\n基本情况', '姓 名', '诉求人'],
  ['', '人数', '人数'],
  ['', '联系方式', '联系电话'],
  ['', '家庭住址', '住址'],
  ['反映的\n主要问题', '', '诉求内容'],
  ['问题\n类别', '', '诉求类别'],
  ['诉求来源', '', '来源渠道'],
  ['受理\n日期', '', '受理日期'],
  ['交办\n日期', '', '交办日期'],
  ['责任单位', '', '责任股室'],
  ['包案\n领导', '', '包案负责人'],
  ['包保领导', '', '分管领导'],
  ['承办人', '', '经办人'],
  ['办结时限', '', '办理时限'],
  ['时限来源', '', '时限来源'],
  ['包保领导\n意见', '', '包保领导意见'],
  ['备案时间', '', '备案日期'],
  ['进展情况', '', '办理情况'],
  ['最近\n周调度', '', '最近周调度'],
  ['当前状态', '', '办理状态'],
  ['办结时间', '', '办结日期'],
  ['处理结果', '', '办理结果'],
  ['是否化解', '', '化解情况'],
  ['是否\n销号', '', '是否销号'],
  ['备注', '', '备注'],
];

const SECTION: Layout['columns'] = [
  ['序号', '', '序号'],
  ['责任股室', '', '责任股室'],
  ['包案负责人', '', '包案负责人'],
  ['办理时限', '', '办理时限'],
  ['诉求编号', '', '编号'],
  ['诉求人姓名', '', '诉求人'],
  ['诉求事项', '', '诉求内容'],
  ['诉求类型', '', '诉求类别'],
  ['来源', '', '来源渠道'],
  ['信访形式', '', '信访形式'],
  ['到访层级', '', '到访层级'],
  ['信访目的', '', '信访目的'],
  ['涉及人数', '', '人数'],
  ['登记日期', '', '登记日期'],
  ['受理日期', '', '受理日期'],
  ['受理告知日期', '', '受理告知日期'],
  ['交办日期', '', '交办日期'],
  ['协办股室', '', '协办单位'],
  ['时限来源', '', '时限来源'],
  ['包保领导意见', '', '包保领导意见'],
  ['备案日期', '', '备案日期'],
  ['延期至', '', '延期至'],
  ['延期批准', '', '延期批准'],
  ['延期批准日期', '', '延期批准日期'],
  ['化解方案', '', '化解方案'],
  ['办理进展', '', '办理情况'],
  ['最近周调度', '', '最近周调度'],
  ['最近月调度', '', '最近月调度'],
  ['办理状态', '', '办理状态'],
  ['化解情况', '', '化解情况'],
  ['办结日期', '', '办结日期'],
  ['答复意见', '', '办理结果'],
  ['答复日期', '', '答复日期'],
  ['反馈县办日期', '', '反馈县办日期'],
  ['是否销号', '', '是否销号'],
  ['销号日期', '', '销号日期'],
  ['甄别分类', '', '甄别分类'],
  ['甄别人', '', '甄别人'],
  ['甄别日期', '', '甄别日期'],
  ['生活困难', '', '生活困难'],
  ['帮扶救助', '', '帮扶救助'],
  ['满意度', '', '满意度'],
  ['被反映单位', '', '被反映单位'],
  ['督查评分', '', '督查评分'],
  ['联系电话', '', '联系电话'],
  ['家庭住址', '', '住址'],
];

const SHORT: Layout['columns'] = [
  ['序\n号', '', '序号'],
  ['信访人', '', '诉求人'],
  ['住址', '', '住址'],
  ['信访时间', '', '登记日期'],
  ['交办日期', '', '交办日期'],
  ['信访事由', '', '诉求内容'],
  ['责任部门', '', '责任股室'],
  ['包案人', '', '包案负责人'],
  ['完成时限', '', '办理时限'],
  ['办理情况', '', '办理情况'],
  ['办结日期', '', '办结日期'],
  ['办理状态', '', '办理状态'],
  ['答复意见', '', '办理结果'],
  ['甄别', '', '甄别分类'],
  ['备  注', '', '备注'],
];

/** Office ledgers differ most between stations and sections; a short one keeps no numbers. */
export const LAYOUTS: readonly [Layout, ...Layout[]] = [
  {
    sheet: '诉求台账',
    title: '{单位}群众诉求登记台账',
    under: '填报单位：{单位}　　　填报时间：{日期}',
    columns: STATION,
    bySource: true,
    hasTotal: true,
    days: ['dots', 'dots', 'chinese', 'short'],
  },
  {
    sheet: '2021年群众诉求台账',
    title: '“重诺言、畅两信、决诉求”专项行动群众诉求办理台账（{单位}）',
    under: null,
    columns: SECTION,
    bySource: false,
    hasTotal: false,
    days: ['real', 'real', 'real', 'chinese'],
  },
  {
    sheet: 'Sheet1',
    title: '{单位}信访件办理情况统计表',
    under: '截至{日期}',
    columns: SHORT,
    bySource: false,
    hasTotal: true,
    days: ['chinese', 'digits', 'slashes'],
  },
  {
    sheet: '台账',
    title: '{单位}群众诉求清单',
    under: '单位：{单位}　　{日期}',
    columns: [...SECTION].sort((a, b) => (a[2] < b[2] ? -1 : 1)),
    bySource: false,
    hasTotal: true,
    days: ['dots', 'real'],
  },
];
