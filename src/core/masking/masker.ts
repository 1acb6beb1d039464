import { houseSpans } from './houses';
import { createFindKnown, type KnownText } from './knownTexts';
import { labelledSpans } from './labelled';
import { numberSpans } from './numbers';
import { SHAPES, type MaskShapes } from './shapes';
import { hide, settled, type Span } from './span';

/** Hides what names a person in any text. */
export interface Masker {
  /** What is to be hidden, in order and apart from one another: for whoever keeps the looks of a text. */
  spans(text: string): readonly Span[];
  mask(text: string): string;
}

/** Personal texts that are known, as a ledger's own columns say them. */
export interface Known {
  readonly names?: Iterable<string>;
  /** Telephones, identity numbers. */
  readonly numbers?: Iterable<string>;
  readonly addresses?: Iterable<string>;
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

/**
 * Makes a masker: known names, numbers and addresses, and what is personal by its form alone (telephones, identity
 * numbers, houses, names behind 联系人：).
 */
export function createMasker({ names = [], numbers = [], addresses = [] }: Known, shapes = SHAPES): Masker {
  const findKnown = createFindKnown([...knownNames(names, shapes), ...knownOthers(numbers, addresses, shapes)]);
  const spans = (text: string): readonly Span[] => {
    if (text.length < 2) return [];
    return settled([
      ...findKnown(text),
      ...numberSpans(text, shapes),
      ...houseSpans(text),
      ...labelledSpans(text, shapes),
    ]);
  };
  return { spans, mask: (text) => hide(text, spans(text)) };
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
