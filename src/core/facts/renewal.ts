import type { FieldId } from '../ledger/table';
import type { FactColumn } from './column';
import { replaceCase } from './columns';
import type { FactDefinition, TableFact } from './definition';

/** What a renewal needs of the table whose columns it renews. */
export interface RenewalTable {
  /** A fact of some cases, in a column of their own; of all of them where `cases` is null. */
  derive(definition: FactDefinition, cases: readonly number[] | null): FactColumn;
  /** A fact over all cases that can tell which of them some changed ones concern; null where it can't. */
  recompute(definition: TableFact, changed: readonly number[]): RenewedCases | null;
}

/** Cases of a fact worked out anew, in a column of their own; `cases` null: all of them in their order. */
export interface RenewedCases {
  readonly cases: readonly number[] | null;
  readonly column: FactColumn;
}

/**
 * One edit's way through the derived facts. A column is renewed before anything reads it, whoever asks first, so no
 * fact is worked out from what another one was before the edit.
 */
export class Renewal {
  private readonly due: Set<string>;
  /** By fact or field the cases that are another one. */
  private readonly changed: Map<string, ReadonlySet<number>>;

  constructor(
    private readonly columns: ReadonlyMap<string, FactColumn>,
    private readonly definitions: ReadonlyMap<string, FactDefinition>,
    changed: ReadonlyMap<FieldId, ReadonlySet<number>>,
    /** Cases with a cell that was read anew: any fact of theirs may be another one, whatever inputs it names. */
    private readonly touched: ReadonlySet<number>,
    private readonly table: RenewalTable,
  ) {
    this.due = new Set([...columns.keys()].filter((fact) => definitions.has(fact)));
    this.changed = new Map(changed);
  }

  /** Renews every column that was ever asked for; answers the cases of which some fact may be another one. */
  all(): Int32Array {
    for (const fact of [...this.due]) this.renew(fact);
    const cases = new Set(this.touched);
    for (const others of this.changed.values()) for (const index of others) cases.add(index);
    return Int32Array.from(cases).sort();
  }

  /** Brings one column up to the edit; nothing where that is done. */
  renew(fact: string): void {
    if (!this.due.delete(fact)) return;
    const column = this.columns.get(fact);
    const definition = this.definitions.get(fact);
    if (!column || !definition) return;
    const before = definition.inputs.filter((input) => this.columns.has(input));
    for (const input of before) this.renew(input);
    const renewed = this.workedOut(definition);
    if (renewed === null) return;
    const { cases, column: fresh } = renewed;
    const others = new Set<number>();
    for (let place = 0; place < fresh.state.length; place++) {
      const index = cases ? (cases[place] ?? 0) : place;
      if (replaceCase(column, index, fresh, place)) others.add(index);
    }
    if (others.size > 0) this.changed.set(fact, others);
  }

  private workedOut(definition: FactDefinition): RenewedCases | null {
    const changed = new Set<number>();
    for (const input of definition.inputs) for (const index of this.changed.get(input) ?? []) changed.add(index);
    if ('computeAll' in definition) {
      if (changed.size === 0) return null;
      return (
        this.table.recompute(definition, [...changed]) ?? { cases: null, column: this.table.derive(definition, null) }
      );
    }
    const cases = [...new Set([...this.touched, ...changed])];
    return { cases, column: this.table.derive(definition, cases) };
  }
}
