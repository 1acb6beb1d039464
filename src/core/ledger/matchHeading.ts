import type { FactType } from '../facts/column';
import type { FieldDefinition } from '../rules/pack';
import { headingKey, headingText } from './headingText';
import type { FieldId } from './table';
import { isWeakHeading } from './weakHeadings';

/** How surely a heading means its field; a higher number beats a lower one. */
export const Tier = { weak: 1, contained: 2, exact: 3 } as const;
export type Tier = (typeof Tier)[keyof typeof Tier];

/** What a heading means: one field, or several that have an equal claim. */
export interface HeadingMatch {
  readonly fields: readonly FieldId[];
  readonly tier: Tier;
}

/** All synonyms of a pack's fields, ready to be looked up. */
export interface SynonymIndex {
  readonly exact: ReadonlyMap<string, readonly FieldId[]>;
  /** Synonyms that may be part of a longer heading, longest first. */
  readonly partial: readonly (readonly [key: string, field: FieldId])[];
  readonly types: ReadonlyMap<FieldId, FactType>;
}

const LONGEST_HEADING = 24;
/** Headings about lateness and our own columns are results, not facts of the ledger. */
const NEVER_A_FIELD = /超期|逾期|超时|临期|剩余|倒计时|预警|督查状态|督查应办结日|督查甄别建议|督查问题|督查整改建议/u;
const QUESTION = /^(?:是否|有无|能否|可否)/u;
const COUNTED = /(?:总数|件数|次数|天数|个数|户数|总量|率|比例|比率|占比|时长|费用|金额|小计|合计)$/u;
/** Words in front of a synonym that turn it into something else. */
const TURNING = /(?:是否|有无|被|原|应|拟|预计|计划|要求|规定|限定|承诺|未|不|下次|代办|监督|非|前任)$/u;
/** What may stand behind a synonym without changing what the column holds. */
const HARMLESS =
  /^(?:姓名|名称|名单|要求|摘要|简述|简介|概述|概况|描述|说明|详情|情况|情况说明|填写|及职务|和职务|及电话|及联系方式|及联系电话|和联系方式|和电话|一|二|三|\d{1,2})$/u;
const CONTACT_FIELDS: ReadonlySet<FieldId> = new Set(['phone', 'idNumber', 'address']);
const PETITIONER_LIKE =
  /诉求人|信访人|申请人|反映人|来访人|来信人|来电人|上访人|投诉人|举报人|咨询人|当事人|群众|本人|代表|联系人/u;
const ALTERNATIVES = /[/／、,，&＆+＋]|及其?|和|或|与/u;
/** A person named beside a unit (责任单位/负责人), whoever that is. */
const SOME_PERSON = /^(?:负责人|负责人员|领导|主要领导|单位负责人|主要负责人|分管负责人)$/u;
const CONTACT_OF_PERSON =
  /^(?:职务|职级|单位及职务|电话|联系电话|联系方式|手机|手机号|手机号码|身份证号?|身份证号码|住址|地址|性别|年龄|备注)$/u;

export function synonymIndex(fields: readonly FieldDefinition[]): SynonymIndex {
  const exact = new Map<string, FieldId[]>();
  for (const field of fields) {
    for (const synonym of [field.label, ...field.synonyms]) {
      const key = headingKey(synonym);
      const claimed = exact.get(key) ?? [];
      if (key !== '' && !claimed.includes(field.id)) exact.set(key, [...claimed, field.id]);
    }
  }
  const partial = [...exact.entries()]
    .filter(([key]) => key.length >= 3 && !isWeakHeading(key))
    .flatMap(([key, ids]) => ids.map((id) => [key, id] as const))
    .sort((a, b) => b[0].length - a[0].length);
  return { exact, partial, types: new Map(fields.map((field) => [field.id, field.type])) };
}

/** The field that a single heading means by itself, or null. */
export function matchHeading(raw: string, index: SynonymIndex): HeadingMatch | null {
  const { keys } = headingText(raw);
  if (keys.length === 0 || keys.some((key) => NEVER_A_FIELD.test(key))) return null;
  for (const key of keys) {
    const fields = index.exact.get(key);
    if (fields) return { fields, tier: isWeakHeading(key) ? Tier.weak : Tier.exact };
  }
  const several = matchAlternatives(raw, index);
  if (several !== undefined) return several;
  for (const key of keys) {
    const match = key.length <= LONGEST_HEADING ? matchWithin(key, index) : null;
    if (match) return match;
  }
  return null;
}

/**
 * A heading of several parts, such as `责任单位及责任人`: each part a field of its own is a claim of several, but a
 * person's position or telephone beside the person is not. Undefined where the parts say nothing.
 */
function matchAlternatives(raw: string, index: SynonymIndex): HeadingMatch | undefined {
  const bare = raw.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff*]+/gu, '');
  const parts = bare.split(ALTERNATIVES).map(headingKey);
  if (parts.length < 2) return undefined;
  const first = index.exact.get(parts[0] ?? '');
  if (!first) return undefined;
  const fields = new Set(first);
  for (const part of parts.slice(1)) {
    const person = first.every((id) => index.types.get(id) === 'names');
    if (person && CONTACT_OF_PERSON.test(part)) continue;
    const found = index.exact.get(part) ?? (SOME_PERSON.test(part) ? ['caseLeader'] : undefined);
    if (!found) return undefined;
    for (const id of found) fields.add(id);
  }
  return { fields: [...fields], tier: Tier.exact };
}

function matchWithin(key: string, index: SynonymIndex): HeadingMatch | null {
  let length = 0;
  const fields: FieldId[] = [];
  for (const [synonym, field] of index.partial) {
    if (synonym.length < length) break;
    const at = key.lastIndexOf(synonym);
    if (at < 0 || fields.includes(field)) continue;
    if (!mayStandIn(key.slice(0, at), key.slice(at + synonym.length), key, synonym, field)) continue;
    length = synonym.length;
    fields.push(field);
  }
  return fields.length === 0 ? null : { fields, tier: Tier.contained };
}

/** Whether a longer heading still means the synonym's field: in Chinese the head of a compound comes last. */
function mayStandIn(before: string, after: string, key: string, synonym: string, field: FieldId): boolean {
  if (after !== '' && !HARMLESS.test(after)) return false;
  if (COUNTED.test(key) && field !== 'headcount') return false;
  if (QUESTION.test(key) && !QUESTION.test(synonym)) return false;
  if (TURNING.test(before)) return false;
  return before === '' || !CONTACT_FIELDS.has(field) || PETITIONER_LIKE.test(before);
}
