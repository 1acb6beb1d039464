import { REPORT_KINDS, type ReportKind } from '../../../core/reports/report';
import { REPORT_TITLES } from './made';

const HOLDS: Readonly<Record<ReportKind, string>> = {
  weekly: '每周调度用：局长一页，按股室、包案人列在办诉求，留议定和签字栏；另列待分派的。局内使用。',
  monthly: '每月调度用：上月结存、新增、办结、结存，按股室、按渠道，各行合计都平。局内使用。',
  county: '报县里：受理反馈表、办结反馈表、销号审批表，注明尚缺什么。个人信息已遮蔽。',
  filing: '时限备案表和延期审批表，列出原到期日、延期至、批准情况和尚缺什么。个人信息已遮蔽。',
  notices: '今天该发的交办单、督办单（带回执）、告知书、答复意见书和调度会议纪要，只有人能写的标“请填写”。',
  sampling: '社会督查用：按单位、类别、状态分层抽取，分给登记的督查员，带现场填写的表。个人信息已遮蔽。',
  inspection: '迎检用：抽中的诉求一件一页，日期、批准、调度、答复和发现依次排列，缺什么证据写明。个人信息已遮蔽。',
  trend: '哪类事项、哪个单位、乡镇、渠道在增多，重复和越级信访，应当提出政策建议的事项，附图。',
  summary: '总结提升阶段的总结：各项数字和图已填好，经验和建议标“请填写”。',
  appraisal: '按现用规则打印的考核办法：指标、分值、扣分、等次和不予评优的情形。',
};

/** What each report is called, and what a person gets by it. */
export const REPORT_OFFERS: Readonly<Record<ReportKind, { readonly title: string; readonly holds: string }>> =
  Object.fromEntries(REPORT_KINDS.map((kind) => [kind, { title: REPORT_TITLES[kind], holds: HOLDS[kind] }])) as Record<
    ReportKind,
    { readonly title: string; readonly holds: string }
  >;
