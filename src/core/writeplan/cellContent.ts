import type { CivilDay } from '../dates/civil';

/** Excel's bound on the text of a cell, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text as a cell can hold it: line breaks as LF, characters that XML has no place for left out, lone surrogates
 * replaced, cut to Excel's 32,767 units with an ellipsis.
 */
export function cellText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '').replace(LONE_SURROGATE, '\ufffd');
  if (clean.length <= MAX_CELL_TEXT) return clean;
  const cut = clean.slice(0, MAX_CELL_TEXT - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}\u2026`;
}

/** The serial number of a civil day in the workbook's date system, or null before the system begins. */
export function serialOf(day: CivilDay, date1904: boolean): number | null {
  if (date1904) return day + 24107 >= 0 ? day + 24107 : null;
  const serial = day + 25569;
  if (serial >= 61) return serial;
  // The 1900 system counts a 29 February 1900 that never was.
  return serial > 1 ? serial - 1 : null;
}
