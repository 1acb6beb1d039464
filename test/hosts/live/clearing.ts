import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/core/cancel';
import type { OwnedSheet } from '../../../src/core/writeplan/plan';
import type { CellEdit, LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ContractBook } from '../contract';
import {
  SHEET,
  BOOK,
  seen,
  read,
  owners,
  ownSheet,
  plan,
  value,
  cells,
  makeBook,
  typeInto,
  type LiveHarness,
} from './support';

/** Taking away what is ours. */
export function clearing(harness: LiveHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<LiveWorkbook> => makeBook(harness, more);
  const type = (workbook: LiveWorkbook, edits: readonly CellEdit[]): Promise<void> =>
    typeInto(harness, workbook, edits);

  describe('clearing', () => {
    const sheets = (): OwnedSheet[] => [ownSheet('findings', '督查问题', '一'), ownSheet('setAside', '督查搁置', '二')];

    it("gives the user's workbook back, and says what went", async () => {
      const workbook = await make();
      const before = [seen(await read(workbook)), seen(await read(workbook, '督查问题')), await owners(workbook)];
      value(await workbook.write(plan([3, 4, 5], sheets())));
      value(await workbook.write(plan([3], sheets())));
      const again = await harness.reopen(workbook);
      const report = value(await again.clear());
      assert.deepEqual([report.columns, report.sheets], [2, ['督查问题（2）', '督查搁置']]);
      const after = await harness.reopen(again);
      for (const one of [again, after])
        assert.deepEqual([seen(await read(one)), seen(await read(one, '督查问题')), await owners(one)], before);
    });

    it('does nothing where nothing is ours', async () => {
      const workbook = await make();
      const revision = await workbook.revision();
      assert.deepEqual(value(await workbook.clear()), { columns: 0, sheets: [], marks: 0, lists: 0 });
      assert.deepEqual(seen(await read(workbook)), seen(await read(await make())));
      assert.equal(typeof revision, 'string');
    });

    it('clears every ledger, and writing again begins anew', async () => {
      const second = { ...BOOK.sheets[0]!, name: '二月' };
      const workbook = await make({ sheets: [BOOK.sheets[0]!, second] });
      for (const name of [SHEET, '二月']) value(await workbook.write(plan([3], [], name)));
      assert.equal(value(await workbook.clear()).columns, 4);
      value(await workbook.write(plan([4], [], '二月')));
      const again = await harness.reopen(workbook);
      assert.equal((await read(again)).ownedColumns, null);
      assert.deepEqual((await read(again, '二月')).ownedColumns, { first: 4, last: 5 });
    });

    it('leaves what a person typed beside our columns', async () => {
      const workbook = await make();
      value(await workbook.write(plan([3])));
      await type(workbook, [{ row: 3, column: 8, value: '批注' }]);
      value(await workbook.clear());
      const found = cells(await read(await harness.reopen(workbook)));
      assert.deepEqual([found['D3'], found['H3']], [undefined, '“批注”']);
    });

    it('stops when it is told to before it begins, and has then done nothing', async () => {
      const workbook = await make();
      value(await workbook.write(plan([3])));
      const before = seen(await read(workbook));
      await assert.rejects(workbook.clear({ signal: { aborted: true } }), Cancelled);
      assert.deepEqual(seen(await read(await harness.reopen(workbook))), before);
    });
  });
}
