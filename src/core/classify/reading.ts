import type { RulePack } from '../rules/pack';
import { WordList } from '../words/wordList';
import { clauseAt, clausesBefore, sentenceAt, type Passage, type Span } from './passage';

/** The words by which a clause is read; each list is a lexicon of the pack, so that an editor can change it. */
export interface ReadingWords {
  readonly negations: WordList;
  /** Negations that reach over the commas of an enumeration (未发现打砸，围堵等行为). */
  readonly farNegations: WordList;
  /** Words after a match that take it back (不属实). */
  readonly denials: WordList;
  readonly conditions: WordList;
  readonly petitioner: WordList;
  readonly others: WordList;
  readonly reporting: WordList;
  readonly findings: WordList;
}

/** The lexicons that reading rests on, by role. */
export const READING_LEXICONS: Readonly<Record<keyof ReadingWords, string>> = {
  negations: 'negations',
  farNegations: 'far-negations',
  denials: 'denials',
  conditions: 'conditions',
  petitioner: 'petitioner-words',
  others: 'other-actors',
  reporting: 'reporting-verbs',
  findings: 'caught-words',
};

/** The pack's words for reading a clause; a lexicon that is not there is an empty one. */
export function readingWords(pack: RulePack): ReadingWords {
  const words = (role: keyof ReadingWords) => WordList.of(pack.lexicons.get(READING_LEXICONS[role])?.words ?? []);
  return {
    negations: words('negations'),
    farNegations: words('farNegations'),
    denials: words('denials'),
    conditions: words('conditions'),
    petitioner: words('petitioner'),
    others: words('others'),
    reporting: words('reporting'),
    findings: words('findings'),
  };
}

/** A clause that goes on like this tells what was done, whatever the clause before it threatened. */
const IS_TOLD_AS_DONE = /^(?:并于|并已|已|随后|后|于)|\d[月日]|当天|次日/;

/** How far before a match an ordinary negation still negates it, in characters. */
const NEGATION_REACH = 12;
/** Marks the word after it as the one acted on or beside, never the one who acts. */
const OBJECT_MARKS = '与和同跟对向朝给把将追拦找因被由于殴打骂';
/** After another's name these say that the clause speaks about a matter of theirs, not of their doing. */
const MATTER_MARKS = ['费', '的', '纠纷', '问题', '一事', '矛盾'];
/** Verbs that make the one named after them the one led or set on (组织村民). */
const LEADING_VERBS = ['组织', '带领', '煽动', '纠集', '动员', '串联', '雇', '雇佣', '召集', '率领', '伙同'];

/** A match whose `…` may have swallowed a word that matters: 诉求人从未参与堵路, 诉求人被物业堵门. */
export interface Match extends Span {
  readonly headEnd: number;
  readonly lastPart: number;
}

/** Whether the match is negated: before it in its clause, over an enumeration, or taken back right after it. */
export function isNegated(text: string, hit: Match, words: ReadingWords): boolean {
  const clause = clauseAt(text, hit.start);
  const near = Math.max(clause.start, hit.start - NEGATION_REACH);
  if (words.negations.standsIn(text, near, hit.start)) return true;
  if (words.negations.standsIn(text, hit.headEnd, hit.lastPart)) return true;
  if (words.farNegations.standsIn(text, clause.start, hit.start)) return true;
  const sentence = sentenceAt(text, hit.start);
  if (!words.petitioner.standsIn(text, clause.start, hit.start)) {
    const previous = clausesBefore(text, sentence, clause.start);
    if (previous.some((span) => words.farNegations.standsIn(text, span.start, span.end))) return true;
  }
  if (words.denials.standsIn(text, hit.end, clause.end)) return true;
  if (clause.end >= text.length) return false;
  const next = clauseAt(text, clause.end + 1);
  return next.start < sentence.end && words.denials.standsIn(text, next.start, next.end);
}

/** Whether the match is only a condition, a threat, a plan or a question: in its clause, or in the one before. */
export function isConditional(text: string, hit: Match, words: ReadingWords): boolean {
  const clause = clauseAt(text, hit.start);
  // One character into the match: 如不符合 is read over 不符合.
  if (words.conditions.standsIn(text, clause.start, hit.start + 1)) return true;
  if (words.conditions.standsIn(text, hit.headEnd, hit.lastPart)) return true;
  const rest = text.slice(hit.end, clause.end);
  if (rest.includes('的话') || rest.endsWith('吗') || rest.endsWith('呢')) return true;
  const mark = text[clause.end];
  if (mark === '？' || mark === '?') return true;
  if (IS_TOLD_AS_DONE.test(text.slice(clause.start, hit.start))) return false;
  const previous = clausesBefore(text, sentenceAt(text, hit.start), clause.start)[0];
  return previous !== undefined && words.conditions.standsIn(text, previous.start, previous.end);
}

/** Who a case's text of a field speaks of where a clause names nobody. */
export type UnnamedActor = 'petitioner' | 'nobody';

/**
 * Whether the petitioner did what the match says, as far as the text tells: named before it in the clause or
 * carried over from earlier clauses; what was done to them, what others did and what they only report is not theirs.
 */
export function isPetitionersAct(passage: Passage, hit: Match, unnamed: UnnamedActor, words: ReadingWords): boolean {
  const text = passage.unquoted;
  const clause = clauseAt(text, hit.start);
  if (isSuffered(text, clause.start, hit.start, words) || isSuffered(text, hit.headEnd, hit.lastPart, words))
    return false;
  if (words.petitioner.has(text.slice(hit.start, hit.headEnd))) {
    return actorIn(text, hit.start, hit.lastPart, words) !== 'other';
  }
  const own = actorIn(text, clause.start, hit.start, words);
  if (own !== null) return own === 'petitioner';
  const sentence = sentenceAt(text, hit.start);
  for (const previous of clausesBefore(text, sentence, clause.start)) {
    const actor = actorIn(text, previous.start, previous.end, words);
    if (actor === 'petitioner') return true;
    if (actor === 'other') return false;
  }
  return unnamed === 'petitioner';
}

/** 被 before the match makes its subject the one who suffered; 被发现, 被查出 … say how it came to light. */
function isSuffered(text: string, from: number, to: number, words: ReadingWords): boolean {
  for (const mark of ['被', '遭']) {
    let at = text.lastIndexOf(mark, to - 1);
    while (at >= from) {
      const after = text.slice(at + 1, at + 8);
      if (!words.findings.standsIn(after, 0, after.length)) return true;
      at = at > 0 ? text.lastIndexOf(mark, at - 1) : -1;
    }
  }
  return false;
}

/** Who acts in text[from, to): null where the stretch names nobody. A report (反映…) names its subject or nobody's act. */
function actorIn(text: string, from: number, to: number, words: ReadingWords): 'petitioner' | 'other' | null {
  const petitioner = lastActor(text, words.petitioner, from, to);
  const report = words.reporting.lastIn(text, from, to);
  const other = lastActor(text, words.others, from, to);
  if (other !== null) {
    if (petitioner === null || petitioner.end <= other.start) {
      // 诉求人将上门调解的村主任锁在院内: named first, and nothing says that they only report.
      const onlyReports = report !== null && report.end <= other.start;
      if (petitioner !== null && !onlyReports && isObjectOf(text, petitioner.end, other.start)) return 'petitioner';
      return 'other';
    }
    return 'petitioner';
  }
  if (petitioner !== null && (report === null || report.end <= petitioner.start)) return 'petitioner';
  return null;
}

const HANDLING = [
  '将',
  '把',
  '对',
  '向',
  '朝',
  '组织',
  '带领',
  '煽动',
  '纠集',
  '动员',
  '雇',
  '逼',
  '拦',
  '追',
  '找',
  '用',
  '到',
  '在',
  '进',
  '冲',
];
const HANDLING_WORDS = WordList.of(HANDLING);
const isObjectOf = (text: string, from: number, to: number): boolean => HANDLING_WORDS.standsIn(text, from, to);

/** The last of `actors` that can be a subject: not marked as object, not only the owner of a matter. */
function lastActor(text: string, actors: WordList, from: number, to: number): Span | null {
  let end = to;
  for (;;) {
    const found = actors.lastIn(text, from, end);
    if (found === null) return null;
    const before = text[found.start - 1];
    const after = text.slice(found.end, Math.min(to, found.end + 4));
    const isObject = found.start > from && before !== undefined && OBJECT_MARKS.includes(before);
    const isMatter = MATTER_MARKS.some((mark) => after.startsWith(mark));
    const isLed = LEADING_VERBS.some((verb) => text.slice(from, found.start).endsWith(verb));
    if (!isObject && !isMatter && !isLed) return found;
    end = found.start;
  }
}

/** Whether the hit's clause only reports a matter (反映堵路问题): no act of anybody is told in it. */
export function isOnlyReported(text: string, hit: Match, words: ReadingWords): boolean {
  if (words.reporting.standsIn(text, hit.headEnd, hit.lastPart)) return true;
  const clause = clauseAt(text, hit.start);
  const report = words.reporting.lastIn(text, clause.start, hit.start);
  if (report === null) return false;
  const subject = words.petitioner.lastIn(text, report.end, hit.start);
  return subject === null;
}
