import assert from 'node:assert/strict';
import { TODAY, ledger, row } from '../ledgers';
import { book, checkerOver, codes, SHEET, value } from './support';

const gone = row(2, { 诉求内容: '请求修路' });

describe('keepSnapshot', () => {
  it('keeps how every case stands in a sheet nobody sees, and tells so', async () => {
    const workbook = book(row(1), gone);
    const checker = await checkerOver(workbook);
    assert.deepEqual(codes(await checker.keepSnapshot()), ['not-checked']);
    const before = value(await checker.check({ sheet: null, today: TODAY }));
    assert.deepEqual([before.snapshots, before.lastSnapshotOn], [0, null]);
    const after = value(await checker.keepSnapshot());
    assert.deepEqual([after.snapshots, after.lastSnapshotOn, after.cases], [1, TODAY, 2]);
    const sheets = value(await workbook.sheets());
    assert.deepEqual(
      sheets.filter(({ owned }) => owned === 'snapshots').map(({ visible }) => visible),
      [false],
    );
  });

  it('has cases that vanished said until the next one', async () => {
    const workbook = book(row(1), gone);
    const checker = await checkerOver(workbook);
    value(await checker.check({ sheet: null, today: TODAY - 7 }));
    value(await checker.keepSnapshot());
    workbook.putSheet({ name: SHEET, rows: ledger(row(1)) });
    const noted = value(await checker.check({ sheet: null, today: TODAY }));
    const note = noted.notes.find(({ code }) => code === 'case-vanished');
    assert.match(note?.text ?? '', /2021年10月2日快照中尚未销号的 1 件不在台账里了：C-2（办公室）/);
    const kept = value(await checker.keepSnapshot());
    assert.ok(kept.notes.every(({ code }) => code !== 'case-vanished'));
  });

  it('says why it can’t, and changes nothing', async () => {
    const workbook = book(row(1));
    const checker = await checkerOver(workbook);
    value(await checker.check({ sheet: null, today: TODAY }));
    workbook.refusals.set('writeSheets', { code: 'workbook-structure-protected', params: { file: '台账.xlsx' } });
    assert.deepEqual(codes(await checker.keepSnapshot()), ['workbook-structure-protected']);
    assert.equal(value(await checker.check({ sheet: null, today: TODAY })).snapshots, 0);
  });
});
