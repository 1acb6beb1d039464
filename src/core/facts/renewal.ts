import type { FieldId } from '../ledger/table';
import type { FactColumn } from './column';
import { replaceCase } from './columns';
import type { FactDefinition } from './definition';

/** What a renewal needs of the table whose columns it renews. */
export interface RenewalTable {
  /** A column of the table, itself renewed where it has to be. */
  column(fact: string): FactColumn;
  /** A fact of some cases, in a column of their own; of all of them where `cases` is null. */
  derive(definition: FactDefinition, cases: readonly number[] | null): FactColumn;
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
    const cases = 'computeAll' in definition ? this.allIfAsked(definition) : this.touchedBy(definition);
    if (cases?.length === 0) return;
    const fresh = this.table.derive(definition, cases);
    const others = new Set<number>();
    for (let place = 0; place < fresh.state.length; place++) {
      const index = cases ? (cases[place] ?? 0) : place;
      if (replaceCase(column, index, fresh, place)) others.add(index);
    }
    if (others.size > 0) this.changed.set(fact, others);
  }

  /** All cases (null) where an input of a fact over all of them changed; else none. */
  private allIfAsked({ inputs }: FactDefinition): readonly number[] | null {
    return inputs.some((input) => (this.changed.get(input)?.size ?? 0) > 0) ? null : [];
  }

  private touchedBy({ inputs }: FactDefinition): readonly number[] {
    const cases = new Set(this.touched);
    for (const input of inputs) for (const index of this.changed.get(input) ?? []) cases.add(index);
    return [...cases];
  }
}
