import type { LimitCode } from './codes';
import { plainDateText } from './plainText';
import { type Bound, dateTokens, type DayMonthOrder, type DurationToken, type Relative, type Token } from './tokens';

/**
 * What a limit's text says before it meets a case: a bound that may still want a year or a start, a duration, a
 * vague word, or why it can't be read. It depends on nothing but the text, so one reading serves every row.
 */
export type LimitPhrase =
  | { readonly kind: 'bounds'; readonly bounds: readonly SpokenBound[] }
  | { readonly kind: 'duration'; readonly amount: number; readonly unit: DurationToken['unit']; readonly from?: Bound }
  | { readonly kind: 'vague'; readonly word: string }
  | { readonly kind: 'unreadable'; readonly code: LimitCode; readonly part?: string };

/** A bound, and the first day of its range where it is one (`9月1日至10月8日`). */
export interface SpokenBound {
  readonly last: Bound | Relative;
  readonly first: Bound | null;
}

export interface LimitWording {
  readonly order: DayMonthOrder;
  readonly vagueWords: readonly string[];
  /** The cell is an extension's (延期至): 延长30日 is a duration there. */
  readonly extension?: boolean;
}

const BEFORE = /^\)?(?:之前|以前|前|之内|以内|内|为止|截?止)(?!后)/;
/** Also 9月1日至今 and 9月1日-: a range without an end. */
const AFTER = /^\)?(?:以后|之后|后(?!勤)|起(?!诉)|开始|始|以来|至|到(?!位)|-|~)/;
const ABOUT = /^\)?(?:左右|前后|上下|许)/;
const ABOUT_AHEAD = /(?:大约|大概|大致|(?<![节履预条])约)$/;
const NOT_BEFORE = /(?:不早于|不得早于|自|从)$/;
const NO_LATER =
  /(?:截至|截止(?:日期|时间)?:?|不[晚迟]于|不得[晚迟]于|最[晚迟]于?|限(?:期|时|于)?:?|不(?:得)?超过|最长)(?:于|至|到|在)?$/;
/** 10月8日（县里要求）: a note in brackets after the bare date, unless it is about something else on that day. */
const NOTE = /^\((?![^()]*[已未延会庭])[^()]*\)$/;
const JOINS = /^(?:起|开始|始)?[,、]?(?:\(含\))?(?:-|~|至|到|直至|直到)+$/;
const JOINS_LOOSELY = /^(?:起|开始|始)[,、]?(?:至|到)?$/;
const EXTENDED_BY = /延(?:长|期|迟|缓|后)?(?:办理|办结)?(?:期限|时限)?(?:了|为)?:?$/;
/** 自受理之日起, 收到交办单后: the part before names the event that the days count from. */
const ANCHOR =
  /(?:自|从|于)?([^,;。()]*?)(?:之日起(?:计?算)?|当[日天]起|日起(?:计?算)?|之时起|起(?:计?算)?|以后|之后|后)(?:的|,|:)?(?:\(不含当[日天]\))?/;
/** 60日内（自受理之日起）: behind the days only 自 tells an anchor from what is to be done (办结后反馈). */
const ANCHOR_BEHIND = /(?:自|从)([^,;。()]*?)(?:之日起(?:计?算)?|当[日天]起|日起(?:计?算)?|起(?:计?算)?)/;
/** Events that the period's start stands for: receipt, assignment, registration. */
const START_EVENTS =
  /受理|收[到件悉]|接[到件单访收]|交办|转办|转交|转送|批转|分派|分办|派单|登记|签收|立案|信访|来访|^即$|^今$|^当$|^本?件$/;
/** Words that turn the sense of a bound: with one of these nothing is guessed. */
const TURNS =
  /不能|无法|未能|难以|未按|原(?!则)|改[为至到]|变更|调整|作废|取消|(?<![一比])如(?!期|实)|若|或|除非|除外|大约|(?<![节履预条])约(?!定|谈)|召开|开庭|开会|休庭|已(?!经?(?:明确|要求|确定|批准|同意|定))/;
/** 60（日）, 15（个工作日） */
const BRACKETED_UNIT = /(?<=\d)\((个?(?:日|天|月|工作日))\)/g;
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{0,8}\(\d{4}\)第?\d+号(?:文件|文)?/g;

/** Words that stand around a limit and change nothing. */
const AROUND = [
  '请|务必|务须|必须|应当?|须|需要?|要求?|力争|争取|确保|保证|计划|预计|拟|原则上|暂定|定于|于|在|限期?|限时|时限|期限|日期|时间',
  '办理|办结|办毕|办完|办复|结案|办|完成|解决|化解|处理|处置|落实|整改|到位|完毕|答复|回复|反馈|报送|上报|报告|报|销号|息访|稳控',
  '并|且|及|截至|截止|最[迟晚]|不[晚迟]于|不(?:得)?超过|最长|至|到|为|之|的|前|内|以|止|起|即日?|全部|全面|基本|彻底|书面|初步|结果|情况',
  '诉求|信访件?|事项|问题|件|群众|县|市|省|局|级|上级|交办|明确|规定|法定|统一|延期|延长|延|下班|同意|批准|审批|经|领导小组|领导|股室|提出|自定|本局|信访|政府|专班|文件|通知|来文|共|约定|含|本|日|号|份|为限|从速|一并',
].join('|');
const FILLER = new RegExp(`${AROUND}|[\\s,;:.。、!?()/·*&#\\-~]`, 'g');

type UnreadablePhrase = Extract<LimitPhrase, { kind: 'unreadable' }>;

const unreadable = (code: LimitCode, part?: string): UnreadablePhrase =>
  part === undefined ? { kind: 'unreadable', code } : { kind: 'unreadable', code, part };

interface Span {
  readonly from: number;
  readonly to: number;
}
type BoundSpan = SpokenBound & Span;
type DurationSpan = DurationToken & Span;

interface VagueWord {
  readonly word: string;
  /** As it would stand in a text that `plainDateText` prepared. */
  readonly plain: string;
}

/** Lexicons are few and read against every cell, so each is prepared once. */
const PREPARED = new WeakMap<readonly string[], readonly VagueWord[]>();

function prepared(words: readonly string[]): readonly VagueWord[] {
  let ready = PREPARED.get(words);
  if (ready === undefined) {
    ready = words
      .map((word) => ({ word, plain: plainDateText(word).text }))
      .filter(({ plain }) => plain !== '')
      .sort((a, b) => b.plain.length - a.plain.length);
    PREPARED.set(words, ready);
  }
  return ready;
}

/** The longest word of the lexicon that the text holds. */
const vagueWordIn = (text: string, words: readonly string[]): VagueWord | null =>
  prepared(words).find(({ plain }) => text.includes(plain)) ?? null;

const isBound = (token: Token | undefined): token is (Bound | Relative) & Span & Token =>
  token !== undefined && (token.kind === 'bound' || token.kind === 'relative');

/** 10月3日-8日, 9月1日至10月8日: the second end takes what it lacks from the first. */
function rangeEnd(first: Bound, second: Token): Bound | Relative | null {
  if (second.kind === 'relative') return second;
  if (second.kind === 'day' || second.kind === 'number') {
    const day = second.kind === 'day' ? second.day : second.value;
    return Number.isInteger(day) && day >= 1 && day <= 31 && first.whole === 'day' ? { ...first, day } : null;
  }
  if (second.kind !== 'bound') return null;
  if (second.year !== null || first.year === null) return second;
  const across = second.month < first.month;
  const { year } = first;
  if (typeof year === 'number') return { ...second, year: across ? year + 1 : year };
  return { ...second, year: across ? { fromStart: year.fromStart + 1 } : year };
}

/** The tokens of a text put together: ranges joined, 1年3个月 added up. */
interface Pieces {
  readonly bounds: readonly BoundSpan[];
  readonly durations: readonly DurationSpan[];
  readonly days: readonly (Token & { kind: 'day' })[];
}

type Counted = Pick<Pieces, 'bounds' | 'durations'>;

function joined(text: string, tokens: readonly Token[]): Pieces {
  const bounds: BoundSpan[] = [];
  const durations: DurationSpan[] = [];
  const days: (Token & { kind: 'day' })[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const next = tokens[i + 1];
    const gap = next === undefined ? '' : text.slice(token.to, next.from);
    const joins = next !== undefined && (JOINS.test(gap) || (JOINS_LOOSELY.test(gap) && isBound(next)));
    if (token.kind === 'bound') {
      const last = joins ? rangeEnd(token, next) : null;
      if (last !== null && next !== undefined) {
        bounds.push({ last, first: token, from: token.from, to: next.to });
        i += 1;
      } else bounds.push({ last: token, first: null, from: token.from, to: token.to });
    } else if (token.kind === 'relative') bounds.push({ last: token, first: null, from: token.from, to: token.to });
    else if (token.kind === 'duration') {
      const before = durations[durations.length - 1];
      const adds =
        before?.unit === 'year' && token.unit === 'month' && /^[零又]?$/.test(text.slice(before.to, token.from));
      if (adds) {
        durations[durations.length - 1] = { ...token, amount: before.amount * 12 + token.amount, from: before.from };
      } else durations.push(token);
    } else if (token.kind === 'day' && !(joins && (isBound(next) || next.kind === 'day'))) days.push(token);
  }
  return { bounds, durations, days };
}

/** A number with 日 is a count of days, unless 号 or 前 makes it a day of some month. */
function dayAsDuration(text: string, token: Token & { kind: 'day' }): DurationSpan | UnreadablePhrase {
  const after = text.slice(token.to);
  if (token.counter === '号' || (/^\)?(?:之前|以前|前)/.test(after) && token.day <= 31)) {
    return unreadable('limit-day-without-month', text.slice(token.from, token.to));
  }
  const amount = token.day;
  if (amount < 1 || amount > 3660) return unreadable('limit-duration-implausible', text.slice(token.from, token.to));
  return { kind: 'duration', amount, unit: 'day', from: token.from, to: token.to };
}

/** What is left of the text around the pieces once words that change nothing are taken out. */
function residue(text: string, spans: readonly Span[], dropped: string): string {
  let at = 0;
  let rest = '';
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    rest += `${text.slice(at, span.from)} `;
    at = span.to;
  }
  rest += text.slice(at);
  return (dropped === '' ? rest : rest.split(dropped).join(' ')).replace(FILLER, '');
}

function boundPhrase(text: string, { bounds, durations }: Counted, vague: string): LimitPhrase {
  let marked = true;
  for (const bound of bounds) {
    const after = text.slice(bound.to);
    const ahead = text.slice(0, bound.from);
    const part = text.slice(bound.from, bound.to);
    if (ABOUT.test(after) || ABOUT_AHEAD.test(ahead)) return unreadable('limit-approximate', part);
    if (AFTER.test(after) || (NOT_BEFORE.test(ahead) && bound.first === null && !BEFORE.test(after))) {
      return countedFrom(text, { bounds, durations }) ?? unreadable('limit-lower-bound', part);
    }
    const { whole } = bound.last;
    const before = /^\)?(?:之前|以前|前)/.test(after);
    if (before && whole !== 'day' && whole !== 'part') return unreadable('limit-before-period', part + '前');
    if (monthOrMonths(bound, after, ahead)) return unreadable('limit-month-or-months', `${part}内`);
    if (!BEFORE.test(after) && !NO_LATER.test(ahead) && !(ahead === '' && NOTE.test(after))) marked = false;
  }
  for (const duration of durations) {
    if (!explains(text, duration, bounds)) return unreadable('limit-several', text);
  }
  const rest = residue(text, [...bounds, ...durations], vague);
  if (marked ? TURNS.test(text) : rest !== '') return unreadable('limit-free-text');
  return { kind: 'bounds', bounds: bounds.map(({ last, first }) => ({ last, first })) };
}

/** 3月内, 三月内: from July on nobody means that many months. */
const monthOrMonths = ({ last, first }: BoundSpan, after: string, ahead: string): boolean =>
  first === null &&
  last.kind === 'bound' &&
  last.whole === 'month' &&
  last.year === null &&
  last.month <= 6 &&
  !/份$/.test(ahead) &&
  /^(?:之内|以内|内)/.test(after);

/** A duration beside a bound says the same thing once more: in brackets, or joined by 即. */
function explains(text: string, duration: DurationSpan, bounds: readonly BoundSpan[]): boolean {
  const bracketed = (span: Span): boolean =>
    /\([^)]*$/.test(text.slice(0, span.from)) && /^[^(]*\)/.test(text.slice(span.to));
  const [bound] = bounds;
  if (bound === undefined) return false;
  const between = bound.from > duration.to ? text.slice(duration.to, bound.from) : text.slice(bound.to, duration.from);
  return bracketed(duration) !== bracketed(bound) || /[,(]?(?:即|也就是|亦即)/.test(between);
}

/** 9月1日起60日内: a duration whose start is written beside it. */
function countedFrom(text: string, { bounds, durations }: Counted): LimitPhrase | null {
  const [bound] = bounds;
  const [counted] = durations;
  if (bounds.length !== 1 || durations.length !== 1 || bound === undefined || counted === undefined) return null;
  if (bound.last.kind !== 'bound' || bound.first !== null || counted.from < bound.to) return null;
  if (residue(text, [bound, counted], '').replace(/自|从|开始|始|后/g, '') !== '') return null;
  return { kind: 'duration', amount: counted.amount, unit: counted.unit, from: bound.last };
}

/** The event a duration counts from (自受理之日起, 收到后), named before it or in brackets after it. */
function anchorIn(text: string, { from, to }: Span): (Span & { readonly event: string }) | null {
  const ahead = ANCHOR.exec(text.slice(0, from));
  const anchor = ahead ?? ANCHOR_BEHIND.exec(text.slice(to));
  if (anchor === null) return null;
  const at = anchor.index + (ahead === null ? to : 0);
  return { from: at, to: at + anchor[0].length, event: anchor[1] ?? '' };
}

function durationPhrase(
  text: string,
  durations: readonly DurationSpan[],
  wording: LimitWording,
  vague: VagueWord | null,
): LimitPhrase {
  const [first] = durations;
  if (first === undefined) return unreadable('limit-free-text');
  if (durations.some(({ amount, unit }) => amount !== first.amount || unit !== first.unit)) {
    return unreadable('limit-several', text);
  }
  const part = text.slice(first.from, first.to);
  const after = text.slice(first.to);
  const ahead = text.slice(0, first.from);
  if (ABOUT.test(after) || ABOUT_AHEAD.test(ahead)) return unreadable('limit-approximate', part);
  if (/^\)?(?:以后|之后|后|之前|以前|前|起)/.test(after)) return unreadable('limit-lower-bound', part);
  if (EXTENDED_BY.test(ahead) && wording.extension !== true) return unreadable('limit-extension-only', text);
  const anchor = anchorIn(text, first);
  if (anchor !== null && anchor.event !== '' && !START_EVENTS.test(anchor.event)) {
    return vague === null ? unreadable('limit-other-start', anchor.event) : { kind: 'vague', word: vague.word };
  }
  const marked = /^\)?(?:之内|以内|内|为限)/.test(after) || NO_LATER.test(ahead);
  const rest = residue(text, anchor === null ? durations : [...durations, anchor], vague?.plain ?? '');
  if (marked ? TURNS.test(text) : rest !== '') return unreadable('limit-free-text');
  return { kind: 'duration', amount: first.amount, unit: first.unit };
}

/** A longer text is a report, not a limit, and no date in it can be taken for one. */
const LONGEST_LIMIT = 200;

/** Reads a limit's text as far as the text alone goes. */
export function readLimitPhrase(seen: string, wording: LimitWording): LimitPhrase {
  const { text: plain, lunar } = plainDateText(seen);
  const text = plain.replace(DOCUMENT_NUMBER, '').replace(BRACKETED_UNIT, '$1');
  if (text.length > LONGEST_LIMIT) return unreadable('limit-free-text');
  const vague = vagueWordIn(text, wording.vagueWords);
  const tokens = dateTokens(text, wording.order);
  const dated = tokens.some(
    ({ kind }) => kind === 'bound' || kind === 'duration' || kind === 'day' || kind === 'relative',
  );
  const wrong = tokens.find((token) => token.kind === 'bad');
  if (lunar && (dated || vague === null)) return unreadable('date-lunar');
  if (wrong?.kind === 'bad') {
    const harmless = wrong.code === 'limit-recurring' || wrong.code === 'limit-relative';
    if (vague !== null && harmless && !dated) return { kind: 'vague', word: vague.word };
    return unreadable(wrong.code, text.slice(wrong.from, wrong.to));
  }
  const { bounds, durations: counted, days } = joined(text, tokens);
  const durations: DurationSpan[] = [...counted];
  for (const token of days) {
    const asDuration = dayAsDuration(text, token);
    if (asDuration.kind === 'duration') durations.push(asDuration);
    else return bounds.length > 0 ? unreadable('limit-several', text) : asDuration;
  }
  if (bounds.length > 0) return boundPhrase(text, { bounds, durations }, vague?.plain ?? '');
  if (durations.length > 0) return durationPhrase(text, durations, wording, vague);
  if (vague !== null) return { kind: 'vague', word: vague.word };
  return /^\d+(?:\.\d+)?$/.test(text) ? unreadable('limit-number-without-unit', text) : unreadable('limit-free-text');
}
