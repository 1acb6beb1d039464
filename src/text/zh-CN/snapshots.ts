import type { Vanished, VanishedCase } from '../../core/snapshots/vanished';
import { longDate } from './dates';
import { formatNumber } from './sentence';
import type { Sentences } from './sentence';

/** What can be wrong with the sheet that keeps the snapshots. */
export const SNAPSHOT_SENTENCES: Sentences = {
  'snapshot-day-older': '已有 {lastOn} 的快照，不能再保存更早的 {on}，未写入。请核对基准日。',
  'snapshots-other-version': '“{sheet}”由另一版本的程序保存，这次没有采用，也不改写它。请改用新版程序。',
  'snapshots-unreadable': '“{sheet}”的内容无法识别，按没有快照处理；再次保存快照时重新开始。',
  'snapshot-rows-unreadable': '快照中有 {rows} 行无法识别，未采用，只影响这几件的历史。',
};

/** So many cases are named; the rest are counted. */
const MOST_NAMED = 5;

/** A case that has no row any more, by what the snapshot kept of it. */
export const nameVanished = ({ caseNo, state }: VanishedCase): string =>
  `${caseNo === '' ? '（无编号）' : caseNo}${state.unit === '' ? '' : `（${state.unit}）`}`;

/** Cases that were in the last snapshot, not signed off, and are gone: what, why, what next. */
export function sayVanished({ since, cases }: Vanished): string {
  const named = cases.slice(0, MOST_NAMED).map(nameVanished).join('、');
  const more = cases.length > MOST_NAMED ? `等` : '';
  return (
    `${since === null ? '' : `${longDate(since)}快照中`}尚未销号的 ${formatNumber(cases.length)} 件不在台账里了：${named}${more}。` +
    '请查明去向：误删的补回；合并、误录的在备注中写明后再保存快照。'
  );
}
