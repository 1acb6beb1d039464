import type { FactType } from '../../facts/column';
import { OPERATORS } from '../operators';
import type { Condition } from '../pack';
import type { JsonNode, JsonObject, Member } from './json';
import { factNamed, type Known } from './known';
import { OperandReader } from './operands';
import type { Reading } from './reading';
import { excerpt, suggestion, type Params } from './report';
import { GROUPS, LEAF } from './ruleShapes';
import type { Scope } from './scope';

/** Groups (`all`, `any`, `not`) inside each other, named conditions included. */
export const DEEPEST_NESTING = 16;
/** Leaves of one file, counted as often as named conditions repeat them. */
export const MOST_CONDITIONS = 2000;

const GROUP_KEYS = ['all', 'any', 'not', 'condition'] as const;

const LEAF_KEYS = ['fact', 'operator', 'value'] as const;

interface Measure {
  readonly leaves: number;
  readonly depth: number;
}

/** Turns the conditions of one file into the intermediate form, with named conditions and parameters resolved. */
export class ConditionReader {
  private readonly operands: OperandReader;
  /** null while it is being measured: meeting it again is a cycle. */
  private readonly measures = new Map<string, Measure | null>();
  private readonly cyclic = new Set<string>();
  private total = 0;

  constructor(
    private readonly reading: Reading,
    private readonly known: Known,
    private readonly named: ReadonlyMap<string, Member>,
  ) {
    this.operands = new OperandReader(reading, known);
    for (const name of named.keys()) this.measureNamed(name, 0);
  }

  /** Checks the named conditions that no rule used, and the form of those that one did. */
  checkUnused(used: ReadonlySet<string>): void {
    for (const [name, member] of this.named) {
      if (!used.has(name)) this.read(member.value, null, new Set());
      else if (isBare(member.value)) this.reading.refuse(member.value.offset, 'rules-condition-bare', {});
    }
  }

  /** The root of a condition; json-rules-engine takes a group or a named condition there, never a bare leaf. */
  read(node: JsonNode, scope: Scope | null, usedNames: Set<string>): Condition | null {
    const measure = this.measure(node, 0);
    if (measure === null) return null;
    // One slip, told once: whatever stands after the condition that is too many is not to blame.
    const told = this.total > MOST_CONDITIONS;
    this.total += measure.leaves;
    if (told) return null;
    if (this.total > MOST_CONDITIONS)
      return this.reading.refuse(node.offset, 'rules-too-many-conditions', { limit: MOST_CONDITIONS });
    if (isBare(node)) {
      this.build(node, scope, usedNames);
      return this.reading.refuse(node.offset, 'rules-condition-bare', {});
    }
    return this.build(node, scope, usedNames);
  }

  /** Counts leaves and depth without unfolding anything, so that a hostile file costs nothing; null where refused. */
  private measure(node: JsonNode, depth: number): Measure | null {
    if (node.kind !== 'object') return { leaves: 1, depth: 0 };
    const reference = node.members.get('condition')?.value;
    if (reference?.kind === 'string') {
      const inner = this.measureNamed(String(reference.value), reference.offset);
      if (inner && depth + inner.depth > DEEPEST_NESTING) return this.tooDeep(node);
      return inner;
    }
    const children = (['all', 'any', 'not'] as const).flatMap((key) => {
      const value = node.members.get(key)?.value;
      return value === undefined ? [] : value.kind === 'array' ? value.items : [value];
    });
    if (children.length === 0) return { leaves: 1, depth: 0 };
    if (depth + 1 > DEEPEST_NESTING) return this.tooDeep(node);
    let leaves = 0;
    let deepest = 0;
    for (const child of children) {
      const inner = this.measure(child, depth + 1);
      if (inner === null) return null;
      leaves = Math.min(leaves + inner.leaves, MOST_CONDITIONS + 1);
      deepest = Math.max(deepest, inner.depth);
    }
    return { leaves, depth: deepest + 1 };
  }

  private measureNamed(name: string, at: number): Measure | null {
    const known = this.measures.get(name);
    if (known) return known;
    const member = this.named.get(name);
    if (!member) return { leaves: 1, depth: 0 };
    if (known === null) {
      if (!this.cyclic.has(name)) this.reading.refuse(at, 'rules-condition-cycle', { condition: excerpt(name) });
      this.cyclic.add(name);
      return null;
    }
    this.measures.set(name, null);
    const measured = this.measure(member.value, 0);
    if (measured) this.measures.set(name, measured);
    else this.cyclic.add(name);
    return measured;
  }

  private tooDeep(node: JsonObject): null {
    return this.reading.refuse(node.offset, 'rules-too-deep', { limit: DEEPEST_NESTING });
  }

  private build(node: JsonNode, scope: Scope | null, usedNames: Set<string>): Condition | null {
    if (node.kind === 'invalid') return null;
    if (node.kind !== 'object')
      return this.reading.refuse(node.offset, 'rules-condition-expected', { found: node.kind });
    const groups = GROUP_KEYS.filter((key) => node.members.has(key));
    if (groups.length > 1 || (groups.length === 1 && node.members.has('fact'))) {
      const keys = [...node.members.keys()].filter(
        (key) => key === 'fact' || (groups as readonly string[]).includes(key),
      );
      return this.reading.refuse(node.members.get(keys[1] ?? '')?.offset ?? node.offset, 'rules-condition-mixed', {
        keys,
      });
    }
    this.checkHarmless(node);
    const group = groups[0] ?? meantGroup(node);
    if (group === undefined) return this.leaf(node, scope);
    const members = this.reading.object(node, GROUPS[group]);
    const value = members?.get(group)?.value;
    if (!value) return null;
    if (group === 'condition') return this.reference(value, scope, usedNames);
    if (group === 'not') {
      if (value.kind === 'array') return this.reading.wrongKind(value, 'object', 'not');
      const inner = this.build(value, scope, usedNames);
      return inner && { kind: 'not', of: inner };
    }
    if (value.kind !== 'array') return this.reading.wrongKind(value, 'array', group);
    // json-rules-engine fires on an empty group: it would flag every case.
    if (value.items.length === 0) return this.reading.refuse(value.offset, 'rules-condition-empty', { key: group });
    const of = value.items.map((item) => this.build(item, scope, usedNames));
    return of.includes(null) ? null : { kind: group, of: of as readonly Condition[] };
  }

  private checkHarmless(node: JsonObject): void {
    const priority = node.members.get('priority')?.value;
    if (priority && (priority.kind !== 'number' || Number(priority.value) < 1 || !Number.isInteger(priority.value)))
      this.reading.refuse(priority.offset, 'rules-value-wrong-kind', {
        key: 'priority',
        expected: 'number',
        found: priority.kind,
      });
  }

  private reference(value: JsonNode, scope: Scope | null, usedNames: Set<string>): Condition | null {
    const name = this.reading.textOf(value, 'condition');
    if (name === null) return null;
    const member = this.named.get(name);
    if (!member) {
      const params = (): Params => ({ condition: excerpt(name), nearest: suggestion(name, this.named.keys()) });
      return this.reading.refuse(value.offset, 'rules-condition-unknown', params);
    }
    usedNames.add(name);
    return this.cyclic.has(name) ? null : this.build(member.value, scope, usedNames);
  }

  private leaf(node: JsonObject, scope: Scope | null): Condition | null {
    if (node.members.size === 0) return this.reading.refuse(node.offset, 'rules-condition-blank', {});
    const path = node.members.get('path');
    if (path) this.reading.refuse(path.offset, 'rules-path-not-allowed', {});
    const rest = new Map([...node.members].filter(([key]) => key !== 'path'));
    const members = this.reading.object({ ...node, members: rest }, LEAF);
    const factNode = members?.get('fact')?.value;
    const operatorNode = members?.get('operator')?.value;
    const fact = factNode && this.reading.textOf(factNode, 'fact');
    const operatorName = operatorNode && this.reading.textOf(operatorNode, 'operator');
    if (!members || !factNode || !operatorNode || !fact || !operatorName) return null;

    const type = this.known.facts.get(fact);
    if (type === undefined && this.known.factsComplete) {
      const params = (): Params => ({ fact: excerpt(fact), nearest: factNamed(fact, this.known) });
      this.reading.refuse(factNode.offset, 'rules-fact-unknown', params);
    }
    const operator = OPERATORS.get(operatorName);
    if (operator === undefined) {
      const params = (): Params => ({
        operator: excerpt(operatorName),
        nearest: meantOperator(operatorName, type) ?? suggestion(operatorName, OPERATORS.keys()),
      });
      this.reading.refuse(operatorNode.offset, 'rules-operator-unknown', params);
    }
    if (type === undefined || operator === undefined || this.known.untyped.has(fact)) return null;
    if (!operator.accepts.includes(type)) {
      const params = (): Params => ({ operator: operatorName, fact, type, choices: operatorsFor(type) });
      return this.reading.refuse(operatorNode.offset, 'rules-operator-wrong-type', params);
    }
    const operand = this.operands.read(members.get('value')?.value, node.offset, { fact, type, operator }, scope);
    return operand && !path ? { kind: 'leaf', fact, operator: operatorName, operand } : null;
  }
}

/** The operator that a sign or a Chinese word stands for: `<` on a date is `before`. */
const meantOperator = (word: string, type: FactType | undefined): string | undefined =>
  [...OPERATORS.values()].find(({ alias, accepts }) => alias.includes(word) && (!type || accepts.includes(type)))?.name;

const operatorsFor = (type: string): readonly string[] =>
  [...OPERATORS.values()]
    .filter(({ accepts }) => (accepts as readonly string[]).includes(type))
    .map(({ name }) => name);

const isBare = (node: JsonNode): boolean =>
  node.kind === 'object' && !GROUP_KEYS.some((key) => node.members.has(key)) && node.members.has('fact');

/** The group that a key without a group comes near to, where nothing else says that it is a comparison. */
function meantGroup(node: JsonObject): (typeof GROUP_KEYS)[number] | undefined {
  if (LEAF_KEYS.some((key) => node.members.has(key))) return undefined;
  for (const key of node.members.keys()) {
    const near = suggestion(key, [...GROUP_KEYS, ...LEAF_KEYS]);
    const group = GROUP_KEYS.find((one) => one === near);
    if (group) return group;
  }
  return undefined;
}
