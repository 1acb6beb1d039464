import type { MaskShapes } from './shapes';
import type { Span } from './span';

const LABELLED =
  /(?:姓名|诉求人|信访人|来访人|来信人|反映人|投诉人|举报人|申请人|当事人|联系人)[:：]\s*(\p{Script=Han}[\p{Script=Han}·]{1,3}?)(?=[^\p{Script=Han}·]|电话|手机|联系|身份|住址|$)/gu;

/** Names that a text itself says are someone's (联系人：测试甲), whether or not a column has them. */
export function labelledSpans(text: string, { maskNames }: MaskShapes): Span[] {
  if (!text.includes('人') && !text.includes('姓名')) return [];
  return [...text.matchAll(LABELLED)].map((match) => {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - name.length, end, shown: maskNames([name]) };
  });
}
