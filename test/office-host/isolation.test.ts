import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
/** What is shipped, or makes what is shipped. */
const SHIPPED = ['src', 'addin', 'bin', 'webpack.config.js'];

function filesOf(at: string): string[] {
  const full = path.join(root, at);
  if (!existsSync(full)) return [];
  if (/\.[cm]?[jt]sx?$/.test(at)) return [at];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || /\.[cm]?[jt]sx?$/.test(entry.name) ? filesOf(`${at}/${entry.name}`) : [],
  );
}

/** Files that name this folder in an import, a require or as an entry of a bundle. */
const namingTheHost = (files: readonly string[], read: (file: string) => string): string[] =>
  files.filter((file) => /['"`][^'"`\n]*office-host[^'"`\n]*['"`]/.test(read(file)));

describe('the emulated Excel is never shipped', () => {
  it('nothing shipped names it', () => {
    const files = SHIPPED.flatMap(filesOf);
    assert.ok(files.filter((file) => file.startsWith('src/')).length > 50, 'a guard over nothing proves nothing');
    assert.deepEqual(
      namingTheHost(files, (file) => readFileSync(path.join(root, file), 'utf8')),
      [],
    );
  });

  it('would be noticed if something did', () => {
    assert.deepEqual(
      namingTheHost(['a.ts', 'b.ts'], (file) =>
        file === 'a.ts' ? "import { ExcelHost } from '../test/office-host/host';" : 'const x = 1;',
      ),
      ['a.ts'],
    );
  });
});
