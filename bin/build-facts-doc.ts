import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { factsDocument } from './factsDocument';

/** Writes docs/facts.md from the rule pack's fields and the code's facts: `npx tsx bin/build-facts-doc.ts`. */
const root = path.resolve(__dirname, '..');
const files = new Map<string, string>();
for (const folder of ['', 'lexicon/', 'templates/']) {
  for (const name of readdirSync(path.join(root, 'rules', folder))) {
    if (name.endsWith('.json')) files.set(folder + name, readFileSync(path.join(root, 'rules', folder, name), 'utf8'));
  }
}
writeFileSync(path.join(root, 'docs', 'facts.md'), factsDocument(files));
