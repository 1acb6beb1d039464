import { settleDayMonthOrder } from '../dates/dateText';
import type { FactColumn } from '../facts/column';
import { replaceCase } from '../facts/columns';
import { kindAt } from './cells';
import type { ColumnSource } from './columnSource';
import type { CellChange } from './editableSheet';
import { START_FIELDS } from './fieldIds';
import { CellKind } from './grid';
import { readDateColumn } from './readDates';
import { ReadLedger } from './readLedger';
import type { FieldId, LedgerTable, LimitValue } from './table';

/** A ledger whose typed columns follow edits of its cells, as long as header and cases stay what they were. */
export interface RereadableTable extends LedgerTable {
  /**
   * Reads anew what changed cells touch, in the columns themselves: the cell; for dates and limits the whole column
   * where the order of day and month or a year lent by neighbours may be another one; limits that count from a date.
   * @returns by field the cases whose cell or value is another one
   */
  reread(changes: readonly CellChange[]): ReadonlyMap<FieldId, ReadonlySet<number>>;
}

/** A ledger that was read from a grid whose cells may change. */
export class RereadLedger extends ReadLedger implements RereadableTable {
  reread(changes: readonly CellChange[]): ReadonlyMap<FieldId, ReadonlySet<number>> {
    const changed = new Map<FieldId, Set<number>>();
    const limits: FieldId[] = [];
    for (const [id, column] of this.columns) {
      const type = this.definitions.get(id)?.type;
      if (type === 'limit') limits.push(id);
      const cells = changes.filter((change) => change.column === column);
      const source = cells.length > 0 ? this.source(id) : undefined;
      const cases = source ? casesAt(source, cells) : [];
      if (!source || cases.length === 0) continue;
      changed.set(id, new Set(cases));
      if (type === 'date') for (const index of this.rereadDates(id, source, cells, cases)) changed.get(id)?.add(index);
      else if (type !== 'limit') this.rereadPlain(id, source, cases);
    }
    const moved = this.restart(changed);
    // 延期至 counts from 办理时限.
    for (const id of limits.sort((a, b) => Number(a === 'extendedTo') - Number(b === 'extendedTo'))) {
      const cells = changes.filter((change) => change.column === this.columns.get(id));
      const from = id === 'extendedTo' ? (changed.get('timeLimit') ?? []) : [];
      const others = this.rereadLimits(id, cells, new Set([...(changed.get(id) ?? []), ...moved, ...from]));
      if (others.length > 0) changed.set(id, new Set([...(changed.get(id) ?? []), ...others]));
    }
    return changed;
  }

  private rereadPlain(id: FieldId, source: ColumnSource, cases: readonly number[]): void {
    const column = this.typed.get(id);
    const definition = this.definitions.get(id);
    if (!column || !definition) return;
    const fresh = this.readPlain(definition, partOf(source, cases));
    cases.forEach((index, place) => replaceCase(column, index, fresh, place));
  }

  /** Answers the cases whose date is another one. */
  private rereadDates(
    id: FieldId,
    source: ColumnSource,
    cells: readonly CellChange[],
    cases: readonly number[],
  ): readonly number[] {
    const column = this.typed.get(id);
    if (!column) return [];
    let part: readonly number[] | null = this.isOrderSame(id, source, cells) ? cases : null;
    const order = this.orders.get(id) ?? null;
    const lends = this.sheetYear === null;
    if (lends && this.yearless.has(id)) part = null;
    let fresh = readDateColumn(part ? partOf(source, part) : source, this.sheetYear, order);
    if (part && lends && fresh.isYearless) {
      part = null;
      fresh = readDateColumn(source, this.sheetYear, order);
    }
    if (fresh.isYearless) this.yearless.add(id);
    else if (!part) this.yearless.delete(id);
    return replaceCases(column, part, fresh.column);
  }

  /** Limits whose cell, or the day they count from, is another one; answers the cases whose limit is. */
  private rereadLimits(id: FieldId, cells: readonly CellChange[], cases: ReadonlySet<number>): readonly number[] {
    const column = this.typed.get(id);
    const known = this.limits.get(id)?.limits as (LimitValue | null)[] | undefined;
    const source = this.source(id);
    if (!column || !known || !source) return [];
    const isSame = this.isOrderSame(id, source, cells);
    if (isSame && cases.size === 0) return [];
    const part = isSame ? [...cases] : null;
    const fresh = part ? this.readLimits(id, partOf(source, part), part) : this.readLimits(id, source);
    fresh.limits.forEach((limit, place) => (known[part ? (part[place] ?? -1) : place] = limit));
    return replaceCases(column, part, fresh.column);
  }

  /** Whether the column writes day and month as before; only a text with a number over 12 can change that. */
  private isOrderSame(id: FieldId, source: ColumnSource, cells: readonly CellChange[]): boolean {
    const tells = (kind: number, string: number): boolean =>
      kind === CellKind.text && settleDayMonthOrder([this.texts.text(string)]) !== null;
    const mayDiffer = cells.some(
      ({ at, kindBefore, numberBefore }) =>
        tells(kindBefore, numberBefore) || tells(kindAt(source.raw, at), source.raw.numbers[at] ?? -1),
    );
    if (!mayDiffer) return true;
    const before = this.orders.get(id);
    return this.settle(id, source) === before;
  }

  /** Works out anew where the periods of cases start whose dates changed; answers those that start on another day. */
  private restart(changed: ReadonlyMap<FieldId, ReadonlySet<number>>): readonly number[] {
    const { starts } = this;
    if (starts === null) return [];
    const cases = new Set(START_FIELDS.flatMap((id) => [...(changed.get(id) ?? [])]));
    const startOf = this.startReader();
    const moved: number[] = [];
    for (const index of cases) {
      const start = startOf(index);
      if (Object.is(start, starts[index])) continue;
      starts[index] = start;
      moved.push(index);
    }
    return moved;
  }
}

/** Cases whose value stands in one of some cells; a merged cell stands for several. */
function casesAt(source: ColumnSource, cells: readonly CellChange[]): readonly number[] {
  const wanted = new Set(cells.map(({ at }) => at));
  const cases: number[] = [];
  source.at.forEach((at, index) => {
    if (wanted.has(at)) cases.push(index);
  });
  return cases;
}

/** Some cases of a column, in a row. */
const partOf = (source: ColumnSource, cases: readonly number[]): ColumnSource => ({
  ...source,
  count: cases.length,
  at: Int32Array.from(cases, (index) => source.at[index] ?? -1),
});

/** Puts freshly read cases (all of the column's, unless told which) in place; answers those that were different. */
function replaceCases(column: FactColumn, cases: readonly number[] | null, fresh: FactColumn): readonly number[] {
  const others: number[] = [];
  for (let place = 0; place < fresh.state.length; place++) {
    const index = cases ? (cases[place] ?? -1) : place;
    if (replaceCase(column, index, fresh, place)) others.push(index);
  }
  return others;
}
