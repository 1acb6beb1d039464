import assert from 'node:assert/strict';
import { REPORTS } from '../../src/app/reports/registry';
import { readArguments, type CheckOptions } from '../../src/cli/arguments';
import { civilDay } from '../../src/core/dates/civil';

const optionsOf = (...args: string[]): CheckOptions => {
  const read = readArguments(['check', ...args]);
  assert.ok(read.ok && read.value.kind === 'check', JSON.stringify(read));
  return read.value.options;
};

const problemOf = (...args: string[]): { code: string; params: unknown } => {
  const read = readArguments(args);
  assert.ok(!read.ok, `${args.join(' ')} was accepted`);
  assert.equal(read.problems.length, 1);
  const [first] = read.problems;
  return { code: first?.code ?? '', params: first?.params };
};

describe('readArguments', () => {
  it('takes a ledger alone', () => {
    assert.deepEqual(optionsOf('台账.xlsx'), {
      ledger: '台账.xlsx',
      sheet: null,
      today: null,
      rules: null,
      moreRules: [],
      format: 'text',
      allOutcomes: false,
      out: null,
      force: false,
      snapshot: false,
    });
  });

  it('takes every option, in any order and in both spellings', () => {
    const options = optionsOf(
      '--format=json',
      '--today',
      '2021-10-09',
      'a.xlsx',
      '--sheet',
      '诉求 台账',
      '--rules=my rules',
      '--out',
      'b.xlsx',
      '--force',
      '--all-outcomes',
      '--snapshot',
    );
    assert.deepEqual(options, {
      ledger: 'a.xlsx',
      sheet: '诉求 台账',
      today: civilDay(2021, 10, 9),
      rules: 'my rules',
      moreRules: [],
      format: 'json',
      allOutcomes: true,
      out: 'b.xlsx',
      force: true,
      snapshot: true,
    });
  });

  it('takes what follows -- for a file, whatever it looks like', () => {
    assert.equal(optionsOf('--format', 'json', '--', '--odd.xlsx').ledger, '--odd.xlsx');
  });

  it('takes a value that begins with dashes when an equals sign says it is meant', () => {
    assert.equal(optionsOf('a.xlsx', '--sheet=--x').sheet, '--x');
  });

  for (const help of [['--help'], ['-h'], ['help'], ['check', '--help'], ['check', 'a.xlsx', '-h'], ['score', '-h']]) {
    it(`answers ${help.join(' ')} with help`, () => {
      assert.deepEqual(readArguments(help), { ok: true, value: { kind: 'help' } });
    });
  }

  const mistakes: [string[], string, unknown][] = [
    [[], 'command-missing', {}],
    [['chekc', 'a.xlsx'], 'command-unknown', { command: 'chekc', nearest: 'check' }],
    [['scores'], 'command-unknown', { command: 'scores', nearest: 'score' }],
    [['reconcile', 'a.xlsx'], 'reconcile-two-files', {}],
    [['reconcile', 'a.xlsx', 'b.xlsx', 'c.xlsx'], 'reconcile-two-files-only', { extra: 'c.xlsx' }],
    [['mask', 'a.xlsx'], 'mask-out-not-given', {}],
    [['mask', 'a.xlsx', '--keep-name'], 'option-unknown', { option: '--keep-name', nearest: '--keep-names' }],
    [['rules', 'try', 'a'], 'rules-try-usage', {}],
    [['rules', 'to-sheet', 'a', 'b.xls'], 'out-not-xlsx', { path: 'b.xls' }],
    [['rules', 'from-sheet', 'a.xlsx'], 'rules-from-sheet-usage', {}],
    [['--todya'], 'option-unknown', { option: '--todya', nearest: '--today' }],
    [['check'], 'ledger-not-given', {}],
    [['check', 'a.xlsx', 'b.xlsx'], 'one-ledger-only', { extra: 'b.xlsx' }],
    [['check', 'a.xlsx', '--al-outcomes'], 'option-unknown', { option: '--al-outcomes', nearest: '--all-outcomes' }],
    [['check', 'a.xlsx', '--sheets=x'], 'option-unknown', { option: '--sheets', nearest: '--sheet' }],
    [['check', 'a.xlsx', '--today'], 'option-needs-value', { option: '--today' }],
    [['check', 'a.xlsx', '--out', '--force'], 'option-needs-value', { option: '--out' }],
    [['check', 'a.xlsx', '--force=yes'], 'option-takes-no-value', { option: '--force' }],
    [['check', 'a.xlsx', '--today', '2021-2-30'], 'today-invalid', { value: '2021-2-30' }],
    [['check', 'a.xlsx', '--today', '2021-02-30'], 'today-invalid', { value: '2021-02-30' }],
    [['check', 'a.xlsx', '--today', 'yesterday'], 'today-invalid', { value: 'yesterday' }],
    [['check', 'a.xlsx', '--format', 'jsno'], 'format-unknown', { value: 'jsno', nearest: 'json' }],
    [['check', 'a.xlsx', '--snapshot'], 'snapshot-needs-out', {}],
    [['report', 'a.xlsx'], 'report-kind-not-given', { kinds: REPORTS.map(({ kind }) => kind) }],
    [
      ['report', 'a.xlsx', '--kind', 'weakly'],
      'report-kind-unknown',
      { kind: 'weakly', nearest: 'weekly', kinds: REPORTS.map(({ kind }) => kind) },
    ],
    [['report', '--kind', 'weekly', '--out', 'b.xlsx'], 'report-ledger-not-given', {}],
    [['report', 'a.xlsx', '--kind', 'weekly'], 'report-out-not-given', { ending: 'xlsx' }],
    [
      ['report', 'a.xlsx', '--kind', 'weekly', '--out', 'b.docx'],
      'report-out-ending',
      { path: 'b.docx', ending: 'xlsx' },
    ],
    [['check', 'a.xlsx', '--out', 'b.csv'], 'out-not-xlsx', { path: 'b.csv' }],
    [['score'], 'score-no-ledger', {}],
    [['score', 'a.xlsx', '--by', 'leader'], 'by-unknown', { value: 'leader', nearest: 'caseLeader' }],
    [['score', 'a.xlsx', '--out', 'b.xlsm'], 'out-not-xlsx', { path: 'b.xlsm' }],
  ];
  for (const [args, code, params] of mistakes) {
    it(`refuses ${args.join(' ') || 'nothing at all'}`, () => {
      assert.deepEqual(problemOf(...args), { code, params });
    });
  }
});
