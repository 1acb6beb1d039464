import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  TabStopType,
  VerticalPositionAlign,
} from 'docx';
import { LINE, SIZE, TEXT_WIDTH, lettersWide } from './form';
import { LOOKS } from './looks';
import type { Made, ParagraphForm, Setter } from './setter';

/** One letter of 版记: it keeps so far from either edge. */
const LETTER = SIZE.imprint * 10;
/** What a line of it carries, in letters of its size. */
const LETTERS = 28;
const RULE = { style: BorderStyle.SINGLE, color: '000000', space: 2 } as const;
const THICK = { ...RULE, size: 8 };
const THIN = { ...RULE, size: 6 };
/** What the rules take above and below the lines, in twips. */
const RULES = 160;

/** A frame at the foot of the text: all paragraphs of one form stand in one. */
const FOOT = {
  type: 'alignment',
  width: TEXT_WIDTH,
  height: 0,
  rule: HeightRule.AUTO,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  wrap: FrameWrap.THROUGH,
} as const satisfies ParagraphForm['frame'];

/**
 * 版记: rules above and below, who is copied in, who printed it and when. It stands at the foot of the text of the last
 * page, as GB/T 9704-2012 wants. A frame and no table: programs other than Word leave a table where it comes in the text.
 * The blank paragraph after it is as high: where a page has no room for it, it goes to the next with all it is kept with.
 */
export function imprintOf<M extends Made>(
  setter: Setter<M>,
  copyTo: readonly string[],
  printed: readonly [string, string] | null,
): readonly M['block'][] {
  const lines = [
    ...copyTo.map((text) => ({ text: `　${text}`, rows: Math.ceil(lettersWide(`　${text}`) / LETTERS) })),
    ...(printed === null ? [] : [printedLine(printed)]),
  ];
  const height = lines.reduce((sum, { rows }) => sum + rows, 0) * LINE + RULES;
  const form: ParagraphForm = {
    style: LOOKS.imprint.id,
    frame: FOOT,
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - LETTER }],
    // The same for all lines: only paragraphs of one form stand in one frame.
    border: { top: THICK, bottom: THICK, between: THIN },
  };
  const room = setter.paragraph({ spacing: { line: height, lineRule: 'exact' } }, '');
  return [...lines.map(({ text }) => setter.paragraph(form, text)), room];
}

/** Who printed it on the left, when on the right; below each other where both don't fit on a line. */
function printedLine([by, on]: readonly [string, string]): { readonly text: string; readonly rows: number } {
  const isOneLine = lettersWide(by) + lettersWide(on) <= LETTERS;
  return isOneLine ? { text: `　${by}\t${on}`, rows: 1 } : { text: `　${by}\n\t${on}`, rows: 2 };
}
