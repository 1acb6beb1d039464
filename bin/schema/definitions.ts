import type { FactType } from '../../src/core/facts/column';
import { FACTS, factTypes, factValues } from '../../src/core/facts/registry';
import { FACT_TYPES } from '../../src/core/rules/load/kinds/fields';
import { GROUPS, LEAF, LEXICON_REFERENCE, PARAMETER_NAME, UNREADABLE } from '../../src/core/rules/load/ruleShapes';
import { shape, type SharedShape } from '../../src/core/rules/load/shape';
import { OPERATORS, comparable, type Operator, type OperandKind } from '../../src/core/rules/operators';
import type { RulePack } from '../../src/core/rules/pack';
import { ISO_DAY, SAYING, exactly, oneOfThese, type Schema } from './json';
import { ofObject } from './shapes';

const TYPES = Object.keys(FACT_TYPES) as FactType[];
const NOT_EMPTY: Schema = { type: 'string', minLength: 1 };

/** The forms that many places of a pack's files share, with the names that this pack and the code define. */
export function definitions(pack: RulePack): Readonly<Record<SharedShape, Schema>> & Readonly<Record<string, Schema>> {
  return new Definitions(pack).all();
}

class Definitions {
  private readonly types: ReadonlyMap<string, FactType>;
  private readonly labels: ReadonlyMap<string, string>;
  /** Values of enum facts that take no others. */
  private readonly closed: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly pack: RulePack) {
    this.types = factTypes(pack.fields);
    const meanings = FACTS.map(({ id, label, meaning }): [string, string] => [id, `${label}：${meaning}`]);
    this.labels = new Map([
      ...pack.fields.map(({ id, label }): [string, string] => [id, `台账字段：${label}`]),
      ...meanings,
    ]);
    const closed = new Map(factValues());
    for (const { id, type, vocabulary } of pack.fields) {
      const found = type === 'enum' ? pack.vocabularies.get(vocabulary ?? '') : undefined;
      if (found && !found.open)
        closed.set(
          id,
          found.values.map(({ value }) => value),
        );
    }
    this.closed = closed;
  }

  all(): Readonly<Record<SharedShape, Schema>> & Readonly<Record<string, Schema>> {
    const lexiconReference = ofObject(shape(LEXICON_REFERENCE));
    const wordOrLexicon: Schema = { anyOf: [SAYING, lexiconReference] };
    const named = (entries: Iterable<{ readonly name: string; readonly title: string }>): Schema =>
      oneOfThese([...entries].map(({ name, title }): [string, string] => [name, title]));
    return {
      schema: { type: 'string' },
      template: SAYING,
      field: oneOfThese(this.pack.fields.map(({ id, label }): [string, string] => [id, label])),
      lexicon: named(this.pack.lexicons.values()),
      vocabulary: named(this.pack.vocabularies.values()),
      words: { anyOf: [wordOrLexicon, { type: 'array', items: wordOrLexicon, minItems: 1 }] },
      wordsOrNone: { anyOf: [wordOrLexicon, { type: 'array', items: wordOrLexicon }] },
      parameterValue: { anyOf: [{ type: 'number' }, SAYING, { type: 'array', items: SAYING, minItems: 1 }] },
      exampleFacts: this.exampleFacts(),
      rootCondition: {
        allOf: [{ $ref: '#/$defs/condition' }],
        anyOf: Object.keys(GROUPS).map((key) => ({ required: [key] })),
      },
      condition: this.condition(),
      leaf: this.leaf(),
      unreadable: ofObject(UNREADABLE),
      ...Object.fromEntries(TYPES.map((type) => [exampleOf(type), exampleLiteral(type)])),
      ...Object.fromEntries(TYPES.map((type) => [factsOf(type), { enum: this.idsOf(type) }])),
    };
  }

  /** One form after another, so that an editor's complaint is about the form that was meant. */
  private condition(): Schema {
    return Object.entries(GROUPS).reduceRight<Schema>(
      (otherwise, [key, group]) => ({ if: { required: [key] }, then: ofObject(group), else: otherwise }),
      { $ref: '#/$defs/leaf' },
    );
  }

  private leaf(): Schema {
    const operators = [...OPERATORS.values()];
    const base = ofObject(LEAF) as { properties: Record<string, Schema> };
    const said = (key: string): Schema => ({ description: base.properties[key]?.['description'] });
    const facts = [...this.types.keys()].map((id): [string, string] => [id, this.labels.get(id) ?? id]);
    const fact = { ...said('fact'), ...oneOfThese(facts) };
    const names = operators.map(({ name, says }): [string, string] => [name, says]);
    const operator = { ...said('operator'), ...oneOfThese(names) };
    return {
      ...base,
      properties: { ...base.properties, fact, operator },
      allOf: [...this.byOperator(operators), ...this.byType(operators), ...this.byEnum(operators)],
    };
  }

  /** Which facts an operator takes, and whether it wants a value. */
  private byOperator(operators: readonly Operator[]): Schema[] {
    const groups = new Map<string, Operator[]>();
    for (const one of operators) {
      const key = `${one.accepts.join(' ')} ${one.operand === 'none'}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => {
      const [{ accepts, operand }] = group as [Operator];
      const fact = factsWhere((type) => accepts.includes(type));
      const silent = { properties: { fact, value: { enum: [true, null] } } };
      return {
        if: { properties: { operator: { enum: group.map(({ name }) => name) } }, required: ['operator'] },
        then: operand === 'none' ? silent : { properties: { fact }, required: ['value'] },
      };
    });
  }

  /** What may stand right of an operator, by the type of the fact on its left. */
  private byType(operators: readonly Operator[]): Schema[] {
    const kinds: readonly OperandKind[] = ['value', 'values', 'item', 'words', 'pattern'];
    return kinds.flatMap((kind) => {
      const ofKind = operators.filter(({ operand }) => operand === kind);
      return TYPES.filter((type) => ofKind.some(({ accepts }) => accepts.includes(type))).map((type) => ({
        if: {
          properties: { operator: { enum: ofKind.map(({ name }) => name) }, fact: factsWhere((one) => one === type) },
          required: ['operator', 'fact'],
        },
        then: { properties: { value: this.operand(kind, type) } },
      }));
    });
  }

  private operand(kind: OperandKind, type: FactType): Schema {
    const literal = LITERALS[type];
    const reference = (fits: (other: FactType) => boolean): Schema =>
      exactly(
        {
          fact: { anyOf: [factsWhere(fits), { type: 'string', pattern: `^parameters\\.${PARAMETER_NAME.slice(1)}` }] },
        },
        ['fact'],
      );
    switch (kind) {
      case 'none':
        return {};
      case 'value':
        return { anyOf: [literal, reference((other) => comparable(type, other))] };
      case 'values': {
        const list = { type: 'array', items: literal, minItems: 1 };
        return { anyOf: [list, reference((other) => other === 'names' && (type === 'text' || type === 'enum'))] };
      }
      case 'item':
        return { anyOf: [NOT_EMPTY, reference((other) => other === 'text' || other === 'enum')] };
      case 'words': {
        const list = { type: 'array', items: NOT_EMPTY, minItems: 1 };
        return { anyOf: [list, ofObject(shape(LEXICON_REFERENCE)), reference((other) => other === 'names')] };
      }
      case 'pattern':
        return { anyOf: [NOT_EMPTY, reference(() => false)] };
    }
  }

  /** Facts that take certain values only. */
  private byEnum(operators: readonly Operator[]): Schema[] {
    const names = operators
      .filter(({ operand }) => operand === 'value' || operand === 'values')
      .map(({ name }) => name);
    return [...this.closed].map(([fact, values]) => ({
      if: { properties: { fact: { const: fact }, operator: { enum: names } }, required: ['fact', 'operator'] },
      then: {
        properties: {
          value: { anyOf: [{ enum: values }, { type: 'array', items: { enum: values } }, { type: 'object' }] },
        },
      },
    }));
  }

  /** Facts verbatim: a value, null for a blank, or what stands there and can't be read. */
  private exampleFacts(): Schema {
    const properties: Record<string, Schema> = {};
    for (const [id, type] of this.types) {
      const values = this.closed.get(id);
      const literal = values ? { enum: [...values, null] } : { $ref: `#/$defs/${exampleOf(type)}` };
      const fact = values ? { anyOf: [literal, { $ref: '#/$defs/unreadable' }] } : literal;
      properties[id] = { description: this.labels.get(id) ?? id, ...fact };
    }
    return exactly(properties, []);
  }

  private idsOf(type: FactType): readonly string[] {
    return [...this.types].filter(([, one]) => one === type).map(([id]) => id);
  }
}

const factsOf = (type: FactType): string => `${type}Facts`;
const exampleOf = (type: FactType): string => `${type}Example`;
const exampleLiteral = (type: FactType): Schema => ({
  anyOf: [EXAMPLE_LITERALS[type], { type: 'null' }, { $ref: '#/$defs/unreadable' }],
});

/** The facts of the types that fit; none where no type does. */
function factsWhere(fits: (type: FactType) => boolean): Schema {
  const [only, ...more] = TYPES.filter(fits).map((type) => ({ $ref: `#/$defs/${factsOf(type)}` }));
  if (only === undefined) return { not: {} };
  return more.length === 0 ? only : { anyOf: [only, ...more] };
}

const LITERALS: Readonly<Record<FactType, Schema>> = {
  text: NOT_EMPTY,
  names: NOT_EMPTY,
  date: ISO_DAY,
  limit: ISO_DAY,
  boolean: { type: 'boolean' },
  enum: NOT_EMPTY,
  number: { type: 'number' },
};

/** A limit that is no date (60日内) is there all the same; a list of names is written as one. */
const EXAMPLE_LITERALS: Readonly<Record<FactType, Schema>> = {
  ...LITERALS,
  limit: NOT_EMPTY,
  names: { type: 'array', items: SAYING },
};
