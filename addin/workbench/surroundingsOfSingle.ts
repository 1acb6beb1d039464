import { ok } from '../../src/core/problem';
import type { Surroundings } from '../../src/ports/workbench';

/** Text that stands in the file itself, in an element that runs nothing; put there by `bin/web/singleFile.js`. */
const inlined = (id: string): string => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is not in the file`);
  return element.textContent ?? '';
};

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The same as on a site, for a file that opens from a folder: all of it is in the file. */
export const SURROUNDINGS: Surroundings = {
  rules: {
    read() {
      const files = JSON.parse(inlined('inlined-rules')) as Record<string, string>;
      const utf8 = new TextEncoder();
      return Promise.resolve(ok(new Map(Object.entries(files).map(([path, text]) => [path, utf8.encode(text)]))));
    },
  },
  sample() {
    const { name, today, base64 } = JSON.parse(inlined('inlined-sample')) as Record<
      'name' | 'today' | 'base64',
      string
    >;
    return Promise.resolve(ok({ name, today, bytes: bytesOf(base64) }));
  },
};

/** A worker from the file's own text: pages of a folder can't load scripts. */
export function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([inlined('inlined-worker')], { type: 'text/javascript' }));
  return new Worker(address);
}
