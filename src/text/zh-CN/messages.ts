import type { Explanation, MessagePart } from '../../core/check/explanation';
import { isUnknown } from '../../core/facts/column';
import { longDate } from './dates';
import { mask } from './mask';
import { formatNumber, quote } from './sentence';
import { LIMIT_KIND_WORDS, NO, YES } from './words';

/** The sentence of a finding: the rule's own words with the case's values in them. */
export const sayMessage = (explanation: Explanation): string => say(explanation.message, false);

/** What to do next, likewise. */
export const sayAdvice = (explanation: Explanation): string => say(explanation.advice, false);

/** The same sentences for what leaves the workbook: names, numbers and addresses of petitioners are masked. */
export const sayMessageMasked = (explanation: Explanation): string => say(explanation.message, true);
export const sayAdviceMasked = (explanation: Explanation): string => say(explanation.advice, true);

/** Where a message names cells of other cases, and none of them is found any more. */
const OTHER_CASES = '另外的件';

function say(parts: readonly MessagePart[], masked: boolean): string {
  let said = '';
  for (const part of parts) said += sayPart(part, masked);
  return said;
}

function sayPart(part: MessagePart, masked: boolean): string {
  if (typeof part === 'string') return part;
  if ('row' in part) return `第 ${part.row} 行“${part.label}”栏（台账没有这一列，请先添加）`;
  const { value } = part;
  if (value === null || value === '' || isUnknown(value)) return '（空）';
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number')
    return part.type === 'date' || part.type === 'limit' ? longDate(value) : formatNumber(value);
  const words = typeof value === 'string' ? [value] : value;
  if (words.length === 0) return OTHER_CASES;
  if (part.type === 'enum') return words.map((word) => LIMIT_KIND_WORDS[word] ?? word).join('、');
  // Lists are made by the program, item by item short enough; a single text may be anything someone typed.
  const shown = (masked && part.personal ? words.map(mask) : words).map(quote);
  return shown.join('、');
}
