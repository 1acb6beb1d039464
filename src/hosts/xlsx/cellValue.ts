/** Exact powers of ten: dividing an exact integer by one of them rounds once, so the result is the nearest double. */
const POWERS = Array.from({ length: 23 }, (_, i) => 10 ** i);

/**
 * The number that character codes write, or NaN where they write none. Up to 15 digits without exponent are computed
 * directly; the rest goes through `Number`, with white space around it allowed.
 */
export function parseNumber(codes: Uint16Array, from: number, to: number): number {
  let p = from;
  const negative = codes[p] === 0x2d;
  if (negative) p++;
  const start = p;
  let mantissa = 0;
  let fraction = -1;
  for (; p < to; p++) {
    const c = codes[p]!;
    if (c >= 0x30 && c <= 0x39) mantissa = mantissa * 10 + (c - 0x30);
    else if (c === 0x2e && fraction < 0) fraction = p;
    else return parseSlowly(codes, from, to);
  }
  const digits = to - start - (fraction < 0 ? 0 : 1);
  if (digits < 1 || digits > 15) return parseSlowly(codes, from, to);
  const value = fraction < 0 ? mantissa : mantissa / POWERS[to - fraction - 1]!;
  return negative ? -value : value;
}

function parseSlowly(codes: Uint16Array, from: number, to: number): number {
  if (to - from > 400) return NaN;
  let text = '';
  for (let p = from; p < to; p++) text += String.fromCharCode(codes[p]!);
  text = text.trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : NaN;
}

/**
 * A cell of type `d` holds ISO 8601 text. It is handed on as text, `2021-10-08` or `2021-10-08 09:30:00`, because
 * a serial would mean a date only together with a style that such cells need not have.
 */
export function isoDateText(text: string): string {
  const match = /^\s*([+-]?\d{4,}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?\s*$/.exec(
    text,
  );
  if (!match || match[3] !== undefined) return text;
  const [, day, time] = match;
  return time === undefined || /^00:00(:00)?$/.test(time) ? day! : `${day!} ${time}`;
}
