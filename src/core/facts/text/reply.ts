import { FactState, isUnknown, type Fact } from '../column';
import type { CaseReader } from '../definition';
import { clauseEnd, passageOf } from '../../classify/passage';
import { createWordScan, type WordScan } from '../../classify/wordScan';
import type { RulePack } from '../../rules/pack';
import { createWordSets, type WordSets } from '../../words/wordSets';

/** The lexicons that the text rules read by name. */
export const TEXT_LEXICONS = {
  /** Greetings, thanks, 留言已收悉: what a reply says without saying anything. */
  courtesies: 'reply-courtesies',
  forwarding: 'forwarding-words',
  instructions: 'instruction-words',
  /** What others are asked to do, or is waited for: neither forwarding nor handling. */
  requests: 'request-words',
  /** Words that say something was found, done or answered. */
  substance: 'substance-words',
  pending: 'pending-words',
  /** Follow-up care that leaves nothing pending (加强巡查). */
  upkeep: 'upkeep-words',
  completion: 'completion-words',
  refusals: 'refusal-words',
  citations: 'citation-words',
} as const;

export interface TextScans extends Readonly<Record<keyof typeof TEXT_LEXICONS, WordScan>> {
  /** Tells in one pass which of the scans can find anything in a text: `May` has their bits. */
  readonly glance: WordSets;
}

/** Bits of `TextScans.glance`. */
export const May = {
  courtesies: 1,
  forwarding: 2,
  instructions: 4,
  requests: 8,
  substance: 16,
} as const;
const GLANCED = ['courtesies', 'forwarding', 'instructions', 'requests', 'substance'] as const;

const made = new WeakMap<RulePack, TextScans>();

/** The pack's scans for the text rules, made once; a lexicon that is not there is an empty one. */
export function textScans(pack: RulePack): TextScans {
  let scans = made.get(pack);
  if (scans === undefined) {
    const byRole = Object.fromEntries(
      Object.entries(TEXT_LEXICONS).map(([role, name]) => [role, createWordScan(pack.lexicons.get(name)?.words ?? [])]),
    ) as Record<keyof typeof TEXT_LEXICONS, WordScan>;
    scans = { ...byRole, glance: createWordSets(GLANCED.map((role) => byRole[role].heads)) };
    made.set(pack, scans);
  }
  return scans;
}

/** Dates, phone numbers, net names, masks, numbering: they carry no answer. */
const DATE =
  /[\d〇○零一二三四五六七八九十]{2,4}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?|\d{1,2}月\d{1,2}[日号]|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:T?\d{1,2}:\d{2}(?::\d{2})?)?/g;
const SIGNS = /[A-Za-z0-9*＊_#\u25A1（）()【】[\]“”"‘’'、·.…\-—~～/\\^]+/g;

const IS_SIGN = 1;
const IS_NUMERAL = 2;
/** Which characters can be cut from a clause at all: most clauses have none of them, and stay as they are. */
const CUTS = cuts();

function cuts(): Uint8Array {
  const table = new Uint8Array(65536);
  const one = new RegExp(`^(?:${SIGNS.source})$`);
  for (let code = 0; code < 65536; code++) {
    // All signs stand in these blocks; the rest are Han and other letters.
    if (code >= 0x3100 && code < 0xff00) continue;
    if (one.test(String.fromCharCode(code))) table[code] = IS_SIGN;
  }
  for (const numeral of '0123456789〇○零一二三四五六七八九十') {
    const code = numeral.charCodeAt(0);
    table[code] = (table[code] ?? 0) | IS_NUMERAL;
  }
  return table;
}

/** A clause without dates, numbers, names in quotation marks (blotted out before) and signs. */
function bare(clause: string): string {
  let found = 0;
  for (let i = 0; i < clause.length; i++) found |= CUTS[clause.charCodeAt(i)] as number;
  if (found === 0) return clause;
  const undated = (found & IS_NUMERAL) === 0 ? clause : clause.replace(DATE, '');
  return (found & IS_SIGN) === 0 ? undated : undated.replace(SIGNS, '');
}

/** The bare clauses of a reply, one after the other and only as far as somebody reads on; no empty ones. */
export class BareClauses {
  private readonly text: string;
  private at = 0;

  /** @param raw the text of a cell, or a piece of it */
  constructor(raw: string) {
    this.text = passageOf(raw).unquoted;
  }

  /** The next clause, or null at the end. */
  next(): string | null {
    const { text } = this;
    while (this.at <= text.length) {
      const end = clauseEnd(text, this.at);
      const clause = bare(text.slice(this.at, end));
      this.at = end + 1;
      if (clause !== '') return clause;
    }
    return null;
  }
}

/** What is left of a clause once the words of a scan are cut out. */
export function without(clause: string, scan: WordScan): string {
  const hits = scan.find(clause);
  if (hits.length === 0) return clause;
  let rest = '';
  let at = 0;
  for (const hit of hits) {
    if (hit.start > at) rest += clause.slice(at, hit.start);
    at = Math.max(at, hit.end);
  }
  return rest + clause.slice(at);
}

/** Texts of several fields, one after the other: null where all are blank, unknown where one can't be read. */
export function textsOf(read: CaseReader, fields: readonly string[]): Fact<readonly string[]> {
  const texts: string[] = [];
  let unknown: Fact<never> = null;
  let present = false;
  for (const field of fields) {
    const text = read.text(field);
    if (isUnknown(text)) {
      if (text.state !== FactState.missing) return text;
      unknown ??= text;
    } else {
      present = true;
      if (text !== null) texts.push(text);
    }
  }
  if (texts.length > 0) return texts;
  return present ? null : unknown;
}
