import { strFromU8, unzipSync } from 'fflate';
import { unescapeXml } from '../../../src/hosts/xlsx/write/xmlText';
import { plain, type Planted } from './people';

/** Everything a file says, part by part, texts of runs joined. */
export function everythingIn(bytes: Uint8Array): string {
  return plain(
    Object.entries(unzipSync(bytes))
      .map(([part, content]) => {
        const raw = unescapeXml(strFromU8(content));
        return `${part}\n${raw}\n${raw.replace(/<[^>]*>/gu, '')}`;
      })
      .join('\n'),
  );
}

/** What of the people stands in a text, each with what is around it. */
export function leaks(
  text: string,
  people: readonly Planted[],
  allowed: ReadonlySet<string> = new Set(),
): readonly string[] {
  const found: string[] = [];
  const all = people.flatMap(({ secrets }) => secrets).filter((secret) => !allowed.has(secret));
  // One pass over the text for all that begin alike: thousands of passes over a large file take minutes.
  const byPair = new Map<string, string[]>();
  for (const secret of all) byPair.set(secret.slice(0, 2), [...(byPair.get(secret.slice(0, 2)) ?? []), secret]);
  const seen = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    const secret = byPair.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
    if (secret === undefined || seen.has(secret)) continue;
    seen.add(secret);
    found.push(`${secret} in …${text.slice(Math.max(0, at - 40), at + secret.length + 20)}…`);
  }
  return found;
}
