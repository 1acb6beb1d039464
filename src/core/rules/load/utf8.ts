/** WHATWG's decoder, which browsers, their workers and Node have alike; core has no types of any of them. */
interface Utf8Decoder {
  new (encoding: 'utf-8', options: { readonly fatal: true }): { decode(bytes: Uint8Array): string };
}
const Platform = (globalThis as { readonly TextDecoder?: Utf8Decoder }).TextDecoder;

/**
 * Text of UTF-8 bytes, without a leading byte order mark; null where the bytes are not UTF-8 (a file saved as GBK,
 * say). The platform's own decoder where there is one: in a cold start ours costs a fifth of loading a pack.
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  if (Platform === undefined) return decodeByHand(bytes);
  try {
    return new Platform('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Units turned into text at a time: more arguments than this are not sure to fit on a call. */
const CHUNK = 8192;

/** The same, written out. */
export function decodeByHand(bytes: Uint8Array): string | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const end = bytes.length;
  // UTF-16 never needs more units than UTF-8 needs bytes.
  const units = new Uint16Array(end);
  let count = 0;
  for (let at = start; at < end;) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      units[count++] = lead;
      at++;
      continue;
    }
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > end) return null;
    let point = lead & (0x7f >> length);
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i] as number;
      if ((next & 0xc0) !== 0x80) return null;
      point = (point << 6) | (next & 0x3f);
    }
    const overlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
    if (overlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) return null;
    if (point < 0x10000) units[count++] = point;
    else {
      units[count++] = 0xd800 + ((point - 0x10000) >> 10);
      units[count++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
    at += length;
  }
  let text = '';
  for (let at = 0; at < count; at += CHUNK) {
    // Spread would walk the units one by one through an iterator: ten times slower.
    const chunk = units.subarray(at, Math.min(at + CHUNK, count)) as unknown as number[];
    text += String.fromCharCode.apply(null, chunk);
  }
  return text;
}
