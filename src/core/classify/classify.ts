import type { CivilDay } from '../dates/civil';
import { FactState, isUnknown, type Fact } from '../facts/column';
import type { CaseReader, FactContext } from '../facts/definition';
import type { RulePack } from '../rules/pack';
import { conductBasisIsComplete } from './conductBasis';
import type {
  AxisValue,
  Category,
  Classification,
  Conduct,
  Evidence,
  Hardship,
  Merit,
  Treatment,
} from './classification';
import { createSuggestionReader, type Suggested, type SuggestionReader } from './suggest';

/** What people decided on a case, as its cells say it; undefined where nobody decided anything. */
interface Decisions {
  readonly merit: Merit | undefined;
  readonly conduct: Conduct | undefined;
  readonly conductHasBasis: boolean;
  readonly hardship: Hardship | undefined;
}

interface Cached {
  readonly inputs: readonly unknown[];
  readonly classification: Classification;
}

const NOBODY: readonly string[] = [];
const readers = new WeakMap<RulePack, SuggestionReader>();
const cache = new WeakMap<FactContext, Cached[]>();

/** What the values of the vocabulary `merit` decide; 待甄别 decides nothing. */
const MERITS: ReadonlyMap<string, Merit> = new Map([
  ['政策内合理', 'withinPolicy'],
  ['部分合理', 'partly'],
  ['政策外或不合理', 'beyondPolicy'],
]);

/** What 甄别分类 decides; undefined where the cell is blank or leaves it open (待甄别). */
export const meritOf = (value: string | null): Merit | undefined => (value === null ? undefined : MERITS.get(value));

/**
 * Sorts a case on three independent axes: a person's decision first, else what the pack's suggestions bear out, each
 * with the words it quotes. A decision that can't be read counts as one that leaves the axis open, never as absent.
 */
export function classify(read: CaseReader): Classification {
  const { context } = read;
  const reader = readerOf(context.pack);
  const texts = reader.fields.map((field) => textOf(read.text(field)));
  const merit = read.text('merit');
  const conduct = read.flag('conduct');
  const hardship = read.flag('hardship');
  const basis = conduct === true ? conductBasisIsComplete(read) : null;
  const start = read.day('periodStart');
  const names = read.names('petitioner');
  const petitioners = names === null || isUnknown(names) ? NOBODY : names;
  const inputs = [
    ...texts,
    petitioners,
    textOf(read.text('result')),
    merit,
    conduct,
    hardship,
    basis,
    typeof start === 'number' ? start : null,
  ];

  const rows = cache.get(context) ?? [];
  if (rows.length === 0) cache.set(context, rows);
  const kept = rows[read.index];
  if (kept !== undefined && sameInputs(kept.inputs, inputs)) return kept.classification;

  const suggested = withoutAnsweredClaims(
    reader.fields.flatMap((field, i) => reader.read(field, texts[i] ?? '', petitioners)),
    read,
  );
  const classification = sort(
    suggested,
    {
      merit: meritDecision(merit),
      conduct: conductDecision(conduct),
      conductHasBasis: basis === true,
      hardship: hardshipDecision(hardship),
    },
    (text) => withArticle(text, typeof start === 'number' ? start : context.today, context.pack),
  );
  rows[read.index] = { inputs, classification };
  return classification;
}

/** What the petitioner claims speaks for the merit only as long as nobody has answered: then the answer does. */
function withoutAnsweredClaims(suggested: readonly Suggested[], read: CaseReader): readonly Suggested[] {
  const isClaim = ({ suggestion, field }: Suggested): boolean => suggestion.axis === 'merit' && field === 'content';
  if (!suggested.some(isClaim) || textOf(read.text('result')) === '') return suggested;
  return suggested.filter((one) => !isClaim(one));
}

function readerOf(pack: RulePack): SuggestionReader {
  let reader = readers.get(pack);
  if (reader === undefined) {
    reader = createSuggestionReader(pack);
    readers.set(pack, reader);
  }
  return reader;
}

const textOf = (fact: Fact<string>): string => (typeof fact === 'string' ? fact : '');

const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Unknown for want of a column is no decision; an unreadable cell is one that can't be told. */
const isUndecided = (fact: Fact<unknown>): boolean =>
  fact === null || (isUnknown(fact) && fact.state === FactState.missing);

const meritDecision = (fact: Fact<string>): Merit | undefined =>
  isUndecided(fact) ? undefined : typeof fact === 'string' ? meritOf(fact) : 'undetermined';

const conductDecision = (fact: Fact<boolean>): Conduct | undefined =>
  isUndecided(fact) ? undefined : fact === true ? 'unlawful' : fact === false ? 'lawful' : 'unknown';

const hardshipDecision = (fact: Fact<boolean>): Hardship | undefined =>
  isUndecided(fact) ? undefined : fact === true ? 'yes' : fact === false ? 'no' : 'unknown';

function sort(suggested: readonly Suggested[], decided: Decisions, basisOf: (text: string) => string): Classification {
  const merit = suggestMerit(suggested);
  const conduct = suggestConduct(suggested);
  const hardship: Hardship = suggested.some(({ suggestion }) => suggestion.axis === 'hardship') ? 'yes' : 'unknown';

  const meritAxis = axis(decided.merit, merit.value);
  const conductAxis = axis(decided.conduct, conduct);
  const hardshipAxis = axis(decided.hardship, hardship);
  const countsUnlawful = decided.conduct === 'unlawful' && decided.conductHasBasis;
  const category: Category = countsUnlawful ? 'unlawful' : categoryOf(meritAxis.value);

  return {
    category,
    suggested: conduct === 'unlawful' ? 'unlawful' : categoryOf(merit.value),
    merit: meritAxis,
    conduct: conductAxis,
    hardship: hardshipAxis,
    treatments: treatmentsOf(meritAxis.value, countsUnlawful, hardshipAxis.value),
    toVerify: decided.conduct !== 'lawful' && decided.conduct !== 'unlawful' && conduct !== 'lawful',
    suggestion: { merit: merit.value, conduct, hardship },
    contradicted: merit.strong && contradicts(decided.merit, merit.value),
    evidence: suggested.map(({ suggestion, field, words }): Evidence => ({
      axis: suggestion.axis,
      rule: suggestion.name,
      words,
      field,
      basis: basisOf(suggestion.basis),
    })),
  };
}

const axis = <T>(decided: T | undefined, suggestion: T): AxisValue<T> =>
  decided === undefined ? { value: suggestion, source: 'suggested' } : { value: decided, source: 'decided' };

/** `partly` counts as within policy: the part that is just must be settled. */
const categoryOf = (merit: Merit): Category => (merit === 'partly' ? 'withinPolicy' : merit);

/** Merit from words: one value only, or no suggestion; strong evidence silences weak evidence of another value. */
function suggestMerit(suggested: readonly Suggested[]): { readonly value: Merit; readonly strong: boolean } {
  for (const strength of ['strong', 'weak'] as const) {
    const values = new Set(
      suggested
        .filter(({ suggestion }) => suggestion.axis === 'merit' && suggestion.strength === strength)
        .map(({ suggestion }) => suggestion.value as Merit),
    );
    if (values.has('partly')) return { value: 'partly', strong: strength === 'strong' };
    if (values.size === 1) return { value: [...values][0] as Merit, strong: strength === 'strong' };
    if (values.size > 1) return { value: 'undetermined', strong: false };
  }
  return { value: 'undetermined', strong: false };
}

/** Strong evidence suggests unlawful conduct, weak evidence only that somebody should look; none is lawful. */
function suggestConduct(suggested: readonly Suggested[]): Conduct {
  const evidence = suggested.filter(({ suggestion }) => suggestion.axis === 'conduct');
  if (evidence.length === 0) return 'lawful';
  return evidence.some(({ suggestion }) => suggestion.strength === 'strong') ? 'unlawful' : 'unknown';
}

const contradicts = (decided: Merit | undefined, suggestion: Merit): boolean =>
  (decided === 'withinPolicy' && suggestion === 'beyondPolicy') ||
  (decided === 'beyondPolicy' && suggestion === 'withinPolicy');

function treatmentsOf(merit: Merit, unlawful: boolean, hardship: Hardship): readonly Treatment[] {
  const treatments: Treatment[] = [];
  if (merit === 'withinPolicy' || merit === 'partly') treatments.push('settle');
  if (merit === 'beyondPolicy') treatments.push('educate');
  if (unlawful) treatments.push('lawfulHandling');
  if (hardship === 'yes') treatments.push('aid');
  return treatments;
}

/** Puts the law in force on `day` and its article where a basis says `{unlawfulActs}` or another article's id. */
function withArticle(text: string, day: CivilDay, pack: RulePack): string {
  if (!text.includes('{')) return text;
  const law = pack.laws.find(
    ({ effective }) =>
      (effective.from === null || effective.from <= day) && (effective.to === null || day <= effective.to),
  );
  return text.replace(/\{(\w+)\}/g, (_, id: string) => (law ? `《${law.name}》${law.articles?.get(id) ?? ''}` : ''));
}
