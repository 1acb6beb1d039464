import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleSchemas } from './schema/ruleSchemas';

/**
 * Writes the JSON Schemas of a pack's files into its folder `schema`: `npm run schema [DIR]`, the default pack where
 * no folder is given. To be run when a field, a lexicon, a fact or an operator came or went.
 */
const folder = path.resolve(process.argv[2] ?? path.join(__dirname, '..', 'rules'));
const files = new Map<string, string>();
for (const below of ['', 'lexicon/', 'templates/']) {
  for (const name of readdirSync(path.join(folder, below))) {
    if (name.endsWith('.json')) files.set(below + name, readFileSync(path.join(folder, below, name), 'utf8'));
  }
}
mkdirSync(path.join(folder, 'schema'), { recursive: true });
for (const [name, text] of ruleSchemas(files)) writeFileSync(path.join(folder, 'schema', name), text);
