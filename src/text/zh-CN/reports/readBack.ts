import type { LeftReason, ReadBack } from '../../../core/reports/sampling/readBack';
import { formatNumber, quote } from '../sentence';

const WHY: Readonly<Record<LeftReason, string>> = {
  notAScore: '不是 0 至 100 的数，请改正后再读一次',
  unknownCase: '台账中没有这个编号，请核对编号',
  sharedNumber: '台账中有几件用这个编号，请直接填入台账',
  otherScore: '台账中已有别的评分，没有改动，请核对后直接改台账',
  enteredTwice: '同一件填了两个不同的评分，用了前一个，请核对',
};

/** What was filled in, where the copy is, and each score that was not, with why and what to do. */
export function sayReadBack(out: string, { filled, there, left }: ReadBack): string {
  const lines = left.map(
    ({ entered: { caseNo, seen, place }, why }) =>
      `  “${place.sheet}”${place.cell}　编号 ${caseNo}　${quote(seen)}：${WHY[why]}。`,
  );
  const head =
    `督查评分已填入“${out}”：新填 ${formatNumber(filled.length)} 件` +
    (there > 0 ? `，原来就有 ${formatNumber(there)} 件` : '') +
    (left.length > 0 ? `，没有填入 ${formatNumber(left.length)} 处：` : '；其他单元格没有改动。');
  return [head, ...lines].join('\n');
}
