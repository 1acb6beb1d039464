import { formatIso, parseIso } from '../../../../src/core/dates/civil';
import type { FactType, FactValue } from '../../../../src/core/facts/column';
import { OPERATORS, type Operator } from '../../../../src/core/rules/operators';
import type { Condition, Operand, Rule } from '../../../../src/core/rules/pack';
import {
  FACTS,
  FIRST_DAY,
  LITERAL_NAMES,
  LITERAL_NUMBERS,
  LITERAL_WORDS,
  LONGER_WORDS,
  NASTY_TEXTS,
  TYPES,
} from './cells';
import type { Random } from './random';

/** Conditions as a rule file writes them: what json-rules-engine reads, and what the loader reads. */
export type Json = { readonly [key: string]: unknown };

/** How an operand stands in the file. */
export const OPERAND_FORMS = ['none', 'literal', 'parameter', 'fact', 'lexicon'] as const;
export type OperandForm = (typeof OPERAND_FORMS)[number];

export const LEXICONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['pending', ['正在', '下一步', '正在办理']],
  ['refusals', ['不予支持', '无法']],
  ['digits', ['12', '１２', 'NaN']],
]);
/** Expressions on which RE2 and JavaScript agree. */
export const PATTERNS = [
  '正.办',
  '^甲',
  '甲|乙',
  '乙$',
  '(甲|甲)*乙',
  '第[一二三四五六七八九十]+条',
  '^.$',
  '^12',
  '１',
  '[^a]$',
  '^$',
];

/** A rule of a batch: as its file has it, and its parameters. */
export interface RuleText {
  readonly name: string;
  readonly appliesWhen: Json | null;
  readonly conditions: Json;
  readonly parameters: Json;
}
export interface Batch {
  readonly rules: readonly RuleText[];
  /** Named conditions of the file. */
  readonly named: ReadonlyMap<string, Json>;
}

const DEEPEST = 16;
/** Of the parameter that every rule has, so that named conditions can use it. */
export const SHARED_PARAMETER = 'shared';
export const SHARED_VALUE = 2;

const family = (type: FactType): string => (type === 'limit' ? 'date' : type === 'enum' ? 'text' : type);

/** The facts that an operator takes on its right, by the type on its left. */
export function factsForOperand(operator: Operator, left: FactType): readonly string[] {
  const textual = family(left) === 'text';
  return FACTS.filter((fact) => {
    const type = TYPES.get(fact) ?? 'text';
    switch (operator.operand) {
      case 'value':
        return family(type) === family(left);
      case 'values':
        return textual && type === 'names';
      case 'item':
        return family(type) === 'text';
      case 'words':
        return type === 'names';
      case 'pattern':
      case 'none':
        return false;
    }
  });
}

/** The forms an operand can take in a file; parameters are numbers, texts and lists of texts. */
export function formsFor(operator: Operator, left: FactType): readonly OperandForm[] {
  if (operator.operand === 'none') return ['none'];
  const parameter = left !== 'boolean' && !(operator.operand === 'values' && left === 'number');
  return [
    'literal',
    ...(parameter ? (['parameter'] as const) : []),
    ...(factsForOperand(operator, left).length > 0 ? (['fact'] as const) : []),
    ...(operator.operand === 'words' ? (['lexicon'] as const) : []),
  ];
}

/** Every way to write a leaf, so that each is as frequent as any other. */
export const LEAF_FORMS: readonly { readonly operator: Operator; readonly fact: string; readonly form: OperandForm }[] =
  [...OPERATORS.values()].flatMap((operator) =>
    FACTS.filter((fact) => operator.accepts.includes(TYPES.get(fact) ?? 'text')).flatMap((fact) =>
      formsFor(operator, TYPES.get(fact) ?? 'text').map((form) => ({ operator, fact, form })),
    ),
  );

/** Makes the rules of one file. */
export class BatchMaker {
  private readonly named = new Map<string, Json>();
  private readonly leaves: Json[] = [];
  private readonly groups: { readonly json: Json; readonly depth: number }[] = [];
  private readonly depths = new Map<string, number>();
  private parameters: Record<string, unknown> = {};
  /** Parameters belong to a rule: what is written into a named condition, or used again, has none but the shared one. */
  private ownParameters = false;
  /** Some files say the same kind of thing over and over: many word lists on one text, for one. */
  private readonly favourites: typeof LEAF_FORMS;
  private readonly words: readonly string[];

  constructor(
    private readonly random: Random,
    private readonly prefix: string,
  ) {
    const wording = LEAF_FORMS.filter(({ operator, form }) => operator.operand === 'words' && form !== 'fact');
    const chosen = random.pick(random.chance(0.5) ? LEAF_FORMS : wording);
    const alike = LEAF_FORMS.filter(
      ({ operator, fact, form }) => operator === chosen.operator && fact === chosen.fact && form !== 'lexicon',
    );
    this.words = random.chance(0.5) ? LITERAL_WORDS : LONGER_WORDS;
    this.favourites = random.chance(0.15) ? alike : [];
  }

  make(count: number): Batch {
    const { random } = this;
    for (let n = random.below(4); n > 0; n--) {
      const name = `named${n}`;
      const { json, depth } = this.root(1 + random.below(3));
      this.named.set(name, json);
      this.depths.set(name, depth);
    }
    const rules = Array.from({ length: count }, (_, at): RuleText => {
      this.parameters = { [SHARED_PARAMETER]: SHARED_VALUE };
      this.ownParameters = true;
      const appliesWhen = random.chance(0.25) ? this.root(2).json : null;
      const conditions = this.root(random.chance(0.03) ? 5 + random.below(DEEPEST - 4) : 1 + random.below(4)).json;
      this.ownParameters = false;
      return { name: `${this.prefix}r${at}`, appliesWhen, conditions, parameters: this.parameters };
    });
    return { rules, named: this.named };
  }

  /** A root is a group or a named condition, never a bare leaf. */
  private root(depth: number): { json: Json; depth: number } {
    const { random } = this;
    if (this.named.size > 0 && random.chance(0.04)) return this.reference(depth) ?? this.group(depth);
    return this.group(depth);
  }

  private node(depth: number): { json: Json; depth: number } {
    const { random } = this;
    const fitting = random.chance(0.08) ? this.groups.filter((one) => one.depth <= depth) : [];
    if (fitting.length > 0) return random.pick(fitting);
    if (this.named.size > 0 && random.chance(0.06)) {
      const reference = this.reference(depth);
      if (reference) return reference;
    }
    if (depth <= 0 || random.chance(0.55)) return { json: this.leaf(), depth: 0 };
    return this.group(depth);
  }

  private reference(depth: number): { json: Json; depth: number } | null {
    const names = [...this.named.keys()].filter((name) => (this.depths.get(name) ?? 0) <= depth);
    if (names.length === 0) return null;
    const name = this.random.pick(names);
    return { json: { condition: name }, depth: this.depths.get(name) ?? 0 };
  }

  private group(depth: number): { json: Json; depth: number } {
    const { random } = this;
    const parametersBefore = Object.keys(this.parameters).length;
    const deep = depth > 4;
    const kind = random.pick(['all', 'any', 'all', 'any', 'not']);
    const harmless = random.chance(0.04)
      ? { priority: 1 + random.below(5) }
      : random.chance(0.02)
        ? { name: '说明' }
        : {};
    const sizes = deep ? [1, 1, 2] : [1, 2, 2, 3, 4];
    const inner =
      kind === 'not'
        ? [deep ? this.group(depth - 1) : this.node(depth - 1)]
        : Array.from({ length: random.pick(sizes) }, (_, at) =>
            deep && at === 0 ? this.group(depth - 1) : this.node(depth - 1 > 2 && at > 0 ? 2 : depth - 1),
          );
    const of = inner.map(({ json }) => json);
    const made = {
      json: { [kind]: kind === 'not' ? of[0] : of, ...harmless },
      depth: 1 + Math.max(...inner.map((one) => one.depth)),
    };
    if (Object.keys(this.parameters).length === parametersBefore && this.groups.length < 40) this.groups.push(made);
    return made;
  }

  private leaf(): Json {
    const { random } = this;
    if (this.leaves.length > 0 && random.chance(0.15)) return random.pick(this.leaves);
    const favoured = this.favourites.length > 0 && random.chance(0.6);
    const { operator, fact, form } = random.pick(favoured ? this.favourites : LEAF_FORMS);
    const usable = form === 'parameter' && !this.ownParameters ? 'shared' : form;
    const left = TYPES.get(fact) ?? 'text';
    const harmless = random.chance(0.04) ? { priority: 1 + random.below(5) } : {};
    if (usable === 'shared')
      return this.keep({ fact: 'number', operator: 'lessThan', value: { fact: `parameters.${SHARED_PARAMETER}` } });
    const value = this.value(operator, left, form);
    const leaf = { fact, operator: operator.name, ...(value === undefined ? {} : { value }), ...harmless };
    return form === 'parameter' ? leaf : this.keep(leaf);
  }

  private keep(leaf: Json): Json {
    if (this.leaves.length < 60) this.leaves.push(leaf);
    return leaf;
  }

  private value(operator: Operator, left: FactType, form: OperandForm): unknown {
    const { random } = this;
    switch (form) {
      case 'none':
        return random.pick([undefined, null, true]);
      case 'fact':
        return { fact: random.pick(factsForOperand(operator, left)) };
      case 'lexicon':
        return { lexicon: random.pick([...LEXICONS.keys()]) };
      case 'literal':
        return literalFor(random, operator, left, this.words);
      case 'parameter': {
        const name = `p${Object.keys(this.parameters).length}`;
        let literal = literalFor(random, operator, left, this.words);
        // A parameter is seen in messages, so the loader takes none that shows nothing.
        while ([literal].flat().some((one) => typeof one === 'string' && one.trim() === ''))
          literal = literalFor(random, operator, left, this.words);
        // One word given as a parameter stands for a list of one.
        const single = operator.operand === 'words' && random.chance(0.3) && Array.isArray(literal);
        this.parameters[name] = single ? (literal as readonly unknown[])[0] : literal;
        return { fact: `parameters.${name}` };
      }
    }
  }
}

function literalFor(random: Random, operator: Operator, left: FactType, words: readonly string[]): unknown {
  switch (operator.operand) {
    case 'pattern':
      return random.pick(PATTERNS);
    case 'words':
      return random.some(words, 1, 4);
    case 'item':
      return random.pick(LITERAL_NAMES);
    case 'values':
      return Array.from({ length: 1 + random.below(3) }, () => scalarFor(random, left));
    case 'value':
      return scalarFor(random, left);
    case 'none':
      return null;
  }
}

function scalarFor(random: Random, type: FactType): string | number | boolean {
  switch (type) {
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick(LITERAL_NUMBERS);
    case 'date':
    case 'limit':
      return formatIso(FIRST_DAY + random.below(4));
    case 'enum':
      return random.pick(['甲', '乙', '12', 'null']);
    case 'text':
    case 'names':
      return random.pick([...NASTY_TEXTS.filter((text) => text !== ''), ...LITERAL_WORDS]);
  }
}

/** The intermediate form of a rule, made by hand here: the loader is held against it. */
export function translated(rule: RuleText, batch: Batch): Pick<Rule, 'appliesWhen' | 'conditions'> {
  const convert = (json: Json): Condition => {
    if (typeof json['condition'] === 'string') {
      const named = batch.named.get(json['condition']);
      if (!named) throw new Error(`no condition ${json['condition']}`);
      return convert(named);
    }
    for (const kind of ['all', 'any'] as const)
      if (kind in json) return { kind, of: (json[kind] as readonly Json[]).map(convert) };
    if ('not' in json) return { kind: 'not', of: convert(json['not'] as Json) };
    const fact = String(json['fact']);
    const operator = String(json['operator']);
    return { kind: 'leaf', fact, operator, operand: operandOf(rule, fact, operator, json['value']) };
  };
  return { appliesWhen: rule.appliesWhen && convert(rule.appliesWhen), conditions: convert(rule.conditions) };
}

function operandOf(rule: RuleText, fact: string, name: string, value: unknown): Operand {
  const operator = OPERATORS.get(name);
  const left = TYPES.get(fact);
  if (!operator || !left) throw new Error(`no ${name} on ${fact}`);
  if (operator.operand === 'none') return { kind: 'none' };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const reference = value as Json;
    if (typeof reference['lexicon'] === 'string') {
      const { lexicon } = reference;
      return { kind: 'words', words: LEXICONS.get(lexicon) ?? [], lexicon };
    }
    const other = String(reference['fact']);
    if (!other.startsWith('parameters.')) return { kind: 'fact', fact: other };
    const parameter = other.slice('parameters.'.length);
    const own = rule.parameters[parameter];
    const literal = literalOperand(operator, left, operator.operand === 'words' && !Array.isArray(own) ? [own] : own);
    return literal.kind === 'literal' ? { ...literal, parameter } : literal;
  }
  return literalOperand(operator, left, value);
}

function literalOperand(operator: Operator, left: FactType, value: unknown): Operand {
  if (operator.operand === 'words') return { kind: 'words', words: value as readonly string[] };
  if (operator.operand === 'pattern') return { kind: 'pattern', source: String(value) };
  const day = (one: unknown): unknown => (family(left) === 'date' ? parseIso(String(one)) : one);
  const typed = Array.isArray(value) ? value.map(day) : day(value);
  return { kind: 'literal', value: typed as FactValue };
}
