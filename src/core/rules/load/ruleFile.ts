import { problem, type Problem } from '../../problem';
import type { Condition, Rule } from '../pack';
import { ConditionReader } from './conditions';
import { readExamples } from './examples';
import type { JsonNode, Member } from './json';
import { fieldNamed, type Known } from './known';
import { overriddenValue, type PackOverrides } from './overrides';
import type { Members, Reading } from './reading';
import { excerpt } from './report';
import { EVENT, EVENT_PARAMS, EVENT_TYPES, PARAMETER_NAME, RULE, SEVERITIES } from './ruleShapes';
import type { ParameterValue, Scope } from './scope';
import { readTemplate } from './template';

/** Where a rule is defined, to tell of a second one of its name. */
export interface Defined {
  readonly file: string;
  readonly line: number;
}

/** Reads the rules of one file; every slip in it is refused at its place. */
export class RuleFileReader {
  private readonly conditions: ConditionReader;
  private readonly usedNames = new Set<string>();

  constructor(
    private readonly reading: Reading,
    private readonly known: Known,
    private readonly top: Members,
    private readonly overrides: PackOverrides,
    private readonly overrideSlips: Problem[],
  ) {
    const named = new Map<string, Member>(reading.entries(top.get('conditions')?.value, 'conditions'));
    this.conditions = new ConditionReader(reading, known, named);
  }

  read(defined: Map<string, Defined>): Rule[] {
    const rules: Rule[] = [];
    for (const node of this.reading.items(this.top, 'rules') ?? []) {
      const rule = this.rule(node, defined);
      if (rule) rules.push(rule);
    }
    this.conditions.checkUnused(this.usedNames);
    return rules;
  }

  private rule(node: JsonNode, defined: Map<string, Defined>): Rule | null {
    const { reading } = this;
    const members = reading.object(node, RULE);
    if (!members) return null;
    const name = reading.text(members, 'name');
    const title = reading.text(members, 'title');
    const basis = reading.text(members, 'basis');
    const severity = reading.choice(members, 'severity', SEVERITIES);
    const mendable = reading.flag(members, 'mendable') ?? true;
    const effective = reading.effective(members);
    if (name !== null) this.once(name, members, defined);

    const scope = this.scope(members, name, title);
    const { parameters } = scope;
    const appliesWhen = this.condition(members, 'appliesWhen', scope);
    const conditions = this.condition(members, 'conditions', scope);
    // What was refused may have held the words that a message quotes: undefined, not null.
    const held = (key: string, read: Condition | null) => (read === null && members.has(key) ? undefined : read);
    const event = this.event(members, scope, [held('appliesWhen', appliesWhen), held('conditions', conditions)]);
    const examplesNode = members.get('examples')?.value;
    const examples = examplesNode && readExamples(examplesNode, reading, this.known);
    this.warnOfUnused(members, scope);
    if (!name || !title || !basis || !severity || !conditions || !event || !examples) return null;
    if (members.has('appliesWhen') && !appliesWhen) return null;
    const ofParameters = Object.fromEntries(parameters);
    return {
      name,
      title,
      basis,
      severity,
      mendable,
      effective,
      appliesWhen,
      conditions,
      ...event,
      parameters: ofParameters,
      examples,
      file: reading.file,
    };
  }

  private once(name: string, members: Members, defined: Map<string, Defined>): void {
    const at = members.get('name')?.value.offset ?? 0;
    const other = defined.get(name);
    const place = this.reading.source.place(at);
    if (other) this.reading.refuse(at, 'rules-rule-twice', { rule: excerpt(name), file: other.file, line: other.line });
    else defined.set(name, { file: place.file, line: place.line });
  }

  private condition(members: Members, key: string, scope: Scope): Condition | null {
    const node = members.get(key)?.value;
    return node ? this.conditions.read(node, scope, this.usedNames) : null;
  }

  private scope(members: Members, rule: string | null, title: string | null): Scope {
    const parameters = new Map<string, ParameterValue>();
    const places = new Map<string, number>();
    const told = new Set<string>();
    for (const [key, { offset, value }] of this.reading.entries(members.get('parameters')?.value, 'parameters')) {
      if (!new RegExp(PARAMETER_NAME).test(key))
        this.reading.refuse(offset, 'rules-parameter-name', { parameter: excerpt(key) });
      const own = this.parameterValue(value, key);
      places.set(key, value.offset);
      if (own === null) told.add(key);
      else parameters.set(key, this.overridden(own, key, rule, title));
    }
    return { parameters, places, used: new Set(), told };
  }

  private parameterValue(node: JsonNode, key: string): ParameterValue | null {
    if (node.kind === 'number') {
      const value = Number(node.value);
      if (Number.isFinite(value)) return value;
      return this.reading.refuse(node.offset, 'rules-number-invalid', { key, value: String(value), least: 0 });
    }
    if (node.kind === 'string') return this.reading.textOf(node, key);
    if (node.kind !== 'array') return this.reading.wrongKind(node, 'number', key);
    if (node.items.length === 0) return this.reading.refuse(node.offset, 'rules-value-empty', { key });
    const words = node.items.map((item) => this.reading.textOf(item, key));
    return words.includes(null) ? null : (words as readonly string[]);
  }

  /** The workbook's own value, where its sheet 规则参数 gives one; the last row wins, as for a reader of the sheet. */
  private overridden(
    own: ParameterValue,
    parameter: string,
    rule: string | null,
    title: string | null,
  ): ParameterValue {
    let value = own;
    for (const override of this.overrides.parameters) {
      const meant = (override.rule === rule || override.rule === title) && override.parameter === parameter;
      if (!meant) continue;
      const read = overriddenValue(own, override.value);
      if (read !== undefined) value = read;
      else {
        const params = {
          rule: title ?? override.rule,
          parameter,
          value: excerpt(String(override.value)),
          expected: kindOf(own),
        };
        this.overrideSlips.push(problem('override-value-invalid', params, override.place));
      }
    }
    return value;
  }

  private event(
    members: Members,
    scope: Scope,
    conditions: readonly (Condition | null | undefined)[],
  ): Pick<Rule, 'field' | 'message' | 'advice'> | null {
    const { reading, known } = this;
    const node = members.get('event')?.value;
    const event = node && reading.object(node, EVENT, 'event');
    if (!event) return null;
    reading.choice(event, 'type', EVENT_TYPES);
    const paramsNode = event.get('params')?.value;
    const params = paramsNode && reading.object(paramsNode, EVENT_PARAMS, 'params');
    if (!params) return null;
    const field = reading.text(params, 'field');
    const fieldAt = params.get('field')?.value.offset ?? 0;
    if (field !== null && !known.fields.has(field) && known.facts.has(field))
      reading.refuse(fieldAt, 'rules-field-not-fact', { field });
    else if (field !== null && !known.fields.has(field) && known.factsComplete)
      reading.refuse(fieldAt, 'rules-field-unknown', () => ({
        field: excerpt(field),
        nearest: fieldNamed(field, known),
      }));
    const template = (key: string): Rule['message'] | null => {
      const text = params.get(key)?.value;
      if (!text) return null;
      const read = readTemplate(text, key, reading, known, scope);
      // {words} quotes what containsAny or matches found; without them it would read “” for every case.
      const quotes = read?.some((part) => typeof part === 'object' && 'special' in part && part.special === 'words');
      const certain = conditions.every((condition) => condition !== undefined);
      if (quotes && certain && !conditions.some((condition) => condition && findsWords(condition))) {
        const words = '{words}';
        const at = reading.offsetWithin(text.offset, String('value' in text ? text.value : '').indexOf(words));
        return reading.refuse(at, 'rules-placeholder-without-words', { key, words });
      }
      return read;
    };
    const message = template('message');
    const advice = template('advice');
    return field && message && advice ? { field, message, advice } : null;
  }

  private warnOfUnused(members: Members, scope: Scope): void {
    for (const [key, { offset }] of this.reading.entries(members.get('parameters')?.value, 'parameters'))
      if (!scope.used.has(key) && !scope.told.has(key))
        this.reading.warn(offset, 'rules-parameter-unused', { parameter: excerpt(key) });
  }
}

const kindOf = (value: ParameterValue): string => (typeof value === 'object' ? 'array' : typeof value);

function findsWords(condition: Condition): boolean {
  if (condition.kind === 'leaf') return condition.operand.kind === 'words' || condition.operator === 'matches';
  return condition.kind === 'not' ? findsWords(condition.of) : condition.of.some(findsWords);
}
