/// <reference types="office-js" />
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openXlsx } from '../../src/hosts/xlsx/xlsxWorkbook';
import { bookFromXlsx } from './fromXlsx';
import { loadOffice } from './node';

describe('a workbook file in the emulated Excel', () => {
  it('shows the cells and merges that our reader reads', async () => {
    const bytes = new Uint8Array(await readFile(path.join(__dirname, '../../samples/messy.xlsx')));
    const { Excel, host } = loadOffice({ workbook: await bookFromXlsx('messy.xlsx', bytes) });
    const opened = await openXlsx('messy.xlsx', bytes);
    assert.ok(opened.ok);
    const infos = await opened.value.sheets();
    assert.ok(infos.ok);
    assert.deepEqual(
      host.describe().sheets.map(({ name }) => name),
      infos.value.map(({ name }) => name),
    );
    const [first] = infos.value;
    assert.ok(first);
    const grid = await opened.value.readSheet(first.name);
    assert.ok(grid.ok);
    const column = grid.value.columns[0];
    const row = grid.value.rows[0];
    assert.ok(column && row !== undefined);
    const seen = await Excel.run(async (context) => {
      const used = context.workbook.worksheets
        .getItem(first.name)
        .getUsedRange(true)
        .load('rowIndex,columnIndex,rowCount,values');
      const merges = used.getMergedAreasOrNullObject().load('areaCount');
      await context.sync();
      const texts = used.values.flat().filter((value) => typeof value === 'string' && value !== '').length;
      return { top: used.rowIndex + 1, left: used.columnIndex + 1, merges: merges.areaCount, texts };
    });
    assert.deepEqual([seen.top, seen.left, seen.merges], [row, column.column, grid.value.merges?.length]);
    const texts = grid.value.columns.reduce(
      (sum, { kinds }) => sum + kinds.filter((kind) => kind === 2 || kind === 4).length,
      0,
    );
    assert.ok(texts > 100);
    assert.equal(seen.texts, texts);
  });
});
