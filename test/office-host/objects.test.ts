/// <reference types="office-js" />
import assert from 'node:assert/strict';
import { outcomeOf } from './attempt';
import type { SheetDescription } from './model/description';
import { loadOffice, type LoadedOffice } from './node';
import { ExcelUser } from './user';

const withSheet = (more: Partial<SheetDescription> = {}): LoadedOffice =>
  loadOffice({
    workbook: {
      name: '诉求台账.xlsx',
      sheets: [
        {
          name: '台账',
          rows: [
            ['编号', '股室', '时限'],
            ['甲1', '办公室', 44477],
            ['甲2', '环境股', '尽快'],
          ],
          ...more,
        },
        { name: '隐藏的', visibility: 'Hidden' },
      ],
    },
  });
const ledger = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('台账');

describe('worksheets of the emulated Excel', () => {
  it('are listed with what the add-in asks of them', async () => {
    const { Excel } = withSheet();
    const seen = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load(
        'items/name,items/visibility,items/position,items/protection/protected',
      );
      const active = context.workbook.worksheets.getActiveWorksheet().load('id');
      context.workbook.load('name');
      await context.sync();
      return {
        workbook: context.workbook.name,
        sheets: sheets.items.map((each) => [each.name, each.visibility, each.position, each.protection.protected]),
        activeIsFirst: active.id === sheets.items[0]?.id,
      };
    });
    assert.deepEqual(seen, {
      workbook: '诉求台账.xlsx',
      sheets: [
        ['台账', 'Visible', 0, false],
        ['隐藏的', 'Hidden', 1, false],
      ],
      activeIsFirst: true,
    });
  });

  it('are added, named, moved, coloured, hidden, activated and deleted', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('督查汇总');
      sheet.tabColor = '#C00000';
      sheet.showGridlines = false;
      await context.sync();
      sheet.name = '督查汇总（2）';
      sheet.position = 0;
      sheet.activate();
      await context.sync();
      ledger(context).visibility = 'Hidden';
      await context.sync();
      context.workbook.worksheets.getItem('隐藏的').delete();
      await context.sync();
    });
    const { sheets, active } = host.describe();
    assert.deepEqual(
      sheets.map(({ name, visibility, tabColor }) => [name, visibility, tabColor]),
      [
        ['督查汇总（2）', 'Visible', '#C00000'],
        ['台账', 'Hidden', ''],
      ],
    );
    assert.equal(active, '督查汇总（2）');
  });

  it('are never all gone: the last visible one can neither be hidden nor deleted', async () => {
    const office = withSheet();
    assert.equal(await outcomeOf(office, (context) => ledger(context).delete()), 'InvalidArgument');
    assert.equal(
      await outcomeOf(office, (context) => {
        ledger(context).visibility = 'Hidden';
      }),
      'InvalidArgument',
    );
  });

  it('carry custom properties, by which an add-in knows its own', async () => {
    const { Excel } = withSheet();
    const seen = await Excel.run(async (context) => {
      const { customProperties } = ledger(context);
      customProperties.add('appeals.owned', 'summary');
      await context.sync();
      const item = customProperties.getItemOrNullObject('APPEALS.owned').load('value');
      const none = customProperties.getItemOrNullObject('other');
      await context.sync();
      return [item.value, none.isNullObject];
    });
    assert.deepEqual(seen, ['summary', true]);
  });
});

describe('ranges of the emulated Excel', () => {
  it('are found by address, by index, by what is used, whole rows and columns', async () => {
    const { Excel } = withSheet();
    const seen = await Excel.run(async (context) => {
      const sheet = ledger(context);
      const ranges = [
        sheet.getRange('$B$2:C3'),
        sheet.getRange('B:C'),
        sheet.getRange('2:3'),
        sheet.getCell(1, 2),
        sheet.getRangeByIndexes(0, 1, 2, 2),
        sheet.getUsedRange(),
        sheet.getUsedRange().getLastRow(),
        sheet.getUsedRange().getEntireColumn(),
        sheet.getRange('A1').getOffsetRange(2, 1),
        sheet.getRange('A1').getResizedRange(2, 1),
        sheet.getRange('A1:B2').getIntersection('B2:C3'),
        sheet.getRange('A1').getBoundingRect('C3'),
        sheet.getRange('A1').getColumnsAfter(2),
        sheet.getRange('A1').getRowsBelow(3),
      ].map((range) => range.load('address'));
      const blank = context.workbook.worksheets.getItem('隐藏的').getUsedRangeOrNullObject(true);
      await context.sync();
      return [...ranges.map((range) => range.address.replace('台账!', '')), blank.isNullObject];
    });
    assert.deepEqual(seen, [
      'B2:C3',
      'B:C',
      '2:3',
      'C2',
      'B1:C2',
      'A1:C3',
      'A3:C3',
      'A:C',
      'B3',
      'A1:B3',
      'B2',
      'A1:C3',
      'B1:C1',
      'A2:A4',
      true,
    ]);
  });

  it('give values, formulas, texts, types and number formats', async () => {
    const { Excel, host } = withSheet({
      cells: {
        C2: { value: 44477, style: { numberFormat: 'yyyy/m/d' } },
        D2: { value: 2, formula: '=1+1' },
        D3: { error: '#REF!' },
        E2: { value: true },
        E3: { value: 1234.5, style: { numberFormat: '#,##0.00' } },
      },
    });
    const seen = await Excel.run(async (context) => {
      const range = ledger(context).getRange('B2:E3').load('values,formulas,text,valueTypes,numberFormat');
      await context.sync();
      const { values, formulas, text, valueTypes, numberFormat } = range;
      return { values, formulas, text, valueTypes, numberFormat };
    });
    assert.deepEqual(seen, {
      values: [
        ['办公室', 44477, 2, true],
        ['环境股', '尽快', '#REF!', 1234.5],
      ],
      formulas: [
        ['办公室', 44477, '=1+1', true],
        ['环境股', '尽快', '#REF!', 1234.5],
      ],
      text: [
        ['办公室', '2021/10/8', '2', 'TRUE'],
        ['环境股', '尽快', '#REF!', '1,234.50'],
      ],
      valueTypes: [
        ['String', 'Double', 'Double', 'Boolean'],
        ['String', 'String', 'Error', 'Double'],
      ],
      numberFormat: [
        ['General', 'yyyy/m/d', 'General', 'General'],
        ['General', 'General', 'General', '#,##0.00'],
      ],
    });
    assert.equal(new ExcelUser(host).cell('台账', 'C2').text, '2021/10/8');
  });

  it('leave a cell at null and clear it at an empty text', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      ledger(context).getRange('A2:C2').values = [[null, '', 'x']];
      await context.sync();
    });
    assert.deepEqual(new ExcelUser(host).values('台账', 'A2:C2'), [['甲1', '', 'x']]);
  });

  it('take formats and say null where cells differ', async () => {
    const { Excel, host } = withSheet();
    const seen = await Excel.run(async (context) => {
      const sheet = ledger(context);
      const head = sheet.getRange('A1:C1');
      head.format.font.bold = true;
      head.format.fill.color = '#D9E1F2';
      head.format.wrapText = true;
      head.format.horizontalAlignment = 'Center';
      head.format.rowHeight = 30;
      head.format.borders.getItem('EdgeBottom').style = 'Continuous';
      head.format.borders.getItem('InsideVertical').color = '#BFBFBF';
      sheet.getRange('B:B').format.columnWidth = 120;
      await context.sync();
      const used = sheet.getUsedRange().load('format/fill/color,format/font/bold,format/rowHeight,format/columnWidth');
      head.load('format/fill/color,format/font/bold,format/rowHeight');
      const edge = head.format.borders.getItem('EdgeBottom').load('style');
      await context.sync();
      const look = (range: Excel.Range): unknown[] => [
        range.format.fill.color,
        range.format.font.bold,
        range.format.rowHeight,
      ];
      return { head: look(head), used: look(used), width: used.format.columnWidth, edge: edge.style };
    });
    assert.deepEqual(seen, { head: ['#D9E1F2', true, 30], used: ['', null, null], width: null, edge: 'Continuous' });
    assert.equal(host.book.active.peek(0, 1)?.style.borders.EdgeRight?.color, '#BFBFBF');
    assert.equal(host.book.active.peek(0, 2)?.style.borders.EdgeRight, undefined);
  });

  it('take formats over several areas at once', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      const areas = ledger(context).getRanges('A1:B1,C3');
      areas.format.fill.color = '#FFC7CE';
      areas.format.font.bold = true;
      areas.format.wrapText = true;
      areas.format.borders.getItem('EdgeTop').style = 'Continuous';
      areas.load('areaCount,format/font/bold');
      await context.sync();
      assert.deepEqual([areas.areaCount, areas.format.font.bold], [2, true]);
    });
    const user = new ExcelUser(host);
    assert.deepEqual(
      ['A1', 'B1', 'C1', 'C3'].map((address) => user.cell('台账', address).fill),
      ['#FFC7CE', '#FFC7CE', '', '#FFC7CE'],
    );
    assert.equal(host.book.active.peek(2, 2)?.style.borders.EdgeTop?.style, 'Continuous');
  });

  it('merge, and tell their merged areas', async () => {
    const { Excel, host } = withSheet({ merges: ['A5:C5', 'A7:A9'] });
    const seen = await Excel.run(async (context) => {
      const sheet = ledger(context);
      sheet.getRange('B2:B3').merge();
      const areas = sheet.getRange('A1:C8').getMergedAreasOrNullObject().load('address');
      const none = sheet.getRange('E1:F2').getMergedAreasOrNullObject();
      await context.sync();
      areas.areas.load('items/address');
      await context.sync();
      sheet.getRange('A7').unmerge();
      await context.sync();
      return { areas: areas.areas.items.map((each) => each.address), none: none.isNullObject };
    });
    assert.deepEqual(seen, { areas: ['台账!A5:C5', '台账!A7:A9', '台账!B2:B3'], none: true });
    assert.deepEqual(host.describe().sheets[0]?.merges, ['A5:C5', 'B2:B3']);
    assert.equal(new ExcelUser(host).cell('台账', 'B3').value, '');
  });

  it('tell hidden rows and columns, at once and one by one', async () => {
    const { Excel } = withSheet({ hiddenRows: [3], hiddenColumns: ['B'] });
    const seen = await Excel.run(async (context) => {
      const sheet = ledger(context);
      const used = sheet.getUsedRange().load('rowHidden,columnHidden');
      const rows = sheet.getUsedRange().getRowProperties({ rowIndex: true, rowHidden: true });
      const columns = sheet.getUsedRange().getColumnProperties({ columnHidden: true });
      const fills = sheet.getRange('A1:B1').getCellProperties({ address: true, format: { fill: { color: true } } });
      await context.sync();
      sheet.getRange('2:2').rowHidden = true;
      await context.sync();
      const second = sheet.getRange('A2').load('rowHidden');
      await context.sync();
      return {
        used: [used.rowHidden, used.columnHidden],
        rows: rows.value,
        columns: columns.value,
        fills: fills.value,
        second: second.rowHidden,
      };
    });
    const white = { fill: { color: '#FFFFFF' } };
    assert.deepEqual(seen, {
      used: [null, null],
      rows: [
        { rowIndex: 0, rowHidden: false },
        { rowIndex: 1, rowHidden: false },
        { rowIndex: 2, rowHidden: true },
      ],
      columns: [{ columnHidden: false }, { columnHidden: true }, { columnHidden: false }],
      fills: [
        [
          { address: '台账!A1', format: white },
          { address: '台账!B1', format: white },
        ],
      ],
      second: true,
    });
  });

  it('carry links within the workbook', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      ledger(context).getRange('D2').hyperlink = { documentReference: "'台账'!A2", textToDisplay: 'A2' };
      await context.sync();
      const cell = ledger(context).getRange('D2').load('hyperlink,values');
      await context.sync();
      assert.deepEqual(cell.hyperlink, { documentReference: "'台账'!A2", textToDisplay: 'A2' });
      assert.deepEqual(cell.values, [['A2']]);
    });
    assert.equal(host.book.active.peek(1, 3)?.style.underline, 'Single');
  });

  it('clear contents, formats or all', async () => {
    const { Excel, host } = withSheet({ styles: [{ area: 'A1:C1', style: { fill: '#FFFF00' } }] });
    await Excel.run(async (context) => {
      const sheet = ledger(context);
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('B1').clear('Formats');
      sheet.getRange('C1').clear();
      await context.sync();
    });
    const user = new ExcelUser(host);
    assert.deepEqual(
      ['A1', 'B1', 'C1'].map((address) => [user.cell('台账', address).value, user.cell('台账', address).fill]),
      [
        ['', '#FFFF00'],
        ['股室', ''],
        ['', ''],
      ],
    );
  });

  it('are selected, and the selection is told', async () => {
    const { Excel, host } = withSheet();
    const seen = await Excel.run(async (context) => {
      ledger(context).getRange('B3').select();
      await context.sync();
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    });
    assert.equal(seen, '台账!B3');
    new ExcelUser(host).select('台账', 'A2:C2');
    assert.equal(host.describe().selection, 'A2:C2');
  });

  it('refuse what is not on the sheet', async () => {
    const office = withSheet();
    for (const run of [
      (context: Excel.RequestContext) => ledger(context).getRange('XFE1').load('values'),
      (context: Excel.RequestContext) => ledger(context).getRange('A1').getOffsetRange(-1, 0).load('values'),
      (context: Excel.RequestContext) => ledger(context).getRangeByIndexes(0, 0, 0, 1).load('values'),
    ])
      assert.equal(await outcomeOf(office, (context) => void run(context)), 'InvalidArgument');
  });

  it('have no values when they are whole columns', async () => {
    const { Excel } = withSheet();
    const values: unknown = await Excel.run(async (context) => {
      const range = ledger(context).getRange('A:A').load('values');
      await context.sync();
      return range.values;
    });
    assert.equal(values, null);
  });
});

describe('what lies over the cells of the emulated Excel', () => {
  it('conditional formats of our own come and go by id, the user’s stay', async () => {
    const { Excel, host } = withSheet({
      conditionalFormats: [
        {
          id: '{USER}',
          type: 'Custom',
          areas: ['A1:C3'],
          stopIfTrue: false,
          formula: '=$A1=""',
          rule: null,
          format: {
            fill: '#00FF00',
            fontColor: '',
            bold: false,
            italic: false,
            strikethrough: false,
            underline: 'None',
            numberFormat: '',
            borders: {},
          },
        },
      ],
    });
    const before = host.describe();
    await Excel.run(async (context) => {
      const range = ledger(context).getRange('A2:C3');
      const format = range.conditionalFormats.add('Custom').load('id');
      format.custom.rule.formula = '=TRUE';
      format.custom.format.fill.color = '#FFC7CE';
      format.custom.format.font.color = '#9C0006';
      const byValue = range.conditionalFormats.add('CellValue');
      byValue.cellValue.rule = { formula1: '=0', operator: 'LessThan' };
      byValue.cellValue.format.font.bold = true;
      await context.sync();
      assert.deepEqual(
        new ExcelUser(host).conditionalFormatsAt('台账', 'B2').map(({ fill }) => fill),
        ['', '#FFC7CE', '#00FF00'],
      );
      const all = ledger(context).getRange().conditionalFormats.load('items/id,items/type');
      await context.sync();
      const custom = all.items.filter((each) => each.type === 'Custom').map((each) => each.custom.rule.load('formula'));
      await context.sync();
      assert.deepEqual(
        custom.map((rule) => rule.formula),
        ['=TRUE', '=$A1=""'],
      );
      ledger(context).getRange().conditionalFormats.getItem(format.id).delete();
      byValue.delete();
      await context.sync();
    });
    assert.deepEqual(host.describe(), before);
  });

  it('lists to choose from, with an alert, and without', async () => {
    const office = withSheet();
    const { Excel, host } = office;
    await Excel.run(async (context) => {
      const validation = ledger(context).getRange('B2:B9').dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: '办公室,环境股' } };
      validation.errorAlert = { showAlert: true, style: 'Warning', title: '股室', message: '名册上没有' };
      validation.load('type');
      await context.sync();
      assert.equal(validation.type, 'List');
      const mixed = ledger(context).getRange('B1:B3').dataValidation.load('type');
      await context.sync();
      assert.equal(mixed.type, 'Inconsistent');
      ledger(context).getRange('B4:B9').dataValidation.clear();
      await context.sync();
    });
    assert.deepEqual(
      host.describe().sheets[0]?.validations?.map(({ area }) => area),
      ['B2:B3'],
    );
    const tooLong = await outcomeOf(office, (context) => {
      ledger(context).getRange('B2').dataValidation.rule = { list: { inCellDropDown: true, source: '股'.repeat(256) } };
    });
    assert.equal(tooLong, 'InvalidArgument');
  });

  it('tables, found and grown', async () => {
    const { Excel, host } = withSheet({ tables: [{ name: '台账表', area: 'A1:C3' }] });
    const seen = await Excel.run(async (context) => {
      const tables = ledger(context).tables.load('items/name,items/id');
      await context.sync();
      const table = tables.items[0];
      assert.ok(table);
      const body = table.getDataBodyRange().load('address');
      const columns = table.columns.load('items/name');
      await context.sync();
      table.resize('A1:D3');
      await context.sync();
      const grown = context.workbook.tables.getItem('台账表').getRange().load('address,values');
      await context.sync();
      return [body.address, columns.items.map((each) => each.name), grown.address, grown.values[0]];
    });
    assert.deepEqual(seen, ['台账!A2:C3', ['编号', '股室', '时限'], '台账!A1:D3', ['编号', '股室', '时限', 'Column4']]);
    assert.deepEqual(host.describe().sheets[0]?.tables, [
      { name: '台账表', area: 'A1:D3', style: 'TableStyleMedium2' },
    ]);
  });

  it('filters, read, applied and taken off', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      const { autoFilter } = ledger(context);
      autoFilter.apply('A1:C3', 1, { filterOn: 'Values', values: ['环境股'] });
      autoFilter.load('enabled,isDataFiltered,criteria');
      const range = autoFilter.getRangeOrNullObject().load('address');
      await context.sync();
      assert.deepEqual([autoFilter.enabled, autoFilter.isDataFiltered, range.address], [true, true, '台账!A1:C3']);
      assert.deepEqual(new ExcelUser(host).visibleRows('台账', 'A1:C3'), [1, 3]);
      autoFilter.clearCriteria();
      await context.sync();
      assert.deepEqual(new ExcelUser(host).visibleRows('台账', 'A1:C3'), [1, 2, 3]);
      autoFilter.remove();
      const gone = autoFilter.getRangeOrNullObject();
      await context.sync();
      assert.equal(gone.isNullObject, true);
    });
  });

  it('frozen panes and the printed page', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      const sheet = ledger(context);
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.paperSize = 'A4';
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      sheet.pageLayout.setPrintTitleRows('$1:$1');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
      await context.sync();
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load('address');
      await context.sync();
      assert.deepEqual([frozen.address, titles.address], ['台账!1:1', '台账!1:1']);
    });
    const page = host.describe().sheets[0]?.page;
    assert.equal(page?.orientation, 'Landscape');
    assert.deepEqual(page?.texts, { 'defaultForAllPages.centerFooter': '第 &P 页，共 &N 页' });
  });

  it('protection with permissions and unlocked cells', async () => {
    const office = withSheet({
      protection: { allowFormatCells: true },
      styles: [{ area: 'C2:C3', style: { locked: false } }],
    });
    const write = (address: string): Promise<string> =>
      outcomeOf(office, (context) => {
        ledger(context).getRange(address).values = [['x']];
      });
    const paint = await outcomeOf(office, (context) => {
      ledger(context).getRange('A2').format.fill.color = '#FFFF00';
    });
    assert.deepEqual([await write('C2'), await write('A2'), paint], ['none', 'AccessDenied', 'none']);
    assert.equal(
      await outcomeOf(office, (context) => {
        ledger(context).getRange('2:2').insert('Down');
      }),
      'AccessDenied',
    );
  });
});

describe('what a workbook of the emulated Excel carries unseen', () => {
  it('names, hidden ones too', async () => {
    const { Excel, host } = withSheet();
    const seen = await Excel.run(async (context) => {
      const { names } = context.workbook;
      const marker = names.add('appeals.columns', ledger(context).getRange('E1:J3'), '督查');
      marker.visible = false;
      names.addFormulaLocal('appeals.version', '="1.0.0"');
      await context.sync();
      const all = names.load('items/name,items/visible,items/comment,items/value,items/formula,items/type');
      const range = names.getItem('appeals.columns').getRangeOrNullObject().load('address');
      const none = names.getItemOrNullObject('missing');
      await context.sync();
      marker.formula = '=台账!$F$1:$G$3';
      marker.load('value');
      await context.sync();
      names.getItem('appeals.version').delete();
      await context.sync();
      return {
        all: all.items.map(
          ({ name, visible, comment, value, formula, type }) =>
            [name, visible, comment, value, formula, type] as unknown[],
        ),
        range: range.address,
        none: none.isNullObject,
        moved: marker.value as unknown,
      };
    });
    assert.deepEqual(seen, {
      all: [
        ['appeals.columns', false, '督查', '台账!E1:J3', '=台账!$E$1:$J$3', 'Range'],
        ['appeals.version', true, '', '1.0.0', '="1.0.0"', 'String'],
      ],
      range: '台账!E1:J3',
      none: true,
      moved: '台账!F1:G3',
    });
    assert.deepEqual(
      host.describe().names?.map(({ name }) => name),
      ['appeals.columns'],
    );
  });

  it('names that follow their cells, their sheet’s name, and break with them', async () => {
    const { Excel, host } = withSheet();
    const user = new ExcelUser(host);
    await Excel.run(async (context) => {
      context.workbook.names.add('_appeals.columns', ledger(context).getRange('E:F'));
      context.workbook.names.add('_appeals.sheet.summary', context.workbook.worksheets.add('督查 汇总').getRange('A1'));
      await context.sync();
    });
    const formulas = (): unknown => host.describe().names?.map(({ formula }) => formula);
    assert.deepEqual(formulas(), ['=台账!$E:$F', "='督查 汇总'!$A$1"]);
    user.insertColumns('台账', 'C');
    user.renameSheet('督查 汇总', '汇总');
    assert.deepEqual(formulas(), ['=台账!$F:$G', '=汇总!$A$1']);
    user.deleteColumns('台账', 'F:G');
    user.deleteSheet('汇总');
    assert.deepEqual(formulas(), ['=台账!#REF!', '=#REF!$A$1']);
    const seen = await Excel.run(async (context) => {
      const name = context.workbook.names.getItem('_appeals.columns').load('value,type');
      const range = name.getRangeOrNullObject();
      await context.sync();
      return [name.value as unknown, name.type, range.isNullObject];
    });
    assert.deepEqual(seen, ['#REF!', 'Error', true]);
  });

  it('its date system, told by what DATE gives', async () => {
    const day = async (date1904: boolean): Promise<unknown> => {
      const { Excel, host } = loadOffice({ workbook: { date1904, sheets: [{ name: '台账' }] } });
      return Excel.run(async (context) => {
        const epoch = context.workbook.functions.date(2000, 1, 1).load('value');
        ledger(context).getRange('A1').values = [['2000-01-01']];
        await context.sync();
        return [epoch.value, new ExcelUser(host).cell('台账', 'A1').value, new ExcelUser(host).cell('台账', 'A1').text];
      });
    };
    assert.deepEqual(
      [await day(false), await day(true)],
      [
        [36526, 36526, '2000/1/1'],
        [35064, 35064, '2000/1/1'],
      ],
    );
  });

  it('settings and custom XML', async () => {
    const { Excel, host } = withSheet();
    const seen = await Excel.run(async (context) => {
      const { settings, customXmlParts } = context.workbook;
      settings.add('mapping', { unit: 'F' });
      const part = customXmlParts.add('<a:notes xmlns:a="urn:appeals"><a:n>1</a:n></a:notes>').load('id,namespaceUri');
      await context.sync();
      const found = customXmlParts.getByNamespace('urn:appeals').getOnlyItemOrNullObject();
      const xml = found.getXml();
      const value = settings.getItemOrNullObject('mapping').load('value');
      await context.sync();
      found.setXml('<a:notes xmlns:a="urn:appeals"/>');
      settings.getItem('mapping').delete();
      await context.sync();
      return [part.namespaceUri, xml.value, value.value] as unknown[];
    });
    assert.deepEqual(seen, ['urn:appeals', '<a:notes xmlns:a="urn:appeals"><a:n>1</a:n></a:notes>', { unit: 'F' }]);
    assert.deepEqual(
      [host.describe().customXmlParts, host.describe().settings],
      [['<a:notes xmlns:a="urn:appeals"/>'], {}],
    );
  });

  it('calculation and drawing can be held back', async () => {
    const { Excel, host } = withSheet();
    await Excel.run(async (context) => {
      context.application.calculationMode = 'Manual';
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      context.application.load('calculationMode');
      await context.sync();
      assert.equal(context.application.calculationMode, 'Manual');
    });
    assert.equal(host.book.calculationMode, 'Manual');
  });
});
