import { formatIso } from '../../../core/dates/civil';
import type { EventKind } from '../../../core/reports/inspection/events';
import type { Evidence, Stage } from '../../../core/reports/inspection/evidence';
import type { InspectionWords } from '../../../core/reports/inspection/words';
import { longDate } from '../dates';
import { sayAdviceMasked, sayMessageMasked } from '../messages';
import { formatNumber } from '../sentence';
import { STATE_WORDS } from '../words';
import { caseName } from './caseName';
import { sayFiles } from './frame';

const EVENTS: Readonly<Record<EventKind, string>> = {
  registered: '登记',
  received: '受理',
  notified: '受理告知',
  assigned: '交办',
  limitFiled: '时限备案',
  extended: '延期批准',
  reviewed: '调度（调度记录）',
  weeklyReview: '最近周调度',
  bureauReview: '最近月调度',
  decided: '甄别',
  due: '应办结日',
  closed: '办结',
  replied: '答复',
  reported: '反馈县办',
  signedOff: '销号',
  consent: '包保领导意见',
  extensionConsent: '延期批准意见',
  plan: '化解方案',
};

const STAGES: Readonly<Record<Stage, string>> = {
  registration: '登记',
  assignment: '交办',
  notice: '受理告知',
  limit: '明确时限',
  extension: '延期',
  reviews: '化解和调度',
  decision: '甄别',
  closing: '办结答复',
  reporting: '反馈销号',
};

const piece = ({ label, standing, cell }: Evidence): string =>
  `${label}${standing === 'unreadable' ? '（填了但读不出）' : ''}${cell === '' ? '' : ` ${cell}`}`;

/** 迎检材料. */
export const INSPECTION_WORDS: InspectionWords = {
  sheets: { contents: '迎检目录', cases: '逐件材料' },
  footer: ({ owner, today }) => `填报单位：${owner}　截止日期：${formatIso(today)}`,
  title: '群众诉求办理迎检材料目录',
  lines: ({ files, today, cases, seed }) => [
    `台账：${sayFiles(files)}；以 ${longDate(today)} 为准；共 ${formatNumber(cases)} 件` +
      (seed === null ? '（指定）。' : `（随机抽取，种子：${seed}）。`),
    '姓名、电话、住址已遮蔽。材料只依据台账和调度记录；告知书、答复意见书、送达回证、会议记录等原件请逐件核对后在“原件”一栏打勾。',
  ],
  contentsHeadings: ['序号', '编号', '责任股室', '包案负责人', '诉求人', '督查问题', '缺少记载'],
  caseTitle: (name) => `群众诉求办理迎检材料　${name}`,
  caseName,
  caseLine: ({ unit, leaders, petitioner, matter, state }) =>
    `责任股室：${unit}；包案负责人：${leaders}；诉求人：${petitioner}；状态：${STATE_WORDS[state]}；事项：${matter}`,
  sections: { events: '一、办理经过', findings: '二、督查发现的问题', evidence: '三、各环节应有的记载' },
  eventHeadings: ['日期', '环节', '台账所记', '位置', '原件'],
  event: (kind) => EVENTS[kind],
  undated: '未写日期',
  fromReviews: '调度记录',
  findingHeadings: ['问题', '位置', '情况和整改建议', '依据', '整改'],
  noFindings: '没有尚未整改的问题。',
  message: sayMessageMasked,
  advice: sayAdviceMasked,
  evidenceHeadings: ['环节', '是否齐全', '应有的记载', '台账没有的栏', '原件'],
  stage: (stage) => STAGES[stage],
  complete: (wanting, noColumn) => (wanting > 0 ? `缺 ${wanting} 项` : noColumn > 0 ? '其余齐全' : '齐全'),
  pieces: (given, wanting) =>
    [
      ...(wanting.length > 0 ? [`缺：${wanting.map(piece).join('、')}`] : []),
      ...(given.length > 0 ? [`已有：${given.map(({ label }) => label).join('、')}`] : []),
    ].join('\n'),
  labels: (labels) => (labels.length === 0 ? '' : `台账没有：${labels.join('、')}`),
  original: '□ 已核对',
  mended: '□ 已整改',
  none: (text) => (text === '' ? '未明确' : text),
};
