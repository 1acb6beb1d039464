import assert from 'node:assert/strict';
import { columnWidth, fitHeading } from '../../../addin/workbench/sheet/columnWidths';
import { SheetView } from '../../../addin/workbench/sheet/sheetView';
import { blockOf, clearAreas, pasteInto, typeInto } from '../../../addin/workbench/typing/edits';
import { CellKind } from '../../../src/core/ledger/grid';
import { packSheet } from '../../../src/core/ledger/packedTexts';
import { assertGrowsWithSize } from '../../support/processorTime';
import { sheetOf } from './sheets';

const LEDGER = [
  ['序号', '交办日期', '办理时限'],
  [1, 44477, '10月底'],
  [2, 44478, null],
] as const;
const ledger = (more: Parameters<typeof sheetOf>[1] = {}): SheetView =>
  new SheetView(packSheet(sheetOf(LEDGER, { formats: ['General', 'yyyy/m/d'], ...more })), false);
const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('a sheet as it is drawn', () => {
  it('shows cells by their worksheet rows, blank ones between and beyond', () => {
    const view = ledger({ rows: [2, 5, 9] });
    assert.equal(view.text(2, 1), '序号');
    assert.equal(view.text(5, 2), '2021-10-08');
    assert.equal(view.text(3, 1), '');
    assert.equal(view.text(500, 40), '');
    assert.ok(view.rowCount > 9 && view.columnCount > 3);
    assert.equal(view.shown(5, 1).align, 'right');
  });

  it('carries a merged value over its area and knows where it stands', () => {
    const view = ledger({ merges: [area(2, 3, 3, 3)] });
    assert.deepEqual(view.shown(3, 3), { text: '10月底', align: 'left', merge: area(2, 3, 3, 3), covered: true });
    assert.equal(view.shown(2, 3).covered, false);
  });

  it('takes cells in, in rows and columns that were blank too', () => {
    const view = ledger();
    const { version } = view;
    view.put([{ row: 8, column: 5, kind: CellKind.text, text: '新' }]);
    assert.equal(view.text(8, 5), '新');
    assert.equal(view.text(3, 2), '2021-10-09', 'the others are where they were');
    assert.ok(view.version > version);
    const before = view.cell(2, 3);
    view.put([{ row: 2, column: 3, kind: CellKind.blank }]);
    assert.equal(view.text(2, 3), '');
    view.put([before]);
    assert.equal(view.text(2, 3), '10月底');
  });

  it('knows what is ours and what is hidden', () => {
    const view = ledger({ ownedColumns: { first: 3, last: 4 }, hiddenRows: Int32Array.of(2) });
    assert.deepEqual(
      [2, 3, 4, 5].map((column) => view.isOurs(column)),
      [false, true, true, false],
    );
    assert.ok(view.isHiddenRow(2) && !view.isHiddenRow(3));
    assert.ok(new SheetView(packSheet(sheetOf(LEDGER)), true).isOurs(1), 'a sheet of ours is ours whole');
  });

  it('shows a formula without a value as waiting, and opens it blank', () => {
    const view = ledger();
    view.put([{ row: 2, column: 1, kind: CellKind.uncached }]);
    assert.equal(view.text(2, 1), '（待计算）');
    assert.equal(view.typed(2, 1), '');
  });

  it('is as wide as most of what stands in a column', () => {
    const texts = [...Array<string>(200).fill('城关司法所'), '一段很长很长的话'.repeat(20)];
    const width = columnWidth(texts.length, (at) => texts[at] ?? '');
    assert.ok(width > 70 && width < 120, String(width));
    assert.equal(
      columnWidth(0, () => ''),
      56,
    );
  });

  it('cuts a heading to the width of its column, and leaves the letters alone where nothing of it fits', () => {
    assert.equal(fitHeading('M', '办理时限', 200), 'M 办理时限');
    assert.equal(fitHeading('M', '办理时限', 66), 'M 办理…');
    assert.equal(fitHeading('M', '三个明确/办理时限', 200), 'M 三个明确/办理时限');
    assert.equal(fitHeading('M', '三个明确/办理时限', 90), 'M 办理时限');
    assert.equal(fitHeading('AB', '办理时限', 40), 'AB');
    assert.equal(fitHeading('M', '', 200), 'M');
  });

  it('answers for any cell of a large sheet as soon as for one of a small sheet', () => {
    const cellsAsked = (rows: number) => {
      const cells = Array.from({ length: rows }, (_, at) => [at, `第${at}行`]);
      const view = new SheetView(packSheet(sheetOf(cells)), false);
      // As many cells as there are rows: they grow together, where a cell takes no longer.
      return () => {
        let letters = 0;
        for (let at = 0; at < rows; at++) letters += view.shown(((at * 7919) % rows) + 1, 2).text.length;
        assert.ok(letters > 2 * rows);
      };
    };
    assertGrowsWithSize(cellsAsked, 10_000, 100_000);
  });
});

describe('what a person does to cells', () => {
  it('types one cell: a day in a cell of days, and in a blank one of such a column', () => {
    const view = ledger();
    assert.deepEqual(typeInto(view, 2, 2, '2021-10-09'), {
      areas: [area(2, 2, 2, 2)],
      edits: [{ row: 2, column: 2, value: 44478, ifNoDate: null }],
    });
    assert.deepEqual(typeInto(view, 9, 2, '2021-10-09').edits, [
      { row: 9, column: 2, value: 44478, ifNoDate: '2021-10-09' },
    ]);
    assert.deepEqual(typeInto(view, 9, 3, '2021-10-09').edits[0]?.value, '2021-10-09');
  });

  it('pastes a block where the selection begins, blanks clearing what stood there', () => {
    const group = pasteInto(ledger(), area(2, 1, 2, 1), [
      ['7', ''],
      ['', '2021/10/8', '甲'],
    ]);
    assert.deepEqual(group.areas, [area(2, 1, 3, 3)]);
    assert.deepEqual(
      group.edits.map(({ row, column, value }) => [row, column, value]),
      [
        [2, 1, 7],
        [2, 2, null],
        [2, 3, null],
        [3, 1, null],
        [3, 2, 44477],
        [3, 3, '甲'],
      ],
    );
  });

  it('fills the selection with a single cell, and passes over what lies under a merge', () => {
    const view = ledger({ merges: [area(2, 3, 3, 3)] });
    const group = pasteInto(view, area(2, 3, 4, 3), [['甲']]);
    assert.deepEqual(group.areas, [area(2, 3, 4, 3)]);
    assert.deepEqual(
      group.edits.map(({ row }) => row),
      [2, 4],
    );
  });

  it('clears what is there, however much is selected', () => {
    const group = clearAreas(ledger(), [area(2, 1, 1_048_576, 2)]);
    assert.deepEqual(
      group.edits.map(({ row, column }) => [row, column]),
      [
        [2, 1],
        [2, 2],
        [3, 1],
        [3, 2],
      ],
    );
    assert.deepEqual(clearAreas(ledger(), [area(7, 1, 8, 2)]), { areas: [], edits: [] });
  });

  it('copies what is shown', () => {
    assert.deepEqual(blockOf(ledger(), area(2, 2, 3, 3)), [
      ['2021-10-08', '10月底'],
      ['2021-10-09', ''],
    ]);
  });
});
