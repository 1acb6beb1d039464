import assert from 'node:assert/strict';
import type { OwnedSheet, PlanChart, PlanRow } from '../../../src/core/writeplan/plan';
import { sayNotes } from '../../../src/text/zh-CN/notes';
import type { ExcelHost } from '../../office-host/host';
import type { SheetDescription } from '../../office-host/model/description';
import { ExcelUser } from '../../office-host/user';
import { bench } from './harness';
import { bookOf, findingsSheet, ledger } from './ledgers';

const run = (column: number) => ({ column, first: 3, last: 5 });
const chart = (own: Partial<PlanChart> = {}): PlanChart => ({
  kind: 'bar',
  title: '图',
  valueTitle: '件数',
  categories: run(1),
  series: [
    { name: '近4周', values: run(2) },
    { name: '此前', values: run(3) },
  ],
  from: { row: 7, column: 1 },
  to: { row: 20, column: 4 },
  ...own,
});

const ROWS: readonly PlanRow[] = [
  { cells: [{ text: '趋势', style: 'title' }], mergeTo: 3 },
  { cells: ['单位', '近4周', '此前'].map((text) => ({ text, style: 'header' as const })) },
  ...['办公室', '诉求股', '某所'].map((text, i) => ({
    cells: [
      { text, style: 'body' as const },
      { number: i + 1, style: 'body' as const },
      { number: i + 0.5, style: 'body' as const },
    ],
    ...(i === 2 ? { startsPage: true } : {}),
  })),
];

const charted = (...charts: PlanChart[]): OwnedSheet => ({
  ...findingsSheet(3, { id: 'report.trend', name: '趋势', rows: ROWS, rowCount: ROWS.length }),
  charts,
});

const described = (host: ExcelHost, name = '趋势'): SheetDescription => {
  const found = host.describe().sheets.find((sheet) => sheet.name === name);
  assert.ok(found, `no sheet ${name}`);
  return found;
};

describe('Excel: charts of a sheet of ours', () => {
  it('look as those in files do, as far as Excel takes it from an add-in', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.15' });
    assert.ok((await workbook.writeSheets([charted(chart(), chart({ kind: 'line' }))])).ok);
    const [bars, lines] = described(host).charts ?? [];
    assert.ok(bars && lines);
    assert.deepEqual([bars.name, lines.name], ['_appeals.chart.1', '_appeals.chart.2']);
    assert.equal(bars.looks?.['axes.category.reversePlotOrder'], true);
    assert.equal(bars.looks?.['axes.category.position'], 'Maximum');
    assert.equal(bars.looks?.['axes.value.minimum'], 0);
    assert.equal(bars.looks?.['axes.value.numberFormat'], '0.0');
    assert.equal(bars.looks?.['legend.position'], 'Bottom');
    assert.deepEqual(
      bars.series.map(({ looks }) => [looks?.['format.fill.solid'], looks?.['dataLabels.position']]),
      [
        ['#404040', 'OutsideEnd'],
        ['#D9D9D9', 'OutsideEnd'],
      ],
    );
    assert.deepEqual(
      lines.series.map(({ looks }) => [looks?.['format.line.lineStyle'], looks?.['markerStyle']]),
      [
        ['Continuous', 'Circle'],
        ['Dash', 'Square'],
      ],
    );
    assert.equal(lines.looks?.['axes.category.reversePlotOrder'], undefined);
  });

  it('are told in the note where Excel is too old for them, once for all sheets', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.6' });
    const other = { ...charted(chart()), id: 'report.trend.weeks', name: '按周' } as const;
    const done = await workbook.writeSheets([charted(chart(), chart()), other]);
    assert.ok(done.ok, JSON.stringify(done));
    const said = sayNotes(done.value.flatMap(({ notes = [] }) => notes));
    assert.deepEqual(said, [
      '“趋势”、“按周”中的 3 幅图没有画出（需要 Excel 2019 或更新的版本），数据都在表中；需要图的，请下载报表文件。',
      '“趋势”、“按周”没有设置打印页面，也没有筛选按钮（需要 Office 2021 或更新的版本）；需要打印的，请下载报表文件。',
    ]);
    assert.equal(described(host).charts, undefined);
    assert.equal(Object.keys(described(host).cells ?? {}).length > 9, true);
  });

  it('leave those that a person put on our sheet and on their own, in whatever order they were added', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.15' });
    const user = new ExcelUser(host);
    user.addChart('台账', 'C3:C5');
    assert.ok((await workbook.writeSheets([charted(chart(), chart())])).ok);
    user.addChart('趋势', 'B3:B5');
    const theirs = [described(host, '台账').charts, described(host).charts?.at(-1)];
    assert.ok((await workbook.writeSheets([charted(chart({ kind: 'line' }))])).ok);
    assert.deepEqual(
      described(host).charts?.map(({ name, type }) => `${name} ${type}`),
      ['图表 1 ColumnClustered', '_appeals.chart.1 LineMarkers'],
    );
    assert.deepEqual([described(host, '台账').charts, described(host).charts?.[0]], theirs);
    assert.ok((await workbook.writeSheets([charted()])).ok);
    assert.deepEqual(
      described(host).charts?.map(({ name }) => name),
      ['图表 1'],
    );
  });

  it('are never doubled by a write that Excel stopped between adding one and naming it', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.15' });
    assert.ok((await workbook.writeSheets([charted(chart(), chart())])).ok);
    new ExcelUser(host).addChart('趋势', 'B3:B5');
    host.resetCounters();
    assert.ok((await workbook.writeSheets([charted(chart(), chart())])).ok);
    // Adding comes before the series, the looks and the page.
    const sync = host.counters.syncs - 3;
    const { actions } = host.counters.records[sync - 1]!;
    const names = new Set<string>();
    for (let action = 0; action < actions; action++) {
      host.resetCounters();
      host.failAt({ sync, action, code: 'ActivityLimitReached' });
      assert.ok(!(await workbook.writeSheets([charted(chart(), chart())])).ok, `action ${action}`);
      host.clearFailures();
      for (const { name } of described(host).charts ?? []) names.add(name);
      assert.ok((await workbook.writeSheets([charted(chart(), chart())])).ok);
      assert.deepEqual(
        described(host).charts?.map(({ name }) => name),
        ['图表 1', '_appeals.chart.1', '_appeals.chart.2'],
        `action ${action}`,
      );
    }
    assert.ok(names.has('图表 2'), 'one was added and not named yet');
  });

  it('stand in Excel’s own looks where it refuses ours, and that is said', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.15' });
    host.resetCounters();
    assert.ok((await workbook.writeSheets([charted(chart())])).ok);
    // The looks are the last but one request: the page comes after them.
    const sync = host.counters.syncs - 1;
    host.resetCounters();
    host.failAt({ sync, action: 9, code: 'InvalidArgument' });
    const done = await workbook.writeSheets([charted(chart())]);
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual(done.value[0]?.notes, [{ code: 'charts-plain', params: { sheet: '趋势' } }]);
    const [drawn, ...more] = described(host).charts ?? [];
    assert.deepEqual(more, []);
    assert.deepEqual([drawn?.looks?.['title.text'], drawn?.place, drawn?.series.length], ['图', 'A7:C19', 2]);
  });
});

describe('Excel: the page of a sheet of ours', () => {
  it('begins where the plan says, and a long footer leaves room for the page number', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(3)), requirementSet: '1.9' });
    const long = '某县某局某某工作领导小组办公室某某专班某某股室　截至 2021-10-20';
    for (let times = 0; times < 2; times++)
      assert.ok((await workbook.writeSheets([{ ...charted(), footer: long }])).ok);
    const { page } = described(host);
    assert.deepEqual(page?.rowBreaks, [4]);
    const texts = page?.texts as Record<string, string>;
    assert.match(texts['defaultForAllPages.leftFooter'] ?? '', /^某县某局/);
    assert.equal(texts['defaultForAllPages.centerFooter'], '');
    assert.match(texts['defaultForAllPages.rightFooter'] ?? '', /&P/);
    assert.ok((await workbook.writeSheets([{ ...charted(), footer: '甲局' }])).ok);
    assert.match(
      (described(host).page?.texts as Record<string, string>)['defaultForAllPages.centerFooter'] ?? '',
      /&P/,
    );
  });
});
