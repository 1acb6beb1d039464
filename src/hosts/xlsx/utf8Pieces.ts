import { damaged } from './fault';
import { declaredEncoding } from './xmlTree';

type Decoder = InstanceType<typeof TextDecoder>;

/** The pieces of an XML part in UTF-8, whichever encoding it declares (UTF-16 is allowed, GBK is met). */
export async function* utf8Pieces(pieces: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array> {
  let decoder: Decoder | null | undefined;
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    if (decoder === undefined) decoder = decoderFor(piece, part);
    yield decoder === null ? piece : encoder.encode(decoder.decode(piece, { stream: true }));
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

/** null: it is UTF-8 already. */
function decoderFor(head: Uint8Array, part: string): Decoder | null {
  const encoding = declaredEncoding(head);
  if (/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) return null;
  try {
    return new TextDecoder(encoding);
  } catch {
    throw damaged('encoding', part);
  }
}
