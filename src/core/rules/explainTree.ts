import type { ProofStep } from '../dates/due';
import { factAt } from '../facts/columns';
import type { Fact, FactType, FactValue } from '../facts/column';
import { createDueReader } from '../facts/dueView';
import type { FactTable } from '../facts/factTable';
import type { FieldId } from '../ledger/table';
import { wordsFound } from './explain';
import { inForce, judge, readerOf, type ReadFact, type Truth } from './judge';
import type { Condition, Leaf, Rule } from './pack';

/** A rule's conditions with what one case holds against each, as data: a pane draws it, a terminal prints it. */
export interface ExplainedRule {
  readonly rule: Rule;
  /** Whether the rule is in force on the day looked from; one that is not applies to nothing. */
  readonly inForce: boolean;
  /** null where the rule applies to every case. */
  readonly appliesWhen: ExplainedCondition | null;
  readonly conditions: ExplainedCondition;
}

export type ExplainedCondition = ExplainedGroup | ExplainedNot | ExplainedLeaf;

interface Judged {
  readonly truth: Truth;
  /** Whether this is among what makes the whole come out as it does. */
  readonly decides: boolean;
}
export interface ExplainedGroup extends Judged {
  readonly kind: 'all' | 'any';
  readonly of: readonly ExplainedCondition[];
}
export interface ExplainedNot extends Judged {
  readonly kind: 'not';
  readonly of: ExplainedCondition;
}
export interface ExplainedLeaf extends Judged {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
  readonly left: SeenFact;
  /** The other fact, where two are compared. */
  readonly right: SeenFact | null;
  /** For words and expressions: what of them stands in the text. */
  readonly found: readonly string[];
}

/** A fact as one case has it, and the cells it comes from. */
export interface SeenFact {
  readonly fact: string;
  readonly label: string;
  readonly type: FactType;
  readonly value: Fact<FactValue>;
  /** For a field of the ledger: its cell and the text that stands in it. */
  readonly cell: SeenCell | null;
  /** For a derived fact: the cells it rests on, itself or through other facts, those that hold something. */
  readonly restsOn: readonly SeenCell[];
  /** For a derived fact that rests on the due day: how that day came about. */
  readonly proof: readonly ProofStep[];
  /** To be masked wherever it leaves the workbook. */
  readonly personal: boolean;
}

export interface SeenCell {
  readonly field: FieldId;
  readonly label: string;
  /** null where the ledger has no such column. */
  readonly cell: string | null;
  readonly seen: string;
  readonly personal: boolean;
}

/** Where a case's fields stand now. */
export type CellOf = (field: FieldId, index: number) => string | null;

/** The tree of a rule's conditions for one case; the outcome itself is the evaluator's to say. */
export function explainTree(facts: FactTable, rule: Rule, index: number, cellOf?: CellOf): ExplainedRule {
  return new TreeReader(facts, index, cellOf ?? ((field, at) => facts.context.table.cell(field, at))).rule(rule);
}

/** Facts whose value follows from the due day and so is proved by its proof. */
const DUE_FACTS: ReadonlySet<string> = new Set(['dueOn', 'dueState', 'daysLeft', 'daysOverdue']);

class TreeReader {
  private readonly read: ReadFact;
  private readonly labels: ReadonlyMap<FieldId, string>;
  private readonly personal: ReadonlySet<FieldId>;

  constructor(
    private readonly facts: FactTable,
    private readonly index: number,
    private readonly cellOf: CellOf,
  ) {
    const { fields } = facts.context.pack;
    this.read = readerOf(facts, index);
    this.labels = new Map(fields.map(({ id, label }) => [id, label]));
    this.personal = new Set(fields.filter(({ personal }) => personal).map(({ id }) => id));
  }

  rule(rule: Rule): ExplainedRule {
    return {
      rule,
      inForce: inForce(rule, this.facts.context.today),
      appliesWhen: rule.appliesWhen && this.condition(rule.appliesWhen, true),
      conditions: this.condition(rule.conditions, true),
    };
  }

  private condition(condition: Condition, decides: boolean): ExplainedCondition {
    const truth = judge(condition, this.read);
    if (condition.kind === 'leaf') return { ...this.leaf(condition), truth, decides };
    if (condition.kind === 'not') return { kind: 'not', truth, decides, of: this.condition(condition.of, decides) };
    // What came out like the group itself made it come out so: one false part of `all`, every true one.
    const of = condition.of.map((inner) => this.condition(inner, decides && judge(inner, this.read) === truth));
    return { kind: condition.kind, truth, decides, of };
  }

  private leaf(leaf: Leaf): Omit<ExplainedLeaf, keyof Judged> {
    const left = this.fact(leaf.fact);
    const right = leaf.operand.kind === 'fact' ? this.fact(leaf.operand.fact) : null;
    const text = typeof left.value === 'string' ? left.value : '';
    return { kind: 'leaf', leaf, left, right, found: text === '' ? [] : wordsFound(leaf, text, this.read) };
  }

  private fact(fact: string): SeenFact {
    const { facts, index } = this;
    const column = facts.column(fact);
    const definition = facts.definition(fact);
    const rests = definition ? facts.fieldsBehind(fact).map((field) => this.cell(field)) : [];
    return {
      fact,
      label: this.labels.get(fact) ?? definition?.label ?? fact,
      type: column.type,
      value: factAt(column, index),
      cell: definition ? null : this.cell(fact),
      restsOn: rests.filter(({ cell, seen }) => cell !== null && seen !== ''),
      proof: DUE_FACTS.has(fact) ? createDueReader(facts).view(index).proof : [],
      personal: this.personal.has(fact),
    };
  }

  private cell(field: FieldId): SeenCell {
    return {
      field,
      label: this.labels.get(field) ?? field,
      cell: this.cellOf(field, this.index),
      seen: this.facts.context.table.seen(field, this.index),
      personal: this.personal.has(field),
    };
  }
}
