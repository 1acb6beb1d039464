import assert from 'node:assert/strict';
import type { CellMark, DropDown, LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ContractBook } from '../contract';
import {
  SHEET,
  BOOK,
  seen,
  read,
  value,
  codes,
  cells,
  makeBook,
  makeProtected,
  typeInto,
  type LiveHarness,
} from './support';

/** Marks and lists, which change no cell. */
export function decorating(harness: LiveHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<LiveWorkbook> => makeBook(harness, more);
  const withProtection = (): Promise<LiveWorkbook> => makeProtected(harness);

  describe('marks', () => {
    const marks: readonly CellMark[] = [
      { cell: 'B3', look: 'error' },
      { cell: 'B4', look: 'error' },
      { cell: 'C5', look: 'warning' },
    ];
    /** A host that has none says so, and has done nothing. */
    const refusesMarks = async (workbook: LiveWorkbook): Promise<void> => {
      const before = seen(await read(workbook));
      assert.deepEqual(codes(await workbook.mark(SHEET, marks)), ['marks-not-possible']);
      assert.deepEqual(seen(await read(await harness.reopen(workbook))), before);
      assert.equal(value(await workbook.clear()).marks, 0);
    };

    it('change no cell, and are counted when they are cleared', async () => {
      const workbook = await make();
      const before = seen(await read(workbook));
      if (!workbook.capabilities.marks) return refusesMarks(workbook);
      value(await workbook.mark(SHEET, marks));
      const again = await harness.reopen(workbook);
      assert.deepEqual(seen(await read(again)), before);
      assert.equal(value(await again.clear()).marks, 3);
      assert.equal(value(await again.clear()).marks, 0);
    });

    it('are replaced by the next, and taken away by none', async () => {
      const workbook = await make();
      if (!workbook.capabilities.marks) return refusesMarks(workbook);
      value(await workbook.mark(SHEET, marks));
      value(await workbook.mark(SHEET, [{ cell: 'B3', look: 'notice' }]));
      value(await workbook.mark('督查问题', [{ cell: 'A1', look: 'notice' }]));
      value(await workbook.mark(SHEET, [{ cell: 'B4', look: 'notice' }]));
      const again = await harness.reopen(workbook);
      assert.equal(value(await again.clear()).marks, 2);
      value(await again.mark(SHEET, marks));
      value(await again.mark(SHEET, []));
      assert.equal(value(await again.clear()).marks, 0);
    });

    it('are refused on a protected sheet and on one that is not there', async () => {
      const workbook = await withProtection();
      if (!workbook.capabilities.marks) return refusesMarks(workbook);
      assert.deepEqual(codes(await workbook.mark(SHEET, marks)), ['sheet-protected']);
      assert.deepEqual(codes(await workbook.mark('没有', marks)), ['sheet-not-found']);
    });
  });

  describe('lists', () => {
    const list = (column: number, choices: readonly string[] = ['未化解', '已化解']): DropDown => ({
      column,
      first: 3,
      last: 5,
      choices,
    });
    const refusesLists = async (workbook: LiveWorkbook): Promise<void> => {
      const before = seen(await read(workbook));
      assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(3)])), ['drop-downs-not-possible']);
      assert.deepEqual(seen(await read(await harness.reopen(workbook))), before);
      assert.equal(value(await workbook.clear()).lists, 0);
    };

    it('change no cell, leave a column with a validation of the user alone, and are cleared', async () => {
      const taken = { top: 4, left: 2, bottom: 9, right: 2 };
      const workbook = await make({ sheets: [{ ...BOOK.sheets[0]!, validations: [taken] }] });
      const before = seen(await read(workbook));
      if (!workbook.capabilities.dropDowns) return refusesLists(workbook);
      const done = await workbook.setDropDowns(SHEET, [list(2), list(3)]);
      assert.deepEqual(value(done), { columns: 1, leftAlone: [2] });
      const again = await harness.reopen(workbook);
      assert.deepEqual(seen(await read(again)), before);
      assert.deepEqual(value(await again.setDropDowns(SHEET, [list(2), list(3)])), { columns: 1, leftAlone: [2] });
      assert.equal(value(await again.clear()).lists, 1);
      assert.equal(value(await again.clear()).lists, 0);
      assert.deepEqual(value(await again.setDropDowns(SHEET, [list(2)])), { columns: 0, leftAlone: [2] });
    });

    it('take other words too', async () => {
      const workbook = await make();
      if (!workbook.capabilities.dropDowns) return refusesLists(workbook);
      value(await workbook.setDropDowns(SHEET, [list(3)]));
      await typeInto(harness, workbook, [{ row: 4, column: 3, value: '部分化解' }]);
      assert.equal(cells(await read(await harness.reopen(workbook)))['C4'], '“部分化解”');
    });

    it('are taken away by none', async () => {
      const workbook = await make();
      if (!workbook.capabilities.dropDowns) return refusesLists(workbook);
      value(await workbook.setDropDowns(SHEET, [list(2), list(3)]));
      value(await workbook.setDropDowns(SHEET, []));
      assert.equal(value(await (await harness.reopen(workbook)).clear()).lists, 0);
    });

    it('are refused whole where they can not be offered', async () => {
      const workbook = await make();
      if (!workbook.capabilities.dropDowns) return refusesLists(workbook);
      const long = Array.from({ length: 60 }, (_, i) => `第${i}派出机构`);
      assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(2), list(3, long)])), ['drop-down-too-long']);
      assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(2), list(3, ['甲,乙'])])), ['drop-down-comma']);
      assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(3, [' '])])), ['drop-down-empty']);
      assert.deepEqual(codes(await (await withProtection()).setDropDowns(SHEET, [list(3)])), ['sheet-protected']);
      assert.equal(value(await workbook.clear()).lists, 0);
    });
  });
}
