import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { FACTS } from './cells';
import type { Ledger } from './cells';
import { LEXICONS, SHARED_PARAMETER, SHARED_VALUE, type Batch, type Json, type RuleText } from './trees';

/** What the parts of a rule say of a case. */
export interface PlainVerdict {
  readonly applies: boolean;
  readonly holds: boolean;
}

/**
 * json-rules-engine unmodified, in its plain use: the conditions of the file as they are, facts as plain values (a
 * date is ISO text, a blank null), its own operators, and ours written anew in terms of plain JavaScript.
 */
export class PlainEngine {
  private readonly engine: Engine;
  private readonly parameters: Record<string, unknown> = { [`parameters.${SHARED_PARAMETER}`]: SHARED_VALUE };

  constructor(private readonly batch: Batch) {
    this.engine = new Engine(batch.rules.flatMap((rule) => this.rulesOf(rule)));
    for (const [name, json] of batch.named)
      this.engine.setCondition(name, plainly(json, null) as unknown as TopLevelCondition);
    this.engine.addOperator('isBlank', (value: unknown) => value === null);
    this.engine.addOperator('isPresent', (value: unknown) => value !== null);
    this.engine.addOperator('before', (a: string, b: string) => a < b);
    this.engine.addOperator('onOrBefore', (a: string, b: string) => a <= b);
    this.engine.addOperator('after', (a: string, b: string) => a > b);
    this.engine.addOperator('onOrAfter', (a: string, b: string) => a >= b);
    this.engine.addOperator('containsAny', (text: string, words: unknown) =>
      wordList(words).some((word) => text.split(word).length > 1 || word === ''),
    );
    this.engine.addOperator('matches', (text: string, source: string) => new RegExp(source, 'u').test(text));
  }

  /** Operators that json-rules-engine has by now, its own and ours; for the test that none is left out. */
  has(operator: string): boolean {
    return (this.engine as unknown as { operators: { get(name: string): unknown } }).operators.get(operator) !== null;
  }

  /** The verdicts on a case, rule by rule. */
  async judge(ledger: Ledger, row: number): Promise<readonly PlainVerdict[]> {
    const record: Record<string, unknown> = { ...this.parameters };
    for (const fact of FACTS) record[fact] = ledger.plain(fact, row);
    const { results } = await this.engine.run(record);
    const fired = new Set(results.map(({ name }) => name));
    return this.batch.rules.map(({ name, appliesWhen }) => ({
      applies: appliesWhen === null || fired.has(`${name} applies`),
      holds: fired.has(name),
    }));
  }

  private rulesOf(rule: RuleText): RuleProperties[] {
    for (const [name, value] of Object.entries(rule.parameters))
      if (name !== SHARED_PARAMETER) this.parameters[`parameters.${rule.name}.${name}`] = value;
    const named = (name: string, json: Json): RuleProperties => ({
      name,
      conditions: plainly(json, rule.name) as unknown as TopLevelCondition,
      event: { type: 'finding' },
    });
    return [
      named(rule.name, rule.conditions),
      ...(rule.appliesWhen ? [named(`${rule.name} applies`, rule.appliesWhen)] : []),
    ];
  }
}

const wordList = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  if (Array.isArray(words)) return words as string[];
  return LEXICONS.get((words as { lexicon: string }).lexicon) ?? [];
};

/** The file's own conditions, but for two things: every leaf has a value, and a parameter tells whose it is. */
function plainly(json: Json, rule: string | null): Json {
  if ('all' in json) return { ...json, all: (json['all'] as readonly Json[]).map((inner) => plainly(inner, rule)) };
  if ('any' in json) return { ...json, any: (json['any'] as readonly Json[]).map((inner) => plainly(inner, rule)) };
  if ('not' in json) return { ...json, not: plainly(json['not'] as Json, rule) };
  if ('condition' in json) return json;
  const value = json['value'] ?? null;
  if (typeof value === 'object' && value !== null && 'fact' in value) {
    const fact = String(value.fact);
    const own = fact.startsWith('parameters.') && fact !== `parameters.${SHARED_PARAMETER}`;
    if (own) return { ...json, value: { fact: `parameters.${rule}.${fact.slice('parameters.'.length)}` } };
  }
  return { ...json, value };
}
