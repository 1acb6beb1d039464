import { AlignmentType, Tab, TextRun, UnderlineType } from 'docx';
import { piecesOf } from '../../core/reports/document';
import { LETTER } from './form';
import type { TextLook } from './looks';
import type { Made, ParagraphForm, Setter } from './setter';

/** What XML can't hold; a cell of a ledger may. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A piece of a text that is set in one way. */
export interface Run {
  readonly line: string;
  readonly isGap: boolean;
  readonly startsLine: boolean;
  /** At the next tab stop. */
  readonly startsTab: boolean;
}

/** A text cut into runs: what a person has to fill in stands by itself, and each line begins one, and each tab. */
export const runsOf = (text: string): readonly Run[] =>
  piecesOf(text.replace(UNPRINTABLE, '')).flatMap(({ text: said, isGap }) =>
    said
      .split('\n')
      .flatMap((line, at) =>
        line
          .split('\t')
          .map((piece, tab) => ({ line: piece, isGap, startsLine: at > 0 && tab === 0, startsTab: tab > 0 })),
      ),
  );

/** A run as the docx package sets it: what a person has to fill in stands on a shaded, dotted line. */
export const textRun = ({ line, isGap, startsLine, startsTab }: Run): TextRun =>
  new TextRun({
    ...(startsTab ? { children: [new Tab(), line] } : { text: line }),
    ...(startsLine ? { break: 1 } : {}),
    ...(isGap
      ? { underline: { type: UnderlineType.DOTTED }, shading: { type: 'clear', fill: 'EDEDED', color: 'auto' } }
      : {}),
  });

/** A paragraph in a look; no line of it is left alone on a page. */
export const paragraph = <M extends Made>(
  setter: Setter<M>,
  text: string,
  look: TextLook,
  form: ParagraphForm = {},
): M['block'] => setter.paragraph({ style: look.id, widowControl: true, alignment: AlignmentType.BOTH, ...form }, text);

/** Two letters in, as every paragraph begins. */
export const INDENT = { firstLine: LETTER * 2 };
