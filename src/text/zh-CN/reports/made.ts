import type { ReportKind } from '../../../core/reports/report';
import { formatNumber } from '../sentence';

/** What a kind of report is called. */
export const REPORT_TITLES: Readonly<Record<ReportKind, string>> = {
  weekly: '周调度单',
  monthly: '月调度表',
  county: '县级反馈表和销号审批表',
  filing: '时限备案表和延期审批表',
  notices: '文书',
  sampling: '社会督查抽查表',
  inspection: '迎检材料',
  trend: '趋势分析',
  summary: '总结',
  appraisal: '考核办法',
};

/** What was made and where it is; how many ledgers it leaves out. */
export function sayReportMade(
  kind: ReportKind,
  out: string,
  { ledgers, failed }: { readonly ledgers: number; readonly failed: number },
): string {
  const from = failed === 0 ? '' : `，另有 ${formatNumber(failed)} 份台账读不出、未计入`;
  return `${REPORT_TITLES[kind]}已写入“${out}”（${formatNumber(ledgers)} 份台账${from}）。`;
}
