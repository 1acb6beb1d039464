import { cellText } from './cellContent';
import { PAGE_FOOTER } from './wording';

/** Excel's bound on a whole header or footer, in characters. */
const MAX_FOOTER = 255;

/** The left and the middle footer of one of our sheets, in Excel's codes: what the plan says, and the page number. */
export function footerTexts(footer: string): { readonly left: string; readonly center: string } {
  const room = MAX_FOOTER - `&C${PAGE_FOOTER}`.length - 2;
  return { left: doubled(cellText(footer).replace(/\s+/g, ' ').trim(), room), center: PAGE_FOOTER };
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
