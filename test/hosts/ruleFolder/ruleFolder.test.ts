import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LARGEST_FILE } from '../../../src/core/rules/packFiles';
import { createRuleFolder } from '../../../src/hosts/ruleFolder/ruleFolder';

describe('createRuleFolder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const codesOf = async (at: string): Promise<string[]> => {
    const read = await createRuleFolder(at).read();
    return read.ok ? [] : read.problems.map(({ code }) => code);
  };

  it('reads every JSON file below the folder, by its path with forward slashes, and nothing else', async () => {
    mkdirSync(path.join(folder, 'lexicon'));
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(path.join(folder, 'pack.json'), '{"甲":1}');
    writeFileSync(path.join(folder, 'README.md'), '说明');
    writeFileSync(path.join(folder, 'lexicon', 'words.json'), '{}');
    writeFileSync(path.join(folder, '.git', 'config.json'), '{}');
    const read = await createRuleFolder(folder).read();
    assert.ok(read.ok);
    assert.deepEqual([...read.value.keys()], ['lexicon/words.json', 'pack.json']);
    assert.equal(Buffer.from(read.value.get('pack.json') ?? []).toString('utf8'), '{"甲":1}');
  });

  it('reads no more of a file than its being too large takes to tell', async () => {
    writeFileSync(path.join(folder, 'pack.json'), Buffer.alloc(3 * LARGEST_FILE, 0x20));
    const read = await createRuleFolder(folder).read();
    assert.ok(read.ok);
    assert.equal(read.value.get('pack.json')?.length, LARGEST_FILE + 1);
  });

  it('says what is wrong with a folder that is absent, a file, or empty', async () => {
    assert.deepEqual(await codesOf(path.join(folder, 'nowhere')), ['rules-folder-absent']);
    const file = path.join(folder, 'file.json');
    writeFileSync(file, '{}');
    assert.deepEqual(await codesOf(file), ['rules-folder-is-file']);
    assert.deepEqual(await codesOf(path.join(file, 'below')), ['rules-folder-absent']);
    rmSync(file);
    assert.deepEqual(await codesOf(folder), ['rules-folder-empty']);
  });

  it('does not read through a folder that is no pack', async () => {
    for (let i = 0; i <= 500; i++) writeFileSync(path.join(folder, `${i}.json`), '{}');
    assert.deepEqual(await codesOf(folder), ['rules-folder-too-many-files']);
  });
});
