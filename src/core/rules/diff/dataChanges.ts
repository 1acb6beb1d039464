import { formatIso } from '../../dates/civil';
import type { CalendarData, Campaign, Law, RulePack } from '../pack';
import { byName, comeAndGone, isSame, type ChangeArea, type PackChange } from './change';
import { effectiveParams } from './ruleChanges';

/** Differences in the words of lexicons and vocabularies. */
export function wordChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const lexicons = byName([...before.lexicons.values()], [...after.lexicons.values()], ({ name }) => name);
  const vocabularies = byName([...before.vocabularies.values()], [...after.vocabularies.values()], ({ name }) => name);
  return [
    ...lexicons.both.flatMap(({ before: was, after: is }) =>
      moved('lexicons', 'lexicon-words', is.title, is.name, was.words, is.words),
    ),
    ...lexicons.came.map(({ name, title, words }) => change('lexicons', 'lexicon-came', title, name, { words })),
    ...lexicons.went.map(({ name, title, words }) => change('lexicons', 'lexicon-went', title, name, { words })),
    ...vocabularies.both.flatMap(({ before: was, after: is }) => {
      const values = byName(was.values, is.values, ({ value }) => value);
      return [
        ...values.both.flatMap((pair) => [
          ...moved(
            'vocabularies',
            'vocabulary-spellings',
            is.title,
            is.name,
            pair.before.synonyms,
            pair.after.synonyms,
            {
              value: pair.after.value,
            },
          ),
          ...(pair.before.isOpen === pair.after.isOpen
            ? []
            : [
                change('vocabularies', 'vocabulary-is-open', is.title, is.name, {
                  value: pair.after.value,
                  after: String(pair.after.isOpen ?? ''),
                }),
              ]),
        ]),
        ...values.came.map(({ value }) =>
          change('vocabularies', 'vocabulary-value-came', is.title, is.name, { value }),
        ),
        ...values.went.map(({ value }) =>
          change('vocabularies', 'vocabulary-value-went', is.title, is.name, { value }),
        ),
        ...(was.open === is.open
          ? []
          : [change('vocabularies', is.open ? 'vocabulary-opened' : 'vocabulary-closed', is.title, is.name)]),
      ];
    }),
    ...vocabularies.came.map(({ name, title }) => change('vocabularies', 'vocabulary-came', title, name)),
    ...vocabularies.went.map(({ name, title }) => change('vocabularies', 'vocabulary-went', title, name)),
  ];
}

/** Differences in fields, limits, holidays, roster and campaign. */
export function dataChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  return [
    ...fieldChanges(before, after),
    ...(before.roll === after.roll
      ? []
      : [change('limits', 'limits-roll', '', 'roll', { before: before.roll, after: after.roll })]),
    ...lawChanges(before.laws, after.laws),
    ...calendarChanges(before.calendar, after.calendar),
    ...organisationChanges(before, after),
    ...campaignChanges(before.campaign, after.campaign),
  ];
}

function fieldChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const fields = byName(before.fields, after.fields, ({ id }) => id);
  return [
    ...fields.both.flatMap(({ before: was, after: is }) => [
      ...moved('fields', 'field-synonyms', is.label, is.id, was.synonyms, is.synonyms),
      ...(['label', 'type', 'vocabulary', 'personal'] as const).flatMap((key) =>
        was[key] === is[key]
          ? []
          : [
              change('fields', `field-${key}`, is.label, is.id, {
                before: String(was[key] ?? ''),
                after: String(is[key] ?? ''),
              }),
            ],
      ),
    ]),
    ...fields.came.map(({ id, label }) => change('fields', 'field-came', label, id)),
    ...fields.went.map(({ id, label }) => change('fields', 'field-went', label, id)),
  ];
}

function lawChanges(before: readonly Law[], after: readonly Law[]): readonly PackChange[] {
  const laws = byName(before, after, ({ name }) => name);
  return [
    ...laws.both.flatMap(({ before: was, after: is }) => [
      ...(isSame(was.effective, is.effective)
        ? []
        : [change('limits', 'law-effective', is.name, is.name, effectiveParams(was, is))]),
      ...[...is.periods].flatMap(([period, { days, article }]) => {
        const old = was.periods.get(period);
        if (old === undefined)
          return [change('limits', 'law-period-came', is.name, is.name, { period, after: days, article })];
        return [
          ...(old.days === days
            ? []
            : [change('limits', 'law-period', is.name, is.name, { period, before: old.days, after: days, article })]),
          ...(old.article === article
            ? []
            : [change('limits', 'law-article', is.name, is.name, { period, before: old.article, after: article })]),
        ];
      }),
      ...[...was.periods.keys()]
        .filter((period) => !is.periods.has(period))
        .map((period) => change('limits', 'law-period-went', is.name, is.name, { period })),
      ...(isSame(was.articles, is.articles) ? [] : [change('limits', 'law-articles', is.name, is.name)]),
    ]),
    ...laws.came.map(({ name }) => change('limits', 'law-came', name, name)),
    ...laws.went.map(({ name }) => change('limits', 'law-went', name, name)),
  ];
}

function calendarChanges(before: CalendarData, after: CalendarData): readonly PackChange[] {
  const years = comeAndGone([...before.years].map(String), [...after.years].map(String));
  const sides = [
    ['off', 'calendar-off'],
    ['work', 'calendar-work'],
  ] as const;
  const told = [...years.came, ...years.went];
  return [
    ...(told.length === 0 ? [] : [change('calendar', 'calendar-years', '', 'years', years)]),
    ...sides.flatMap(([side, code]) => {
      const days = (data: CalendarData): string[] =>
        [...data[side]]
          .map(([day, name]) => `${formatIso(day)} ${name}`)
          .filter((day) => !told.includes(day.slice(0, 4)));
      return moved('calendar', code, '', side, days(before), days(after));
    }),
  ];
}

function organisationChanges(
  { organisation: before }: RulePack,
  { organisation: after }: RulePack,
): readonly PackChange[] {
  const units = byName(before.units, after.units, ({ name }) => name);
  const people = byName(before.people, after.people, ({ name }) => name);
  const area = 'organisation';
  return [
    ...units.both.flatMap(({ before: was, after: is }) => [
      ...moved(area, 'unit-aliases', is.name, is.name, was.aliases, is.aliases),
      ...(was.group === is.group
        ? []
        : [change(area, 'unit-group', is.name, is.name, { before: was.group, after: is.group })]),
      ...(was.sponsor === is.sponsor
        ? []
        : [change(area, 'unit-sponsor', is.name, is.name, { before: was.sponsor ?? '', after: is.sponsor ?? '' })]),
    ]),
    ...units.came.map(({ name }) => change(area, 'unit-came', name, name)),
    ...units.went.map(({ name }) => change(area, 'unit-went', name, name)),
    ...moved(
      area,
      'unit-patterns',
      '',
      'patterns',
      before.patterns.map(({ suffix }) => suffix),
      after.patterns.map(({ suffix }) => suffix),
    ),
    ...people.both.flatMap(({ before: was, after: is }) => [
      ...moved(area, 'person-posts', is.name, is.name, was.posts, is.posts),
      ...(isSame([was.from, was.to], [is.from, is.to])
        ? []
        : [change(area, 'person-term', is.name, is.name, effectiveParams({ effective: was }, { effective: is }))]),
      ...(was.unit === is.unit
        ? []
        : [change(area, 'person-unit', is.name, is.name, { before: was.unit ?? '', after: is.unit ?? '' })]),
    ]),
    ...people.came.map(({ name }) => change(area, 'person-came', name, name)),
    ...people.went.map(({ name }) => change(area, 'person-went', name, name)),
  ];
}

function campaignChanges(before: Campaign, after: Campaign): readonly PackChange[] {
  const days = ['firstDay', 'lastDay', 'assignmentDay'] as const;
  return [
    ...(['name', 'document'] as const).flatMap((key) =>
      before[key] === after[key]
        ? []
        : [change('campaign', `campaign-${key}`, '', key, { before: before[key], after: after[key] })],
    ),
    ...days.flatMap((key) =>
      before[key] === after[key]
        ? []
        : [change('campaign', `campaign-${key}`, '', key, { beforeOn: before[key], afterOn: after[key] })],
    ),
    ...(before.legacyYears === after.legacyYears
      ? []
      : [
          change('campaign', 'campaign-legacy', '', 'legacyYears', {
            before: before.legacyYears,
            after: after.legacyYears,
          }),
        ]),
    ...(isSame(before.phases, after.phases) ? [] : [change('campaign', 'campaign-phases', '', 'phases')]),
    ...(['unitDays', 'bureauDays', 'minimumWorkingDays'] as const).flatMap((key) =>
      before.reviewCadence[key] === after.reviewCadence[key]
        ? []
        : [
            change('campaign', `campaign-${key}`, '', key, {
              before: before.reviewCadence[key],
              after: after.reviewCadence[key],
            }),
          ],
    ),
  ];
}

function change(
  area: ChangeArea,
  code: string,
  subject: string,
  id: string,
  params: PackChange['params'] = {},
): PackChange {
  return { area, code, subject, id, params };
}

/** A change of a list, told by what came and what went; nothing where the same stand in it, in whatever order. */
function moved(
  area: ChangeArea,
  code: string,
  subject: string,
  id: string,
  before: readonly string[],
  after: readonly string[],
  params: PackChange['params'] = {},
): readonly PackChange[] {
  const lists = comeAndGone(before, after);
  return lists.came.length + lists.went.length === 0 ? [] : [change(area, code, subject, id, { ...params, ...lists })];
}
