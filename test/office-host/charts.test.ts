import assert from 'node:assert/strict';
import { outcomeOf } from './attempt';
import { loadOffice, type LoadedOffice } from './node';
import { ExcelUser } from './user';

const WORKBOOK = {
  sheets: [
    {
      name: '表',
      rows: [
        ['单位', '件数', '平均'],
        ['甲', 1, 2],
        ['乙', 3, 4],
      ],
    },
  ],
};
const load = (requirementSet: string): LoadedOffice => loadOffice({ workbook: WORKBOOK, requirementSet });
const sheetOf = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('表');

describe('charts of the emulated Excel', () => {
  it('begin with the series that Excel finds, by columns; one cell stands for all around it', async () => {
    const office = load('1.15');
    const code = await outcomeOf(office, (context) => {
      const { charts } = sheetOf(context);
      charts.add('BarClustered', sheetOf(context).getRange('A1:C3'), 'Columns').name = '全部';
      charts.add('Line', sheetOf(context).getRange('B2:B3'), 'Columns').name = '一列';
      charts.add('Pie', sheetOf(context).getRange('B2'), 'Columns').name = '一格';
    });
    assert.equal(code, 'none');
    const charts = office.host.describe().sheets[0]?.charts ?? [];
    const both = [
      { name: '件数', values: 'B2:B3', categories: 'A2:A3' },
      { name: '平均', values: 'C2:C3', categories: 'A2:A3' },
    ];
    assert.deepEqual(
      charts.map(({ name, series }) => [name, series]),
      [
        ['全部', both],
        ['一列', [{ name: '系列1', values: 'B2:B3' }]],
        ['一格', both],
      ],
    );
  });

  it('are found by id, by name and by place, keep what is set on them, and are gone when deleted', async () => {
    const office = load('1.15');
    new ExcelUser(office.host).addChart('表', 'A1:C3');
    const seen = await office.Excel.run(async (context) => {
      const { charts } = sheetOf(context);
      charts.load('count,items/id,items/name');
      await context.sync();
      const [found] = charts.items;
      assert.ok(found);
      found.title.text = '图';
      found.setPosition('E2', 'H9');
      found.axes.valueAxis.minimum = 0;
      const series = found.series.getItemAt(1);
      series.format.fill.setSolidColor('red');
      series.delete();
      const again = charts.getItem(found.name);
      again.load('id');
      again.series.load('count');
      await context.sync();
      return [charts.count, again.id === found.id, again.series.count];
    });
    assert.deepEqual(seen, [1, true, 1]);
    const [chart] = office.host.describe().sheets[0]?.charts ?? [];
    assert.deepEqual([chart?.place, chart?.looks], ['E2:H9', { 'title.text': '图', 'axes.value.minimum': 0 }]);
    const gone = await outcomeOf(office, (context) => {
      const { charts } = sheetOf(context);
      const one = charts.getItemAt(0);
      one.delete();
      one.title.text = '还在？';
    });
    assert.equal(gone, 'ItemNotFound');
    assert.equal(office.host.describe().sheets[0]?.charts, undefined);
  });

  it('refuse what Excel refuses, and what is not emulated loudly', async () => {
    const office = load('1.15');
    const outcome = (act: (charts: Excel.ChartCollection, sheet: Excel.Worksheet) => void): Promise<string> =>
      outcomeOf(office, (context) => act(sheetOf(context).charts, sheetOf(context)));
    const added = (charts: Excel.ChartCollection, sheet: Excel.Worksheet): Excel.Chart =>
      charts.add('Line', sheet.getRange('B2:B3'), 'Columns');
    assert.equal(await outcome((charts) => void charts.getItem('没有').load('name')), 'ItemNotFound');
    assert.equal(await outcome((charts) => void charts.getItemAt(3).load('name')), 'ItemNotFound');
    assert.equal(await outcome((...at) => (added(...at).series.getItemAt(0).markerSize = 1)), 'InvalidArgument');
    assert.equal(await outcome((...at) => added(...at).setPosition('D9', 'A1')), 'InvalidArgument');
    assert.equal(await outcome((...at) => (added(...at).legend.height = 3)), 'EmulatorNotImplemented');
    assert.equal(
      await outcome((charts, sheet) => void charts.add('Funnel', sheet.getRange('B2:B3'), 'Columns')),
      'EmulatorNotImplemented',
    );
    new ExcelUser(office.host).protect('表');
    assert.equal(await outcome((...at) => void added(...at)), 'AccessDenied');
  });

  it('know no more than their requirement set', async () => {
    const office = load('1.7');
    const outcome = (act: (series: Excel.ChartSeries, chart: Excel.Chart) => void): Promise<string> =>
      outcomeOf(office, (context) => {
        const sheet = sheetOf(context);
        const chart = sheet.charts.add('Line', sheet.getRange('B2:B3'), 'Columns');
        act(chart.series.getItemAt(0), chart);
      });
    assert.equal(await outcome((series) => (series.hasDataLabels = true)), 'none');
    assert.equal(await outcome((series) => (series.dataLabels.position = 'Top')), 'ApiNotFound');
    assert.equal(await outcome((_, chart) => (chart.axes.valueAxis.numberFormat = '0')), 'ApiNotFound');
  });
});
