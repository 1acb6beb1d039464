import type { DayKind } from './timelineLayout';

/** A day's box on the calendar, in units of the drawing. */
export const DAY = { step: 7, width: 5, height: 10 } as const;

const box = (x: number, y: number): string => `M${x} ${y}h${DAY.width}v${DAY.height}h${-DAY.width}z`;
/** Half a line's breadth in, so that the outline stays inside of the box. */
const frame = (x: number, y: number): string =>
  `M${x + 0.5} ${y + 0.5}h${DAY.width - 1}v${DAY.height - 1}h${1 - DAY.width}z`;

/** How days of a kind are drawn from their upper left corner: filled or as an outline, told apart without colour. */
export const DAY_SHAPES: Readonly<
  Record<DayKind, { readonly look: 'filled' | 'outlined'; readonly path: (x: number, y: number) => string }>
> = {
  start: { look: 'outlined', path: (x, y) => `M${x + 0.5} ${y + 0.5}v${DAY.height - 1}L${x + 4.5} ${y + 5}z` },
  counted: { look: 'filled', path: box },
  // A box with a hole.
  madeUp: { look: 'filled', path: (x, y) => `${box(x, y)}M${x + 1.5} ${y + 3.5}h2v3h-2z` },
  skipped: { look: 'outlined', path: (x, y) => `${frame(x, y)}M${x + 0.5} ${y + 9.5}L${x + 4.5} ${y + 0.5}` },
  rolled: { look: 'outlined', path: (x, y) => `M${x} ${y + 5}h4M${x + 2} ${y + 2.5}l2.5 2.5l-2.5 2.5` },
  due: { look: 'filled', path: (x, y) => `M${x + 2.5} ${y - 1}l3.5 6l-3.5 6l-3.5 -6z` },
};

/** A frame around today's box, with a pointer above. */
export const todayPath = (x: number, y: number): string =>
  `M${x - 1} ${y - 1}h${DAY.width + 2}v${DAY.height + 2}h${-DAY.width - 2}z`;
