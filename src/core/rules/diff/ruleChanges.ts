import { flagging } from '../flagging';
import type { Rule, RulePack, Suggestion } from '../pack';
import { byName, comeAndGone, isSame, type PackChange } from './change';

type Own = Omit<PackChange, 'area' | 'subject' | 'id'>;

/** Rules and suggestions that came, went or changed, in the new pack's order; what went comes last. */
export function ruleChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const rules = byName(before.rules, after.rules, ({ name }) => name);
  // A rule is in force no longer than its pack: where it only follows the pack, the pack's own line says it.
  const followsPack = (pair: { before: Rule; after: Rule }): boolean =>
    isSame(pair.before.effective, before.effective) && isSame(pair.after.effective, after.effective);
  const suggestions = byName(before.suggestions, after.suggestions, ({ name }) => name);
  return [
    ...rules.both.flatMap((pair) =>
      inRule(pair.before, pair.after, followsPack(pair)).map((own) => ofRule(pair.after, own)),
    ),
    ...rules.came.map((rule) =>
      ofRule(rule, {
        code: 'rule-came',
        params: { severity: rule.severity, file: rule.file },
        conditions: { before: null, after: flagging(rule) },
      }),
    ),
    ...rules.went.map((rule) =>
      ofRule(rule, { code: 'rule-went', params: { severity: rule.severity, file: rule.file } }),
    ),
    ...suggestions.both.flatMap((pair) =>
      inSuggestion(pair.before, pair.after).map((own) => ofSuggestion(pair.after, own)),
    ),
    ...suggestions.came.map((one) => ofSuggestion(one, { code: 'suggestion-came', params: { words: one.words } })),
    ...suggestions.went.map((one) => ofSuggestion(one, { code: 'suggestion-went', params: { words: one.words } })),
  ];
}

const ofRule = ({ name, title }: Rule, own: Own): PackChange => ({ area: 'rules', subject: title, id: name, ...own });
const ofSuggestion = ({ name }: Suggestion, own: Own): PackChange => ({
  area: 'suggestions',
  subject: name,
  id: name,
  ...own,
});

function inRule(before: Rule, after: Rule, followsPack: boolean): readonly Own[] {
  const changes: Own[] = [];
  const plain = (code: string, was: string, is: string): void => {
    if (was !== is) changes.push({ code, params: { before: was, after: is } });
  };
  plain('rule-title', before.title, after.title);
  plain('rule-severity', before.severity, after.severity);
  changes.push(...inParameters(before.parameters, after.parameters));
  if (!isSame(before.appliesWhen, after.appliesWhen))
    changes.push({
      code: 'rule-applies',
      params: {},
      conditions: { before: before.appliesWhen, after: after.appliesWhen },
    });
  if (!isSame(withoutWords(before), withoutWords(after)))
    changes.push({
      code: 'rule-conditions',
      params: {},
      conditions: { before: before.conditions, after: after.conditions },
    });
  if (!isSame(before.message, after.message))
    changes.push({ code: 'rule-message', params: {}, templates: { before: before.message, after: after.message } });
  if (!isSame(before.advice, after.advice))
    changes.push({ code: 'rule-advice', params: {}, templates: { before: before.advice, after: after.advice } });
  plain('rule-basis', before.basis, after.basis);
  plain('rule-field', before.field, after.field);
  if (before.mendable !== after.mendable)
    changes.push({ code: after.mendable ? 'rule-mendable' : 'rule-not-mendable', params: {} });
  if (!followsPack && !isSame(before.effective, after.effective))
    changes.push({ code: 'rule-effective', params: effectiveParams(before, after) });
  plain('rule-file', before.file, after.file);
  if (!isSame(before.examples, after.examples)) changes.push({ code: 'rule-examples', params: {} });
  return changes;
}

/** The conditions without what is told elsewhere: values of parameters, words of a lexicon. */
function withoutWords({ conditions }: Rule): unknown {
  return JSON.parse(
    JSON.stringify(conditions, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('kind' in value)) return value;
      if (value.kind === 'words' && 'lexicon' in value) return { kind: 'words', lexicon: value.lexicon };
      if (value.kind === 'literal' && 'parameter' in value) return { kind: 'literal', parameter: value.parameter };
      return value;
    }),
  );
}

function inParameters(before: Rule['parameters'], after: Rule['parameters']): readonly Own[] {
  const { came, went } = comeAndGone(Object.keys(before), Object.keys(after));
  const said = (value: Rule['parameters'][string] | undefined): string =>
    Array.isArray(value) ? value.join('、') : String(value ?? '');
  return [
    ...Object.keys(after)
      .filter((name) => Object.hasOwn(before, name) && !isSame(before[name], after[name]))
      .map((name): Own => {
        const [was, is] = [before[name], after[name]];
        if (Array.isArray(was) && Array.isArray(is))
          return {
            code: 'rule-parameter-words',
            params: { parameter: name, ...comeAndGone(was as string[], is as string[]) },
          };
        return { code: 'rule-parameter', params: { parameter: name, before: said(was), after: said(is) } };
      }),
    ...came.map((name): Own => ({
      code: 'rule-parameter-came',
      params: { parameter: name, after: said(after[name]) },
    })),
    ...went.map((name): Own => ({
      code: 'rule-parameter-went',
      params: { parameter: name, before: said(before[name]) },
    })),
  ];
}

/** Open ends are left out of the parameters; the sentence says 不限 for them. */
export function effectiveParams(before: Pick<Rule, 'effective'>, after: Pick<Rule, 'effective'>): PackChange['params'] {
  const days = {
    wasFromOn: before.effective.from,
    wasToOn: before.effective.to,
    isFromOn: after.effective.from,
    isToOn: after.effective.to,
  };
  return Object.fromEntries(Object.entries(days).flatMap(([key, day]) => (day === null ? [] : [[key, day]])));
}

function inSuggestion(before: Suggestion, after: Suggestion): readonly Own[] {
  const changes: Own[] = [];
  for (const key of ['words', 'unless', 'fields'] as const) {
    const moved = comeAndGone(before[key], after[key]);
    if (moved.came.length + moved.went.length > 0) changes.push({ code: `suggestion-${key}`, params: moved });
  }
  for (const key of ['axis', 'value', 'strength', 'basis'] as const) {
    if (before[key] !== after[key])
      changes.push({ code: `suggestion-${key}`, params: { before: before[key], after: after[key] } });
  }
  return changes;
}
