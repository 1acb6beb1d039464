import assert from 'node:assert/strict';
import path from 'node:path';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import { LARGEST_FILE } from '../../../src/core/rules/packFiles';
import { createRuleFolder } from '../../../src/hosts/ruleFolder/ruleFolder';
import { createRuleSite, type FetchFile } from '../../../src/hosts/ruleSite/ruleSite';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A site that has these files, and answers some addresses as told. */
function siteWith(
  files: ReadonlyMap<string, Uint8Array>,
  odd: Record<string, number | Error> = {},
): { fetchFile: FetchFile; asked: string[] } {
  const asked: string[] = [];
  const fetchFile: FetchFile = (address) => {
    asked.push(address);
    const inside = decodeURIComponent(address.slice('rules/'.length));
    const answer = odd[inside] ?? (files.has(inside) ? 200 : 404);
    if (answer instanceof Error) return Promise.reject(answer);
    const bytes = files.get(inside) ?? utf8('<html>');
    return Promise.resolve({
      ok: answer === 200,
      status: answer,
      arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
    });
  };
  return { fetchFile, asked };
}

async function defaultFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = await createRuleFolder(path.resolve(__dirname, '../../../rules')).read();
  assert.ok(read.ok);
  return read.value;
}

describe('a rule pack on a site', () => {
  it('is what the folder on disk is: the same files, the same checksum', async () => {
    const files = await defaultFiles();
    const { fetchFile, asked } = siteWith(files);
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(read.ok);
    assert.deepEqual([...read.value.keys()].sort(), [...files.keys()].sort());
    const [here, there] = [loadRulePack(files), loadRulePack(read.value)];
    assert.ok(here.ok && there.ok);
    assert.equal(there.value.sha256, here.value.sha256);
    assert.equal(asked.length, files.size, 'each file once');
  });

  it('leaves out what the site does not have, and the loader says so at its line', async () => {
    const { fetchFile } = siteWith(await defaultFiles(), { 'closing.json': 404 });
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(read.ok);
    const loaded = loadRulePack(read.value);
    assert.ok(!loaded.ok);
    assert.ok(loaded.problems.some(({ code, place }) => code === 'rules-file-missing' && place?.file === 'pack.json'));
  });

  it('is refused whole where a file can’t be fetched: a server that fails is no pack with a file less', async () => {
    const { fetchFile } = siteWith(await defaultFiles(), { 'closing.json': 500, 'limits.json': new Error('offline') });
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(!read.ok);
    assert.deepEqual(
      read.problems.map(({ code, params }) => [code, params['path'], params['detail']]).sort(),
      [
        ['rules-site-unreachable', 'closing.json', '500'],
        ['rules-site-unreachable', 'limits.json', 'offline'],
      ].sort(),
    );
  });

  it('says that there is no pack', async () => {
    const { fetchFile } = siteWith(new Map());
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(!read.ok);
    assert.equal(read.problems[0]?.code, 'rules-site-without-pack');
  });

  it('hands a list that is not JSON to the loader, which says where it is wrong', async () => {
    const { fetchFile } = siteWith(new Map([['pack.json', utf8('{ "files": [ "a.json", ] ')]]));
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(read.ok);
    assert.deepEqual([...read.value.keys()], ['pack.json']);
    assert.ok(!loadRulePack(read.value).ok);
  });

  it('asks for nothing outside its folder', async () => {
    const files = ['../secret.json', 'https://example.org/a.json', '/etc/a.json', 'a/../../b.json', 'schema/x.json', 7];
    const { fetchFile, asked } = siteWith(new Map([['pack.json', utf8(JSON.stringify({ files }))]]));
    await createRuleSite(fetchFile, 'rules/').read();
    assert.deepEqual(asked, ['rules/pack.json']);
  });

  it('asks for odd names as they are meant', async () => {
    const files = new Map([
      ['pack.json', utf8(JSON.stringify({ files: ['词 语/a#1.json'] }))],
      ['词 语/a#1.json', utf8('{}')],
    ]);
    const { fetchFile, asked } = siteWith(files);
    const read = await createRuleSite(fetchFile, 'rules/').read();
    assert.ok(read.ok && read.value.has('词 语/a#1.json'));
    assert.deepEqual(asked, ['rules/pack.json', 'rules/%E8%AF%8D%20%E8%AF%AD/a%231.json']);
  });

  it('keeps no more of a file than shows that it is too large', async () => {
    const files = new Map([
      ['pack.json', utf8('{"files":["a.json"]}')],
      ['a.json', new Uint8Array(LARGEST_FILE * 2)],
    ]);
    const read = await createRuleSite(siteWith(files).fetchFile, 'rules/').read();
    assert.ok(read.ok);
    assert.equal(read.value.get('a.json')?.length, LARGEST_FILE + 1);
  });
});
