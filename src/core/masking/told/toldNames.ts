import {
  ADDRESSES,
  BEHIND,
  DEALINGS,
  DEEDS,
  ENDS_OF_PLACES,
  FOLLOWERS,
  LABELS,
  MEETINGS,
  NEVER_GIVEN,
  NEVER_LAST,
  POSTS,
  TOWARDS,
} from './contexts';
import { DOUBLE_SURNAMES, NO_NAMES, SURNAME_FLAGS, Surname } from './surnames';
import { charactersIn, wordsAt } from './wordsAt';

/** A stretch of a text that names a person by all that stands around it. */
export interface ToldName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** What stands before it says that a person comes (村民某甲): it is one wherever else it stands. */
  readonly sure: boolean;
}

const labels = wordsAt([...LABELS, ...POSTS]);
const deeds = wordsAt(DEEDS);
const meetings = wordsAt(MEETINGS);
const behind = wordsAt(BEHIND);
const dealings = wordsAt(DEALINGS);
const isTowards = charactersIn(TOWARDS);
const isNeverGiven = charactersIn(NEVER_GIVEN);
const addresses = wordsAt(ADDRESSES);
const isNeverLast = charactersIn(NEVER_LAST);
const endsPlace = charactersIn(ENDS_OF_PLACES);
const isFollower = charactersIn(FOLLOWERS);
const isLink = charactersIn(':：是为系叫“‘"（( ');
const isJoint = charactersIn('、和与及跟同，,/／');
const isAnd = charactersIn('与和跟同');
const isStop = charactersIn('，。；：！？、,;:!?（）()“”‘’"【】[]《》\n\r\t 　/／|～~…—-.·');
const AND_OTHERS = /等(?:共?计?\d+|[一二三四五六七八九十百几多数]+)(?:余|多)?(?:人|户|名|位|家)/uy;

/** What is told of a person, or of nobody: enough behind a name of three where a sentence begins. */
const STORY =
  /于\d|因(?![此为而素])|称[，,：:]|系[本我该其]|向(?:我|本|县|乡|镇|省|市|公|法|派|信)|家[住有]|在(?:我|本|县|其|该)/uy;
/** Two names beside each other, and what they have with one another. */
const BETWEEN = /[因的之发产纠两双签系等存均达曾有协争]/u;

/** How much what stands before a place says of a name there. */
enum Before {
  nothing,
  /** A sentence, or a part of one, begins. */
  start,
  /** 与, 向, 对 … */
  towards,
  deed,
  meeting,
  label,
}

/** How much what stands behind a name says of it. */
enum After {
  nothing,
  /** It may end there. */
  follows,
  /** Whatever it is ends there. */
  stops,
  /** A sentence goes on that may be a person's. */
  story,
  deals,
  person,
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/**
 * Names that no column has, told by a family name and by what stands before and behind it: 村民某甲, 某甲反映,
 * 与某甲沟通, 某甲等5人. 王某某 and 张主任 say no more than what is shown of a masked name, and are left.
 */
export function toldNames(text: string): readonly ToldName[] {
  const found: ToldName[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const flags = SURNAME_FLAGS[text.charCodeAt(at)] as Surname;
    if (flags === Surname.no) continue;
    const last = found.at(-1);
    const isListed = last?.end === at - 1 && isJoint(text.charCodeAt(at - 1));
    const before = isListed ? Before.label : beforeOf(text, at);
    if (before === Before.nothing) continue;
    const end = endOf(text, at, flags, before);
    if (end === 0) continue;
    const sure = before === Before.label && !isListed;
    found.push(...listedBefore(text, at, last?.end ?? 0), { start: at, end, name: text.slice(at, end), sure });
    at = end - 1;
  }
  return found.length === 0 ? found : withRepeats(text, found);
}

function beforeOf(text: string, at: number): Before {
  if (at === 0) return Before.start;
  const unit = text.charCodeAt(at - 1);
  if (labels.before(text, at) > 0) return Before.label;
  if (meetings.before(text, at) > 0) return Before.meeting;
  if (deeds.before(text, at) > 0) return Before.deed;
  if (isLink(unit)) {
    let end = at - 1;
    while (end > 0 && isLink(text.charCodeAt(end - 1)) && at - end < 3) end--;
    if (labels.before(text, end) > 0) return Before.label;
  }
  if (isStop(unit) || !isHan(unit)) return Before.start;
  return isTowards(unit) ? Before.towards : Before.nothing;
}

function afterOf(text: string, end: number): After {
  if (behind.from(text, end) > 0) return After.person;
  AND_OTHERS.lastIndex = end;
  if (AND_OTHERS.test(text)) return After.person;
  if (dealings.from(text, end) > 0) return After.deals;
  STORY.lastIndex = end;
  if (STORY.test(text)) return After.story;
  const unit = text.charCodeAt(end);
  if (end >= text.length || isStop(unit)) return After.stops;
  return !isHan(unit) || isFollower(unit) ? After.follows : After.nothing;
}

/** Where a name that begins here ends; 0 where none does. */
function endOf(text: string, at: number, flags: Surname, before: Before): number {
  const isDouble = (flags & Surname.double) !== 0 && DOUBLE_SURNAMES.has(text.slice(at, at + 2));
  if (!isDouble && (flags & ~Surname.double) === 0) return 0;
  const head = isDouble ? 2 : 1;
  if (!isDouble && NO_NAMES.has(text.slice(at, at + 2))) return 0;
  if (addresses.from(text, at + head) > 0) return 0;
  const isUsual = isDouble || (flags & Surname.usual) !== 0;
  let best = 0;
  let most = After.nothing;
  let longest = 0;
  for (let end = at + head + 1; end <= at + head + 2; end++) {
    const unit = text.charCodeAt(end - 1);
    if (!isHan(unit) || isNeverGiven(unit) || unit === SOME) break;
    if (end - at > head + 1 && isNeverLast(unit)) break;
    longest = end;
    const after = hasOther(text, end) ? After.person : afterOf(text, end);
    // Behind 村民 and the like a name may run on into anything.
    if (after >= most) [best, most] = [end, after];
  }
  if (longest === 0) return 0;
  if (before < Before.label && endsPlace(text.charCodeAt(best - 1))) return 0;
  return isEnough({ before, after: most, isUsual, length: best - at }) ? best : 0;
}

/** Of 某甲、某乙等人 only the last says that they are people. */
function listedBefore(text: string, at: number, from: number): readonly ToldName[] {
  if (at < LONG || !isJoint(text.charCodeAt(at - 1))) return [];
  const end = at - 1;
  for (const length of [LONG, LONG - 1, LONG + 1]) {
    const start = end - length;
    if (start < from || bareEnd(text, start, end) !== end) continue;
    const before = start === 0 || isJoint(text.charCodeAt(start - 1)) ? Before.start : beforeOf(text, start);
    if (before === Before.nothing) continue;
    return [...listedBefore(text, start, from), { start, end, name: text.slice(start, end), sure: false }];
  }
  return [];
}

/** Where a name of a usual family name that begins here may end, at most at `most`, by its characters alone; 0 for none. */
function bareEnd(text: string, at: number, most: number): number {
  const flags = SURNAME_FLAGS[text.charCodeAt(at)] as Surname;
  const isDouble = (flags & Surname.double) !== 0 && DOUBLE_SURNAMES.has(text.slice(at, at + 2));
  if (!isDouble && ((flags & Surname.usual) === 0 || NO_NAMES.has(text.slice(at, at + 2)))) return 0;
  const head = isDouble ? 2 : 1;
  if (!isDouble && addresses.from(text, at + head) > 0) return 0;
  let end = at + head;
  for (; end < Math.min(most, at + head + 2); end++) {
    const unit = text.charCodeAt(end);
    if (!isHan(unit) || isNeverGiven(unit) || unit === SOME || (end > at + head && isNeverLast(unit))) break;
  }
  return end - at > head ? end : 0;
}

/** Whether another name stands behind 与 or 和 at this place, and the two have something with one another. */
function hasOther(text: string, at: number): boolean {
  if (!isAnd(text.charCodeAt(at))) return false;
  for (let end = bareEnd(text, at + 1, text.length); end > at + 2; end--)
    if (BETWEEN.test(text.charAt(end)) || afterOf(text, end) >= After.deals) return true;
  return false;
}

interface Around {
  readonly before: Before;
  readonly after: After;
  readonly isUsual: boolean;
  readonly length: number;
}

function isEnough({ before, after, isUsual, length }: Around): boolean {
  if (after === After.nothing) return before === Before.label && isUsual && length > 2;
  if (before === Before.label) return isUsual || after >= After.deals || length > 2;
  if (before === Before.meeting) return isUsual && (after >= After.stops || length > 2);
  if (before === Before.deed) return isUsual && (after >= After.deals || length > 2);
  if (before === Before.towards) return isUsual && after >= After.deals;
  return isUsual && (after === After.person || (after >= After.story && length > 2));
}

/** 某: 王某某 is hidden already. */
const SOME = '某'.charCodeAt(0);
/** A name of two characters may be part of a word. */
const LONG = 3;

/** The same names wherever else they stand in the text. */
function withRepeats(text: string, found: readonly ToldName[]): readonly ToldName[] {
  const starts = new Set(found.map(({ start }) => start));
  const all = [...found];
  const names = new Map(found.map((one) => [one.name, one.sure]));
  for (const [name, sure] of names) {
    if (name.length < LONG && !sure) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      if (!starts.has(at)) all.push({ start: at, end: at + name.length, name, sure });
  }
  return all;
}
