import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleDocuments } from './ruleDocuments';

/** Writes docs/rules/ from the rule pack and the code's registries: `npx tsx bin/build-rule-docs.ts`. */
const root = path.resolve(__dirname, '..');
const files = new Map<string, string>();
for (const folder of ['', 'lexicon/', 'templates/']) {
  for (const name of readdirSync(path.join(root, 'rules', folder))) {
    if (name.endsWith('.json')) files.set(folder + name, readFileSync(path.join(root, 'rules', folder, name), 'utf8'));
  }
}
const target = path.join(root, 'docs', 'rules');
mkdirSync(target, { recursive: true });
const documents = ruleDocuments(files);
for (const name of readdirSync(target))
  if (name.endsWith('.md') && !documents.has(name)) rmSync(path.join(target, name));
for (const [name, text] of documents) writeFileSync(path.join(target, name), text);
