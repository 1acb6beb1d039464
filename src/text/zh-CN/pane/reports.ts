import type { CivilDay } from '../../../core/dates/civil';
import { dayWithWeekday, longDate } from '../dates';
import { PLAN_WORDS } from '../planWords';
import { thousands } from './shell';

/** A phase of the campaign, as far as it is said. */
interface Phase {
  readonly name: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay;
  readonly state: 'past' | 'now' | 'later';
}

const STATES: Readonly<Record<Phase['state'], string>> = { past: '✓ 已过', now: '● 现在', later: '○ 以后' };

/** Which phase a day is in, and until when; before the first, between two and after the last as well. */
function sayWhere(phases: readonly Phase[], today: CivilDay): string {
  const now = phases.find(({ state }) => state === 'now');
  if (now) {
    const left = now.to - today;
    return `现在是${now.name}，到 ${dayWithWeekday(now.to)} 止，${left === 0 ? '今天是最后一天' : `还有 ${thousands(left)} 天`}。`;
  }
  const next = phases.find(({ state }) => state === 'later');
  if (next?.from != null) return `${next.name}从 ${dayWithWeekday(next.from)} 开始。`;
  const last = phases[phases.length - 1];
  return last ? `专项行动各阶段已于 ${longDate(last.to)} 结束。` : '';
}

/** What the view 报表 says. */
export const REPORTS_WORDS = {
  campaign: '专项行动',
  phasesLabel: '四个阶段',
  phaseState: (state: Phase['state']): string => STATES[state],
  where: sayWhere,
  asks: (tasks: readonly string[]): string => `这一阶段要做：${tasks.join('；')}。`,
  document: (document: string): string => `依据：${document}`,

  heading: '报表和文书',
  how: '都由台账当场算出，只写台账里有的；只有人能写的，留空或标“请填写”。',
  loading: '正在载入…',
  preview: '预览',
  noPreview: '收起',
  previewing: '正在生成预览…',
  previewMasked: '预览只列开头，诉求人等个人信息在这里一律遮蔽。',
  download: (ending: 'xlsx' | 'docx'): string => `下载（.${ending}）`,
  write: '写入工作簿',
  writeHow: '写入的是本工具自己的工作表，可随时清除。',
  charts: (count: number): string => `另有 ${count} 幅图，不在预览里。`,
  moreRows: (rows: number): string => `…… 另有 ${thousands(rows)} 行`,
  moreDocuments: (count: number): string => `…… 另有 ${thousands(count)} 份`,
  tableOf: (sheet: string): string => `${sheet}的开头`,

  copyHeading: '外发副本',
  copyWhat:
    '把台账发到局外用：姓名、电话、证件号、住址在各表、批注、页眉、属性里一律遮盖，图片、透视表等遮不住的去掉，末尾附“外发说明”。台账本身不动。',
  makeCopy: '下载外发副本（.xlsx）',
  copyInExcel:
    'Excel 里的加载项取不到整个文件，这里做不了。请先保存台账，再用浏览器打开工作台，在那里打开这份文件，到“报表”下载外发副本。',
  copied: (name: string): string => `已下载“${name}”。外发前请打开再看一遍。`,

  snapshot: '每周快照',
  snapshotWhat:
    '每周调度前存一次：记下各件诉求此刻的状况，下次才比得出与上周相比新增、办结、化解多少，哪些空转、时限改了又改、从台账里消失了。不含个人信息。',
  snapshotWhere: `存在工作簿里隐藏的“${PLAN_WORDS.sheetNames.snapshots}”表，删去只丢失历史。`,
  snapshots: (count: number, last: CivilDay | null): string =>
    last === null ? '还没有存过。' : `已存 ${thousands(count)} 次，最近一次是 ${longDate(last)}。`,
  keep: '保存本周快照',
  kept: (on: CivilDay): string => `已保存 ${longDate(on)} 的快照，并已重新检查。`,
} as const;
