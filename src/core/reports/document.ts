/**
 * An official document (公文) as blocks, whatever writes it: the order and the words are all here, the form of
 * GB/T 9704-2012 (fonts, margins, where the date stands) is the renderer's.
 */
export interface ReportDocument {
  /** What it is called where documents are listed: 督办单（办公室）. */
  readonly name: string;
  /** Whom a letter is to: named in it, and nowhere else. */
  readonly addressed?: readonly string[];
  readonly blocks: readonly Block[];
}

/** Texts may hold gaps that a person fills in: `（请填写：文号）`; see `piecesOf`. */
export type Block =
  | { readonly kind: 'title' | 'number' | 'addressee' | 'attachment' | 'note'; readonly text: string }
  /** 一、 is level 1, （一） 2, 1． 3, （1） 4. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | DocumentTable
  | DocumentForm
  | DocumentBars
  | { readonly kind: 'signature'; readonly by: string; readonly on: string }
  /** Where the reply slip below is cut off. */
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'pageBreak' }
  /** The lines at the foot of the last page: 抄送, 印发. */
  | { readonly kind: 'imprint'; readonly copyTo: string; readonly by: string; readonly on: string };

export type HeadingLevel = 1 | 2 | 3 | 4;

/** Rows under headings that repeat on each page. */
export interface DocumentTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface DocumentColumn {
  readonly heading: string;
  /** Share of the width, in any unit. */
  readonly width: number;
  readonly align: 'left' | 'center';
}

/** Labels with what stands beside them, one or two pairs a row. */
export interface DocumentForm {
  readonly kind: 'form';
  readonly rows: readonly (readonly { readonly label: string; readonly text: string }[])[];
}

/** Numbers of a few things beside each other, for a chart. */
export interface DocumentBars {
  readonly kind: 'bars';
  /** Parts of a whole in one bar each, or the series side by side. */
  readonly form: 'parts' | 'sideBySide';
  readonly title: string;
  /** What the numbers count: 件. */
  readonly unit: string;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

const GAP = /（请填写：[^（）]*）/gu;

/** What a person has to write, marked in the text: nothing is made up in its place. */
export const gap = (what: string): string => `（请填写：${what}）`;

export interface Piece {
  readonly text: string;
  readonly isGap: boolean;
}

/** A text cut at its gaps. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(GAP)) {
    if (index > from) pieces.push({ text: text.slice(from, index), isGap: false });
    pieces.push({ text: found, isGap: true });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isGap: false });
  return pieces;
}

const LEVELS: readonly (readonly [RegExp, HeadingLevel])[] = [
  [/^[一二三四五六七八九十]+、/u, 1],
  [/^（[一二三四五六七八九十]+）/u, 2],
  [/^\d+[．.]/u, 3],
  [/^（\d+）/u, 4],
];

/** The level of a heading by the number that it begins with, as offices number theirs; one without a number is the first. */
export const headingLevel = (text: string): HeadingLevel => LEVELS.find(([number]) => number.test(text))?.[1] ?? 1;

const sayForm = ({ rows }: DocumentForm): readonly string[] =>
  rows.map((cells) => cells.map(({ label, text }) => `${label}｜${text}`).join('｜'));

/** A document as plain text, a line a paragraph or row: to preview it, to compare it, to search it. */
export function plainText({ blocks }: ReportDocument): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'table':
        return [
          ...(block.caption === '' ? [] : [block.caption]),
          block.columns.map(({ heading }) => heading).join('｜'),
          ...block.rows.map((cells) => cells.join('｜')),
        ];
      case 'form':
        return sayForm(block);
      case 'bars':
        return [block.title, ...block.bars.map(({ label, values }) => `${label}｜${values.join('｜')}`)];
      case 'signature':
        return [block.by, block.on];
      case 'imprint':
        return [block.copyTo, [block.by, block.on].filter((part) => part !== '').join('｜')].filter(
          (line) => line !== '',
        );
      case 'pageBreak':
        return [];
      default:
        return [block.text];
    }
  });
}
