import { isUnknown } from '../facts/column';
import type { CaseReader } from '../facts/definition';
import type { FieldId } from '../ledger/table';
import type { RulePack, Suggestion } from '../rules/pack';
import { clauseAt, clausesBefore, holdsAny, passageOf, sentenceAt, type Passage, type Span } from './passage';
import {
  isConditional,
  isNegated,
  isOnlyReported,
  isPetitionersAct,
  readingWords,
  type ReadingWords,
  type UnnamedActor,
} from './reading';
import { createWordScan, type WordHit, type WordScan } from './wordScan';

/** One suggestion that a case's text bears out: the words seen, as they stand there. */
export interface Suggested {
  readonly suggestion: Suggestion;
  readonly field: FieldId;
  readonly words: readonly string[];
}

/** A pack's suggestions made ready: one scan for each field they look at. */
export interface SuggestionReader {
  /** All suggestions that a case's texts bear out. */
  readCase(read: CaseReader): readonly Suggested[];
}

interface FieldScan {
  readonly field: FieldId;
  readonly scan: WordScan;
  /** The suggestion behind each word of the scan. */
  readonly owners: readonly Suggestion[];
}

const NOTHING: readonly Suggested[] = [];
/** In what the petitioner brings, a clause without a subject is theirs; in what the office writes it is the office's. */
const TOLD_BY_PETITIONER: ReadonlySet<FieldId> = new Set(['content', 'remark']);
/** A clerk's summary is short; a longer text is a letter, in which a clause without a subject may be anybody's. */
const LONGEST_SUMMARY = 200;
const LETTER = /我(?![县市局镇乡区办中省站院所委街司部会大])|俺|尊敬的|您好|你好/;

/** Prepares the pack's suggestions for reading many cases. */
export function createSuggestionReader(pack: RulePack): SuggestionReader {
  const words = readingWords(pack);
  const scans = [...new Set(pack.suggestions.flatMap((suggestion) => suggestion.fields))].map((field): FieldScan => {
    const owners: Suggestion[] = [];
    const list: string[] = [];
    for (const suggestion of pack.suggestions) {
      if (!suggestion.fields.includes(field)) continue;
      for (const word of suggestion.words) {
        list.push(word);
        owners.push(suggestion);
      }
    }
    return { field, scan: createWordScan(list), owners };
  });
  return {
    readCase(read) {
      let all: readonly Suggested[] = NOTHING;
      for (const fieldScan of scans) {
        const raw = read.text(fieldScan.field);
        if (typeof raw !== 'string' || raw === '') continue;
        const passage = passageOf(raw);
        const hits = fieldScan.scan.find(passage.unquoted);
        if (hits.length === 0) continue;
        const found = collect(passage, hits, fieldScan, withNames(words, read));
        if (found.length > 0) all = all.length === 0 ? found : [...all, ...found];
      }
      return all;
    },
  };
}

/** The names of a case's petitioners mean the petitioner in its texts. */
function withNames(words: ReadingWords, read: CaseReader): ReadingWords {
  const names = read.names('petitioner');
  if (names === null || isUnknown(names) || names.length === 0) return words;
  return { ...words, petitioner: words.petitioner.with(names) };
}

function collect(
  passage: Passage,
  hits: readonly WordHit[],
  { owners, field }: FieldScan,
  words: ReadingWords,
): readonly Suggested[] {
  const found = new Map<Suggestion, string[]>();
  for (const hit of hits) {
    const suggestion = owners[hit.word] as Suggestion;
    if (!holds(passage, hit, suggestion, field, words)) continue;
    const seen = passage.text.slice(hit.start, hit.end);
    const list = found.get(suggestion);
    if (list === undefined) found.set(suggestion, [seen]);
    else if (!list.includes(seen)) list.push(seen);
  }
  return [...found].map(([suggestion, seen]) => ({ suggestion, field, words: seen }));
}

function holds(passage: Passage, hit: WordHit, suggestion: Suggestion, field: FieldId, words: ReadingWords): boolean {
  const text = passage.unquoted;
  const clause = clauseAt(text, hit.start);
  if (suggestion.unless.length > 0 && holdsAny(text, suggestion.unless, clause.start, clause.end)) return false;
  if (isNegated(text, hit, words) || isConditional(text, hit, words)) return false;
  if (suggestion.axis === 'merit') return !isRuleTold(text, hit, clause);
  if (suggestion.axis === 'hardship') return true;
  if (isOnlyReported(text, hit, words)) return false;
  return isPetitionersAct(passage, hit, unnamedActor(passage, field), words);
}

/** 不符合条件的，… and 对不符合条件的申请不予批准 tell the rule, they don't decide the case. */
function isRuleTold(text: string, hit: Span, clause: Span): boolean {
  const previous = clausesBefore(text, sentenceAt(text, hit.start), clause.start)[0];
  if (previous !== undefined && text[previous.end - 1] === '的') return true;
  return text[hit.end] === '的' || /符合[^，]{0,16}的|^对[^，]{2,16}的/.test(text.slice(clause.start, hit.start));
}

function unnamedActor(passage: Passage, field: FieldId): UnnamedActor {
  const isSummary = passage.text.length <= LONGEST_SUMMARY && !LETTER.test(passage.unquoted);
  return TOLD_BY_PETITIONER.has(field) && isSummary ? 'petitioner' : 'nobody';
}
