import assert from 'node:assert/strict';
import { sayNote } from '../../../src/text/zh-CN/notes';
import { bench } from './harness';
import { bookOf, findingsSheet, ledger, planFor } from './ledgers';

describe('Excel: a sheet with charts', () => {
  it('is written with its cells, and the note says that nothing was drawn', async () => {
    const run = { column: 1, first: 3, last: 5 };
    const chart = {
      kind: 'bar' as const,
      title: '图',
      categories: run,
      series: [{ name: '件数', values: run }],
      from: { row: 7, column: 1 },
      to: { row: 20, column: 4 },
    };
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.15' });
    const done = await workbook.write(planFor([3, 4, 5], [findingsSheet(3, { charts: [chart] })]));
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual(done.value.notes, [{ code: 'charts-left-out', params: { sheet: '督查问题', charts: 1 } }]);
    assert.match(sayNote(done.value.notes[0]!), /^“督查问题”中的 1 幅图没有画出/);
    assert.ok(host.describe().sheets.some(({ name }) => name === '督查问题'));
  });
});
