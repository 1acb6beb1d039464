import assert from 'node:assert/strict';
import type { OwnedSheet } from '../../../src/core/writeplan/plan';
import { SHEET, cells, makeBook, owners, ownSheet, read, value, type LiveHarness } from './support';

/** Sheets of ours that are for the program alone. */
export function hiding(harness: LiveHarness): void {
  const hidden = (text: string): OwnedSheet => ({ ...ownSheet('snapshots', '督查快照', text), hidden: true });

  describe('hidden sheets of ours', () => {
    it('are not seen, are read as any other, and stay hidden when they are written again', async () => {
      const workbook = await makeBook(harness);
      const done = value(await workbook.writeSheets([hidden('一')]));
      assert.deepEqual(done, [{ id: 'snapshots', name: '督查快照', rows: 1 }]);
      value(await workbook.writeSheets([hidden('二'), ownSheet('setAside', '督查搁置', '三')]));
      const again = await harness.reopen(workbook);
      const sheets = value(await again.sheets());
      assert.deepEqual(
        sheets.map(({ name, visible }) => `${name}${visible ? '' : '（隐藏）'}`),
        [SHEET, '督查问题', '督查快照（隐藏）', '督查搁置'],
      );
      assert.equal(sheets.find(({ active }) => active)?.name, SHEET);
      assert.deepEqual(cells(await read(again, '督查快照')), { A1: '“二”' });
    });

    it('go when everything of ours is cleared', async () => {
      const workbook = await makeBook(harness);
      value(await workbook.writeSheets([hidden('一')]));
      assert.deepEqual(value(await workbook.clear()).sheets, ['督查快照']);
      assert.deepEqual(await owners(await harness.reopen(workbook)), [SHEET, '督查问题']);
    });
  });
}
