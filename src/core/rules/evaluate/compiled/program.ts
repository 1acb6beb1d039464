import type { FactValue } from '../../../facts/column';
import { OPERATORS, type Operator } from '../../operators';
import type { Condition, Leaf, Operand, RulePack } from '../../pack';

/** A pack as one graph: equal conditions of different rules are one node, every node after those it rests on. */
export interface Program {
  readonly nodes: readonly ProgramNode[];
  /** One per rule of the pack, in its order. */
  readonly rules: readonly { readonly applies: number | null; readonly flags: number }[];
}

export type ProgramNode =
  | { readonly kind: 'all' | 'any'; readonly of: readonly number[] }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'test'; readonly test: Test };

/**
 * The operators that have a form of their own here; every other one is the complement of one of these, which Kleene's
 * logic allows, or is asked case by case what it holds.
 */
export type TestOperator =
  'isBlank' | 'equal' | 'in' | 'below' | 'atMost' | 'contains' | 'containsAny' | 'matches' | 'held';

export interface Test {
  readonly fact: string;
  readonly operator: TestOperator;
  readonly operand: Operand;
  /** For `held`: the operator of the registry. */
  readonly held?: Operator;
}

const COMPLEMENTS: ReadonlyMap<string, TestOperator> = new Map([
  ['isPresent', 'isBlank'],
  ['notEqual', 'equal'],
  ['notIn', 'in'],
  ['doesNotContain', 'contains'],
  ['greaterThan', 'atMost'],
  ['greaterThanInclusive', 'below'],
  ['after', 'atMost'],
  ['onOrAfter', 'below'],
]);
const SAME: ReadonlyMap<string, TestOperator> = new Map([
  ['isBlank', 'isBlank'],
  ['equal', 'equal'],
  ['in', 'in'],
  ['contains', 'contains'],
  ['containsAny', 'containsAny'],
  ['matches', 'matches'],
  ['lessThan', 'below'],
  ['before', 'below'],
  ['lessThanInclusive', 'atMost'],
  ['onOrBefore', 'atMost'],
]);

/** Builds the graph of a pack. */
export function programOf(pack: Pick<RulePack, 'rules'>): Program {
  const builder = new ProgramBuilder();
  const rules = pack.rules.map(({ appliesWhen, conditions }) => ({
    applies: appliesWhen && builder.add(appliesWhen),
    flags: builder.add(conditions),
  }));
  return { nodes: builder.nodes, rules };
}

class ProgramBuilder {
  readonly nodes: ProgramNode[] = [];
  private readonly ids = new Map<string, number>();

  add(condition: Condition): number {
    if (condition.kind === 'leaf') return this.leaf(condition);
    if (condition.kind === 'not') return this.not(this.add(condition.of));
    const children = [...new Set(this.flattened(condition.of, condition.kind))];
    const [only] = children;
    if (children.length === 1 && only !== undefined) return only;
    children.sort((a, b) => a - b);
    return this.node(`${condition.kind} ${children.join(' ')}`, { kind: condition.kind, of: children });
  }

  /** `all` inside `all` is one `all`: the same verdict, and the same leaves behind an unknown one. */
  private flattened(conditions: readonly Condition[], kind: 'all' | 'any'): number[] {
    return conditions.flatMap((inner) => (inner.kind === kind ? this.flattened(inner.of, kind) : [this.add(inner)]));
  }

  private leaf(leaf: Leaf): number {
    const { fact, operand } = leaf;
    const complement = COMPLEMENTS.get(leaf.operator);
    const operator = complement ?? SAME.get(leaf.operator) ?? 'held';
    const held = operator === 'held' ? OPERATORS.get(leaf.operator) : undefined;
    if (operator === 'held' && held === undefined) throw new Error(`no such operator: ${leaf.operator}`);
    const key = JSON.stringify([fact, held?.name ?? operator, operand.kind, operandKey(operand)]);
    const asTest: Test = held ? { fact, operator, operand, held } : { fact, operator, operand };
    const test = this.node(key, { kind: 'test', test: asTest });
    return complement ? this.not(test) : test;
  }

  private not(inner: number): number {
    const node = this.nodes[inner];
    return node?.kind === 'not' ? node.of : this.node(`not ${inner}`, { kind: 'not', of: inner });
  }

  private node(key: string, node: ProgramNode): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.nodes.push(node) - 1;
      this.ids.set(key, id);
    }
    return id;
  }
}

function operandKey(operand: Operand): FactValue | null {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'words':
      return operand.words;
    case 'pattern':
      return operand.source;
    case 'fact':
      return operand.fact;
    case 'none':
      return null;
  }
}
