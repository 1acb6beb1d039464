import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  PageNumber,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import type { ReportDocument } from '../../core/reports/document';
import { childrenOf, type FormWords } from './blocks';
import { FACES, LINE, LINE_PITCH, PAGE, SIZE, fontTable } from './form';
import { paragraphStyles } from './looks';

/** One letter of a page number: it stands so far from the outer edge. */
const NUMBER_INDENT = SIZE.pageNumber * 10;

/**
 * Official documents as one .docx file, each on pages of its own that count from 1, in the form of GB/T 9704-2012.
 * @param about what the file says of itself
 */
export async function renderDocuments(
  documents: readonly ReportDocument[],
  about: { readonly title: string; readonly creator: string },
  words: FormWords,
): Promise<Uint8Array> {
  const file = new Document({
    title: about.title,
    creator: about.creator,
    lastModifiedBy: about.creator,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles: paragraphStyles(),
      default: {
        document: {
          run: {
            font: { ascii: FACES.body, hAnsi: FACES.body, eastAsia: FACES.body, cs: FACES.body },
            size: SIZE.body,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line: LINE, lineRule: 'exact', before: 0, after: 0 } },
        },
      },
    },
    sections: documents.map((document, at) => sectionOf(document, at === 0, words)),
  });
  const bytes = await Packer.toArrayBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
  return new Uint8Array(bytes);
}

function sectionOf(document: ReportDocument, isFirst: boolean, words: FormWords): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: PAGE.width, height: PAGE.height },
        margin: {
          top: PAGE.top,
          bottom: PAGE.bottom,
          left: PAGE.left,
          right: PAGE.right,
          footer: PAGE.footer,
          header: PAGE.footer,
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
      // No grid of lines: rows of tables would be drawn out to it. Lines of 28 pt are 22 to a page by themselves.
      grid: { type: DocumentGridType.DEFAULT, linePitch: LINE_PITCH },
    },
    // The sections after the first go on with its footers.
    ...(isFirst ? { footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) } } : {}),
    children: [...childrenOf(document, words)],
  };
}

/** — 1 —, outside. */
const pageNumber = (alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: NUMBER_INDENT } : { left: NUMBER_INDENT },
        children: [
          new TextRun({
            font: {
              ascii: FACES.pageNumber,
              hAnsi: FACES.pageNumber,
              eastAsia: FACES.pageNumber,
              cs: FACES.pageNumber,
            },
            size: SIZE.pageNumber,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
