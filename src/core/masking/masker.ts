import { fold } from './folded';
import { houseSpans } from './houses';
import { createFindKnown, type KnownText } from './knownTexts';
import { labelledSpans } from './labelled';
import { numberSpans, ownNumberSpans } from './numbers';
import { SHAPES, type MaskShapes } from './shapes';
import { hide, settled, type Span } from './span';
import { toldNames } from './told/toldNames';

/** Hides what names a person in any text. */
export interface Masker {
  /**
   * What is to be hidden, in order and apart from one another: for whoever keeps the looks of a text.
   * @param shown names that stay: a letter says whom it is to
   */
  spans(text: string, shown?: readonly string[]): readonly Span[];
  mask(text: string, shown?: readonly string[]): string;
}

/** Personal texts that are known, as a ledger's own columns say them. */
export interface Known {
  readonly names?: Iterable<string>;
  /** Telephones, identity numbers. */
  readonly numbers?: Iterable<string>;
  readonly addresses?: Iterable<string>;
  /** People who answer for cases: a text may name them. */
  readonly officials?: ReadonlySet<string>;
  /** Numbers of cases: however long they are, they are nobody's. */
  readonly caseNumbers?: Iterable<string>;
}

/** What stands in a column of names and names nobody: hidden there, it says nothing; everywhere else it is a word. */
const NOBODY: ReadonlySet<string> = new Set(
  '匿名 群众 村民 居民 业主 网友 网民 市民 职工 员工 学生 家长 家属 亲属 农民 农户 商户 住户 代表 村民代表 业主代表 不详 未知 不明 无名 本人 某某 某人 多人 若干人 全体村民 全体业主 诉求人 信访人 来访人 当事人'.split(
    ' ',
  ),
);
/** Shorter numbers and addresses are words, or parts of many. */
const SHORTEST_NUMBER = 7;
const SHORTEST_ADDRESS = 4;
const NO_ONE: ReadonlySet<string> = new Set();

/**
 * Makes a masker: known names, numbers and addresses, and what is personal by its form alone (telephones, identity
 * numbers, houses) or by what stands around it (联系人：某甲, 某乙反映).
 */
export function createMasker(known: Known, shapes = SHAPES): Masker {
  const { names = [], numbers = [], addresses = [], officials = NO_ONE, caseNumbers = [] } = known;
  const findKnown = createFindKnown([...knownNames(names, shapes), ...knownOthers(numbers, addresses, shapes)]);
  const findCases = createFindKnown([...longNumbers(caseNumbers, shapes)]);
  const spans = (text: string, shown: readonly string[] = []): readonly Span[] => {
    if (text.length < 2) return [];
    const named = [...findKnown(text), ...toldSpans(text, officials, shapes), ...labelledSpans(text, shapes)];
    const formed = [...numberSpans(text, shapes), ...houseSpans(text)];
    const hidden = shown.length === 0 ? named : outside(named, createFindKnown(shown.map(itself))(text));
    return settled(formed.length === 0 ? hidden : [...hidden, ...outside(formed, findCases(text))]);
  };
  return { spans, mask: (text, shown) => hide(text, spans(text, shown)) };
}

const itself = (text: string): KnownText => ({ text, shown: text });

/** The spans that lie in none of the others. */
const outside = (spans: readonly Span[], others: readonly Span[]): readonly Span[] =>
  others.length === 0
    ? spans
    : spans.filter(({ start, end }) => !others.some((other) => other.start <= start && end <= other.end));

function toldSpans(text: string, officials: ReadonlySet<string>, { maskNames }: MaskShapes): Span[] {
  const spans: Span[] = [];
  for (const { start, end, name } of toldNames(text))
    if (!officials.has(name)) spans.push({ start, end, shown: maskNames([name]) });
  return spans;
}

function* knownNames(names: Iterable<string>, { maskNames }: MaskShapes): Generator<KnownText> {
  for (const name of names) if (!NOBODY.has(name.trim())) yield { text: name, shown: maskNames([name]) };
}

function* knownOthers(
  numbers: Iterable<string>,
  addresses: Iterable<string>,
  { mask, maskAddress }: MaskShapes,
): Generator<KnownText> {
  for (const number of numbers)
    if (number.replace(/\D/gu, '').length >= SHORTEST_NUMBER) yield { text: number, shown: mask(number) };
  for (const address of addresses)
    if (address.trim().length >= SHORTEST_ADDRESS) yield { text: address, shown: maskAddress(address) };
}

/** Numbers that could be taken for a person's, and hold none. */
function* longNumbers(numbers: Iterable<string>, shapes: MaskShapes): Generator<KnownText> {
  for (const number of numbers)
    if (/\d{7}/u.test(fold(number).text) && ownNumberSpans(number, shapes).length === 0) yield itself(number);
}
