import { AlignmentType, BorderStyle } from 'docx';
import type { Block, HeadingLevel, ReportDocument } from '../../core/reports/document';
import { LETTER, LINE, lettersWide } from './form';
import { imprintOf } from './imprint';
import { formOf, inOnePiece, spacer, tableOf } from './tables';
import { LOOKS, type TextLook } from './looks';
import type { Made, Setter } from './setter';
import { INDENT, paragraph } from './text';

const HEADING_LOOKS: Readonly<Record<HeadingLevel, TextLook>> = {
  1: LOOKS.heading,
  2: LOOKS.subheading,
  3: LOOKS.body,
  4: LOOKS.body,
};
const TITLE_LINE = 640;
const CUT_LINE = 400;
const EXACT = { line: LINE, lineRule: 'exact' } as const;
/** 成文日期 stands four letters from the right edge. */
const DATE_INDENT = 4;
/** As far as a signature may reach. */
const LEAST_INDENT = 2;

/** The words of the form itself, brought by `text`. */
export interface FormWords {
  /** 抄送：… */
  copyTo(names: string): string;
  /** 2021年8月31日印发 */
  printedOn(day: string): string;
  addressee(name: string): string;
}

/** Rows of a slip that still fit a page beside its heading; with more it starts a page of its own. */
const SLIP_ROWS = 12;

/** A document's blocks as Word's paragraphs and tables. */
export function childrenOf<M extends Made>(
  setter: Setter<M>,
  { blocks }: ReportDocument,
  words: FormWords,
): readonly M['block'][] {
  const cut = blocks.findIndex(({ kind }) => kind === 'cut');
  const [above, slip] = cut < 0 ? [blocks, []] : [blocks.slice(0, cut), blocks.slice(cut)];
  const set = (part: readonly Block[], isOnSlip: boolean): readonly M['block'][] =>
    part.flatMap((block, at) => {
      const next = part[at + 1]?.kind;
      // A signature alone on a page belongs to nothing.
      return childOf(setter, block, { keep: next === 'signature' || next === 'imprint', isOnSlip }, words);
    });
  if (slip.length === 0) return set(above, false);
  const rows = slip.reduce((sum, block) => sum + ('rows' in block ? block.rows.length : 0), 0);
  const below = set(slip, true);
  return [
    ...set(above, false),
    // Below 版记 nothing stands: it would be cut off with the slip.
    ...(rows > SLIP_ROWS || above.some(({ kind }) => kind === 'imprint')
      ? [setter.paragraph({ pageBreakBefore: true }, ''), ...below]
      : [spacer(setter, false), inOnePiece(setter, below)]),
  ];
}

/** Where a block stands: together with what follows, on the slip that is cut off. */
interface Standing {
  readonly keep: boolean;
  readonly isOnSlip: boolean;
}

function childOf<M extends Made>(
  setter: Setter<M>,
  block: Block,
  { keep, isOnSlip }: Standing,
  words: FormWords,
): readonly M['block'][] {
  switch (block.kind) {
    case 'title':
      return [
        paragraph(setter, block.text, isOnSlip ? LOOKS.slipTitle : LOOKS.title, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { line: isOnSlip ? LINE : TITLE_LINE, lineRule: 'exact', after: isOnSlip ? 0 : 160 },
        }),
      ];
    case 'number':
      return [
        paragraph(setter, block.text, LOOKS.body, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...EXACT, after: 160 },
        }),
      ];
    case 'addressee':
      return [
        paragraph(setter, words.addressee(block.text), LOOKS.body, {
          alignment: AlignmentType.LEFT,
          keepNext: true,
          spacing: EXACT,
        }),
      ];
    case 'heading':
      return [
        paragraph(setter, block.text, HEADING_LOOKS[block.level], {
          indent: INDENT,
          keepNext: true,
          outlineLevel: block.level - 1,
        }),
      ];
    case 'paragraph':
      return [paragraph(setter, block.text, LOOKS.body, { indent: INDENT, ...(keep ? { keepNext: true } : {}) })];
    case 'note':
      return [
        paragraph(setter, block.text, LOOKS.body, {
          indent: INDENT,
          alignment: AlignmentType.LEFT,
          ...(keep ? { keepNext: true } : {}),
        }),
      ];
    case 'attachment':
      return [
        paragraph(setter, block.text, LOOKS.body, {
          indent: { left: LETTER * 5, hanging: LETTER * 3 },
          spacing: { ...EXACT, before: LINE },
          ...(keep ? { keepNext: true } : {}),
        }),
      ];
    case 'table':
      return tableOf(setter, block, keep);
    case 'form':
      return formOf(setter, block, keep);
    case 'bars':
      return [setter.chart(block)];
    case 'signature':
      return signatureOf(setter, block, keep);
    case 'cut':
      return [
        paragraph(setter, block.text, LOOKS.cut, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          border: { top: { style: BorderStyle.DASHED, size: 6, space: 4, color: '000000' } },
          spacing: { line: CUT_LINE, lineRule: 'exact', before: 240, after: 0 },
        }),
      ];
    case 'pageBreak':
      return [setter.pageBreak()];
    case 'imprint': {
      const copies = block.copyTo === '' ? [] : [words.copyTo(block.copyTo)];
      const printed = block.by === '' ? null : ([block.by, words.printedOn(block.on)] as const);
      return imprintOf(setter, copies, printed);
    }
  }
}

/** The signature over the date, centred on it as far as the edge lets it be. */
function signatureOf<M extends Made>(
  setter: Setter<M>,
  { by, on }: Extract<Block, { kind: 'signature' }>,
  keep: boolean,
): readonly M['block'][] {
  const line = (text: string, indent: number, isFirst: boolean, keepNext: boolean): M['block'] =>
    paragraph(setter, text, LOOKS.body, {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(indent * LETTER) },
      keepNext,
      keepLines: true,
      spacing: { ...EXACT, before: isFirst ? LINE : 0 },
    });
  const indent = Math.max(LEAST_INDENT, DATE_INDENT + (lettersWide(on) - lettersWide(by)) / 2);
  return [
    ...(by === '' ? [] : [line(by, indent, true, on !== '' || keep)]),
    ...(on === '' ? [] : [line(on, DATE_INDENT, by === '', keep)]),
  ];
}
