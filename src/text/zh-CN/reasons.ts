import type { Reason } from '../../core/check/explanation';
import { mask } from './mask';
import { UNKNOWN_SENTENCES, UNREADABLE_SENTENCES } from './reasonSentences';
import { fill, quote } from './sentence';

const UNREADABLE = '{where}“{label}”所填“{seen}”';
const OTHERWISE = '{where}“{label}”无法确定';
const UNREADABLE_BY_CODE: Readonly<Record<string, string>> = UNREADABLE_SENTENCES;

/** Why one case could not be judged: what is wanting, in which cell, with what stands in it. */
export const sayReason = (reason: Reason): string => say(reason, reason.seen);

/** The same for what leaves the workbook. */
export const sayReasonMasked = (reason: Reason): string =>
  say(reason, reason.personal ? mask(reason.seen) : reason.seen);

/** The same for many cases at once: no cell and no quotation. */
export const sayReasonInGeneral = (reason: Reason): string => say({ ...reason, cell: null }, null);

function say({ why, label, fieldLabel, cell }: Reason, seen: string | null): string {
  const code = why === null ? 'blank' : why.unknown;
  const sentence = sentenceOf(code);
  return fill(seen === null ? sentence.replace(/所填“\{seen\}”/g, '所填内容') : sentence, {
    ...why?.params,
    label: fieldLabel ?? label,
    where: cell === null ? '' : `${cell} `,
    seen: seen === null ? '' : quote(seen),
  });
}

function sentenceOf(code: string): string {
  const unreadable = UNREADABLE_BY_CODE[code];
  if (unreadable !== undefined) return UNREADABLE + unreadable;
  return UNKNOWN_SENTENCES[code] ?? OTHERWISE;
}
