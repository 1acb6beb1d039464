import type { PlanStyle } from './plan';

/** How a style looks, in Excel's terms; what is not said stays as the workbook's default font has it. */
export interface Look {
  readonly bold?: boolean;
  /** Points added to the default font's size. */
  readonly larger?: number;
  /** ARGB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border: 'none' | 'thin' | 'dashed';
  readonly horizontal?: 'center' | 'left';
}

/**
 * The looks of the plan's styles. State is told by the word in the cell; the colours (Excel's own for bad, neutral
 * and good, all above 4.5:1) only repeat it, and what can't be judged stands out by its dashed outline.
 */
export const LOOKS: Readonly<Record<PlanStyle, Look>> = {
  title: { bold: true, larger: 5, border: 'none', horizontal: 'center' },
  note: { border: 'none', horizontal: 'left' },
  header: { bold: true, fill: 'FFD9E1F2', color: 'FF000000', border: 'thin', horizontal: 'center' },
  body: { border: 'thin' },
  strong: { bold: true, border: 'thin' },
  overdue: { fill: 'FFFFC7CE', color: 'FF9C0006', bold: true, border: 'thin' },
  dueSoon: { fill: 'FFFFEB9C', color: 'FF7F6000', border: 'thin' },
  onTrack: { fill: 'FFC6EFCE', color: 'FF006100', border: 'thin' },
  closed: { fill: 'FFE7E6E6', color: 'FF404040', border: 'thin' },
  cannotJudge: { color: 'FF404040', border: 'dashed' },
};

/** The colour of a linked cell that has none of its own: Excel's own for links. */
export const LINK_COLOR = 'FF0563C1';
