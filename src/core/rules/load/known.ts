import type { FactType } from '../../facts/column';
import type { FieldDefinition, Lexicon, Vocabulary } from '../pack';

/** The names that a rule may use. Where a file that defines names was itself refused, unknown names are not told. */
export interface Known {
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly facts: ReadonlyMap<string, FactType>;
  /** The values that an enum fact can take; no entry where it can take any. */
  readonly values: ReadonlyMap<string, EnumValues>;
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly factsComplete: boolean;
  readonly lexiconsComplete: boolean;
}

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
