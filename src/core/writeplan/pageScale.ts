/** What A4 holds between our margins, in points. */
const PAGE = { landscape: { width: 784, height: 501 }, portrait: { width: 537, height: 748 } } as const;
/** What a character of a column’s width takes at most, and a column’s own margins; 宋体 takes 6 points, stand-ins for it more. */
const CHARACTER = 7;
const MARGIN = 3.75;
/** Fonts differ, so some room is left over at the foot of a page. */
const SPARE = 0.95;
/** Excel's smallest, in percent. */
const LEAST = 10;

/** The percentage at which columns of these widths fit on the width of a page. */
export function pageScale(widths: readonly number[], landscape: boolean): number {
  const own = widths.reduce((sum, one) => sum + one * CHARACTER + MARGIN, 0);
  const { width } = PAGE[landscape ? 'landscape' : 'portrait'];
  return Math.max(LEAST, Math.min(100, Math.floor((100 * width) / own)));
}

/** The points of rows that fit on a page at that scale. */
export const pageRoom = (widths: readonly number[], landscape: boolean): number =>
  (PAGE[landscape ? 'landscape' : 'portrait'].height * SPARE * 100) / pageScale(widths, landscape);
