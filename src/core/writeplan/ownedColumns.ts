import { Outcome } from '../rules/outcome';
import { STATE_STYLE, count, day, text } from './cells';
import type { OwnedColumns, PlanCell } from './plan';
import { freshPlace, type PlanSource } from './planSource';

/** 状态 应办结日 剩余天数 甄别建议 问题 整改建议, in characters. */
const WIDTHS = [12, 12, 10, 24, 48, 48];

/**
 * The six columns right of the table. Every case gets its cells where it stands now; a case that changed since the
 * check, or came after it, gets a word that says so and nothing else.
 */
export function planColumns(source: PlanSource): OwnedColumns {
  const { fresh, rekeyed, words } = source;
  const checkedOf = new Int32Array(fresh.count).fill(-1);
  rekeyed.freshOf.forEach((to, from) => {
    if (to !== -1) checkedOf[to] = from;
  });
  const notes = new Map<number, string>();
  for (const index of rekeyed.changed) notes.set(index, words.rowChanged);
  for (const index of rekeyed.added) notes.set(index, words.rowAdded);
  const indexOfRow = new Map<number, number>();
  fresh.rowNumbers.forEach((row, index) => indexOfRow.set(row, index));

  const rows = fresh.rowNumbers;
  return {
    headerRows: fresh.headerRows,
    titles: words.columns,
    widths: WIDTHS,
    rows: new RowsOnDemand(indexOfRow, (index) => {
      const checked = checkedOf[index] ?? -1;
      return checked === -1 ? noteCells(notes.get(index) ?? '') : resultCells(source, checked);
    }),
    body: { first: rows[0] ?? lastOf(fresh.headerRows) + 1, last: rows[rows.length - 1] ?? lastOf(fresh.headerRows) },
  };
}

const lastOf = (numbers: readonly number[]): number => numbers[numbers.length - 1] ?? 0;

const noteCells = (note: string): PlanCell[] => [text(note, 'cannotJudge'), null, null, null, null, null];

function resultCells(source: PlanSource, index: number): PlanCell[] {
  const { checked, words } = source;
  const place = freshPlace(source);
  const findings: string[] = [];
  const advices: string[] = [];
  const unjudged: string[] = [];
  const aside: string[] = [];
  checked.pack.rules.forEach((_, rule) => {
    const outcome = checked.outcome(rule, index);
    if (outcome === Outcome.flagged) {
      const explanation = checked.explain(index, rule, place);
      const said = checked.setAside(rule, index);
      if (said !== null) {
        aside.push(words.aside(words.problem(explanation), said));
        return;
      }
      findings.push(words.problem(explanation));
      advices.push(words.advice(explanation));
    } else if (outcome === Outcome.cannotJudge && !checked.wantsColumn(rule, index)) {
      for (const reason of checked.explain(index, rule, place).reasons) unjudged.push(words.reason(reason));
    }
  });
  const state = checked.dueState(index);
  const left = checked.daysLeft(index);
  return [
    text(words.state(state), STATE_STYLE[state]),
    day(checked.dueOn(index)),
    left === null ? text('') : count(left, left < 0 ? 'overdue' : 'body'),
    text(words.suggestion(checked.classification(index))),
    text(words.problems(findings, [...new Set(unjudged)], aside)),
    text(words.advices([...new Set(advices)])),
  ];
}

/** A map whose cells are made when asked for, so that 100,000 rows of sentences never stand in memory at once. */
class RowsOnDemand implements ReadonlyMap<number, readonly PlanCell[]> {
  constructor(
    private readonly indexOfRow: ReadonlyMap<number, number>,
    private readonly cellsOf: (index: number) => readonly PlanCell[],
  ) {}

  get size(): number {
    return this.indexOfRow.size;
  }

  has(row: number): boolean {
    return this.indexOfRow.has(row);
  }

  get(row: number): readonly PlanCell[] | undefined {
    const index = this.indexOfRow.get(row);
    return index === undefined ? undefined : this.cellsOf(index);
  }

  keys(): MapIterator<number> {
    return this.indexOfRow.keys();
  }

  *entries(): MapIterator<[number, readonly PlanCell[]]> {
    for (const [row, index] of this.indexOfRow) yield [row, this.cellsOf(index)];
  }

  *values(): MapIterator<readonly PlanCell[]> {
    for (const index of this.indexOfRow.values()) yield this.cellsOf(index);
  }

  [Symbol.iterator](): MapIterator<[number, readonly PlanCell[]]> {
    return this.entries();
  }

  forEach(
    visit: (cells: readonly PlanCell[], row: number, map: ReadonlyMap<number, readonly PlanCell[]>) => void,
  ): void {
    for (const [row, cells] of this.entries()) visit(cells, row, this);
  }
}
