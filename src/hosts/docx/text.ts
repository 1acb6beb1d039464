import { AlignmentType, Paragraph, TextRun, UnderlineType, type IParagraphOptions } from 'docx';
import { piecesOf } from '../../core/reports/document';
import { FACES, LETTER, LETTER_SPACING, LINE, SIZE, type Face } from './form';

export interface TextLook {
  readonly face: Face;
  /** In half-points. */
  readonly size: number;
  /** Where a letter more or less a line counts: the body. */
  readonly isBody?: boolean;
}

export const BODY: TextLook = { face: FACES.body, size: SIZE.body, isBody: true };
export const TABLE: TextLook = { face: FACES.body, size: SIZE.table };
export const TABLE_HEAD: TextLook = { face: FACES.heading, size: SIZE.table };
export const FORM: TextLook = { face: FACES.body, size: SIZE.form };
export const FORM_LABEL: TextLook = { face: FACES.heading, size: SIZE.form };

/** What XML can't hold; a cell of a ledger may. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A text as runs: what a person has to fill in stands on a shaded line. */
export function runs(text: string, { face, size, isBody = false }: TextLook): TextRun[] {
  const common = {
    font: { ascii: face, hAnsi: face, eastAsia: face, cs: face },
    size,
    ...(isBody ? { characterSpacing: LETTER_SPACING } : {}),
  };
  return piecesOf(text.replace(UNPRINTABLE, '')).map(
    (piece) =>
      new TextRun({
        ...common,
        text: piece.text,
        ...(piece.isGap
          ? { underline: { type: UnderlineType.DOTTED }, shading: { type: 'clear', fill: 'EDEDED', color: 'auto' } }
          : {}),
      }),
  );
}

/** A paragraph of the body; no line of it is left alone on a page. */
export const paragraph = (text: string, look: TextLook, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    widowControl: true,
    alignment: AlignmentType.BOTH,
    spacing: { line: LINE, lineRule: 'exact', before: 0, after: 0 },
    ...options,
    children: runs(text, look),
  });

/** Two letters in, as every paragraph begins. */
export const INDENT = { firstLine: LETTER * 2 };
