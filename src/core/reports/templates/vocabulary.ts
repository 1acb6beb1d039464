/** The documents that templates word. */
export const DOCUMENT_KINDS = {
  assignment: '交办单',
  supervision: '督办单',
  acceptance: '受理告知书',
  refusal: '不予受理告知书',
  reply: '答复意见书',
  minutes: '调度会议纪要',
  summary: '专项行动总结',
  appraisal: '考核办法',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** Those that are drawn up case by case and unit by unit, in this order. */
export const NOTICE_KINDS = ['assignment', 'supervision', 'acceptance', 'refusal', 'reply', 'minutes'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a template of one kind may name. Each name says what is to be written where the value is wanting. */
export interface DocumentVocabulary {
  readonly placeholders: readonly string[];
  /** Lists that a table or a repeated paragraph goes through, with what each entry adds. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly charts: readonly string[];
}

const COMMON = ['发文机关', '行动名称', '方案文号', '年份', '成文日期'] as const;

const CASE = [
  ...['编号', '诉求人', '诉求事项', '诉求内容', '来源渠道', '登记日期', '受理日期', '交办日期'],
  ...[
    '责任股室',
    '牵头股室',
    '协办单位',
    '股室负责人',
    '包案负责人',
    '分管领导',
    '办理时限',
    '时限依据',
    '超期天数',
    '办理情况',
    '回避要求',
  ],
] as const;

/** By the law in force on the day the case's periods start. */
const LAW = [
  ...['法规名称', '受理期限', '受理条款', '办理期限', '办理条款', '延期期限', '延期条款', '复查期限', '复查条款'],
] as const;

const SUPERVISED = [
  ...['责任股室', '股室负责人', '分管领导', '督办等级', '回复日期'],
  ...['督办件数', '超期件数', '临期件数', '最长超期天数', '回避要求'],
] as const;

/** What the wording of an escalation level may name: all of 督办单 but what the level itself words. */
export const ESCALATION_PLACEHOLDERS: readonly string[] = [...COMMON, ...SUPERVISED];

const NONE: Pick<DocumentVocabulary, 'lists' | 'charts'> = { lists: {}, charts: [] };

export const VOCABULARY: Readonly<Record<DocumentKind, DocumentVocabulary>> = {
  assignment: { placeholders: [...COMMON, ...CASE, ...LAW], ...NONE },
  supervision: {
    placeholders: [...COMMON, ...SUPERVISED, '主送', '抄送', '督办要求'],
    lists: {
      督办事项: ['序号', '编号', '诉求事项', '包案负责人', '办理时限', '超期情况', '事项等级', '办理情况'],
    },
    charts: [],
  },
  acceptance: { placeholders: [...COMMON, ...CASE, ...LAW], ...NONE },
  refusal: { placeholders: [...COMMON, ...CASE, ...LAW], ...NONE },
  reply: { placeholders: [...COMMON, ...CASE, ...LAW, '办理结果', '办结日期'], ...NONE },
  minutes: {
    placeholders: [...COMMON, '会议日期', '议定件数', '回避件数'],
    lists: { 议定事项: ['序号', '编号', '诉求事项', '责任股室', '包案负责人', '办理时限', '议定内容'] },
    charts: [],
  },
  summary: {
    placeholders: [
      ...COMMON,
      ...['截止日期', '行动起始', '行动结束', '在册件数', '股室数', '在办件数', '办结件数', '办结率'],
      ...['化解件数', '部分化解件数', '销号件数', '反馈件数', '按期办结件数', '逾期办结件数', '超期件数', '临期件数'],
      ...[
        '无法判定件数',
        '三个明确件数',
        '三个明确率',
        '积案件数',
        '积案办结件数',
        '政策内件数',
        '政策外件数',
        '未甄别件数',
      ],
      ...['违法件数', '困难件数', '调度件数', '问题件数', '缺栏件数', '回避件数', '类别数', '超期列出件数'],
    ],
    lists: {
      各单位: ['单位', '组别', '在册', '在办', '办结', '化解', '超期', '办结率'],
      各渠道: ['渠道', '在册', '在办', '办结', '化解', '超期', '办结率'],
      各类别: ['类别', '占比', '在册', '在办', '办结', '化解', '超期', '办结率'],
      各问题: ['问题', '件数', '依据'],
      行动步骤: ['阶段', '时间', '任务'],
      超期事项: ['序号', '编号', '单位', '诉求事项', '办理时限', '超期天数'],
    },
    charts: ['各单位办理情况', '各渠道办理情况', '各周登记和办结'],
  },
  appraisal: {
    placeholders: [...COMMON, '办法名称', '考核依据', '满分', '单件上限', '样本下限', '组别', '只显示不计分'],
    lists: {
      指标: ['序号', '指标', '分值', '适用', '依据'],
      扣分: ['指标', '规则', '扣除比例', '整改后'],
      等次: ['等次', '分数', '建议'],
      否决: ['序号', '情形', '条件', '依据', '建议'],
    },
    charts: [],
  },
};
