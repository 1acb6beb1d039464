import type { Span } from './span';

const DIGIT = '[\\d０-９一二三四五六七八九十百〇零两]';
const HAN = '\\p{Script=Han}';
/** What makes a number behind it a count or a date, not a room. */
const NO_ROOM = '(?![\\d元万年月日户人平米㎡%.])';

const PATTERNS: readonly RegExp[] = [
  // 测试村三组12号
  `(?<=(?:村|社区|居委会|街道|镇|乡|小区|庄|湾|郢|岗|冲|圩|店|集)第?)${DIGIT}{1,4}(?:村民)?(?:小组|组|队)(?:${DIGIT}{1,5}号(?:之${DIGIT})?)?`,
  // 测试村小湾组12号
  `(?<=(?:村|社区))${HAN}{1,6}(?:组|队|庄|郢|湾|屯|岗|冲)${DIGIT}{1,5}号`,
  `(?<=(?:村|社区|庄|湾|郢|小区))${DIGIT}{1,5}号(?!楼|文|令|地|线|公)`,
  // 测试小区3栋2单元402室
  `[A-Za-z]?${DIGIT}{1,4}(?:[#号])?(?:栋|幢|座|楼)[-\\s]?(?:${DIGIT}{1,3}单元)?[-\\s]?(?:${DIGIT}{1,3}[层楼])?[-\\s]?[\\d０-９]{2,5}(?:室|号|房)?${NO_ROOM}`,
  `${DIGIT}{1,3}单元[-\\s]?[\\d０-９]{2,5}(?:室|号|房)?${NO_ROOM}`,
  // 测试路18号
  `(?<=(?:路|街|巷|弄|大道|胡同))[\\d０-９]{1,5}(?:号|弄)(?:[之附-]${DIGIT}+号?)?`,
].map((pattern) => new RegExp(pattern, 'gu'));

const MAY_HOLD_ONE = /[组队号栋幢座楼元弄]/u;

/**
 * Where someone lives, wherever it stands in a text: the group and number behind a village, building and room behind an
 * estate, the number in a street. Village, estate and street stay: what the case is about is often there.
 */
export function houseSpans(text: string): Span[] {
  if (!MAY_HOLD_ONE.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      shown: '**',
    })),
  );
}
