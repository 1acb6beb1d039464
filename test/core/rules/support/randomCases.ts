import fc from 'fast-check';
import {
  FactState,
  type FactColumn,
  type FactType,
  type FactValue,
  type Unknown,
} from '../../../../src/core/facts/column';
import type { FactSource } from '../../../../src/core/rules/outcome';
import { OPERATORS } from '../../../../src/core/rules/operators';
import type { Condition, Leaf, Operand, Rule, RulePack } from '../../../../src/core/rules/pack';

/** Facts of every type, two of those that are compared with each other. */
export const TYPES: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['text', 'text'],
  ['other', 'text'],
  ['kind', 'enum'],
  ['names', 'names'],
  ['flag', 'boolean'],
  ['done', 'boolean'],
  ['on', 'date'],
  ['today', 'date'],
  ['limit', 'limit'],
  ['days', 'number'],
  ['count', 'number'],
]);

const WORDS = ['甲', '乙', '正在', '正在办', '下一步', '不予支持', 'a'];
const PATTERNS = ['正.办', '^甲', '甲|乙', '乙$', '(甲|甲)*乙'];
const text = fc.array(fc.constantFrom(...WORDS, '，', '办'), { maxLength: 6 }).map((parts) => parts.join('') || '空');
const names = fc.array(fc.constantFrom('甲', '乙', '丙', '甲乙'), { minLength: 1, maxLength: 3 });
const day = fc.integer({ min: 18900, max: 18904 });
const number = fc.integer({ min: -1, max: 3 });

function valueOf(type: FactType): fc.Arbitrary<FactValue> {
  switch (type) {
    case 'text':
      return text;
    case 'enum':
      return fc.constantFrom('甲', '乙', '丙');
    case 'names':
      return names;
    case 'boolean':
      return fc.boolean();
    case 'number':
      return number;
    // A limit may be there and no date.
    case 'limit':
      return fc.oneof(day, fc.constant(NaN));
    case 'date':
      return day;
  }
}

interface Cell {
  readonly state: FactState;
  readonly value: FactValue;
}

const cell = (type: FactType): fc.Arbitrary<Cell> =>
  fc.record({
    state: fc.oneof(
      { weight: 5, arbitrary: fc.constant<FactState>(FactState.known) },
      { weight: 3, arbitrary: fc.constantFrom<FactState>(...Object.values(FactState)) },
    ),
    value: valueOf(type),
  });

function columnOf(type: FactType, cells: readonly Cell[], wholeMissing: boolean): FactColumn {
  const missing: Unknown = { unknown: 'column-missing', state: FactState.missing };
  const state = Uint8Array.from(cells, (one) => (wholeMissing ? FactState.missing : one.state));
  const base = { state, why: new Map<number, Unknown>(), ...(wholeMissing ? { missing } : {}) };
  const values = cells.map(({ value }) => value);
  switch (type) {
    case 'names':
      return { ...base, type, values: values as (readonly string[])[] };
    case 'boolean':
      return { ...base, type, values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)) };
    case 'text':
    case 'enum':
      return { ...base, type, values: values as string[] };
    case 'date':
    case 'limit':
    case 'number':
      return { ...base, type, values: Float64Array.from(values as number[]) };
  }
}

/** A ledger of so many cases, all facts in all states; some columns are missing as a whole. */
export const source = (count: number): fc.Arbitrary<FactSource> =>
  fc
    .tuple(
      ...[...TYPES].map(([fact, type]) =>
        fc
          .tuple(fc.array(cell(type), { minLength: count, maxLength: count }), fc.integer({ min: 0, max: 7 }))
          .map(([cells, dice]): [string, FactColumn] => [fact, columnOf(type, cells, dice === 0)]),
      ),
    )
    .map((columns) => {
      const byFact = new Map(columns);
      return {
        count,
        column: (fact) => {
          const column = byFact.get(fact);
          if (!column) throw new Error(`no fact ${fact}`);
          return column;
        },
      };
    });

function operandFor(fact: string, operator: string): fc.Arbitrary<Operand> {
  const type = TYPES.get(fact) ?? 'text';
  const factOperand = (...facts: string[]): fc.Arbitrary<Operand> =>
    fc.constantFrom(...facts).map((name): Operand => ({ kind: 'fact', fact: name }));
  const literal = (value: fc.Arbitrary<FactValue>): fc.Arbitrary<Operand> =>
    value.map((one): Operand => ({ kind: 'literal', value: one }));
  const scalar = type === 'limit' ? day : valueOf(type);
  switch (OPERATORS.get(operator)?.operand) {
    case 'value': {
      const same = [...TYPES].filter(([, other]) => family(other) === family(type)).map(([name]) => name);
      return fc.oneof(literal(scalar), factOperand(...same));
    }
    case 'values': {
      const list = literal(fc.array(scalar as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 }));
      return family(type) === 'text' ? fc.oneof(list, factOperand('names')) : list;
    }
    case 'item':
      return fc.oneof(literal(fc.constantFrom('甲', '乙')), factOperand('text', 'kind'));
    case 'words': {
      const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
      return fc.oneof(
        words.map((list): Operand => ({ kind: 'words', words: list })),
        factOperand('names'),
      );
    }
    case 'pattern':
      return fc.constantFrom(...PATTERNS).map((pattern): Operand => ({ kind: 'pattern', source: pattern }));
    case 'none':
    case undefined:
      return fc.constant({ kind: 'none' });
  }
}

const family = (type: FactType): string => (type === 'limit' ? 'date' : type === 'enum' ? 'text' : type);

const pairs = [...TYPES].flatMap(([fact, type]) =>
  [...OPERATORS.values()]
    .filter(({ accepts }) => accepts.includes(type))
    .map(({ name }): [string, string] => [fact, name]),
);

/** Operators first, so that each is as frequent as any other. */
export const leaf: fc.Arbitrary<Leaf> = fc
  .constantFrom(...OPERATORS.keys())
  .chain((operator) => fc.constantFrom(...pairs.filter(([, name]) => name === operator)))
  .chain(([fact, operator]) =>
    operandFor(fact, operator).map((operand): Leaf => ({ kind: 'leaf', fact, operator, operand })),
  );

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom<'all' | 'any'>('all', 'any'), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([kind, of]): Condition => ({ kind, of })),
    tie('node').map((of): Condition => ({ kind: 'not', of })),
  ),
})).node;

const NO_EXAMPLES: Rule['examples'] = { flagged: [], clean: [], cannotJudge: [], notApplicable: [] };

export const ruleWith = (
  name: string,
  appliesWhen: Condition | null,
  conditions: Condition,
  change: Partial<Rule> = {},
): Rule => ({
  name,
  title: name,
  basis: name,
  severity: 'error',
  mendable: true,
  effective: { from: null, to: null },
  appliesWhen,
  conditions,
  field: 'text',
  message: [],
  advice: [],
  parameters: {},
  examples: NO_EXAMPLES,
  file: 'test.json',
  ...change,
});

export const packWith = (rules: readonly Rule[]): RulePack => ({
  name: 'test',
  version: '1',
  title: '测试规则',
  owner: '测试',
  effective: { from: null, to: null },
  sha256: '',
  fields: [],
  lexicons: new Map(),
  vocabularies: new Map(),
  organisation: { units: [], patterns: [], people: [] },
  campaign: {
    name: '',
    document: '',
    firstDay: 0,
    lastDay: 0,
    assignmentDay: 0,
    legacyYears: 1,
    phases: [],
    reviewCadence: { unitDays: 7, bureauDays: 31, minimumWorkingDays: 3 },
  },
  laws: [],
  roll: 'none',
  calendar: { years: new Set(), off: new Map(), work: new Map() },
  rules,
  suggestions: [],
});

export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(fc.tuple(fc.option(condition), condition), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(([applies, flags], at) => ruleWith(`r${at}`, applies, flags)));
