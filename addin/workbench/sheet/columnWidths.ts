/** Pixels; the widest is for prose, which the line above the grid shows in full. */
const NARROWEST = 56;
const WIDEST = 280;
const PADDING = 20;
const SAMPLED = 120;
const HEADING_PADDING = 14;
const ELLIPSIS = 13;

/**
 * A column's letters with its heading (at 12 px), as much as there is room for: of a heading over several rows the last
 * where the whole is too long, cut with … where that is still too long.
 */
export function fitHeading(letters: string, heading: string, width: number): string {
  const room = (width - HEADING_PADDING) * (13 / 12);
  const last = heading.slice(heading.lastIndexOf('/') + 1).trim();
  for (const text of [heading, last]) if (textWidth(`${letters} ${text}`) <= room) return `${letters} ${text}`.trim();
  const signs = [...last];
  while (signs.length > 0 && textWidth(`${letters} ${signs.join('')}`) + ELLIPSIS > room) signs.pop();
  return signs.length === 0 ? letters : `${letters} ${signs.join('')}…`;
}

/** About how wide a text is at 13 px: full-width letters take twice the room. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length && width < WIDEST; at++) width += text.charCodeAt(at) > 0x2e7f ? 13.5 : 7.4;
  return width;
}

/**
 * A width for a column by what stands in it: a sample of its rows, evenly over all of them, outliers left out.
 * @param textAt the text shown in the n-th of `rows` rows
 */
export function columnWidth(rows: number, textAt: (index: number) => string): number {
  const step = Math.max(1, Math.floor(rows / SAMPLED));
  const widths: number[] = [];
  for (let at = 0; at < rows; at += step) {
    const text = textAt(at);
    if (text !== '') widths.push(textWidth(text));
  }
  widths.sort((a, b) => a - b);
  const most = widths[Math.floor((widths.length - 1) * 0.95)] ?? 0;
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, most + PADDING)));
}
