import { schemeOf, type Indicator } from '../../scoring/scheme';
import type { RulePack } from '../pack';
import { byName, isSame, type PackChange } from './change';

/** Differences in the scheme of scoring: indicators with their weights and deductions, and whatever else of it. */
export function scoringChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const [was, is] = [schemeOf(before), schemeOf(after)];
  if (was === null || is === null)
    return was === is
      ? []
      : [change(is === null ? 'scoring-went' : 'scoring-came', (is ?? was)?.title ?? '', 'scoring')];
  const indicators = byName(was.indicators, is.indicators, ({ id }) => id);
  const rest = (scheme: typeof was): unknown => ({ ...scheme, indicators: [] });
  return [
    ...indicators.both.flatMap((pair) => indicatorChanges(pair.before, pair.after)),
    ...indicators.came.map(({ id, title, weight }) => change('indicator-came', title, id, { weight })),
    ...indicators.went.map(({ id, title, weight }) => change('indicator-went', title, id, { weight })),
    ...(isSame(rest(was), rest(is)) ? [] : [change('scoring-other', is.title, 'scoring')]),
  ];
}

function indicatorChanges(was: Indicator, is: Indicator): readonly PackChange[] {
  const rules = byName(was.rules, is.rules, ({ rule }) => rule);
  const rest = (indicator: Indicator): unknown => ({ ...indicator, weight: 0, rules: [] });
  const changed = rules.both.filter((pair) => !isSame(pair.before, pair.after));
  return [
    ...(was.weight === is.weight
      ? []
      : [change('indicator-weight', is.title, is.id, { before: was.weight, after: is.weight })]),
    ...changed.map((pair) =>
      change('indicator-deduct', is.title, is.id, {
        rule: pair.after.rule,
        before: pair.before.deduct,
        after: pair.after.deduct,
      }),
    ),
    ...rules.came.map(({ rule, deduct }) => change('indicator-rule-came', is.title, is.id, { rule, deduct })),
    ...rules.went.map(({ rule, deduct }) => change('indicator-rule-went', is.title, is.id, { rule, deduct })),
    ...(isSame(rest(was), rest(is)) ? [] : [change('indicator-other', is.title, is.id)]),
  ];
}

const change = (code: string, subject: string, id: string, params: PackChange['params'] = {}): PackChange => ({
  area: 'scoring',
  code,
  subject,
  id,
  params,
});
