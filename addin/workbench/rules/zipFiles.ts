import { unzipSync } from 'fflate';
import { fail, ok, problem, type Result } from '../../../src/core/problem';
import { LARGEST_FILE } from '../../../src/core/rules/packFiles';
import { MOST_FILES, type GivenFile } from './packFiles';

/** The JSON files of a zip. One that is larger than a pack's file may be is not unpacked: a zip can hold any size. */
export function zipFiles(file: string, bytes: Uint8Array): Result<readonly GivenFile[]> {
  let count = 0;
  const tooLarge: string[] = [];
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.json$/i.test(name) || ++count > MOST_FILES) return false;
        if (originalSize > LARGEST_FILE) tooLarge.push(name);
        return originalSize <= LARGEST_FILE;
      },
    });
    if (tooLarge.length > 0) return fail(...tooLarge.map((path) => problem('rules-zip-too-large', { file, path })));
    return ok(
      Object.entries(unpacked).map(([path, content]) => ({
        path: path.replace(/\\/g, '/'),
        read: () => Promise.resolve(content),
      })),
    );
  } catch {
    return fail(problem('rules-zip-damaged', { file }));
  }
}
