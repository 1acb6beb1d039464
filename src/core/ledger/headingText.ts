/** The ways to compare a heading: with what its brackets hold, without, and without Latin letters beside Chinese. */
export interface HeadingText {
  /** On one line, as shown to a person. */
  readonly shown: string;
  /** Keys to look a synonym up by, best first; none where the heading holds no letter or digit. */
  readonly keys: readonly string[];
  /** The shortest key: the heading without anything that only explains it. '' where there is none. */
  readonly core: string;
}

const CHINESE = /[\u3400-\u9fff]/u;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]{1,2}[)）、.]|[(（]?\d{1,2}[)）、.]|\d{1,2}(?=[\u3400-\u9fff]))/u;
const BRACKETED = /[([{（［｛【〔〈《][^)\]}）］｝】〕〉》]*[)\]}）］｝】〕〉》]?/gu;

/** A synonym or part of a heading reduced to its letters and digits: width, case, blanks and marks do not count. */
export const headingKey = (text: string): string =>
  text.normalize('NFKC').replace(NOT_LETTER_OR_DIGIT, '').toUpperCase();

const cache = new Map<string, HeadingText>();

/**
 * A heading as comparable keys. No-break blanks, line breaks, full-width forms, stars, numbering and brackets
 * (`*责任 股室（必填）`) do not count.
 */
export function headingText(raw: string): HeadingText {
  const known = cache.get(raw);
  if (known) return known;
  const shown = raw.replace(/[\s\u00a0\u200b-\u200f\ufeff]+/gu, ' ').trim();
  const plain = raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
    .replace(/^[^\p{L}\p{N}([{【〔]+/u, '');
  const bare = plain.replace(NUMBERING, '');
  const outside = bare.replace(BRACKETED, '');
  const inside = [...bare.matchAll(BRACKETED)].map((match) => match[0]).join('');
  const keys: string[] = [];
  const add = (text: string): void => {
    const key = headingKey(text);
    if (key !== '' && !keys.includes(key)) keys.push(key);
  };
  add(bare);
  add(outside);
  // 诉求时间——具体到某一天: what follows a dash or colon explains.
  add(outside.split(/[—–:：]/u, 1)[0] ?? '');
  for (const text of [bare, outside]) if (CHINESE.test(text)) add(text.replace(/[A-Za-z]+/g, ''));
  if (inside !== '' && outside !== '') add(inside + outside);
  const core = keys.reduce((shortest, key) => (key.length < shortest.length ? key : shortest), keys[0] ?? '');
  const heading = { shown, keys, core };
  if (cache.size > 5000) cache.clear();
  cache.set(raw, heading);
  return heading;
}
