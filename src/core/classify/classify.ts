import type { CivilDay } from '../dates/civil';
import { FactState, isUnknown, type Fact } from '../facts/column';
import type { CaseReader, FactContext } from '../facts/definition';
import { forgetWhenEdited } from '../facts/keptByContext';
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
  const prepared = preparedFor(read.context);
  const { latest } = prepared;
  if (latest?.index === read.index) return latest.classification;
  const classification = sorted(read);
  prepared.latest = { index: read.index, classification };
  return classification;
}

function sorted(read: CaseReader): Classification {
  const { context } = read;
  const conduct = read.flag('conduct');
  const start = read.day('periodStart');
  return sort(
    suggestedOf(read),
    {
      merit: meritDecision(read.text('merit')),
      conduct: conductDecision(conduct),
      conductHasBasis: conduct === true && conductBasisIsComplete(read) === true,
      hardship: hardshipDecision(read.flag('hardship')),
    },
    (text) => withArticle(text, typeof start === 'number' ? start : context.today, context.pack),
  );
}

/** What the rules alone suggest of a case, for facts that many cases are asked for. */
export interface CaseSuggestion {
  readonly merit: Merit;
  /** Strong evidence stands for the merit. */
  readonly strong: boolean;
  readonly conduct: Conduct;
  readonly hardship: Hardship;
  readonly suggested: readonly Suggested[];
}

const NOTHING_SUGGESTED: CaseSuggestion = {
  merit: 'undetermined',
  strong: false,
  conduct: 'lawful',
  hardship: 'unknown',
  suggested: [],
};

/** What the pack's suggestions bear out in a case's texts; most texts bear out nothing, at next to no cost. */
export function suggestionOf(read: CaseReader): CaseSuggestion {
  const suggested = suggestedOf(read);
  return suggested.length === 0 ? NOTHING_SUGGESTED : weigh(suggested);
}

/** Whether a decision stands against strong evidence. */
export const isContradicted = (decided: Merit | undefined, { merit, strong }: CaseSuggestion): boolean =>
  strong && contradicts(decided, merit);

/** What was found in a ledger: a case's texts are read once, whatever number of facts rest on them. */
interface Prepared {
  readonly reader: SuggestionReader;
  readonly isRead: Uint8Array;
  readonly byCase: Map<number, readonly Suggested[]>;
  /** The case asked for last: whoever shows a case asks for several parts of it. */
  latest: { readonly index: number; readonly classification: Classification } | null;
}
const preparedByContext = new WeakMap<FactContext, Prepared>();
const readers = new WeakMap<RulePack, SuggestionReader>();

function suggestedOf(read: CaseReader): readonly Suggested[] {
  const { index } = read;
  const { reader, isRead, byCase } = preparedFor(read.context);
  if (isRead[index] === 1) return byCase.get(index) ?? NOTHING_SUGGESTED.suggested;
  const suggested = withoutAnsweredClaims(reader.readCase(read), read);
  isRead[index] = 1;
  if (suggested.length > 0) byCase.set(index, suggested);
  return suggested;
}

function preparedFor(context: FactContext): Prepared {
  const kept = preparedByContext.get(context);
  if (kept) return kept;
  const { pack, table } = context;
  const reader = readers.get(pack) ?? createSuggestionReader(pack);
  readers.set(pack, reader);
  const prepared: Prepared = { reader, isRead: new Uint8Array(table.count), byCase: new Map(), latest: null };
  preparedByContext.set(context, prepared);
  forgetWhenEdited(context, preparedByContext, (cases) => {
    for (const index of cases) {
      prepared.isRead[index] = 0;
      prepared.byCase.delete(index);
    }
    prepared.latest = null;
  });
  return prepared;
}

/** What the petitioner claims speaks for the merit only as long as nobody has answered: then the answer does. */
function withoutAnsweredClaims(suggested: readonly Suggested[], read: CaseReader): readonly Suggested[] {
  const isClaim = ({ suggestion, field }: Suggested): boolean => suggestion.axis === 'merit' && field === 'content';
  if (!suggested.some(isClaim) || textOf(read.text('result')) === '') return suggested;
  return suggested.filter((one) => !isClaim(one));
}

const textOf = (fact: Fact<string>): string => (typeof fact === 'string' ? fact : '');

/** Unknown for want of a column is no decision; an unreadable cell is one that can't be told. */
const isUndecided = (fact: Fact<unknown>): boolean =>
  fact === null || (isUnknown(fact) && fact.state === FactState.missing);

const meritDecision = (fact: Fact<string>): Merit | undefined =>
  isUndecided(fact) ? undefined : typeof fact === 'string' ? meritOf(fact) : 'undetermined';

const conductDecision = (fact: Fact<boolean>): Conduct | undefined =>
  isUndecided(fact) ? undefined : fact === true ? 'unlawful' : fact === false ? 'lawful' : 'unknown';

const hardshipDecision = (fact: Fact<boolean>): Hardship | undefined =>
  isUndecided(fact) ? undefined : fact === true ? 'yes' : fact === false ? 'no' : 'unknown';

function weigh(suggested: readonly Suggested[]): CaseSuggestion {
  const merit = suggestMerit(suggested);
  const isHard = suggested.some(({ suggestion }) => suggestion.axis === 'hardship');
  return {
    merit: merit.value,
    strong: merit.strong,
    conduct: suggestConduct(suggested),
    hardship: isHard ? 'yes' : 'unknown',
    suggested,
  };
}

function sort(suggested: readonly Suggested[], decided: Decisions, basisOf: (text: string) => string): Classification {
  const suggestion = weigh(suggested);
  const { merit, conduct, hardship } = suggestion;
  const meritAxis = axis(decided.merit, merit);
  const conductAxis = axis(decided.conduct, conduct);
  const hardshipAxis = axis(decided.hardship, hardship);
  const countsUnlawful = decided.conduct === 'unlawful' && decided.conductHasBasis;
  const category: Category = countsUnlawful ? 'unlawful' : categoryOf(meritAxis.value);

  return {
    category,
    suggested: conduct === 'unlawful' ? 'unlawful' : categoryOf(merit),
    merit: meritAxis,
    conduct: conductAxis,
    hardship: hardshipAxis,
    treatments: treatmentsOf(meritAxis.value, countsUnlawful, hardshipAxis.value),
    toVerify: decided.conduct !== 'lawful' && decided.conduct !== 'unlawful' && conduct !== 'lawful',
    suggestion: { merit, conduct, hardship },
    contradicted: isContradicted(decided.merit, suggestion),
    evidence: suggested.map(({ suggestion: { axis: of, name, basis }, field, words }): Evidence => ({
      axis: of,
      rule: name,
      words,
      field,
      basis: basisOf(basis),
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
