import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleDocuments } from '../../bin/ruleDocuments';
import { defaultRules } from '../app/ledgers';

const FOLDER = path.resolve(__dirname, '../../docs/rules');

describe('docs/rules', () => {
  it('is what the generator makes of the default pack: else run npx tsx bin/build-rule-docs.ts', async () => {
    const documents = ruleDocuments(await defaultRules());
    assert.deepEqual(readdirSync(FOLDER).sort(), [...documents.keys()].sort());
    for (const [name, text] of documents) assert.equal(readFileSync(path.join(FOLDER, name), 'utf8'), text, name);
  });

  it('has a page for each rule file, with every rule on it', async () => {
    const rules = await defaultRules();
    for (const file of ['clarity', 'deadlines', 'progress', 'closing', 'integrity', 'classification']) {
      const text = readFileSync(path.join(FOLDER, `${file}.md`), 'utf8');
      const content = rules.get(`${file}.json`) ?? '';
      const parsed = JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content)) as {
        rules: { name: string; title: string }[];
      };
      for (const { name, title } of parsed.rules) {
        assert.ok(text.includes(`\n## ${title}\n`), title);
        assert.ok(text.includes(`<a id="${name}"></a>`), name);
      }
    }
  });

  it('tells no fact, operator or severity in English where there is a Chinese word', () => {
    for (const name of readdirSync(FOLDER)) {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      assert.doesNotMatch(text, /undefined|\[object|NaN/, name);
      assert.doesNotMatch(text, /\| (error|warning|notice) \|/, name);
    }
  });
});
