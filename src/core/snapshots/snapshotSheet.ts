import { formatIso } from '../dates/civil';
import { SNAPSHOT_DAYS, SNAPSHOT_HEADINGS } from '../ledger/readSnapshots';
import { banner, headings, text } from '../writeplan/cells';
import type { OwnedSheet, PlanRow } from '../writeplan/plan';
import type { PlanWords } from '../writeplan/words';
import type { LedgerHistory } from './history';
import { writeRuns, type UnitNumbers } from './runText';

const WIDTHS = [16, 16, 16, 18, 80];
/** 督查快照, hidden: what the snapshots of every ledger of the workbook hold, in the form that `readSnapshots` reads. */
export function planSnapshots(histories: readonly LedgerHistory[], words: PlanWords): OwnedSheet {
  const rows = histories.flatMap(historyRows);
  return {
    id: 'snapshots',
    name: words.sheetNames.snapshots,
    hidden: true,
    widths: WIDTHS,
    rowCount: rows.length + 3,
    rows: [
      banner(words.snapshots.title, 'title', WIDTHS.length),
      banner(words.snapshots.note, 'note', WIDTHS.length),
      headings(Object.values(SNAPSHOT_HEADINGS)),
      ...rows,
    ],
    titleRows: { first: 1, last: 3 },
    filterRow: null,
    landscape: true,
    footer: words.snapshots.title,
  };
}

/** In the order of what cases are known by, so that sorting the ledger changes nothing here. */
function historyRows({ sheet, days, cases }: LedgerHistory): readonly PlanRow[] {
  const sorted = [...cases.values()].sort((a, b) => (a.identity < b.identity ? -1 : 1));
  const names = new Set(sorted.flatMap(({ runs }) => runs.flatMap(({ state }) => (state ? [state.unit] : []))));
  const units = [...names].sort();
  const numbers = new Map(units.map((name, at) => [name, at]));
  const numbering: UnitNumbers = { numberOf: (unit) => numbers.get(unit) ?? 0, nameOf: (number) => units[number] };
  const row = (identity: string, content: string, caseNo: string, said: string): PlanRow => ({
    cells: [sheet, identity, content, caseNo, said].map((value) => text(value)),
    height: 15,
  });
  return [
    row(SNAPSHOT_DAYS, '', '', days.map(formatIso).join(' ')),
    ...units.map((name, at) => row(`@${at}`, '', '', name)),
    ...sorted.map(({ identity, content, caseNo, runs }) => row(identity, content, caseNo, writeRuns(runs, numbering))),
  ];
}
