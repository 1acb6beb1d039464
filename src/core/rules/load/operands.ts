import { parseIso } from '../../dates/civil';
import type { FactType, FactValue } from '../../facts/column';
import { comparable, type Operator } from '../operators';
import type { Operand } from '../pack';
import { LONGEST_PATTERN, patternProblem } from '../patterns';
import type { JsonNode } from './json';
import type { Known } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion, type Params } from './report';
import type { Scope } from './scope';

/** Expressions of one file: each is compiled when the pack is loaded. */
const MOST_PATTERNS = 100;

/** The left side of a leaf, as far as the right side depends on it. */
export interface LeftSide {
  readonly fact: string;
  readonly type: FactType;
  readonly operator: Operator;
}

/** Reads what stands right of an operator, typed by the fact on its left; null where it was refused. */
export class OperandReader {
  private readonly patterns = new Set<string>();

  constructor(
    private readonly reading: Reading,
    private readonly known: Known,
  ) {}

  read(node: JsonNode | undefined, leafAt: number, left: LeftSide, scope: Scope | null): Operand | null {
    const { operator } = left;
    if (operator.operand === 'none') {
      // json-rules-engine demands a `value` of every leaf; true and null say nothing, false would look like a negation.
      const silent = !node || node.kind === 'null' || (node.kind === 'boolean' && node.value === true);
      if (silent) return { kind: 'none' };
      return this.reading.refuse(node.offset, 'rules-operand-not-wanted', { operator: operator.name });
    }
    if (!node) return this.reading.refuse(leafAt, 'rules-key-missing', { key: 'value' });
    if (node.kind === 'object') return this.reference(node, left, scope);
    const value = this.literal(node, left);
    return value === null ? null : asOperand(value, operator);
  }

  /** `{ "fact": … }`, `{ "fact": "parameters.…" }` or `{ "lexicon": … }`. */
  private reference(node: JsonNode, left: LeftSide, scope: Scope | null): Operand | null {
    const keys = left.operator.operand === 'words' ? ['fact', 'lexicon'] : ['fact'];
    const members = this.reading.object(node, { required: [], optional: keys }, 'value');
    if (!members) return null;
    const lexicon = left.operator.operand === 'words' ? members.get('lexicon') : undefined;
    const fact = members.get('fact');
    if ((lexicon === undefined) === (fact === undefined)) {
      const stranger = [...members.keys()].some((key) => !keys.includes(key));
      return stranger ? null : this.reading.refuse(node.offset, 'rules-value-reference', { keys });
    }
    if (lexicon) return this.lexicon(lexicon.value);
    const name = fact && this.reading.textOf(fact.value, 'fact');
    if (!fact || !name) return null;
    if (name.startsWith('parameters.')) return this.parameter(name.slice(11), fact.value, left, scope);
    return this.fact(name, fact.value, left);
  }

  private lexicon(node: JsonNode): Operand | null {
    const name = this.reading.textOf(node, 'lexicon');
    if (name === null) return null;
    const lexicon = this.known.lexicons.get(name);
    if (lexicon) return { kind: 'words', words: lexicon.words, lexicon: name };
    if (!this.known.lexiconsComplete) return null;
    const params = (): Params => ({ lexicon: excerpt(name), nearest: suggestion(name, this.known.lexicons.keys()) });
    return this.reading.refuse(node.offset, 'rules-lexicon-unknown', params);
  }

  private fact(name: string, node: JsonNode, left: LeftSide): Operand | null {
    const type = this.known.facts.get(name);
    if (type === undefined) {
      if (!this.known.factsComplete) return null;
      const params = (): Params => ({ fact: excerpt(name), nearest: suggestion(name, this.known.facts.keys()) });
      return this.reading.refuse(node.offset, 'rules-fact-unknown', params);
    }
    const textual = left.type === 'text' || left.type === 'enum';
    const kind = left.operator.operand;
    const fits =
      (kind === 'value' && comparable(left.type, type)) ||
      (kind === 'values' && textual && type === 'names') ||
      (kind === 'item' && (type === 'text' || type === 'enum')) ||
      (kind === 'words' && type === 'names');
    if (fits) return { kind: 'fact', fact: name };
    const params = { fact: left.fact, type: left.type, operator: left.operator.name, other: name, otherType: type };
    return this.reading.refuse(node.offset, 'rules-facts-not-comparable', params);
  }

  private parameter(name: string, node: JsonNode, left: LeftSide, scope: Scope | null): Operand | null {
    // A named condition that no rule uses has no parameters of its own: there is nothing to hold its names against.
    if (!scope) return null;
    scope.used.add(name);
    const value = scope.parameters.get(name);
    if (value === undefined) {
      const names = [...scope.parameters.keys()];
      const params = (): Params => ({ parameter: excerpt(name), nearest: suggestion(name, names) });
      return this.reading.refuse(node.offset, 'rules-parameter-unknown', params);
    }
    const typed = this.typed(value, node.offset, left, name);
    if (typed === null) return null;
    const operand = asOperand(typed, left.operator);
    return operand.kind === 'literal' ? { ...operand, parameter: name } : operand;
  }

  private literal(node: JsonNode, left: LeftSide): FactValue | null {
    if (node.kind === 'array') {
      const wanted = left.operator.operand === 'values' || left.operator.operand === 'words';
      if (!wanted) return this.wrongType(node.offset, left, 'array');
      if (node.items.length === 0) return this.reading.refuse(node.offset, 'rules-value-empty', { key: 'value' });
      const typed = node.items.map((item) =>
        item.kind === 'array' || item.kind === 'object' || item.value === null
          ? this.wrongType(item.offset, left, item.kind)
          : this.one(item.value, item.offset, left),
      );
      return typed.includes(null) ? null : (typed as unknown as readonly string[]);
    }
    if (node.kind === 'object' || node.value === null) return this.wrongType(node.offset, left, node.kind);
    return this.typed(node.value, node.offset, left);
  }

  /** A literal or a parameter's value as the operator wants it; dates become civil days. */
  private typed(value: FactValue, at: number, left: LeftSide, parameter?: string): FactValue | null {
    const wantsList = left.operator.operand === 'values' || left.operator.operand === 'words';
    if (typeof value !== 'object') {
      // One word given as a parameter is a list of one word; written in place it is a slip of the pen.
      if (!wantsList) return this.one(value, at, left);
      if (parameter === undefined) return this.wrongType(at, left, typeof value);
      const one = this.one(value, at, left);
      return one === null ? null : ([one] as unknown as readonly string[]);
    }
    if (!wantsList) return this.wrongType(at, left, 'array');
    const typed = value.map((item) => this.one(item, at, left));
    return typed.includes(null) ? null : (typed as unknown as readonly string[]);
  }

  private one(value: string | number | boolean, at: number, left: LeftSide): string | number | boolean | null {
    if (left.operator.operand === 'pattern') return this.pattern(value, at, left);
    const type = left.operator.operand === 'item' || left.operator.operand === 'words' ? 'text' : left.type;
    switch (type) {
      case 'number':
        return typeof value === 'number' && Number.isFinite(value) ? value : this.wrongType(at, left, typeof value);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.wrongType(at, left, typeof value);
      case 'date':
      case 'limit': {
        if (typeof value !== 'string') return this.wrongType(at, left, typeof value);
        return parseIso(value) ?? this.reading.refuse(at, 'rules-date-invalid', { key: left.fact, value: excerpt(value) });
      }
      case 'text':
      case 'enum':
      case 'names': {
        if (typeof value !== 'string') return this.wrongType(at, left, typeof value);
        if (value === '') return this.reading.refuse(at, 'rules-value-empty', { key: 'value' });
        return type === 'enum' ? this.enumValue(value, at, left) : value;
      }
    }
  }

  private enumValue(value: string, at: number, left: LeftSide): string | null {
    const closed = this.known.values.get(left.fact);
    if (!closed || closed.values.includes(value)) return value;
    const params = (): Params => ({
      fact: left.fact,
      value: excerpt(value),
      choices: closed.values,
      nearest: closed.spellings.get(value) ?? suggestion(value, closed.values),
    });
    return this.reading.refuse(at, 'rules-enum-value-unknown', params);
  }

  private pattern(value: string | number | boolean, at: number, left: LeftSide): string | null {
    if (typeof value !== 'string') return this.wrongType(at, left, typeof value);
    if (value === '') return this.reading.refuse(at, 'rules-value-empty', { key: 'value' });
    this.patterns.add(value);
    if (this.patterns.size > MOST_PATTERNS)
      return this.reading.refuse(at, 'rules-too-many-patterns', { limit: MOST_PATTERNS });
    const slip = patternProblem(value);
    if (slip === null) return value;
    const pattern = excerpt(value);
    if (slip.tooLarge) return this.reading.refuse(at, 'rules-pattern-too-large', { pattern, limit: LONGEST_PATTERN });
    return this.reading.refuse(at, 'rules-pattern-invalid', { pattern, detail: excerpt(slip.detail) });
  }

  private wrongType(at: number, left: LeftSide, found: string): null {
    const { fact, type, operator } = left;
    return this.reading.refuse(at, 'rules-operand-wrong-type', { fact, type, operator: operator.name, found });
  }
}

function asOperand(value: FactValue, operator: Operator): Exclude<Operand, { kind: 'fact' } | { kind: 'none' }> {
  if (operator.operand === 'words') return { kind: 'words', words: value as readonly string[] };
  if (operator.operand === 'pattern') return { kind: 'pattern', source: String(value) };
  return { kind: 'literal', value };
}
