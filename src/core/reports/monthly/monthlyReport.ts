import { lastBefore, stateAt } from '../../snapshots/history';
import { count, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanRow, ReportSheetId } from '../../writeplan/plan';
import { compareUnitsOrNone } from '../cases';
import { headOf } from '../frame';
import { allCases, type ReportContent, type ReportSources } from '../report';
import { tableSheet } from '../tableSheet';
import type { ListWords } from '../frameWords';
import { balanceMonth, EXITS, type Balance, type MonthlyBalance } from './balance';
import type { MonthlyWords } from './words';

/** 单位 上月结存 新增 办结 其中化解 不予受理 转出 终结撤回 结存 其中超期 7日内到期 办结未销号 */
const WIDTHS = [24, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12];

/** 月调度表: what was carried over, came, left and stays, by unit and by channel; the columns add up. */
export function monthlyReport(sources: ReportSources, words: MonthlyWords): ReportContent {
  const balance = balanceMonth(allCases(sources), sources.today);
  const first = sources.ledgers[0]?.checked;
  const units = [...balance.units].sort(([a], [b]) => compareUnitsOrNone(first, a, b));
  const channels = [...balance.channels].sort(([a, x], [b, y]) =>
    a === '' ? 1 : b === '' ? -1 : y.closing - x.closing || (a < b ? -1 : 1),
  );
  const sheet = (id: ReportSheetId, list: ListWords, rows: readonly (readonly [string, Balance])[], blank: string) =>
    balanceSheet(sources, { id, list, blank, rows, balance }, words);
  return {
    kind: 'sheets',
    sheets: [
      sheet('report.monthly.units', words.units, units, words.noUnit),
      sheet('report.monthly.channels', words.channels, channels, words.noChannel),
    ],
  };
}

interface BalanceSheet {
  readonly id: ReportSheetId;
  readonly list: ListWords;
  readonly rows: readonly (readonly [string, Balance])[];
  /** What a row without a name is called. */
  readonly blank: string;
  readonly balance: MonthlyBalance;
}

function balanceSheet(
  sources: ReportSources,
  { id, list, rows, blank, balance }: BalanceSheet,
  words: MonthlyWords,
): OwnedSheet {
  const cases = sources.ledgers.reduce((sum, { checked }) => sum + checked.table.count, 0);
  const info = headOf(sources, cases);
  const remarks = [words.remarks(balance), ...carriedOver(sources, balance, words)].filter((line) => line !== '');
  return tableSheet({
    id,
    name: list.sheet,
    title: list.title,
    notes: [words.frame.note(info), words.period(balance.from, balance.to), ...remarks],
    widths: WIDTHS,
    headings: list.headings,
    rows:
      rows.length === 0
        ? []
        : [
            ...rows.map(([name, one]) => balanceRow(name === '' ? blank : name, one, words)),
            balanceRow(words.total, balance.total, words, 'strong'),
          ],
    none: list.none,
    footer: words.frame.footer(info),
  });
}

function balanceRow(name: string, row: Balance, words: MonthlyWords, style: 'body' | 'strong' = 'body'): PlanRow {
  const { opening, added, exits, closing, overdue, dueInWeek } = row;
  // Nought of what no ledger of the row tells would be a claim.
  const resolved = row.resolved === 0 && row.untoldResolved > 0 ? null : row.resolved;
  const notSignedOff = row.notSignedOff === 0 && row.untoldSignOff > 0 ? null : row.notSignedOff;
  const [closed, ...others] = EXITS;
  const numbers = [
    opening,
    added,
    exits[closed],
    resolved,
    ...others.map((exit) => exits[exit]),
    closing,
    overdue,
    dueInWeek,
    notSignedOff,
  ];
  return {
    cells: [
      text(name, style),
      ...numbers.map((number) => (number === null ? text(words.untold, style) : count(number, style))),
    ],
  };
}

/** Says where what the month began with is not what the last snapshot before it held: rows came or went unnoticed. */
function carriedOver(
  { ledgers }: ReportSources,
  { from, total }: MonthlyBalance,
  words: MonthlyWords,
): readonly string[] {
  const [only, ...more] = ledgers;
  if (!only || more.length > 0) return [];
  const { history } = only.checked;
  const at = lastBefore(history, from);
  const on = history.days[at];
  if (on === undefined) return [];
  const then = [...history.cases.values()].filter((one) => stateAt(one, at)?.isClosed === false).length;
  return then === total.opening ? [] : [words.carried(on, then, total.opening)];
}
