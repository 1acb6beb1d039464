import type { FieldId } from './table';
import { headingKey, headingText } from './headingText';
import { matchHeading, Tier, type HeadingMatch, type SynonymIndex } from './matchHeading';

const NAME_WORDS = /^(?:姓名|名单|人员|人员姓名|领导|领导姓名|负责人|责任人|名称|同志)$/u;
const UNIT_WORDS = /^(?:单位|部门|股室|科室|处室|司法所|名称|单位名称|股室名称|部门名称|全称)$/u;
const CONTACT_WORDS =
  /^(?:电话|联系电话|电话号码|手机|手机号|手机号码|联系方式|身份证|身份证号|身份证号码|住址|地址|家庭住址|单位)$/u;
const POSITION_WORDS = /^(?:职务|职级|级别|职位|岗位|性别|年龄|民族|政治面貌)$/u;
const DATE_WORDS = /^(?:时间|日期|年月日|具体时间|具体日期)$/u;
const TEXT_WORDS = /^(?:情况|意见|结果|内容|状态|说明|具体内容|简要内容|具体情况|是否|有无|认定|描述|摘要)$/u;
/** Whether a heading is a general one that an upper heading gives its sense to. */
export const isGeneralHeading = (raw: string): boolean =>
  [NAME_WORDS, UNIT_WORDS, CONTACT_WORDS, POSITION_WORDS, DATE_WORDS, TEXT_WORDS].some((words) =>
    words.test(headingText(raw).core),
  );

/** What an upper heading adds to its subject: 受理情况 over 日期 is 受理日期. */
const UPPER_TAIL = /(?:基本情况|基本信息|情况|信息|环节|阶段|登记|要求|事项|工作|过程|方面|部分|栏)$/u;
const UNIT_LIKE: ReadonlySet<FieldId> = new Set(['unit', 'coUnits', 'accused']);

/**
 * The field that a column's headings mean, read from the top down: the lowest leads, and those above give a general
 * one (姓名, 日期, 单位) its sense or take it away (包案领导 over 电话 is nobody's 联系电话).
 */
export function matchStack(parts: readonly string[], index: SynonymIndex): HeadingMatch | null {
  const lower = parts[parts.length - 1];
  if (lower === undefined) return null;
  const uppers = parts.slice(0, -1).reverse();
  const alone = matchHeading(lower, index);
  if (uppers.length === 0) return alone;
  const key = headingText(lower).core;
  if (key === '') return matchStack(parts.slice(0, -1), index);
  const joined = matchJoined(uppers, lower, index);
  if (joined) return joined;
  if (POSITION_WORDS.test(key)) return null;
  const above = firstMatch(uppers, index);
  if (above) {
    const guided = guide(key, alone, above, index);
    if (guided !== undefined) return guided;
  }
  return alone ?? (above ? { fields: above.fields, tier: Tier.weak } : null);
}

/** 受理 + 日期, 包案领导 + 姓名: the two headings written as one. */
function matchJoined(uppers: readonly string[], lower: string, index: SynonymIndex): HeadingMatch | null {
  const lowerKeys = headingText(lower).keys;
  for (const upper of uppers) {
    for (const stem of stems(upper)) {
      for (const key of lowerKeys) {
        const fields = index.exact.get(stem + key);
        if (fields) return { fields, tier: Tier.exact };
      }
    }
  }
  return null;
}

/** What a general lower heading means below a matched one: a match, null for nothing, undefined where it isn't general. */
function guide(
  key: string,
  alone: HeadingMatch | null,
  above: HeadingMatch,
  index: SynonymIndex,
): HeadingMatch | null | undefined {
  const [field] = above.fields;
  if (field === undefined || above.fields.length > 1) return undefined;
  const type = index.types.get(field);
  const its: HeadingMatch = { fields: [field], tier: Tier.exact };
  const ofUnit = UNIT_LIKE.has(field);
  if (type === 'names' && !ofUnit) {
    if (NAME_WORDS.test(key)) return its;
    if (CONTACT_WORDS.test(key)) return field === 'petitioner' && key !== '单位' ? alone : null;
    if (UNIT_WORDS.test(key)) return null;
  }
  if (ofUnit) {
    if (UNIT_WORDS.test(key)) return its;
    if (CONTACT_WORDS.test(key)) return null;
  }
  if (DATE_WORDS.test(key)) return type === 'date' || type === 'limit' ? its : null;
  if (TEXT_WORDS.test(key)) return type === 'date' || type === 'names' ? alone : its;
  return undefined;
}

/**
 * Whose 联系电话 a column without an upper heading is: right of a person or unit other than the petitioner it is
 * theirs and no field; right of the petitioner it is surely the petitioner's.
 */
export function matchBeside(
  parts: readonly string[],
  match: HeadingMatch | null,
  left: { readonly parts: readonly string[]; readonly match: HeadingMatch | null } | undefined,
  index: SynonymIndex,
): HeadingMatch | null {
  const key = headingText(parts[0] ?? '').core;
  const [field] = left?.match?.fields ?? [];
  if (parts.length !== 1 || match?.tier !== Tier.weak || !CONTACT_WORDS.test(key) || field === undefined) return match;
  if (left?.parts.length !== 1 || index.types.get(field) !== 'names') return match;
  return field === 'petitioner' ? { ...match, tier: Tier.exact } : null;
}

function firstMatch(uppers: readonly string[], index: SynonymIndex): HeadingMatch | null {
  for (const upper of uppers) {
    const match = matchHeading(upper, index);
    if (match) return match;
    for (const stem of stems(upper)) {
      const fields = index.exact.get(stem);
      if (fields) return { fields, tier: Tier.contained };
    }
  }
  return null;
}

/** An upper heading's keys, as written and without what it adds to its subject. */
function stems(upper: string): readonly string[] {
  const found: string[] = [];
  for (const key of headingText(upper).keys) {
    for (let stem = key; stem !== '';) {
      if (!found.includes(stem)) found.push(stem);
      const shorter = headingKey(stem.replace(UPPER_TAIL, ''));
      if (shorter === stem) break;
      stem = shorter;
    }
  }
  return found;
}
