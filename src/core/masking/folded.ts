/** A text without what people put into names and numbers when they type, and where each of its characters stands. */
export interface Folded {
  readonly text: string;
  /** Position in the original by position in `text`; null where both are the same. */
  readonly at: Int32Array | null;
}

/** Blanks, marks without width, and the dashes that stand inside numbers. */
const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff\-\u2010-\u2015\u2212\uff0d]/u;
const TO_FOLD = /[\s\u00ad\u200b-\u200f\u2060\ufeff\-\u2010-\u2015\u2212\uff01-\uff5ea-z\u2022\u2027\u30fb]/u;

/** One character as it is compared: half-width, upper case, one kind of middle dot. */
function plain(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) unit -= 0xfee0;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x20;
  return unit === 0x2022 || unit === 0x2027 || unit === 0x30fb ? 0xb7 : unit;
}

/** Folds a text for comparison: 杜 婵 is 杜婵, １３８-0000 is 1380000. */
export function fold(text: string): Folded {
  if (!TO_FOLD.test(text)) return { text, at: null };
  const at = new Int32Array(text.length);
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isDropped(unit)) continue;
    at[folded.length] = i;
    folded += String.fromCharCode(plain(unit));
  }
  return { text: folded, at };
}

const isDropped = (unit: number): boolean =>
  unit === 0x20 || (unit < 0x2e ? DROPPED.test(String.fromCharCode(unit)) : unit > 0x7e && isWideDropped(unit));

const isWideDropped = (unit: number): boolean =>
  (unit < 0x3400 || unit > 0x9fff) && DROPPED.test(String.fromCharCode(unit));

const WIDE = /[\uff10-\uff19\uff38\uff58\uff0b\uff0d\u2010-\u2015\u2212\u3000\u00a0\u200b\uff08\uff09]/gu;

/** The text with digits, X, dashes and blanks in their narrow form, every character where it was. */
export const narrow = (text: string): string =>
  text.replace(WIDE, (one) => {
    const unit = one.charCodeAt(0);
    if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
    return unit >= 0x2010 && unit <= 0x2212 ? '-' : ' ';
  });
