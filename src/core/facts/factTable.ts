import type { CivilDay } from '../dates/civil';
import { CLARITY_FIELDS } from '../ledger/fieldIds';
import type { FieldId, LedgerTable, LimitValue } from '../ledger/table';
import type { Condition, Rule } from '../rules/pack';
import type { FactSource } from '../rules/outcome';
import { buildColumn, uniformColumn, whyAt } from './columns';
import type { Fact, FactColumn, FactType, FactValue, NumericColumn, Unknown } from './column';
import { FactState, isUnknown } from './column';
import type { CaseReader, FactContext, FactDefinition, TableFact } from './definition';
import { forgetCases } from './keptByContext';
import { Renewal, type RenewedCases } from './renewal';

const CLARITIES: ReadonlySet<FieldId> = new Set(CLARITY_FIELDS);

/** All facts of a ledger, fields and derived ones alike, each worked out once, when it is first asked for. */
export interface FactTable extends FactSource {
  readonly context: FactContext;
  /** A reader of one case, valid as long as the table; for explanations and anything asked case by case. */
  reader(index: number): CaseReader;
  /** The definition of a derived fact; undefined for a field of the ledger. */
  definition(fact: string): FactDefinition | undefined;
  /** Fields of the ledger that a fact rests on, itself or through other facts, each once. */
  fieldsBehind(fact: string): readonly FieldId[];
  /** The field whose cell a finding points at: the rule's own, or the one that a fact of its conditions names. */
  fieldOf(rule: Rule, index: number): FieldId;
  /**
   * Works out anew, in the columns themselves, what rests on cells that the ledger has read anew: facts of a case for
   * the cases that changed, facts over all cases where one of their inputs did.
   * @param changed by field the cases whose cell or value is another one
   * @returns the cases of which some fact may be another one, ascending
   */
  recheck(changed: ReadonlyMap<FieldId, ReadonlySet<number>>): Int32Array;
}

/**
 * Facts over a ledger that has been read. Columns are computed lazily and kept; the pack and the day do not change
 * under them, and where the ledger does, `recheck` has to be told.
 * @throws Error where a fact is neither a field nor defined, or facts rest on one another in a circle: mistakes of
 * the code, since rules are checked against the same definitions when they are loaded
 */
export function createFactTable(context: FactContext, definitions: readonly FactDefinition[]): FactTable {
  return new LazyFactTable(context, definitions);
}

class LazyFactTable implements FactTable {
  readonly count: number;
  private readonly definitions: ReadonlyMap<string, FactDefinition>;
  private readonly fieldTypes: ReadonlyMap<FieldId, FactType>;
  private readonly columns = new Map<string, FactColumn>();
  private readonly underway: string[] = [];
  /** While cells are taken in that were read anew: what still has to be worked out from them. */
  private renewal: Renewal | null = null;

  constructor(
    readonly context: FactContext,
    definitions: readonly FactDefinition[],
  ) {
    this.count = context.table.count;
    this.definitions = new Map(definitions.map((definition) => [definition.id, definition]));
    this.fieldTypes = new Map(context.pack.fields.map((field) => [field.id, field.type]));
  }

  column(fact: string): FactColumn {
    const kept = this.columns.get(fact);
    if (kept) {
      this.renewal?.renew(fact);
      return kept;
    }
    const column = this.make(fact);
    this.columns.set(fact, column);
    return column;
  }

  recheck(changed: ReadonlyMap<FieldId, ReadonlySet<number>>): Int32Array {
    const touched = new Set<number>();
    for (const cases of changed.values()) for (const index of cases) touched.add(index);
    if (touched.size === 0) return new Int32Array(0);
    forgetCases(this.context, [...touched]);
    const renewal = new Renewal(this.columns, this.definitions, changed, touched, {
      derive: (definition, cases) => this.derive(definition, cases),
      recompute: (definition, cases) => this.recompute(definition, cases),
    });
    this.renewal = renewal;
    try {
      return renewal.all();
    } finally {
      this.renewal = null;
    }
  }

  reader(index: number): CaseReader {
    return new ColumnReader(this, index);
  }

  definition(fact: string): FactDefinition | undefined {
    return this.definitions.get(fact);
  }

  fieldsBehind(fact: string): readonly FieldId[] {
    const fields = new Set<FieldId>();
    const seen = new Set<string>();
    const visit = (id: string): void => {
      if (seen.has(id)) return;
      seen.add(id);
      const definition = this.definitions.get(id);
      if (definition) definition.inputs.forEach(visit);
      else fields.add(id);
    };
    visit(fact);
    return [...fields];
  }

  fieldOf(rule: Rule, index: number): FieldId {
    for (const fact of factsIn(rule.conditions)) {
      const field = this.definitions.get(fact)?.pointsAt?.(this.reader(index));
      if (field) return field;
    }
    return rule.field;
  }

  private make(fact: string): FactColumn {
    const definition = this.definitions.get(fact);
    if (!definition) return this.fieldColumn(fact);
    if (this.underway.includes(fact))
      throw new Error(`facts rest on one another: ${[...this.underway, fact].join(' -> ')}`);
    this.underway.push(fact);
    try {
      return this.derive(definition);
    } finally {
      this.underway.pop();
    }
  }

  private fieldColumn(field: FieldId): FactColumn {
    const column = this.context.table.field(field);
    if (column) return column;
    const type = this.fieldTypes.get(field);
    if (type === undefined) throw new Error(`no such fact: ${field}`);
    return uniformColumn(type, this.count, CLARITIES.has(field) ? undefined : withoutColumn(this.context.table, field));
  }

  /** @param cases the cases to work out, in a column of their own; all unless given */
  private derive(definition: FactDefinition, cases: readonly number[] | null = null): FactColumn {
    if ('computeAll' in definition) {
      const facts = definition.computeAll(this.sharedReader(), this.count, this.context);
      return buildColumn(definition.type, this.count, (index) => derived(facts[index] ?? null));
    }
    const reader = new ColumnReader(this, 0);
    return buildColumn(definition.type, cases ? cases.length : this.count, (place) => {
      reader.index = cases ? (cases[place] ?? 0) : place;
      return derived(definition.compute(reader));
    });
  }

  private recompute(definition: TableFact, changed: readonly number[]): RenewedCases | null {
    const facts = definition.recompute?.(this.sharedReader(), this.context, changed);
    if (!facts) return null;
    const cases = [...facts.keys()];
    const column = buildColumn(definition.type, cases.length, (place) => derived(facts.get(cases[place] ?? 0) ?? null));
    return { cases, column };
  }

  /** One reader for all cases, valid for a case until it is asked for another. */
  private sharedReader(): (index: number) => CaseReader {
    const shared = new ColumnReader(this, 0);
    return (index) => {
      shared.index = index;
      return shared;
    };
  }
}

class ColumnReader implements CaseReader {
  constructor(
    private readonly table: LazyFactTable,
    public index: number,
  ) {}

  get context(): FactContext {
    return this.table.context;
  }

  has(field: FieldId): boolean {
    return this.context.table.columns.has(field);
  }

  text(fact: string): Fact<string> {
    const column = this.table.column(fact);
    if (column.type !== 'text' && column.type !== 'enum') throw wrongType(fact, column.type, 'text');
    const { index } = this;
    const state = column.state[index] ?? FactState.blank;
    if (state === FactState.known) return column.values[index] ?? null;
    return state === FactState.blank ? null : whyAt(column, index);
  }

  names(fact: string): Fact<readonly string[]> {
    const column = this.table.column(fact);
    if (column.type !== 'names') throw wrongType(fact, column.type, 'names');
    const { index } = this;
    const state = column.state[index] ?? FactState.blank;
    if (state === FactState.known) return column.values[index] ?? null;
    return state === FactState.blank ? null : whyAt(column, index);
  }

  day(fact: string): Fact<CivilDay> {
    const column = this.table.column(fact);
    if (column.type !== 'date') throw wrongType(fact, column.type, 'date');
    return this.numeric(column);
  }

  number(fact: string): Fact<number> {
    const column = this.table.column(fact);
    if (column.type !== 'number') throw wrongType(fact, column.type, 'number');
    return this.numeric(column);
  }

  flag(fact: string): Fact<boolean> {
    const column = this.table.column(fact);
    if (column.type !== 'boolean') throw wrongType(fact, column.type, 'boolean');
    const { index } = this;
    const state = column.state[index] ?? FactState.blank;
    if (state === FactState.known) return column.values[index] === 1;
    return state === FactState.blank ? null : whyAt(column, index);
  }

  limit(field: FieldId): Fact<LimitValue> {
    const { table } = this.context;
    if (table.columns.has(field) || CLARITIES.has(field)) return table.limit(field, this.index);
    return withoutColumn(table, field);
  }

  private numeric(column: NumericColumn): Fact<number> {
    const { index } = this;
    const state = column.state[index] ?? FactState.blank;
    if (state === FactState.known) return column.values[index] ?? null;
    return state === FactState.blank ? null : whyAt(column, index);
  }
}

/**
 * A derived fact that can't be told may as well be blank: only a cell can hold something that no reading fits, so what
 * was `unreadable` in the cell is `unknown` in whatever is derived from it, and isPresent can't hold there.
 */
const derived = (fact: Fact<FactValue>): Fact<FactValue> =>
  isUnknown(fact) && fact.state === FactState.unreadable ? { ...fact, state: FactState.unknown } : fact;

/** The reason for a field without a column. */
export const columnMissing = (field: FieldId): Unknown => ({
  unknown: 'column-missing',
  state: FactState.missing,
  field,
});

/** Two columns that claim a field are not the same as none: what stands in them can't be taken for blank. */
const withoutColumn = (table: LedgerTable, field: FieldId): Unknown =>
  table.conflicts.some(({ fields }) => fields.includes(field))
    ? { unknown: 'heading-conflict', state: FactState.missing, field }
    : columnMissing(field);

const wrongType = (fact: string, is: FactType, wanted: string): Error =>
  new Error(`fact ${fact} is of type ${is}, read as ${wanted}`);

const factsIn = (condition: Condition): readonly string[] =>
  condition.kind === 'leaf'
    ? [condition.fact]
    : condition.kind === 'not'
      ? factsIn(condition.of)
      : condition.of.flatMap(factsIn);
