import assert from 'node:assert/strict';
import { loadPack } from '../../../../src/core/rules/loadPack';
import type { Rule } from '../../../../src/core/rules/pack';
import { packFiles } from '../support/packFixture';
import { TYPES } from './cells';
import { LEXICONS, type Batch } from './trees';

const LEXICON_FILES = Object.fromEntries(
  [...LEXICONS].map(([name, words]) => [`lexicon/${name}.json`, { name, title: name, words }]),
);

/** The rules of a batch, written into a file and read back by the loader. */
export function loadedRules(batch: Batch): readonly Rule[] {
  const rules = batch.rules.map(({ name, appliesWhen, conditions, parameters }) => ({
    name,
    title: name,
    basis: '方案',
    severity: 'notice',
    parameters,
    ...(appliesWhen ? { appliesWhen } : {}),
    conditions,
    event: { type: 'finding', params: { field: 'caseNo', message: '测试', advice: '测试' } },
    examples: { flagged: [{}], clean: [{}] },
  }));
  const file = { title: '测试', conditions: Object.fromEntries(batch.named), rules };
  const loaded = loadPack(packFiles({ ...LEXICON_FILES, 'deadlines.json': file }), TYPES);
  assert.ok(loaded.ok, JSON.stringify(loaded.ok ? null : loaded.problems.slice(0, 5), null, 1));
  return loaded.value.rules;
}
