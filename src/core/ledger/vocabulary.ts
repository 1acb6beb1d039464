import type { RulePack, Vocabulary, VocabularyValue } from '../rules/pack';

/** The part of a rule pack that reading a ledger needs. */
export type LedgerVocabulary = Pick<RulePack, 'fields' | 'vocabularies' | 'lexicons'> &
  Partial<Pick<RulePack, 'campaign'>>;

/** A vocabulary's value of this name means that nobody has decided yet (待查, 待定 …); the cell reads as blank. */
export const UNDECIDED = '未定';

/** How a spelling was read: the vocabulary's value, or null where none fits. */
export type VocabularyReader = (text: string) => string | null;

/** A word that takes back what follows within two characters: 尚未完全办结 is not 办结. */
const NEGATED = /[未不没无非待拟].{0,2}$/u;

/** Full-width forms, blanks and letter case do not tell two spellings apart. */
export const spelling = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .toUpperCase();

/**
 * Reads a vocabulary's spellings: the whole text, else the text before a bracket or the first punctuation, else the
 * spellings that stand in it, longest first. A text that holds two different values, or a spelling behind a negation
 * that is no spelling of its own, is not read.
 */
export function vocabularyReader(vocabulary: Vocabulary): VocabularyReader {
  const exact = new Map<string, VocabularyValue>();
  for (const value of vocabulary.values) {
    for (const word of [value.value, ...value.synonyms]) exact.set(spelling(word), value);
  }
  const longestFirst = [...exact.entries()]
    .filter(([word]) => word.length >= 2)
    .sort((a, b) => b[0].length - a[0].length);
  const seen = new Map<string, string | null>();

  const read = (text: string): string | null => {
    const whole = exact.get(spelling(text).replace(/[。.!！；;，,]+$/u, ''));
    if (whole) return whole.value;
    const head = spelling(text).split(/[(（[【:：，,。；;、\n]/u, 1)[0] ?? '';
    const headValue = exact.get(head);
    if (headValue) return headValue.value;
    const found = valuesWithin(spelling(text), longestFirst);
    if (found.size === 0) return null;
    const values = [...found];
    const first = values[0];
    if (!first || values.length === 1) return first?.value ?? null;
    const said = new Set(values.map((value) => value.isOpen));
    return said.size === 1 && !said.has(undefined) ? first.value : null;
  };
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    seen.set(text, value);
    return value;
  };
}

function valuesWithin(
  text: string,
  longestFirst: readonly (readonly [string, VocabularyValue])[],
): Set<VocabularyValue> {
  const found = new Set<VocabularyValue>();
  for (let at = 0; at < text.length;) {
    const hit = longestFirst.find(([word]) => text.startsWith(word, at));
    if (!hit) {
      at++;
      continue;
    }
    if (NEGATED.test(text.slice(Math.max(0, at - 3), at))) return new Set();
    found.add(hit[1]);
    at += hit[0].length;
  }
  return found;
}

/**
 * Whether a status says that a case is open (true), closed (false) or neither (null), by the vocabulary's values;
 * a status that the vocabulary does not know says neither.
 */
export function statusIsOpen(vocabulary: Vocabulary, value: string): boolean | null {
  return vocabulary.values.find((known) => known.value === value)?.isOpen ?? null;
}
