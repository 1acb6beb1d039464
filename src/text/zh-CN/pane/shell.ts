import type { CivilDay } from '../../../core/dates/civil';
import { dayWithWeekday, longDate } from '../dates';
import { listed } from './listed';

/** How far long work is; a total of 0 is not known yet. */
interface Progress {
  readonly phase: 'reading' | 'checking' | 'writing';
  readonly done: number;
  readonly total: number;
}

const PHASES: Readonly<Record<Progress['phase'], { readonly doing: string; readonly unit: string }>> = {
  reading: { doing: '正在读取', unit: '行' },
  checking: { doing: '正在检查', unit: '件' },
  writing: { doing: '正在写入', unit: '行' },
};

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** What the frame around the views says. */
export const PANE_WORDS = {
  title: '诉求台账督办',
  views: {
    today: '今日',
    findings: '问题',
    case: '本案',
    scores: '考核',
    reports: '报表',
    write: '写回',
    settings: '设置',
  },
  viewsLabel: '视图',
  check: '检查',
  checkAgain: '重新检查',
  cancel: '取消',
  close: '关闭',
  neverChecked: '没有检查过',
  neverCheckedHow: '检查只读台账，不改动任何单元格。',
  starting: '正在准备…',
  clearing: '正在清除…',
  keeping: '正在保存…',
  making: '正在生成文件…',
  downloaded: (name: string): string => `已下载“${name}”，在下载文件夹里。`,
  wroteSheets: (sheets: readonly string[]): string =>
    `已写入工作表${listed(sheets)}。您自己的单元格没有改动；“清除标记”会一并删去。`,
  progress: ({ phase, done, total }: Progress): string => {
    const { doing, unit } = PHASES[phase];
    return total === 0 ? `${doing}…` : `${doing} ${thousands(done)} / ${thousands(total)} ${unit}`;
  },
  cancelled: '已取消，台账没有被改动。上一次检查的结果仍在。',
  waitForOther: '正在做另一件事，请等它结束再试。',
  following: '正在更新…',
  notFollowed: '这个版本的 Excel 不能随改随查：改完单元格后，请再点一次“检查”。',
  /** 台账 · 10月20日 周三 */
  lookedFrom: (sheet: string, today: CivilDay): string => `${sheet} · 以 ${dayWithWeekday(today)} 为准`,
  day: longDate,
  ledgerNotes: (count: number): string => `整本台账有 ${count} 处要先看`,
  rowRechecked: (rows: number): string => `已随改动重新检查 ${rows} 件。`,
  cleared: (done: {
    readonly columns: number;
    readonly sheets: readonly string[];
    readonly marks: number;
    readonly lists: number;
  }): string => {
    const parts = [
      ...(done.columns > 0 ? [`督查列 ${done.columns} 列`] : []),
      ...(done.sheets.length > 0 ? [`工作表 ${done.sheets.map((name) => `“${name}”`).join('、')}`] : []),
      ...(done.marks > 0 ? [`标色 ${done.marks} 处`] : []),
      ...(done.lists > 0 ? [`下拉列表 ${done.lists} 列`] : []),
    ];
    return parts.length === 0
      ? '工作簿里没有本工具写入的内容，未改动任何单元格。'
      : `已清除${parts.join('、')}。您自己的单元格没有改动。`;
  },
  toSave: '改动还在这个页面里，请点“保存”存成文件。',
  failedHead: '没有做成',
} as const;

export { thousands };
