import { clauseAt, passageOf } from '../../classify/passage';
import type { TextScans } from './reply';

/** An article, a document number, a standard: something that a reader can look up. */
const CITATION =
  /第[\d〇零一二三四五六七八九十百千]+条|\d{4}\s*[〕\]）)】]\s*第?\s*\d+\s*号|\]\s*\d+\s*号|(?:GB|DB|JGJ|CJJ)\/?T?\s?\d/;
/** A title in book-title marks counts if it is that of a law or a paper, not of a forum or a newspaper. */
const TITLE =
  /《[^》\n]*(?:法|条例|办法|规定|规则|细则|通知|意见|决定|方案|标准|规范|规划|公告|通告|批复|纪要|合同|协议|书|函|目录|制度|章程|解释|指南|清单|令)[^》\n]{0,20}》/;
const IS_CONDITION = /如果|如您|如你|如不|如仍|若|凡|的话|是否|能否|可否|否则|不符合[^，。]{0,16}的/;

/**
 * The words by which a reply refuses the claim while it cites no law, document or article; null where it doesn't.
 * A refusal inside a condition (不符合条件的，…) or a question is the rule told, not the claim refused.
 */
export function refusalWithoutBasis(raw: string, scans: TextScans): string | null {
  const passage = passageOf(raw);
  const refusals = scans.refusals.find(passage.unquoted);
  if (refusals.length === 0) return null;
  if (CITATION.test(passage.text) || TITLE.test(passage.text) || scans.citations.find(passage.text).length > 0)
    return null;
  const text = passage.unquoted;
  const refusal = refusals.find((hit) => {
    const clause = clauseAt(text, hit.start);
    const before = clause.start > 1 ? clauseAt(text, clause.start - 2) : null;
    const previous = before === null ? '' : text.slice(before.start, before.end);
    if (previous === '否则' || previous.endsWith('的')) return false;
    const said = text.slice(clause.start, clause.end + 1);
    return !IS_CONDITION.test(said) && !/[？?]$/.test(said);
  });
  return refusal === undefined ? null : passage.text.slice(refusal.start, refusal.end);
}
