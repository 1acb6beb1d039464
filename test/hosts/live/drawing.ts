import assert from 'node:assert/strict';
import type { OwnedSheet, PlanChart } from '../../../src/core/writeplan/plan';
import { ownSheet, makeBook, owners, value, type ChartSeen, type LiveHarness } from './support';

const NAME = '趋势';

const chart = (kind: PlanChart['kind'], title: string, own: Partial<PlanChart> = {}): PlanChart => ({
  kind,
  title,
  valueTitle: '件数',
  categories: { column: 1, first: 1, last: 2 },
  series: [
    { name: '近4周', values: { column: 2, first: 1, last: 2 } },
    { name: '此前', values: { column: 4, first: 1, last: 2 } },
  ],
  from: { row: 4, column: 1 },
  to: { row: 12, column: 5 },
  ...own,
});

function charted(...charts: readonly PlanChart[]): OwnedSheet {
  const line = (name: string, recent: number, before: number): OwnedSheet['rows'] => [
    {
      cells: [
        { text: name, style: 'body' },
        { number: recent, style: 'body' },
        { text: '10%', style: 'body' },
        { number: before, style: 'body' },
      ],
    },
  ];
  const rows = [...line('办公室', 3, 2.5), ...line('诉求股', 5, 4)];
  return { ...ownSheet('report.trend', NAME, ''), widths: [20, 10, 10, 10], rows, rowCount: 2, charts };
}

const seen = (kind: PlanChart['kind'], title: string): ChartSeen => ({
  kind,
  title,
  valueTitle: '件数',
  categories: 'A1:A2',
  series: [
    { name: '近4周', values: 'B1:B2' },
    { name: '此前', values: 'D1:D2' },
  ],
  covers: 'A4:D11',
});

/** Charts on sheets of ours. */
export function drawing(harness: LiveHarness): void {
  describe('charts', () => {
    it('stand on their sheet; written again they are those of the last time, none twice', async () => {
      let workbook = await makeBook(harness);
      for (const charts of [
        [chart('bar', '按单位'), chart('line', '按周', { from: { row: 14, column: 1 }, to: { row: 22, column: 5 } })],
        [chart('line', '按周')],
        [chart('line', '按周'), chart('bar', '按单位')],
        [],
      ]) {
        const [done] = value(await workbook.writeSheets([charted(...charts)]));
        const { charts: can, pages } = workbook.capabilities;
        assert.deepEqual(
          done?.notes ?? [],
          [
            ...(can || charts.length === 0
              ? []
              : [{ code: 'charts-left-out', params: { sheet: NAME, charts: charts.length } }]),
            ...(pages ? [] : [{ code: 'page-setup-too-old', params: { sheet: NAME } }]),
          ],
          'what is left out is said',
        );
        workbook = await harness.reopen(workbook);
        const drawn = charts.map(({ kind, title, from }) => ({
          ...seen(kind, title),
          covers: from.row === 4 ? 'A4:D11' : 'A14:D21',
        }));
        assert.deepEqual(await harness.charts(workbook, NAME), can ? drawn : []);
      }
    });

    it('have as many series as they are told, of cells that stand alone too; without a category none is drawn', async () => {
      const workbook = await makeBook(harness);
      const run = (column: number, last: number) => ({ column, first: 1, last });
      const single = { categories: run(1, 1), series: [{ name: '件数', values: run(2, 1) }] };
      const none = { categories: run(1, 0), series: [{ name: '件数', values: run(2, 0) }] };
      value(await workbook.writeSheets([charted(chart('bar', '一家', single), chart('bar', '没有', none))]));
      const drawn = { ...seen('bar', '一家'), categories: 'A1', series: [{ name: '件数', values: 'B1' }] };
      const again = await harness.reopen(workbook);
      assert.deepEqual(await harness.charts(again, NAME), workbook.capabilities.charts ? [drawn] : []);
    });

    it('go with their sheet when everything of ours is cleared', async () => {
      const workbook = await makeBook(harness);
      const before = await owners(workbook);
      value(await workbook.writeSheets([charted(chart('bar', '按单位'))]));
      value(await workbook.clear());
      assert.deepEqual(await owners(await harness.reopen(workbook)), before);
    });
  });
}
