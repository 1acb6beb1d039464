import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 over the bytes of these files one after another, in hex; worked out when first asked for, and once. */
export function checksumOf(files: ReadonlyMap<string, Uint8Array | string>, paths: readonly string[]): () => string {
  let sum: string | null = null;
  const contents = paths.map((path) => files.get(path) ?? '');
  return () => {
    if (sum !== null) return sum;
    const hash = sha256.create();
    for (const content of contents) hash.update(typeof content === 'string' ? utf8ToBytes(content) : content);
    return (sum = bytesToHex(hash.digest()));
  };
}

/** SHA-256 over texts one after another, in hex. */
export function sha256Of(texts: Iterable<string>): string {
  const hash = sha256.create();
  for (const text of texts) hash.update(utf8ToBytes(text));
  return bytesToHex(hash.digest());
}
