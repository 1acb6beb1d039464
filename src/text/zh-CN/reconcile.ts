import { formatIso } from '../../core/dates/civil';
import { differenceLines, type DifferenceLine } from '../../core/reconcile/lines';
import type { Reconciliation } from '../../core/reconcile/reconcile';
import { countsOf, missingLines } from '../../core/reconcile/sheets';
import type { DifferenceKind, ReconcileWords } from '../../core/reconcile/words';
import { longDate } from './dates';
import { formatNumber } from './sentence';

const rows = (numbers: readonly number[]): string => numbers.map(String).join('、');

/** A list against the ledger. */
export const RECONCILE_WORDS: ReconcileWords = {
  totals: { sheet: '核对汇总', title: '台账与名单核对汇总', headings: ['情况', '件数', '怎么办'] },
  details: {
    sheet: '差异明细',
    title: '台账与名单差异明细',
    headings: ['情况', '编号', '诉求人', '事项', '台账行', '名单行', '项目', '台账所记', '名单所记', '说明'],
  },
  headLine: ({ ledger, list, today }) => `台账：${ledger}；名单：${list}；以 ${longDate(today)} 为准；个人信息已遮盖`,
  kinds: {
    onlyList: '名单有、台账无',
    differs: '两边不符',
    unsure: '待人工核对',
    onlyLedger: '台账有、名单无',
  },
  advice: {
    onlyList: '核实是否漏登；确属本单位办理的，补登台账',
    differs: '以原始材料为准，改正记错的一边',
    unsure: '程序分不清对应哪一件，请人工核对',
    onlyLedger: '核实是否自行梳理、已销号或漏报；漏报的补报',
  },
  agreed: '两边一致',
  by: { number: '按编号对应', content: '按诉求人和内容对应', alike: '按内容相近对应，请核实是否同一件' },
  difference: {
    differs: '两边所记不同',
    blankInLedger: '台账未填',
    blankInList: '名单未填',
    unreadable: '有一边读不出，无法比对',
  },
  doubtful: '编号相同但人和内容都不同，可能不是同一件',
  unsure: (why, ledgerRows, listRows) => {
    const reason = { sameNumber: '编号相同', sameContent: '诉求人和内容相同', alike: '内容相近' }[why];
    return `${reason}：台账第 ${rows(ledgerRows)} 行与名单第 ${rows(listRows)} 行，分不清哪件对哪件`;
  },
  blank: '（空白）',
  missing: (side, labels) => `${side === 'ledger' ? '台账' : '名单'}没有这些列，未比对：${labels.join('、')}。`,
  footer: (today) => `截止日期：${formatIso(today)}`,
};

const ORDER: readonly DifferenceKind[] = ['onlyList', 'differs', 'unsure', 'onlyLedger'];
/** So many of each kind are told on a terminal; the workbook holds them all. */
const SHOWN = 20;

/** The comparison as a person reads it on a terminal. */
export function* sayReconciliation(found: Reconciliation): Generator<string> {
  const { ledger, list, today } = found;
  const counts = countsOf(found);
  for (const [name, side] of [
    ['台账', ledger],
    ['名单', list],
  ] as const) {
    const { table } = side.checked;
    yield `${name}：${side.file}，工作表“${table.sheet}”，${formatNumber(table.count)} 件`;
  }
  yield `日期：以 ${longDate(today)} 为准`;
  yield '';
  yield `两边一致 ${formatNumber(counts.agreed)} 件；两边不符 ${formatNumber(counts.differs)} 件；名单有、台账无 ${formatNumber(counts.onlyList)} 件；台账有、名单无 ${formatNumber(counts.onlyLedger)} 件；待人工核对 名单 ${formatNumber(counts.unsure.list)} 件、台账 ${formatNumber(counts.unsure.ledger)} 件`;
  yield* missingLines(found, RECONCILE_WORDS);
  const lines = differenceLines(found, RECONCILE_WORDS);
  for (const kind of ORDER) {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) continue;
    yield '';
    yield `${RECONCILE_WORDS.kinds[kind]}（${RECONCILE_WORDS.advice[kind]}）`;
    for (const line of own.slice(0, SHOWN)) yield `  ${sayLine(line)}`;
    if (own.length > SHOWN)
      yield `  …另有 ${formatNumber(own.length - SHOWN)} 条，见 --out 的“${RECONCILE_WORDS.details.sheet}”`;
  }
}

function sayLine(line: DifferenceLine): string {
  const places = [
    line.ledgerRow === null ? '' : `台账第 ${line.ledgerRow} 行`,
    line.listRow === null ? '' : `名单第 ${line.listRow} 行`,
  ].filter((place) => place !== '');
  const head = [line.caseNo, line.petitioner, line.matter].filter((part) => part !== '').join('　');
  const said = line.field === null ? '' : `：${line.label} 台账“${line.ledger}”，名单“${line.list}”`;
  return `${places.join('、')}　${head}${said}${line.kind === 'differs' || line.kind === 'unsure' ? `（${line.says}）` : ''}`;
}

export const sayReconcileWritten = (out: string): string => `差异表已写入“${out}”。`;
