import assert from 'node:assert/strict';
import { CellKind } from '../../../src/core/ledger/grid';
import type { CellEdit, LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ContractBook } from '../contract';
import {
  SHEET,
  MERGED,
  seen,
  read,
  plan,
  value,
  codes,
  cells,
  makeBook,
  makeProtected,
  typeInto,
  type LiveHarness,
} from './support';

/** Reading, and what a person types. */
export function readingAndTyping(harness: LiveHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<LiveWorkbook> => makeBook(harness, more);
  const withProtection = (): Promise<LiveWorkbook> => makeProtected(harness);
  const type = (workbook: LiveWorkbook, edits: readonly CellEdit[]): Promise<void> =>
    typeInto(harness, workbook, edits);

  describe('reading', () => {
    it('tells merges, hidden rows, formats and booleans', async () => {
      const workbook = await make();
      const grid = await read(workbook);
      assert.deepEqual(grid.merges, workbook.capabilities.merges ? [MERGED] : null);
      assert.deepEqual([...grid.hiddenRows], [4]);
      const found = cells(grid);
      assert.equal(found['C6'], `${CellKind.boolean}:1:General`);
      assert.match(found['C3']!, /^1:44477:.*y.*m.*d/);
      assert.equal(found['B4'], '“漏水”', 'hidden rows are read');
    });

    it('reads an area by the same reading, with nothing beside it', async () => {
      const workbook = await make();
      const whole = cells(await read(workbook));
      const area = value(await workbook.readArea(SHEET, { top: 3, left: 2, bottom: 4, right: 3 }));
      const expected = Object.entries(whole).filter(([place]) => /^[BC][34]$/.test(place));
      assert.deepEqual(cells(area), Object.fromEntries(expected));
      assert.deepEqual([...area.rows], [3, 4]);
      const told = workbook.capabilities.merges;
      assert.deepEqual([area.merges, [...area.hiddenRows]], [told ? [] : null, [4]]);
      const title = value(await workbook.readArea(SHEET, { top: 1, left: 1, bottom: 3, right: 3 }));
      assert.deepEqual([title.merges, [...title.hiddenRows]], [told ? [MERGED] : null, []]);
    });

    it('reads an area where nothing stands as empty', async () => {
      const area = value(await (await make()).readArea(SHEET, { top: 50, left: 9, bottom: 60, right: 12 }));
      assert.deepEqual([area.rows.length, area.columns.length], [0, 0]);
    });

    it('answers an area of a sheet that is not there with a problem', async () => {
      const area = await (await make()).readArea('没有', { top: 1, left: 1, bottom: 1, right: 1 });
      assert.deepEqual(codes(area), ['sheet-not-found']);
    });

    it('hands out readings that nobody else holds', async () => {
      const workbook = await make();
      const first = await read(workbook);
      for (const { numbers, kinds } of first.columns) {
        numbers.fill(7);
        kinds.fill(CellKind.number);
      }
      first.rows.fill(99);
      assert.equal(cells(await read(workbook))['B3'], '“欠薪”');
    });
  });

  describe('what a person types', () => {
    it('is read, by sheet and by area, and tells itself by the revision', async () => {
      const workbook = await make();
      const before = await read(workbook);
      const revision = await workbook.revision();
      await type(workbook, [
        { row: 3, column: 2, value: '工资' },
        { row: 5, column: 3, value: 44500 },
        { row: 9, column: 5, value: false },
        { row: 4, column: 3, value: null },
      ]);
      assert.notEqual(await workbook.revision(), revision);
      const { C4: emptied, ...rest } = cells(before);
      assert.equal(emptied, '“尽快”');
      const now = cells(await read(workbook));
      const date = now['C5']!;
      assert.match(date, /^1:44500:.*y.*m.*d/, 'a cell keeps its format');
      assert.deepEqual(now, { ...rest, B3: '“工资”', C5: date, E9: `${CellKind.boolean}:0:General` });
      const area = value(await workbook.readArea(SHEET, { top: 5, left: 1, bottom: 9, right: 9 }));
      assert.deepEqual([...area.rows], [5, 6, 9]);
      assert.deepEqual(cells(await read(await harness.reopen(workbook))), now);
    });

    it('is text where it looks like a formula', async () => {
      const workbook = await make();
      await type(workbook, [{ row: 3, column: 2, value: '=1+1' }]);
      const again = await harness.reopen(workbook);
      for (const one of [workbook, again]) assert.equal(cells(await read(one))['B3'], '“=1+1”');
    });

    it('takes a row out of the reading that it emptied', async () => {
      const workbook = await make();
      await type(workbook, [{ row: 6, column: 3, value: null }]);
      const now = await read(workbook);
      assert.deepEqual([...now.rows], [1, 2, 3, 4, 5]);
      assert.deepEqual(seen(await read(await harness.reopen(workbook))), seen(now));
    });

    it('between reading and writing stays, and results stand where they were planned', async () => {
      const workbook = await make();
      await read(workbook);
      await type(workbook, [{ row: 5, column: 2, value: '夜间噪音' }]);
      const written = await workbook.write(plan([3, 5]));
      // Where others edit the cells, what was typed can't be told from rows that moved: then nothing of ours stays.
      if (!workbook.capabilities.edits) {
        assert.deepEqual(codes(written), ['sheet-changed-meanwhile']);
        const found = cells(await read(workbook));
        assert.equal(found['B5'], '“夜间噪音”');
        for (const row of [3, 4, 5]) assert.equal(found[`D${row}`], undefined);
        value(await workbook.write(plan([3, 5])));
      } else value(written);
      await type(workbook, [{ row: 3, column: 2, value: '工资' }]);
      const again = await harness.reopen(workbook);
      for (const one of [workbook, again]) {
        const found = cells(await read(one));
        assert.deepEqual(
          [found['B3'], found['B5'], found['D3'], found['D5']],
          ['“工资”', '“夜间噪音”', '“状态3”', '“状态5”'],
        );
      }
    });

    it('is refused whole where a cell can not be typed into, with a code', async () => {
      const workbook = await make();
      const before = cells(await read(workbook));
      if (!workbook.capabilities.edits) {
        assert.deepEqual(codes(await workbook.editCells(SHEET, [{ row: 3, column: 2, value: '甲' }])), [
          'cells-not-editable',
        ]);
        return;
      }
      const refused = async (row: number, column: number, own: CellEdit['value']): Promise<readonly string[]> =>
        codes(
          await workbook.editCells(SHEET, [
            { row: 3, column: 2, value: '甲' },
            { row, column, value: own },
          ]),
        );
      assert.deepEqual(await refused(1, 2, '乙'), ['cell-under-merge']);
      assert.deepEqual(await refused(0, 2, '乙'), ['cell-outside-sheet']);
      assert.deepEqual(await refused(3, 16_385, '乙'), ['cell-outside-sheet']);
      assert.deepEqual(await refused(3, 3, NaN), ['cell-number-unwritable']);
      assert.deepEqual(codes(await workbook.editCells('没有', [])), ['sheet-not-found']);
      assert.deepEqual(cells(await read(workbook)), before);
    });

    it('is refused on a protected sheet', async () => {
      const workbook = await withProtection();
      const done = await workbook.editCells(SHEET, [{ row: 3, column: 2, value: '甲' }]);
      assert.deepEqual(codes(done), [workbook.capabilities.edits ? 'sheet-protected' : 'cells-not-editable']);
    });
  });
}
