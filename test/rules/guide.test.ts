import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES, appeals, useFolder } from '../cli/support';
import {
  applyEdit,
  differences,
  guideCases,
  guideRuns,
  saidBy,
  type GuideCase,
  type GuideRun,
  type Said,
} from './guide';

const SAMPLES = path.resolve(__dirname, '../../samples');
const at = useFolder();

/** A copy of the default pack with the edits of a case made in it, as an editor would make them. */
function editedCopy(...cases: readonly GuideCase[]): string {
  const folder = at('rules');
  cpSync(RULES, folder, { recursive: true });
  for (const edit of cases.flatMap(({ edits }) => edits)) {
    const file = path.join(folder, edit.file);
    const text = edit.before === null ? null : readFileSync(file, 'utf8');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, applyEdit(text, edit));
  }
  return folder;
}

const unchanged = new Map<string, Said>();

/** What `appeals check` says of a sample, row by row. */
async function check(ledger: string, today: string, rules: string | null): Promise<Said> {
  const args = ['check', path.join(SAMPLES, ledger), '--today', today, '--format', 'json'];
  const { status, out, err } = await appeals(rules === null ? args : [...args, '--rules', rules]);
  assert.notEqual(status, 2, err.join('\n'));
  return saidBy(JSON.parse(out));
}

async function checkUnchanged(ledger: string, today: string): Promise<Said> {
  const key = `${ledger} ${today}`;
  const said = unchanged.get(key) ?? (await check(ledger, today, null));
  unchanged.set(key, said);
  return said;
}

describe('the guide of the rules', () => {
  const cases = guideCases();
  const changes = cases.filter(({ outcome }) => outcome === 'result');
  const slips = cases.filter(({ outcome }) => outcome === 'message');

  it('has ten worked changes and three slips', () => {
    assert.equal(changes.length, 10);
    assert.equal(slips.length, 3);
    for (const { title, edits, lines } of cases) assert.ok(edits.length > 0 && lines.length > 0, title);
  });

  for (const one of changes) {
    it(`changes exactly the rows it says: ${one.title}`, async () => {
      const rules = editedCopy(one);
      const said = differences(await checkUnchanged(one.ledger, one.today), await check(one.ledger, one.today, rules));
      assert.deepEqual(said, one.lines);
    });

    it(`leaves nothing to warn of: ${one.title}`, async () => {
      const { status, out } = await appeals(['rules', 'check', editedCopy(one)]);
      assert.match(out, /例子全部相符，没有提醒。/);
      assert.equal(status, 0);
    });
  }

  for (const one of slips) {
    it(`is told of as it says: ${one.title}`, async () => {
      const { status, out, err } = await appeals(['rules', 'check', editedCopy(one)]);
      assert.deepEqual(err, one.lines);
      assert.equal(out, '');
      assert.equal(status, 2);
    });
  }

  for (const run of guideRuns()) {
    it(`says what its commands say: ${run.kind} ${run.args.join(' ')}`, async () => {
      assert.deepEqual(await carryOut(run), run.lines);
    });
  }

  it('names every file of the pack, and links to pages that are there', () => {
    const text = readFileSync(path.join(RULES, 'README.md'), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)/g)) {
      assert.ok(readFileSync(path.join(RULES, target), 'utf8').length > 0, target);
    }
    const { files } = JSON.parse(readFileSync(path.join(RULES, 'pack.json'), 'utf8')) as { files: string[] };
    for (const file of files.filter((name) => !name.includes('/'))) assert.ok(text.includes(`\`${file}\``), file);
  });
});

/** Runs a command of the guide's last part on all its changes together. */
async function carryOut({ kind, cases, args }: GuideRun): Promise<readonly string[]> {
  const rules = editedCopy(...cases);
  const [ledger = '', today = '', row = '', rule = ''] = args;
  if (kind === '合计') return differences(await checkUnchanged(ledger, today), await check(ledger, today, rules));
  const command =
    kind === '对照'
      ? ['diff', RULES, rules]
      : ['explain', path.join(SAMPLES, ledger), row, rule, '--today', today, '--rules', rules];
  const { out, err } = await appeals(['rules', ...command]);
  assert.deepEqual(err, []);
  return out.split('\n').filter((line) => line.trim() !== '');
}
