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
  type Table,
} from 'docx';
import type { ReportDocument } from '../../core/reports/document';
import { childrenOf, type FormWords } from './blocks';
import { documentXml } from './elementXml';
import { FACES, LINE, LINE_PITCH, PAGE, SIZE, fontTable } from './form';
import { paragraphStyles } from './looks';
import { packageSetter } from './packageSetter';
import { xmlSetter } from './xmlSetter';

/** One letter of a page number: it stands so far from the outer edge. */
const NUMBER_INDENT = SIZE.pageNumber * 10;

/** What the file says of itself. */
export interface AboutFile {
  readonly title: string;
  readonly creator: string;
}

/** Official documents as one .docx file, each on pages of its own that count from 1, in the form of GB/T 9704-2012. */
export const renderDocuments = (
  documents: readonly ReportDocument[],
  about: AboutFile,
  words: FormWords,
): Promise<Uint8Array> =>
  documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'bars'))
    ? renderByPackage(documents, about, words)
    : renderFilled(documents, about, words);

/** By the docx package alone, which takes its time; the only way for documents with charts. */
export const renderByPackage = (
  documents: readonly ReportDocument[],
  about: AboutFile,
  words: FormWords,
): Promise<Uint8Array> =>
  pack(
    fileOf(
      about,
      documents.map((document) => childrenOf(packageSetter, document, words)),
    ),
  );

/**
 * The same file for documents without charts, whose own XML is filled in here: the package makes everything around it, for
 * sections that hold next to nothing.
 */
function renderFilled(documents: readonly ReportDocument[], about: AboutFile, words: FormWords): Promise<Uint8Array> {
  const sections = documents.slice(0, SECTIONS_THAT_DIFFER).map(() => [new Paragraph({ text: '' })]);
  const skeleton = documentXml(fileOf(about, sections));
  const properties = skeleton.match(/<w:sectPr>.*?<\/w:sectPr>/gsu) ?? [];
  const start = skeleton.indexOf(BODY) + BODY.length;
  const setter = xmlSetter();
  const pieces = [skeleton.slice(0, start)];
  documents.forEach((document, at) => {
    const isLast = at === documents.length - 1;
    const own = (isLast ? properties.at(-1) : properties[at === 0 ? 0 : 1]) ?? '';
    const children = childrenOf(setter, document, words);
    pieces.push(...(isLast ? [...children, own] : endingSection(children, own)));
  });
  pieces.push(skeleton.slice(skeleton.lastIndexOf(BODY_END)));
  return pack(fileOf(about, sections), [{ path: 'word/document.xml', data: pieces.join('') }]);
}

const BODY = '<w:body>';
const BODY_END = '</w:body>';
/** The first section has the footers, the last one stands otherwise in the body, all between are alike. */
const SECTIONS_THAT_DIFFER = 3;

/** The properties of a section but the last stand in its last paragraph; one that ends with a table gets an empty one. */
function endingSection(children: readonly string[], properties: string): readonly string[] {
  const last = children.at(-1);
  if (last?.startsWith(PARAGRAPH) !== true) return [...children, `${PARAGRAPH}<w:pPr>${properties}</w:pPr></w:p>`];
  const end = last.startsWith(`${PARAGRAPH}<w:pPr>`) ? last.indexOf('</w:pPr>') : -1;
  const held =
    end < 0
      ? `${PARAGRAPH}<w:pPr>${properties}</w:pPr>${last.slice(PARAGRAPH.length)}`
      : last.slice(0, end) + properties + last.slice(end);
  return [...children.slice(0, -1), held];
}

const PARAGRAPH = '<w:p>';

/** @param parts what takes the place of parts that the package writes */
async function pack(
  file: Document,
  parts: readonly { readonly path: string; readonly data: string }[] = [],
): Promise<Uint8Array> {
  const fonts = { path: 'word/fontTable.xml', data: fontTable() };
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, [fonts, ...parts]));
}

const fileOf = (about: AboutFile, sections: readonly (readonly (Paragraph | Table)[])[]): Document =>
  new Document({
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
    sections: sections.map((children, at) => sectionOf(children, at === 0)),
  });

function sectionOf(children: readonly (Paragraph | Table)[], isFirst: boolean): ISectionOptions {
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
    children,
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
