import { banner, text } from '../writeplan/cells';
import type { OwnedSheet, PlanRow } from '../writeplan/plan';
import { withHeights } from '../writeplan/rowHeight';
import type { MaskWords } from './words';

/** What was done to a copy; null for one that is handed out as it is. */
export interface MaskDone {
  readonly cells: number;
  readonly places: number;
  readonly formulas: number;
  readonly removed: readonly { readonly what: string; readonly count: number }[];
}

const WIDTHS = [6, 84];

/** The sheet that every copy carries last: whether personal data are hidden in it, and what went with them. */
export function maskStatement(done: MaskDone | null, words: MaskWords): OwnedSheet {
  const lines =
    done === null
      ? []
      : [
          ...words.whatIsHidden,
          ...words.counts(done),
          ...done.removed.map(({ what, count }) => words.removed(what, count)),
          words.limits,
        ];
  const rows: PlanRow[] = [
    banner(words.title, 'title', WIDTHS.length),
    banner(done === null ? words.unmasked : words.masked, 'strong', WIDTHS.length),
    ...lines.map((line, at) => ({ cells: [text(String(at + 1)), text(line)] })),
  ];
  return {
    id: 'report.masked',
    name: words.sheet,
    widths: WIDTHS,
    rowCount: rows.length,
    rows: [...withHeights(rows, WIDTHS)],
    titleRows: null,
    filterRow: null,
    landscape: false,
    footer: words.footer(done !== null),
  };
}
