import type { IParagraphStyleOptions } from 'docx';
import { FACES, LETTER_SPACING, LINE, SIZE, TABLE_LINE, type Face } from './form';

/** How a piece of a document is set: a paragraph style of the file, which an office can change in one place. */
export interface TextLook {
  /** Names the style inside the file. */
  readonly id: string;
  /** What Word's list of styles calls it. */
  readonly name: string;
  readonly face: Face;
  /** In half-points. */
  readonly size: number;
  /** Exactly so high, in twips. */
  readonly line: number;
  /** Where a letter more or less a line counts: the body. */
  readonly isBody?: boolean;
}

const look = (id: string, name: string, face: Face, size: number, line: number = LINE): TextLook => ({
  id,
  name,
  face,
  size,
  line,
});
const body = (id: string, name: string, face: Face): TextLook => ({ ...look(id, name, face, SIZE.body), isBody: true });

export const LOOKS = {
  title: look('DocTitle', '公文标题', FACES.title, SIZE.title, 640),
  slipTitle: look('SlipTitle', '回执标题', FACES.title, SIZE.slipTitle),
  body: body('DocBody', '公文正文', FACES.body),
  heading: body('DocHeading1', '公文一级标题', FACES.heading),
  subheading: body('DocHeading2', '公文二级标题', FACES.subheading),
  caption: look('DocCaption', '表标题', FACES.heading, SIZE.caption),
  table: look('DocTable', '表格文字', FACES.body, SIZE.table, TABLE_LINE),
  tableHead: look('DocTableHead', '表头', FACES.heading, SIZE.table, TABLE_LINE),
  form: look('DocForm', '表单文字', FACES.body, SIZE.form, TABLE_LINE),
  formLabel: look('DocFormLabel', '表单名称', FACES.heading, SIZE.form, TABLE_LINE),
  cut: look('DocCut', '裁切线', FACES.body, SIZE.form, 400),
  imprint: look('DocImprint', '版记', FACES.body, SIZE.imprint),
} as const satisfies Readonly<Record<string, TextLook>>;

const font = (face: Face) => ({ ascii: face, hAnsi: face, eastAsia: face, cs: face });

/** The looks as the file's paragraph styles. */
export const paragraphStyles = (): IParagraphStyleOptions[] =>
  Object.values<TextLook>(LOOKS).map(({ id, name, face, size, line, isBody = false }) => ({
    id,
    name,
    quickFormat: true,
    run: { font: font(face), size, ...(isBody ? { characterSpacing: LETTER_SPACING } : {}) },
    paragraph: { spacing: { line, lineRule: 'exact', before: 0, after: 0 } },
  }));
