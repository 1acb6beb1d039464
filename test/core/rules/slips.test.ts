import assert from 'node:assert/strict';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import { sayProblem } from '../../../src/text/zh-CN/problems';
import { packFiles } from '../facts/ledger';
import { CONDITIONS } from './slips/conditions';
import { DATA, LISTING, WORDS } from './slips/data';
import { REPORTS } from './slips/reports';
import { RULES } from './slips/rules';
import { SCORING } from './slips/scoring';
import type { Slip } from './slips/slip';
import { TEMPLATES } from './slips/templates';
import { WRITING } from './slips/writing';

const TABLES: Readonly<Record<string, readonly Slip[]>> = {
  'in the writing of JSON': WRITING,
  'in the list of files': LISTING,
  'in rules': RULES,
  'in conditions': CONDITIONS,
  'in fields and words': WORDS,
  'in data': DATA,
  'in templates': TEMPLATES,
  'in the scheme of scoring': SCORING,
  'in what reports go by': REPORTS,
};

const files = packFiles();

/** Where a text is found in a file, after another. */
function find(pack: ReadonlyMap<string, string>, file: string, text: string, after = ''): number {
  const content = pack.get(file) ?? '';
  const from = content.indexOf(after);
  const at = content.indexOf(text, from);
  assert.ok(from >= 0 && at >= 0, `${file} has no ${text} after ${after}`);
  return at;
}

const place = (file: string, text: string, offset: number): string => {
  const lines = text.slice(0, offset).split('\n');
  return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** The pack with the slip in it, and the place that the report must name. */
function withSlip(slip: Slip): { readonly pack: ReadonlyMap<string, string>; readonly expected: string } {
  const content = files.get(slip.file) ?? '';
  const start = find(files, slip.file, slip.find, slip.after);
  const put = slip.put.replace(/[⟦⟧]/g, '');
  const changed = content.slice(0, start) + put + content.slice(start + slip.find.length);
  const pack = new Map(files).set(slip.file, changed);
  if (slip.at) {
    const { file, find: text, after } = slip.at;
    return { pack, expected: place(file, pack.get(file) ?? '', find(pack, file, text, after)) };
  }
  return { pack, expected: place(slip.file, changed, start + Math.max(slip.put.indexOf('⟦'), 0)) };
}

describe('a single slip in the default pack', () => {
  for (const [where, slips] of Object.entries(TABLES)) {
    describe(where, () => {
      for (const slip of slips) {
        it(`${slip.file}: ${slip.slip}`, () => {
          const { pack, expected } = withSlip(slip);
          const loaded = loadRulePack(pack);
          assert.ok(!loaded.ok, 'the pack was taken');
          assert.deepEqual(loaded.problems.map(sayProblem), [`${expected} ${slip.says}`]);
        });
      }
    });
  }

  it('comes in at least eighty kinds', () => {
    const all = Object.values(TABLES).flat();
    assert.ok(all.length >= 80, `${all.length} slips`);
    assert.equal(new Set(all.map(({ file, slip }) => `${file} ${slip}`)).size, all.length);
  });
});
