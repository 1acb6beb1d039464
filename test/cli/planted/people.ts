import { DOUBLE_SURNAMES, NO_NAMES } from '../../../src/core/masking/told/surnames';
import { FOLLOWERS, NEVER_GIVEN, NEVER_LAST } from '../../../src/core/masking/told/contexts';

/** Somebody who is plainly made up; nothing of one is part of another. */
export interface Planted {
  readonly name: string;
  readonly phone: string;
  readonly landLine: string;
  readonly id: string;
  readonly card: string;
  readonly address: string;
  /** What must stand nowhere: width, blanks and hyphens away. */
  readonly secrets: readonly string[];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const FAMILIES = '丁田石汪江孟邵侯'.split('');
const DOUBLES = [...DOUBLE_SURNAMES].slice(0, 6);
const UNUSABLE = new Set(NEVER_GIVEN + FOLLOWERS + NEVER_LAST);

/** Characters that stand in no text but a planted name. */
const GIVEN = Array.from({ length: 4000 }, (_, at) => String.fromCharCode(0x6e00 + at)).filter(
  (letter) => !UNUSABLE.has(letter) && !FAMILIES.some((family) => NO_NAMES.has(family + letter)),
);

/** So many people: every ninth with a double family name, every tenth with an identity number of 15 digits. */
export function plantedPeople(count: number): readonly Planted[] {
  return Array.from({ length: count }, (_, at) => {
    const own = GIVEN[at] ?? '';
    const name = `${at % 9 === 8 ? DOUBLES[at % 6] : FAMILIES[at % 8]}${own}${at % 4 === 3 ? '' : '测'}`;
    const phone = `1${3 + (at % 7)}9${String(10_000_000 + at * 7919)}`;
    const landLine = `0564-${String(8_000_000 + at * 911)}`;
    const body = `341523${1950 + (at % 50)}0${1 + (at % 9)}1${at % 10}${String(100 + (at % 900))}`;
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
    const long = body + ('10X98765432'[sum % 11] ?? '');
    const id = at % 10 === 9 ? body.slice(0, 6) + body.slice(8) : long;
    const card = `62220000${String(10_000_000_000 + at * 104_729)}`;
    const address = `测试县测试镇${GIVEN[at + 1500] ?? ''}湾村${1 + (at % 9)}组${100 + at}号`;
    const secrets = [name.slice(0, DOUBLE_SURNAMES.has(name.slice(0, 2)) ? 3 : 2), phone, landLine, id, card];
    return { name, phone, landLine, id, card, address, secrets: [...secrets, address].map(plain) };
  });
}

/** As texts are searched: narrow, without blanks and hyphens. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\-–—]+/gu, '');

export const wide = (text: string): string =>
  text.replace(/[\dXx]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
export const spaced = (text: string): string => `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`;
export const hyphened = (text: string): string => `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`;
