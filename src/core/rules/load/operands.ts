import { parseIso } from '../../dates/civil';
import type { FactType, FactValue } from '../../facts/column';
import { comparable, type Operator } from '../operators';
import type { Operand } from '../pack';
import { LONGEST_PATTERN, patternProblem } from '../patterns';
import type { JsonNode, JsonObject } from './json';
import { factNamed, type Known } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion, type Params } from './report';
import { FACT_REFERENCE, LEXICON_REFERENCE } from './ruleShapes';
import { shape } from './shape';
import type { Scope } from './scope';

/** Expressions of one file: each is compiled when the pack is loaded. */
const MOST_PATTERNS = 100;

const FACT_ONLY = shape({ fact: { ...FACT_REFERENCE.fact, required: false } });
const FACT_OR_LEXICON = shape({
  fact: { ...FACT_REFERENCE.fact, required: false },
  lexicon: { ...LEXICON_REFERENCE.lexicon, required: false },
});

/** What stands right of an operator, in words that `text/zh-CN` knows. */
const WANTED = { none: 'null', values: 'list', item: 'string', words: 'words', pattern: 'pattern' } as const;

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
  private reference(node: JsonObject, left: LeftSide, scope: Scope | null): Operand | null {
    const wantsWords = left.operator.operand === 'words';
    const stray = wantsWords ? undefined : node.members.get('lexicon');
    if (stray) return this.reading.refuse(stray.offset, 'rules-lexicon-not-wanted', { operator: left.operator.name });
    const keys = wantsWords ? FACT_OR_LEXICON : FACT_ONLY;
    const members = this.reading.object(node, keys, 'value');
    if (!members) return null;
    const lexicon = wantsWords ? members.get('lexicon') : undefined;
    const fact = members.get('fact');
    if ((lexicon === undefined) === (fact === undefined)) {
      const stranger = [...members.keys()].some((key) => !keys.known.includes(key));
      return stranger ? null : this.reading.refuse(node.offset, 'rules-value-reference', { keys: keys.known });
    }
    if (lexicon) return this.lexicon(lexicon.value);
    const name = fact && this.reading.textOf(fact.value, 'fact');
    if (!fact || !name) return null;
    if (name.startsWith('parameters.')) return this.parameter(name.slice(11), fact.value, left, scope);
    return this.fact(name, fact.value, left);
  }

  private lexicon(node: JsonNode): Operand | null {
    const name = this.reading.textOf(node, 'lexicon');
    const lexicon = name === null ? null : this.reading.lexicon(name, node.offset, this.known);
    return lexicon && { kind: 'words', words: lexicon.words, lexicon: lexicon.name };
  }

  private fact(name: string, node: JsonNode, left: LeftSide): Operand | null {
    const type = this.known.facts.get(name);
    if (type === undefined) {
      if (!this.known.factsComplete) return null;
      const params = (): Params => ({ fact: excerpt(name), nearest: factNamed(name, this.known) });
      return this.reading.refuse(node.offset, 'rules-fact-unknown', params);
    }
    if (this.known.untyped.has(name)) return null;
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
    if (scope.told.has(name)) return null;
    const value = scope.parameters.get(name);
    if (value === undefined) {
      scope.told.add(name);
      const names = [...scope.parameters.keys()];
      const params = (): Params => ({ parameter: excerpt(name), nearest: suggestion(name, names) });
      return this.reading.refuse(node.offset, 'rules-parameter-unknown', params);
    }
    // A value that does not fit is a slip where the parameter is given, not where it is used.
    const typed = this.typed(value, scope.places.get(name) ?? node.offset, left, name);
    if (typed === null) {
      scope.told.add(name);
      return null;
    }
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
          ? this.wrongType(item.offset, left, item.kind, true)
          : this.one(item.value, item.offset, left, true),
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
    const typed = value.map((item) => this.one(item, at, left, true));
    return typed.includes(null) ? null : (typed as unknown as readonly string[]);
  }

  private one(
    value: string | number | boolean,
    at: number,
    left: LeftSide,
    inList = false,
  ): string | number | boolean | null {
    if (left.operator.operand === 'pattern') return this.pattern(value, at, left);
    const type = left.operator.operand === 'item' || left.operator.operand === 'words' ? 'text' : left.type;
    switch (type) {
      case 'number':
        if (typeof value === 'number' && Number.isFinite(value)) return value;
        return this.wrongScalar(value, at, left, typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value));
      case 'boolean':
        if (typeof value === 'boolean') return value;
        return this.wrongScalar(value, at, left, value === 'true' || value === 'false');
      case 'date':
      case 'limit': {
        if (typeof value !== 'string') return this.wrongType(at, left, typeof value, inList);
        if (this.known.facts.has(value)) return this.reading.refuse(at, 'rules-fact-quoted', { fact: excerpt(value) });
        return (
          parseIso(value) ?? this.reading.refuse(at, 'rules-date-invalid', { key: left.fact, value: excerpt(value) })
        );
      }
      case 'text':
      case 'enum':
      case 'names': {
        if (typeof value !== 'string') return this.wrongType(at, left, typeof value, inList);
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
    const piece = Math.max(slip.piece === '' ? 0 : value.indexOf(slip.piece), 0);
    const params = { pattern, reason: slip.reason, piece: excerpt(slip.piece) };
    return this.reading.refuse(this.reading.offsetWithin(at, piece), 'rules-pattern-invalid', params);
  }

  private wrongScalar(value: string | number | boolean, at: number, left: LeftSide, quoted: boolean): null {
    if (quoted)
      return this.reading.refuse(at, 'rules-value-quoted', { fact: left.fact, type: left.type, value: String(value) });
    if (typeof value === 'string' && this.known.facts.has(value))
      return this.reading.refuse(at, 'rules-fact-quoted', { fact: excerpt(value) });
    return this.wrongType(at, left, typeof value);
  }

  private wrongType(at: number, left: LeftSide, found: string, inList = false): null {
    if (found === 'invalid') return null;
    const { fact, type, operator } = left;
    const single = operator.operand === 'value' || (operator.operand === 'values' && inList);
    const wanted = single ? type : inList ? 'string' : WANTED[operator.operand];
    return this.reading.refuse(at, 'rules-operand-wrong-type', { fact, type, operator: operator.name, wanted, found });
  }
}

function asOperand(value: FactValue, operator: Operator): Exclude<Operand, { kind: 'fact' } | { kind: 'none' }> {
  if (operator.operand === 'words') return { kind: 'words', words: value as readonly string[] };
  if (operator.operand === 'pattern') return { kind: 'pattern', source: String(value) };
  return { kind: 'literal', value };
}
