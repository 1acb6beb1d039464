import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkLedger } from '../../../src/app/checkLedger';
import type { CheckedLedger } from '../../../src/core/check/checkedLedger';
import { eachFlagged } from '../../../src/core/check/flaggedCases';
import { civilDay } from '../../../src/core/dates/civil';
import { applySetAside } from '../../../src/core/setAside/applySetAside';
import { caseIdentities } from '../../../src/core/setAside/caseIdentity';
import type { SetAsideEntry } from '../../../src/core/setAside/entry';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { defaultRules, ledger, check, row } from '../../app/ledgers';
import { MemoryWorkbook } from '../../app/memoryWorkbook';
import { textTable } from '../writeplan/fakeTable';

async function messy(today: number): Promise<CheckedLedger> {
  const file = path.resolve(__dirname, '../../../samples/messy.xlsx');
  const workbook = await openXlsx('台账.xlsx', readFileSync(file));
  assert.ok(workbook.ok);
  const result = await checkLedger({ workbook: workbook.value, rules: await defaultRules(), sheet: null, today });
  assert.ok(result.ok);
  return result.value.checked;
}

describe('what a finding rests on', () => {
  it('does not change with the day looked from, for any rule and case', async () => {
    const [before, after] = [await messy(civilDay(2021, 11, 20)), await messy(civilDay(2021, 12, 3))];
    const changed: string[] = [];
    let compared = 0;
    before.pack.rules.forEach(({ name }, rule) => {
      eachFlagged(before, rule, (index) => {
        compared++;
        if (before.fingerprint(index, rule) !== after.fingerprint(index, rule)) changed.push(`${name} ${index}`);
      });
    });
    assert.ok(compared > 100, `${compared} findings`);
    assert.deepEqual(changed, []);
  });

  it('changes with the cells behind it and with no others', async () => {
    const late = { 办理时限: '2021-10-08' };
    const of = async (own: Readonly<Record<string, string>>, rule: string): Promise<string> => {
      const { checked } = await check(new MemoryWorkbook({ 台账: ledger(row(1, { ...late, ...own })) }));
      return checked.fingerprint(
        0,
        checked.pack.rules.findIndex(({ name }) => name === rule),
      );
    };
    const base = await of({}, 'overdue');
    assert.equal(await of({ 办理情况: '又约谈一次', 联系电话: '不详' }, 'overdue'), base);
    assert.notEqual(await of({ 办理时限: '2021-10-07' }, 'overdue'), base);
    assert.notEqual(await of({ 办理状态: '已办结', 办结日期: '2021-10-09' }, 'overdue'), base);
    const unknown = await of({ 责任股室: '某某股' }, 'unit-unknown');
    assert.notEqual(await of({ 责任股室: '另一股' }, 'unit-unknown'), unknown);
  });
});

describe('what a case is known by', () => {
  const FIELDS = ['caseNo', 'petitioner', 'content'];
  const identities = (rows: readonly string[][]): string[] => {
    const known = caseIdentities(textTable(FIELDS, rows));
    return rows.map((_, index) => known.of(index));
  };

  it('is its number alone where no other has it', () => {
    const [before] = identities([
      ['A', '试甲', '求助'],
      ['B', '试乙', '咨询'],
    ]);
    const [, after] = identities([
      ['B', '试乙', '咨询'],
      ['A', '试甲', '求助，另有补充'],
    ]);
    assert.equal(after, before);
  });

  it('is what tells it apart where the number does not, and its turn where nothing does', () => {
    const rows = [
      ['A', '试甲', '求助'],
      ['A', '试乙', '求助'],
      ['', '试丙', '咨询'],
      ['', '试丙', '咨询'],
    ];
    const found = identities(rows);
    assert.equal(new Set(found).size, 4);
    const known = caseIdentities(textTable(FIELDS, rows));
    found.forEach((identity, index) => assert.equal(known.find(identity), index));
    assert.equal(known.find('nobody'), null);
  });
});

describe('what was set aside', () => {
  const entryOf = (checked: CheckedLedger, own: Partial<SetAsideEntry> = {}): SetAsideEntry => ({
    kind: 'wrong',
    reason: '理由',
    by: '试丙',
    on: checked.today,
    until: null,
    sheet: '台账',
    rule: 'overdue',
    title: '超期未办结',
    identity: caseIdentities(checked.table).of(0),
    fingerprint: checked.fingerprint(
      0,
      checked.pack.rules.findIndex(({ name }) => name === 'overdue'),
    ),
    caseNo: 'C-1',
    unit: '办公室',
    ...own,
  });

  it('is the last word where there are several, and none where the finding is gone', async () => {
    const { checked } = await check(new MemoryWorkbook({ 台账: ledger(row(1, { 办理时限: '2021-10-08' })) }));
    const rule = checked.pack.rules.findIndex(({ name }) => name === 'overdue');
    const stale = entryOf(checked, { fingerprint: 'other' });
    const good = entryOf(checked, { reason: '后来的' });
    const held = applySetAside(checked, [stale, good]);
    assert.deepEqual([held.count, held.returned.length], [1, 0]);
    assert.equal(held.checked.setAside(rule, 0)?.reason, '后来的');
    const changed = applySetAside(checked, [good, stale]);
    assert.deepEqual([changed.count, changed.returned.map(({ why }) => why)], [0, ['changed']]);
    const { checked: mended } = await check(new MemoryWorkbook({ 台账: ledger(row(1)) }));
    const gone = applySetAside(mended, [entryOf(checked)]);
    assert.deepEqual([gone.count, gone.returned], [0, []]);
  });

  it('of a rule that the pack no longer has says nothing', async () => {
    const { checked } = await check(new MemoryWorkbook({ 台账: ledger(row(1)) }));
    const applied = applySetAside(checked, [entryOf(checked, { rule: 'no-such-rule' })]);
    assert.deepEqual([applied.count, applied.returned], [0, []]);
  });
});
