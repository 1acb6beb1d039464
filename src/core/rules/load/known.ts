import type { FactType } from '../../facts/column';
import type { FieldDefinition, Lexicon, Organisation, Vocabulary } from '../pack';
import { suggestion } from './report';

/** The names that a rule may use. Where a file that defines names was itself refused, unknown names are not told. */
export interface Known {
  readonly needs: PackNeeds;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly facts: ReadonlyMap<string, FactType>;
  /** Chinese labels of fields and facts -> their ids. */
  readonly labels: ReadonlyMap<string, string>;
  /** Fields whose type was refused: they are there, but what a rule may do with them is not known. */
  readonly untyped: ReadonlySet<string>;
  /** The values that an enum fact can take; no entry where it can take any. */
  readonly values: ReadonlyMap<string, EnumValues>;
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** Those whose file is called like this and whose name is not: a slip in the file, not in what refers to it. */
  readonly misnamedLexicons: ReadonlyMap<string, Misnamed<Lexicon>>;
  readonly misnamedVocabularies: ReadonlyMap<string, Misnamed<Vocabulary>>;
  /** Ids of articles that a basis may name; null where `limits.json` could not be read. */
  readonly articles: ReadonlySet<string> | null;
  /** Rules by name with their titles, for the kinds that are read after them. */
  readonly rules: ReadonlyMap<string, string>;
  /** Whether nothing was refused before: else a rule that can't be found may be one that could not be read. */
  readonly rulesComplete: boolean;
  /** null where `organisation.json` could not be read. */
  readonly organisation: Organisation | null;
  readonly factsComplete: boolean;
  readonly lexiconsComplete: boolean;
}

export interface Misnamed<T> {
  readonly read: T;
  readonly tell: () => void;
}

/** What the code itself looks up by name: without it a fact would silently never hold. */
export interface PackNeeds {
  readonly fields: readonly string[];
  readonly lexicons: readonly string[];
  /** Chinese labels of derived facts -> their ids, to tell an editor the id. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The fact or field that a wrong name comes near to, by its id or its Chinese label; '' where there is none. */
export const factNamed = (name: string, { labels, facts }: Known): string =>
  labels.get(name) ?? suggestion(name, facts.keys());

/** The same among fields alone. */
export function fieldNamed(name: string, { labels, fields }: Known): string {
  const labelled = labels.get(name) ?? '';
  return fields.has(labelled) ? labelled : suggestion(name, fields.keys());
}

/** Before any file was read. */
export const NOTHING_KNOWN: Known = {
  needs: { fields: [], lexicons: [], labels: new Map() },
  labels: new Map(),
  fields: new Map(),
  facts: new Map(),
  untyped: new Set(),
  values: new Map(),
  lexicons: new Map(),
  vocabularies: new Map(),
  misnamedLexicons: new Map(),
  misnamedVocabularies: new Map(),
  articles: null,
  rules: new Map(),
  rulesComplete: false,
  organisation: null,
  factsComplete: false,
  lexiconsComplete: false,
};

export interface EnumValues {
  readonly values: readonly string[];
  /** Spelling -> value, so that a rule that uses a spelling is told the value. */
  readonly spellings: ReadonlyMap<string, string>;
}

export function enumValues(vocabulary: Vocabulary): EnumValues {
  const spellings = new Map<string, string>();
  for (const { value, synonyms } of vocabulary.values) for (const synonym of synonyms) spellings.set(synonym, value);
  return { values: vocabulary.values.map(({ value }) => value), spellings };
}
