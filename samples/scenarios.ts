/** For every rule of the default pack: how a case in good order comes to be flagged, and to be beyond judging. */
import { day, goodClosedCase, goodOpenCase, later, type Case } from './cases';

type Change = (c: Case, n: number) => Case;
export interface Scenario {
  readonly rule: string;
  readonly from: 'open' | 'closed';
  readonly flagged: Change;
  readonly cannotJudge: Change;
}

const set =
  (cells: Case): Change =>
  (c) => ({ ...c, ...cells });
const REF = { error: '#REF!' } as const;
const NA = { error: '#N/A' } as const;

/** 由股室提出的时限: consented to and filed. */
const unitLimit: Case = {
  来源渠道: '自行梳理',
  时限来源: '股室提出',
  办理时限: day(2021, 10, 29),
  包保领导意见: '同意，2021年9月6日',
  备案日期: day(2021, 9, 8),
};

const scenario = (
  rule: string,
  from: 'open' | 'closed',
  flagged: Case | Change,
  cannotJudge: Case | Change,
): Scenario => ({
  rule,
  from,
  flagged: typeof flagged === 'function' ? flagged : set(flagged),
  cannotJudge: typeof cannotJudge === 'function' ? cannotJudge : set(cannotJudge),
});

export const SCENARIOS: readonly Scenario[] = [
  scenario('unit-missing', 'open', { 责任股室: null }, { 责任股室: REF }),
  scenario('unit-vague', 'open', { 责任股室: '相关股室' }, { 责任股室: NA }),
  scenario('unit-not-single', 'open', { 责任股室: '办公室、法制监督股' }, { 责任股室: REF }),
  scenario('unit-unknown', 'open', { 责任股室: '法治监督科' }, { 责任股室: NA }),
  scenario('leader-missing', 'open', { 包案负责人: null }, { 包案负责人: REF }),
  scenario('leader-not-single', 'open', { 包案负责人: '孔甲零、曹乙零' }, { 包案负责人: REF }),
  scenario('leader-unknown', 'open', { 包案负责人: '姜癸十' }, { 包案负责人: NA }),
  scenario('limit-missing', 'open', { 办理时限: null, 时限来源: null }, { 办理时限: REF }),
  scenario('limit-vague', 'open', { 办理时限: '尽快' }, { 办理时限: '10月32日' }),
  scenario(
    'limit-consent-missing',
    'open',
    { ...unitLimit, 包保领导意见: '不同意' },
    { ...unitLimit, 包保领导意见: REF },
  ),
  scenario('limit-not-filed', 'open', { ...unitLimit, 备案日期: null }, { ...unitLimit, 备案日期: '已备案' }),
  scenario('limit-source-missing', 'open', { 时限来源: null }, { 时限来源: REF }),
  scenario(
    'limit-beyond-statutory',
    'open',
    { ...unitLimit, 办理时限: day(2021, 12, 31) },
    { ...unitLimit, 受理日期: '九月上旬受理' },
  ),
  scenario('overdue', 'open', { 办理时限: day(2021, 10, 8) }, { 办理时限: '10月32日' }),
  scenario('due-soon', 'open', { 办理时限: '10月22日前' }, { 办理时限: '以批示为准' }),
  scenario('closed-late', 'closed', { 办理时限: day(2021, 9, 30) }, { 办理时限: '13月8日' }),
  scenario('assigned-late', 'open', (c) => ({ ...c, 交办日期: day(2021, 10, 15) }), { 交办日期: '领导在外，回来再交' }),
  scenario('acceptance-notice-late', 'open', { 受理告知日期: day(2021, 10, 12) }, { 受理告知日期: '已口头告知' }),
  scenario(
    'extension-without-consent',
    'open',
    { 延期至: day(2021, 10, 29), 办理时限: day(2021, 10, 26) },
    { 延期至: day(2021, 10, 29), 延期批准: REF },
  ),
  scenario(
    'extension-after-due',
    'open',
    { 办理时限: day(2021, 10, 8), 延期至: day(2021, 10, 29), 延期批准: '同意延期', 延期批准日期: day(2021, 10, 12) },
    { 办理时限: day(2021, 10, 26), 延期至: day(2021, 10, 29), 延期批准: '同意延期', 延期批准日期: '上周五' },
  ),
  scenario(
    'extension-too-long',
    'open',
    { 办理时限: day(2021, 9, 24), 延期至: day(2021, 11, 5), 延期批准: '同意延期', 延期批准日期: day(2021, 9, 20) },
    { 办理时限: '十月卅二日', 延期至: day(2021, 11, 5), 延期批准: '同意延期', 延期批准日期: day(2021, 9, 20) },
  ),
  scenario('due-after-campaign', 'open', { 办理时限: '11月30日前' }, { 办理时限: '冬至前' }),
  scenario('plan-missing', 'open', { 化解方案: null }, { 化解方案: REF }),
  scenario('weekly-review-lapsed', 'open', { 最近周调度: day(2021, 9, 27) }, { 最近周调度: '每周都调度' }),
  scenario('bureau-review-lapsed', 'open', { 最近月调度: day(2021, 9, 10) }, { 最近月调度: '已上会' }),
  scenario('copied-progress', 'open', { 办理情况: '10月11日已电话联系诉求人，正在办理。' }, { 办理情况: REF }),
  scenario('forwarded-only', 'open', { 办理情况: '已转法制监督股办理。' }, { 办理情况: NA }),
  scenario('instruction-only', 'open', { 办理情况: '请分管领导阅处。' }, { 办理情况: REF }),
  scenario(
    'long-open',
    'open',
    (c) => ({
      ...c,
      登记日期: day(2021, 2, 25),
      受理日期: day(2021, 2, 26),
      交办日期: day(2021, 2, 26),
      受理告知日期: day(2021, 3, 1),
    }),
    {
      登记日期: '去年春天',
    },
  ),
  scenario('closed-date-missing', 'closed', { 办结日期: null, 销号日期: null }, { 办结日期: REF }),
  scenario('closed-without-result', 'closed', { 办理结果: null }, { 办理结果: REF }),
  scenario('boilerplate-result', 'closed', { 办理结果: '您好！留言已收悉，感谢您的支持。' }, { 办理结果: NA }),
  scenario(
    'closed-but-pending',
    'closed',
    (c, n) => ({ ...c, 办理结果: `第${n}件经核实情况属实，已与当事人沟通。下一步将组织双方签订协议。` }),
    { 办理结果: REF },
  ),
  scenario(
    'refusal-without-basis',
    'closed',
    (c, n) => ({ ...c, 甄别分类: '政策外或不合理', 办理结果: `第${n}件诉求经研究不予支持，已向诉求人解释说明。` }),
    { 办理结果: NA },
  ),
  scenario(
    'closed-not-reported',
    'closed',
    { 反馈县办日期: null, 是否销号: '否', 销号日期: null, 办结日期: day(2021, 10, 8) },
    { 反馈县办日期: '已口头反馈' },
  ),
  scenario(
    'closed-not-signed-off',
    'closed',
    {
      是否销号: null,
      销号日期: null,
      办结日期: day(2021, 10, 8),
      答复日期: day(2021, 10, 8),
      反馈县办日期: day(2021, 10, 10),
    },
    { 是否销号: '待县办研究', 销号日期: null },
  ),
  scenario('signed-off-while-open', 'open', { 是否销号: '是' }, { 是否销号: REF }),
  scenario('signed-off-not-reported', 'closed', { 反馈县办日期: null }, { 反馈县办日期: REF }),
  scenario('dates-out-of-order', 'closed', (c) => ({ ...c, 销号日期: day(2021, 10, 7) }), { 销号日期: '十月' }),
  scenario('date-unreadable', 'open', { 受理日期: '2021年9月31日' }, { 受理日期: { formula: 'TODAY()-30' } }),
  scenario('date-in-future', 'open', { 最近周调度: day(2021, 12, 18) }, { 最近周调度: '每周一次' }),
  scenario('closed-before-received', 'closed', (c) => ({ ...c, 受理日期: day(2021, 10, 15) }), {
    办结日期: '十月中旬办结',
  }),
  scenario('id-precision-lost', 'open', { 身份证号: 341523196001011000 }, { 身份证号: REF }),
  scenario('phone-invalid', 'open', { 联系电话: '13900' }, { 联系电话: NA }),
  scenario('duplicate-case', 'open', { 编号: '诉〔2021〕重复号' }, { 编号: REF }),
  scenario('similar-case', 'open', { 诉求人: '姜癸九', 诉求内容: '反映公证费用重复收取，要求退还。' }, { 诉求人: REF }),
  scenario(
    'status-contradicts-dates',
    'open',
    { 办结日期: day(2021, 10, 8), 答复日期: day(2021, 10, 8) },
    { 办结日期: '办了' },
  ),
  scenario('merit-undecided', 'open', { 甄别分类: null, 甄别人: null, 甄别日期: null }, { 甄别分类: REF }),
  scenario(
    'merit-conflicts',
    'closed',
    (c, n) => ({
      ...c,
      甄别分类: '政策内合理',
      办理结果: `第${n}件经查诉求没有政策依据，依照《安徽省法律援助条例》第十条不符合援助条件，已作解释。`,
    }),
    { 甄别分类: REF },
  ),
  scenario(
    'conduct-to-verify',
    'open',
    (c, n) => ({ ...c, 违法行为: null, 办理情况: `第${n}件诉求人带人围堵办公楼大门、殴打工作人员，已报警。` }),
    {
      违法行为: null,
      办理情况: REF,
      诉求内容: REF,
    },
  ),
  scenario('unlawful-without-basis', 'open', { 违法行为: '有', 认定依据: null }, { 违法行为: '有', 认定依据: REF }),
  scenario('within-policy-unresolved', 'open', { 甄别日期: day(2021, 9, 10) }, { 甄别日期: '开会定的' }),
  scenario(
    'beyond-policy-unexplained',
    'closed',
    (c, n) => ({
      ...c,
      甄别分类: '政策外或不合理',
      办理情况: `第${n}件已办。`,
      办理结果: `依照《公证法》第三十一条，第${n}件不予办理公证。`,
    }),
    (c) => ({ ...c, 甄别分类: '政策外或不合理', 办理结果: REF, 办理情况: REF }),
  ),
  scenario('hardship-without-aid', 'open', { 生活困难: '是' }, { 生活困难: '是', 帮扶救助: REF }),
];

export const baseOf = (scenario: Scenario, n: number): Case =>
  scenario.from === 'open' ? goodOpenCase(n) : goodClosedCase(n);

export { later };
