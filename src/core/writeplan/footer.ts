import { cellText } from './cellContent';
import { PAGE_FOOTER } from './wording';

/** Excel's bound on a whole header or footer, in characters. */
const MAX_FOOTER = 255;

/** Letters that fit into the left half of a page's footer, beside a page number in its middle. */
const LONG_FOOTER = 32;

export interface FooterTexts {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/**
 * The footer of one of our sheets, in Excel's codes: what the plan says on the left, and the page number in the middle,
 * or on the right where a long 填报单位 would run into it.
 */
export function footerTexts(footer: string): FooterTexts {
  const room = MAX_FOOTER - `&C${PAGE_FOOTER}`.length - 2;
  const left = doubled(cellText(footer).replace(/\s+/g, ' ').trim(), room);
  const isLong = [...left].length > LONG_FOOTER;
  return { left, center: isLong ? '' : PAGE_FOOTER, right: isLong ? PAGE_FOOTER : '' };
}

/** An ampersand starts a code in a footer; two of them are one. Cut to `room` characters without splitting one. */
function doubled(text: string, room: number): string {
  let out = '';
  for (const character of text) {
    const next = character === '&' ? '&&' : character;
    if (out.length + next.length > room) break;
    out += next;
  }
  return out;
}
