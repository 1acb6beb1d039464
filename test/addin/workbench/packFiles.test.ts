import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { packFiles, type GivenFile } from '../../../addin/workbench/rules/packFiles';
import { zipFiles } from '../../../addin/workbench/rules/zipFiles';

const given = (...paths: string[]): GivenFile[] =>
  paths.map((path) => ({ path, read: (most) => Promise.resolve(strToU8(path).slice(0, most)) }));
const pathsOf = async (...paths: string[]): Promise<unknown> => {
  const files = await packFiles(given(...paths));
  return files.ok ? [...files.value.keys()].sort() : files.problems.map(({ code }) => code);
};

describe('a rule pack that is dropped on the page', () => {
  it('is what lies beside its pack.json, by paths from there', async () => {
    assert.deepEqual(await pathsOf('rules/pack.json', 'rules/lexicon/a.json', 'rules/README.md', 'other.json'), [
      'lexicon/a.json',
      'pack.json',
    ]);
    assert.deepEqual(await pathsOf('pack.json', 'limits.json'), ['limits.json', 'pack.json']);
  });

  it('is the topmost where there are several, without schema and hidden files', async () => {
    assert.deepEqual(
      await pathsOf('a/old/pack.json', 'a/pack.json', 'a/schema/pack.json', 'a/._limits.json', '__MACOSX/a/pack.json'),
      ['old/pack.json', 'pack.json'],
    );
  });

  it('is none without pack.json', async () => {
    assert.deepEqual(await pathsOf('limits.json'), ['rules-no-pack-dropped']);
    assert.deepEqual(await pathsOf(), ['rules-no-pack-dropped']);
  });

  it('is read from a zip, which is refused where it is damaged or holds something huge', async () => {
    const zip = zipSync({ 'rules/pack.json': strToU8('{}'), 'rules/a.txt': strToU8('x') });
    const files = zipFiles('rules.zip', zip);
    assert.ok(files.ok);
    const pack = await packFiles(files.value);
    assert.ok(pack.ok && new TextDecoder().decode(pack.value.get('pack.json')) === '{}');
    const damaged = zipFiles('rules.zip', zip.slice(0, 20));
    assert.ok(!damaged.ok && damaged.problems[0]?.code === 'rules-zip-damaged');
    const huge = zipFiles('rules.zip', zipSync({ 'pack.json': new Uint8Array(3_000_000) }));
    assert.ok(!huge.ok && huge.problems[0]?.code === 'rules-zip-too-large');
  });
});
