import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { factsDocument } from '../../../bin/factsDocument';
import { packFiles } from './ledger';

describe('docs/facts.md', () => {
  it('is what bin/build-facts-doc.ts makes of the pack and the code', () => {
    const written = readFileSync(path.resolve(__dirname, '../../../docs/facts.md'), 'utf8');
    assert.equal(written, factsDocument(packFiles()), 'run: npx tsx bin/build-facts-doc.ts');
  });
});
