import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createChecker } from '../../src/app/checker/createChecker';
import { REPORTS } from '../../src/app/reports/registry';
import { civilDay } from '../../src/core/dates/civil';
import { openNodeXlsx } from '../../src/cli/openNodeXlsx';
import type { Checker } from '../../src/ports/checker';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { ALL, REPORTING, ruleBytes, value } from '../app/checker/support';
import { plain, plantedPeople, type Planted } from './planted/people';
import { everythingIn, leaks } from './planted/search';
import { plantedFile, SHEET } from './planted/workbook';
import { appeals, useFolder } from './support';

const TODAY = civilDay(2021, 10, 9);
const people = plantedPeople(1000);
const PERIOD = { kind: 'campaign' } as const;

/** The planted workbook as an office works in it: a finding set aside, a meeting recorded, a snapshot kept, results written. */
async function workedIn(source: Uint8Array): Promise<{ readonly checker: Checker; readonly bytes: Uint8Array }> {
  const workbook = value(await openNodeXlsx('台账.xlsx', source));
  const checker = createChecker({ workbook, speech: SPEECH, ...REPORTING });
  value(await checker.useRules(await ruleBytes()));
  value(await checker.check({ sheet: SHEET, today: TODAY }));
  const [first] = (await checker.lines(ALL, 0, 40)).flatMap((line) => (line.kind === 'finding' ? [line.finding] : []));
  const [one, other] = [people[960]!, people[961]!];
  const reason = `信访人${one.name}称误报，${one.phone}`;
  value(await checker.setAside({ key: first!.key, kind: 'wrong', reason, by: '测试乙', until: null }));
  const [open] = (await checker.openCases({ search: '', from: 0, count: 1 })).cases;
  const decision = `由办公室约谈${other.name}，电话${other.phone}`;
  value(await checker.recordReview({ cases: [open!.key], on: TODAY, decision }));
  value(await checker.keepSnapshot());
  value(await checker.write({ marks: false }));
  return { checker, bytes: value(await workbook.save()) };
}

describe('1,000 planted people', function () {
  this.timeout(300_000);
  const at = useFolder();
  let source: Uint8Array;
  let file: Uint8Array;
  let checker: Checker;
  before(async () => {
    source = await plantedFile(people);
    ({ checker, bytes: file } = await workedIn(source));
  });
  beforeEach(() => {
    writeFileSync(at('台账.xlsx'), file);
    writeFileSync(at('源.xlsx'), source);
  });

  const none = (what: string, text: string, allowed?: ReadonlySet<string>): void => {
    const found = leaks(plain(text), people, allowed);
    assert.equal(found.length, 0, `${what}: ${found.length}\n${found.slice(0, 12).join('\n')}`);
  };
  const said = async (...args: readonly string[]): Promise<string> => {
    const done = await appeals(args.map((arg) => arg.replace(/^@/, `${at('')}/`)));
    assert.ok(done.status < 2, done.err.join('\n'));
    return done.out + done.err.join('\n');
  };

  it('are there', () => {
    const text = everythingIn(source);
    const missing = people.filter(({ secrets }) => !secrets.some((secret) => text.includes(secret)));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
    const secrets = people.flatMap((one) => one.secrets).filter((secret) => text.includes(secret));
    assert.ok(secrets.length > 3500, String(secrets.length));
  });

  it('are in no masked copy', async () => {
    none('what is said', await said('mask', '@台账.xlsx', '--out', '@副本.xlsx'));
    none('the copy', everythingIn(readFileSync(at('副本.xlsx'))));
  });

  for (const { kind, ending } of REPORTS)
    for (const several of [false, true])
      it(`are in no ${kind} of ${several ? 'two ledgers' : 'one ledger'}`, async () => {
        const out = `@报表.${ending}`;
        const ledgers = several ? ['@台账.xlsx', '@源.xlsx'] : ['@台账.xlsx'];
        none('what is said', await said('report', ...ledgers, '--kind', kind, '--out', out, '--today', '2021-10-09'));
        const made = everythingIn(readFileSync(at(`报表.${ending}`)));
        none(kind, made, kind === 'notices' ? addressed(people) : undefined);
      });

  for (const by of ['unit', 'sponsor', 'caseLeader'])
    it(`are in no scores by ${by}`, async () => {
      none('text', await said('score', '@台账.xlsx', '--by', by, '--today', '2021-10-09', '--out', '@分.xlsx'));
      none('sheets', everythingIn(readFileSync(at('分.xlsx'))));
      none('json', await said('score', '@台账.xlsx', '--by', by, '--today', '2021-10-09', '--format', 'json'));
    });

  it('are not in what a check says, nor in what it explains', async () => {
    none('text', await said('check', '@台账.xlsx', '--today', '2021-10-09'));
    none('json', await said('check', '@台账.xlsx', '--today', '2021-10-09', '--format', 'json', '--all-outcomes'));
    for (let row = 3; row < 43; row += 2) {
      const format = row % 4 === 1 ? 'json' : 'text';
      none(`row ${row}`, await said('rules', 'explain', '@台账.xlsx', String(row), '--format', format));
    }
  });

  it('are in no differences from the county’s list', async () => {
    writeFileSync(
      at('清单.xlsx'),
      await plantedFile([...people.slice(40, 900), ...people.slice(0, 40), ...people.slice(900)]),
    );
    const sides = ['@台账.xlsx', '@清单.xlsx', '--today', '2021-10-09'];
    none('text', await said('reconcile', ...sides, '--out', '@差异.xlsx'));
    none('sheets', everythingIn(readFileSync(at('差异.xlsx'))));
    none('json', await said('reconcile', ...sides, '--format', 'json'));
  });

  it('are on no view of the pane', async () => {
    none('today', JSON.stringify(await checker.today()));
    for (const group of ['case', 'rule', 'unit'] as const)
      for (const show of ['open', 'unjudged', 'aside'] as const) {
        const query = { ...ALL, group, show };
        const { lines } = await checker.findings(query);
        none(`findings by ${group}`, JSON.stringify(await checker.lines(query, 0, lines)));
      }
    for (let row = 3; row < 303; row++) none(`case ${row}`, JSON.stringify(await checker.caseAt(row)));
    none('reminders', JSON.stringify(await checker.reminders()));
    none('open cases', JSON.stringify(await checker.openCases({ search: '', from: 0, count: 500 })));
    none('mapping', JSON.stringify(await checker.mapping()));
    none('lists', JSON.stringify(await checker.dropDowns()));
    none('what a write shows', JSON.stringify(await checker.previewWrite()));
    for (const by of ['unit', 'sponsor', 'caseLeader'] as const) {
      const scores = value(await checker.scores({ by, period: PERIOD }));
      none('scores', JSON.stringify(scores));
      for (const { scores: lines } of scores.groups)
        for (const { name } of lines) none(name, JSON.stringify(await checker.scoreCard({ by, period: PERIOD }, name)));
    }
    none('score sheets', everythingIn(value(await checker.makeScores({ by: 'unit', period: PERIOD })).bytes));
    for (const { kind } of REPORTS) {
      none(`preview of ${kind}`, JSON.stringify(value(await checker.previewReport(kind))));
      const made = everythingIn(value(await checker.makeReport(kind)).bytes);
      none(`file of ${kind}`, made, kind === 'notices' ? addressed(people) : undefined);
    }
  });
});

/** A letter names whom it is to: those in 诉求人. */
const addressed = (all: readonly Planted[]): ReadonlySet<string> =>
  new Set(all.slice(0, 300).map(({ secrets: [name = ''] }) => name));
