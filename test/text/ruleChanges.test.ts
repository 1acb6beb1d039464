import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OPERATORS } from '../../src/core/rules/operators';
import { CHANGE_SENTENCES } from '../../src/text/zh-CN/rules/changes';
import { OPERATOR_PHRASES } from '../../src/text/zh-CN/rules/conditions';

const FOLDER = path.resolve(__dirname, '../../src/core/rules/diff');

describe('sentences about changes of rules', () => {
  it('exist for every code in core/rules/diff, and for no other', () => {
    const prefixes =
      'pack|rule|suggestion|lexicon|vocabulary|field|limits|law|calendar|unit|person|campaign|scoring|indicator|report';
    const code = new RegExp(`'((?:${prefixes})-[a-zA-Z-]+)'`, 'g');
    const sources = readdirSync(FOLDER)
      .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
      .join('\n');
    const literal = [...sources.matchAll(code)].map(([, found = '']) => found);
    assert.ok(literal.length > 40, String(literal.length));
    assert.deepEqual(
      literal.filter((one) => CHANGE_SENTENCES[one] === undefined),
      [],
    );
    const made = /^(pack|suggestion|field|campaign)-/;
    assert.deepEqual(
      Object.keys(CHANGE_SENTENCES).filter((one) => !made.test(one) && !literal.includes(one)),
      [],
    );
  });

  it('have a phrase of its own for every operator', () => {
    for (const name of OPERATORS.keys()) assert.equal(OPERATOR_PHRASES[name]?.length, 2, name);
  });
});
