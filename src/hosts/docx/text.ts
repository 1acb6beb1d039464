import { AlignmentType, Paragraph, TextRun, UnderlineType, type IParagraphOptions } from 'docx';
import { piecesOf } from '../../core/reports/document';
import { LETTER } from './form';
import type { TextLook } from './looks';

/** What XML can't hold; a cell of a ledger may. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A text as runs: what a person has to fill in stands on a shaded, dotted line. */
export function runs(text: string): TextRun[] {
  const pieces = piecesOf(text.replace(UNPRINTABLE, '')).flatMap(({ text: said, isGap }) =>
    said.split('\n').map((line, at) => ({ line, isGap, startsLine: at > 0 })),
  );
  return pieces.map(
    ({ line, isGap, startsLine }) =>
      new TextRun({
        text: line,
        ...(startsLine ? { break: 1 } : {}),
        ...(isGap
          ? { underline: { type: UnderlineType.DOTTED }, shading: { type: 'clear', fill: 'EDEDED', color: 'auto' } }
          : {}),
      }),
  );
}

/** A paragraph in a look; no line of it is left alone on a page. */
export const paragraph = (text: string, look: TextLook, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    style: look.id,
    widowControl: true,
    alignment: AlignmentType.BOTH,
    ...options,
    children: runs(text),
  });

/** Two letters in, as every paragraph begins. */
export const INDENT = { firstLine: LETTER * 2 };
