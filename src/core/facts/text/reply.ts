import { FactState, isUnknown, type Fact } from '../column';
import type { CaseReader } from '../definition';
import { passageOf } from '../../classify/passage';
import { createWordScan, type WordScan } from '../../classify/wordScan';
import type { RulePack } from '../../rules/pack';

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

export type TextScans = Readonly<Record<keyof typeof TEXT_LEXICONS, WordScan>>;

const made = new WeakMap<RulePack, TextScans>();

/** The pack's scans for the text rules, made once; a lexicon that is not there is an empty one. */
export function textScans(pack: RulePack): TextScans {
  let scans = made.get(pack);
  if (scans === undefined) {
    scans = Object.fromEntries(
      Object.entries(TEXT_LEXICONS).map(([role, name]) => [role, createWordScan(pack.lexicons.get(name)?.words ?? [])]),
    ) as Record<keyof typeof TEXT_LEXICONS, WordScan>;
    made.set(pack, scans);
  }
  return scans;
}

/** Dates, phone numbers, net names, masks, numbering: they carry no answer. */
const DATE =
  /[\d〇○零一二三四五六七八九十]{2,4}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?|\d{1,2}月\d{1,2}[日号]|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:T?\d{1,2}:\d{2}(?::\d{2})?)?/g;
const SIGNS = /[A-Za-z0-9*＊_#\u25A1（）()【】[\]“”"‘’'、·.…\-—~～/\\^]+/g;

/** The clauses of a reply, one by one, without dates, numbers, names in quotation marks and signs; no empty ones. */
export function* bareClauses(raw: string): Generator<string> {
  for (const clause of passageOf(raw).unquoted.split(/[，,。！？!?；;：:\n]/)) {
    const bare = clause.replace(DATE, '').replace(SIGNS, '');
    if (bare !== '') yield bare;
  }
}

/** What is left of a clause once the words of a scan are cut out. */
export function without(clause: string, scan: WordScan): string {
  let rest = '';
  let at = 0;
  for (const hit of scan.find(clause)) {
    if (hit.start > at) rest += clause.slice(at, hit.start);
    at = Math.max(at, hit.end);
  }
  return rest + clause.slice(at);
}

/** Texts of several fields, one after the other: null where all are blank, unknown where one can't be read. */
export function joinedText(read: CaseReader, fields: readonly string[]): Fact<string> {
  const texts: string[] = [];
  let unknown: Fact<string> = null;
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
  if (texts.length > 0) return texts.join('\n');
  return present ? null : unknown;
}
