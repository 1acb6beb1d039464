import assert from 'node:assert/strict';
import { checkJson, checkJsonText } from '../../src/app/checkJson';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { HEADINGS, check, ledger, row } from './ledgers';
import { MemoryWorkbook } from './memoryWorkbook';

/** The JSON as whoever parses it sees it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Parsed = any;

async function json(cells: ReturnType<typeof ledger>, allOutcomes = false): Promise<Parsed> {
  const result = await check(new MemoryWorkbook({ 台账: cells }));
  const text = [...checkJsonText(result, SPEECH, { allOutcomes })].join('');
  const parsed: Parsed = JSON.parse(text);
  assert.deepEqual(parsed, JSON.parse(JSON.stringify(checkJson(result, SPEECH, { allOutcomes }))));
  return parsed;
}

const MESSY = ledger(
  row(1, { 办理时限: '2021-10-08' }),
  row(2, { 责任股室: '', 办理时限: '10月32日' }),
  row(3, { 办理状态: '', 办结日期: '待定的某天' }),
);

describe('the JSON of a check', () => {
  it('has every key of the design, in its order', async () => {
    const parsed = await json(MESSY);
    assert.deepEqual(Object.keys(parsed), ['ledger', 'rules', 'today', 'appeals', 'summary']);
    for (const key of [
      'file',
      'sheet',
      'headerRows',
      'rows',
      'columns',
      'missing',
      'unmapped',
      'conflicts',
      'findings',
    ]) {
      assert.ok(key in parsed.ledger, key);
    }
    assert.deepEqual(Object.keys(parsed.rules), ['pack', 'title', 'version', 'sha256']);
    const [first] = parsed.appeals;
    for (const key of [
      'row',
      'serial',
      'unit',
      'units',
      'caseLeader',
      'caseLeaders',
      'isOpen',
      'due',
      'classification',
      'routing',
      'outcomes',
    ]) {
      assert.ok(key in first, key);
    }
    assert.deepEqual(Object.keys(first.due), ['on', 'kind', 'state', 'daysLeft', 'proof']);
    for (const key of ['category', 'suggested', 'merit', 'conduct', 'hardship', 'treatments', 'evidence']) {
      assert.ok(key in first.classification, key);
    }
    assert.deepEqual(Object.keys(parsed.summary), [
      'flagged',
      'cannotJudge',
      'bySeverity',
      'byCategory',
      'byState',
      'setAside',
      'returned',
    ]);
  });

  it('says where the ledger is', async () => {
    const { ledger: found, today } = await json(MESSY);
    assert.equal(found.file, '台账.xlsx');
    assert.deepEqual(found.headerRows, [2]);
    assert.equal(found.rows, 3);
    assert.equal(found.columns.unit, 'J');
    assert.ok(found.missing.includes('limitFiledOn'));
    assert.ok(!found.missing.includes('unit'));
    assert.equal(today, '2021-10-09');
  });

  it('says a late case with its proof, and its finding with cell, message, advice and basis', async () => {
    const [late] = (await json(MESSY)).appeals;
    assert.equal(late.row, 3);
    assert.equal(late.serial, '1');
    assert.equal(late.unit, '办公室');
    assert.deepEqual(late.units, ['办公室']);
    assert.equal(late.isOpen, true);
    assert.equal(late.due.on, '2021-10-08');
    assert.equal(late.due.kind, 'superior');
    assert.equal(late.due.state, 'overdue');
    assert.equal(late.due.daysLeft, -1);
    assert.ok(late.due.proof.length >= 2);
    const overdue = late.outcomes.find((entry: Parsed) => entry.rule === 'overdue');
    assert.equal(overdue.outcome, 'flagged');
    assert.equal(overdue.severity, 'error');
    assert.equal(overdue.mendable, true);
    assert.equal(overdue.cell, 'L3');
    assert.match(overdue.message, /已超期 1 天/);
    assert.ok(overdue.advice.length > 0 && overdue.basis.length > 0);
  });

  it('says why a row can’t be judged, quoting the cell', async () => {
    const [, unreadable] = (await json(MESSY)).appeals;
    assert.equal(unreadable.due.state, 'cannotJudge');
    assert.equal(unreadable.due.on, null);
    const overdue = unreadable.outcomes.find((entry: Parsed) => entry.rule === 'overdue');
    assert.equal(overdue.outcome, 'cannotJudge');
    assert.equal(overdue.cell, 'L4');
    assert.match(overdue.reason, /L4 .*“10月32日”/);
  });

  it('names the blank cells behind a derived fact that is blank for want of them', async () => {
    const parsed = await json(ledger(row(1, { 办理情况: '' })));
    const entry = parsed.appeals[0].outcomes.find(({ rule }: Parsed) => rule === 'copied-progress');
    assert.equal(entry.outcome, 'cannotJudge');
    assert.equal(entry.cell, 'O3');
    assert.equal(entry.reason, 'O3 “办理情况”未填');
  });

  it('points a finding at the very cell that is to blame', async () => {
    const parsed = await json(ledger(row(1, { 登记日期: '2021-09-31' })));
    const entry = parsed.appeals[0].outcomes.find(({ rule }: Parsed) => rule === 'date-unreadable');
    assert.equal(entry.cell, 'G3');
    assert.match(entry.advice, /G3/);
  });

  it('answers null for isOpen where the ledger doesn’t say', async () => {
    assert.equal((await json(MESSY)).appeals[2].isOpen, null);
  });

  it('lists flagged and cannotJudge, and with all outcomes every rule once in the pack’s order', async () => {
    const short = await json(MESSY);
    const long = await json(MESSY, true);
    const rules = long.appeals[0].outcomes.map((entry: Parsed) => entry.rule);
    assert.equal(new Set(rules).size, rules.length);
    assert.ok(rules.length >= 50);
    for (const [at, appeal] of long.appeals.entries()) {
      assert.deepEqual(
        appeal.outcomes.map((entry: Parsed) => entry.rule),
        rules,
      );
      const listed = appeal.outcomes.filter(
        (entry: Parsed) => entry.outcome === 'flagged' || (entry.outcome === 'cannotJudge' && !entry.wantsColumn),
      );
      assert.deepEqual(short.appeals[at].outcomes, listed);
    }
  });

  it('says what wants a column once for the ledger, in no row and in no sum', async () => {
    const own = ledger(row(1, { 来源渠道: '自行梳理', 时限来源: '股室提出' }));
    const short = await json(own);
    const finding = short.ledger.findings.find((entry: Parsed) => entry.rules.includes('limit-not-filed'));
    assert.deepEqual(finding.fields, ['limitFiledOn']);
    assert.match(finding.message, /没有“备案日期”列/);
    assert.equal(short.summary.cannotJudge['limit-not-filed'], undefined);
    assert.ok(!short.appeals[0].outcomes.some((entry: Parsed) => entry.rule === 'limit-not-filed'));
    const listed = (await json(own, true)).appeals[0].outcomes.find(
      (entry: Parsed) => entry.rule === 'limit-not-filed',
    );
    assert.equal(listed.outcome, 'cannotJudge');
    assert.match(listed.reason, /备案日期/);
  });

  it('flags every row where a clarity has no column, and lists no finding for it', async () => {
    const at = HEADINGS.indexOf('责任股室');
    const cells = ledger(row(1), row(2)).map((cellsOfRow) =>
      cellsOfRow.filter((_, c) => cellsOfRow.length === 1 || c !== at),
    );
    const parsed = await json(cells);
    assert.equal(parsed.summary.flagged['unit-missing'], 2);
    assert.ok(parsed.ledger.missing.includes('unit'));
    assert.ok(!parsed.ledger.findings.some((entry: Parsed) => entry.rules.includes('unit-missing')));
  });

  it('sums up what it lists', async () => {
    const parsed = await json(MESSY);
    const flagged: Record<string, number> = {};
    const severities: Record<string, number> = { error: 0, warning: 0, notice: 0 };
    for (const appeal of parsed.appeals) {
      for (const entry of appeal.outcomes.filter(({ outcome }: Parsed) => outcome === 'flagged')) {
        flagged[entry.rule] = (flagged[entry.rule] ?? 0) + 1;
        severities[entry.severity] = (severities[entry.severity] ?? 0) + 1;
      }
    }
    assert.deepEqual(parsed.summary.flagged, flagged);
    assert.deepEqual(parsed.summary.bySeverity, severities);
    const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
    assert.equal(sum(parsed.summary.byState), 3);
    assert.equal(sum(parsed.summary.byCategory), 3);
  });

  it('is the same verdict for each case whatever the order of rows', async () => {
    const rows = [1, 2, 3, 4].map((n) => row(n, n % 2 === 0 ? { 办理时限: '2021-10-08' } : { 责任股室: '' }));
    const verdicts = (parsed: Parsed): Map<string, string> =>
      new Map(
        parsed.appeals.map((appeal: Parsed) => [
          appeal.serial,
          appeal.outcomes.map((entry: Parsed) => `${entry.rule} ${entry.outcome}`).join(),
        ]),
      );
    const forward = await json(ledger(...rows));
    const backward = await json(ledger(...[...rows].reverse()));
    assert.deepEqual(verdicts(forward), verdicts(backward));
    assert.equal(JSON.stringify(forward.summary), JSON.stringify(backward.summary), 'to the order of its keys');
  });

  it('masks what a message quotes of a petitioner', async () => {
    const text = JSON.stringify(await json(ledger(row(1, { 联系电话: '1380000' + '12345678' })), true));
    assert.ok(!text.includes('138000012345678'));
  });
});
