import { createPairTable } from '../words/pairTable';
import { fold } from './folded';
import type { Span } from './span';

/** A personal text that is known, and what is shown for it. */
export interface KnownText {
  readonly text: string;
  readonly shown: string;
}

/** Finds known texts in others: blanks, dashes and width don't count, neither in them nor in the text. */
export type FindKnown = (text: string) => readonly Span[];

interface Entry {
  readonly text: string;
  readonly shown: string;
}

/** Texts of one length that begin with the same two characters: addresses of one county are thousands. */
interface Alike {
  readonly length: number;
  /** What is shown, by text. */
  readonly shown: Map<string, string>;
}

/** A text of one character stands in too many words to be looked for. */
const SHORTEST = 2;
/** So few are looked for one by one: a table for them would cost more than it saves. */
const FEW = 12;
const NONE: readonly Span[] = [];
/** Letters from here on are the same however wide they are written. */
const FIRST_HAN = 0x2e80;

/** Makes the search for a person's texts, or for thousands of people's: the pair table goes through a text once. */
export function createFindKnown(known: Iterable<KnownText>): FindKnown {
  const entries = new Map<string, Entry>();
  for (const { text, shown } of known) {
    const key = fold(text).text;
    if (key.length >= SHORTEST && !entries.has(key)) entries.set(key, { text: key, shown });
  }
  if (entries.size === 0) return () => NONE;
  return entries.size <= FEW ? oneByOne([...entries.values()]) : byPairs(entries.values());
}

const oneByOne =
  (entries: readonly Entry[]): FindKnown =>
  (text) => {
    if (!entries.some((entry) => mayHold(text, entry))) return NONE;
    const folded = fold(text);
    const spans: Span[] = [];
    for (const entry of entries)
      for (let at = folded.text.indexOf(entry.text); at >= 0; at = folded.text.indexOf(entry.text, at + 1))
        take(text, folded.at, at, entry, spans);
    return spans;
  };

/** Most texts hold not even the first letter of a name. */
const mayHold = (text: string, { text: known }: Entry): boolean =>
  known.charCodeAt(0) >= FIRST_HAN ? text.includes(known.charAt(0)) : DIGIT.test(text) || LETTER.test(text);

function byPairs(entries: Iterable<Entry>): FindKnown {
  const table = createPairTable(alike(entries));
  const { near } = table;
  return (text) => {
    const { text: plain, at: places } = fold(text);
    let spans: Span[] | null = null;
    let before = plain.charCodeAt(0);
    for (let i = 1; i < plain.length; i++) {
      const unit = plain.charCodeAt(i);
      if (((near[before] as number) & ((near[unit] as number) >>> 8)) !== 0)
        for (const { length, shown } of table.pair(before, unit) ?? []) {
          const found = plain.slice(i - 1, i - 1 + length);
          const instead = shown.get(found);
          if (instead !== undefined) take(text, places, i - 1, { text: found, shown: instead }, (spans ??= []));
        }
      before = unit;
    }
    return spans ?? NONE;
  };
}

/** The texts by their first two characters and their length. */
function alike(entries: Iterable<Entry>): readonly (readonly [string, Alike])[] {
  const all = new Map<string, Map<number, Alike>>();
  for (const { text, shown } of entries) {
    const pair = text.slice(0, 2);
    let lengths = all.get(pair);
    if (!lengths) all.set(pair, (lengths = new Map<number, Alike>()));
    let group: Alike | undefined = lengths.get(text.length);
    if (!group) lengths.set(text.length, (group = { length: text.length, shown: new Map() }));
    group.shown.set(text, shown);
  }
  return [...all].flatMap(([pair, lengths]) => [...lengths.values()].map((group) => [pair, group] as const));
}

/** A number or a Latin word must stand by itself: 8621234 is not in 18621234567. */
function take(text: string, places: Int32Array | null, at: number, entry: Entry, spans: Span[]): void {
  const last = at + entry.text.length - 1;
  const start = places === null ? at : (places[at] ?? 0);
  const end = (places === null ? last : (places[last] ?? 0)) + 1;
  if (runsOn(text[start - 1], text[start]) || runsOn(text[end - 1], text[end])) return;
  spans.push({ start, end, shown: entry.shown });
}

const DIGIT = /[\d０-９]/u;
const LETTER = /[A-Za-zＡ-Ｚａ-ｚ]/u;
const runsOn = (a = '', b = ''): boolean => (DIGIT.test(a) && DIGIT.test(b)) || (LETTER.test(a) && LETTER.test(b));
