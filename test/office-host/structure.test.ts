/// <reference types="office-js" />
import assert from 'node:assert/strict';
import { outcomeOf } from './attempt';
import type { SheetDescription } from './model/description';
import { loadOffice, type LoadedOffice } from './node';
import { ExcelUser } from './user';

const ROWS = [
  ['编号', '股室', '天数'],
  ['甲3', '办公室', 30],
  ['甲1', '环境股', 10],
  ['甲2', '法规股', 20],
];
const withSheet = (more: Partial<SheetDescription> = {}): LoadedOffice & { readonly user: ExcelUser } => {
  const office = loadOffice({ workbook: { sheets: [{ name: '台账', rows: ROWS, ...more }] } });
  return { ...office, user: new ExcelUser(office.host) };
};
const ledger = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('台账');

describe('cells that move in the emulated Excel', () => {
  it('take along merges, formats, filters, tables, widths and hidden rows', () => {
    const { user, host } = withSheet({
      merges: ['A6:C6'],
      hiddenRows: [4],
      rowHeights: { '3': 40 },
      tables: [{ name: '表', area: 'A1:C4' }],
      validations: [
        {
          area: 'B2:B4',
          validation: { rule: { list: { source: '办公室' } }, errorAlert: {}, prompt: {}, ignoreBlanks: true },
        },
      ],
      filter: { area: 'A1:C4' },
      frozen: 'A1:C1',
    });
    user.insertRows('台账', 3, 2);
    user.deleteColumns('台账', 'A');
    const [sheet] = host.describe().sheets;
    assert.deepEqual(
      {
        merges: sheet?.merges,
        hidden: sheet?.hiddenRows,
        heights: sheet?.rowHeights,
        tables: sheet?.tables?.map(({ area }) => area),
        validations: sheet?.validations?.map(({ area }) => area),
        filter: sheet?.filter?.area,
        cell: user.cell('台账', 'A5').value,
      },
      {
        merges: ['A8:B8'],
        hidden: [6],
        heights: { '5': 40 },
        tables: ['A1:B6'],
        validations: ['A2:A6'],
        filter: 'A1:B6',
        cell: '环境股',
      },
    );
  });

  it('let held ranges grow, shrink, move and be gone', async () => {
    const { Excel, user } = withSheet();
    const seen = await Excel.run(async (context) => {
      const body = ledger(context).getRange('A2:C4').load('address');
      const last = ledger(context).getRange('A4').load('address,values');
      const fill = ledger(context).getRange('A3').format.fill;
      await context.sync();
      user.insertRows('台账', 3);
      fill.color = '#FFFF00';
      body.load('address');
      await context.sync();
      const grown = body.address;
      user.deleteRows('台账', 2, 2);
      body.load('address');
      last.load('address,values');
      await context.sync();
      return { grown, shrunk: body.address, last: last.address, values: last.values };
    });
    assert.deepEqual(seen, { grown: '台账!A2:C5', shrunk: '台账!A2:C3', last: '台账!A3', values: [['甲2']] });
    assert.equal(user.cell('台账', 'A2').fill, '#FFFF00');

    const gone = await outcomeOf({ Excel }, async (context) => {
      const row = ledger(context).getRange('A2').load('address');
      await context.sync();
      user.deleteRows('台账', 2);
      row.load('values');
    });
    assert.equal(gone, 'InvalidReference');
  });

  it('move within a batch too: a range named before an insertion follows it', async () => {
    const { Excel, user } = withSheet();
    await Excel.run(async (context) => {
      const target = ledger(context).getRange('A3').load('address');
      ledger(context).getRange('2:2').insert('Down');
      target.values = [['改过']];
      await context.sync();
    });
    assert.deepEqual(user.values('台账', 'A1:A5'), [['编号'], [''], ['甲3'], ['改过'], ['甲2']]);
  });

  it('shift within their own columns or rows', async () => {
    const { Excel, user } = withSheet();
    await Excel.run(async (context) => {
      ledger(context).getRange('B2:B3').insert('Down');
      ledger(context).getRange('C1').delete('Left');
      await context.sync();
    });
    assert.deepEqual(user.values('台账', 'A1:C6'), [
      ['编号', '股室', ''],
      ['甲3', '', 30],
      ['甲1', '', 10],
      ['甲2', '办公室', 20],
      ['', '环境股', ''],
      ['', '法规股', ''],
    ]);
  });

  it('sort whole rows, and held ranges stay where they are', async () => {
    const { Excel, user } = withSheet();
    const seen = await Excel.run(async (context) => {
      const second = ledger(context).getRange('A2').load('values');
      await context.sync();
      user.sort('台账', 'A1:C4', 2);
      second.load('values');
      await context.sync();
      return second.values;
    });
    assert.deepEqual(seen, [['甲1']]);
    assert.deepEqual(user.values('台账', 'A2:C4'), [
      ['甲1', '环境股', 10],
      ['甲2', '法规股', 20],
      ['甲3', '办公室', 30],
    ]);
  });

  it('do not sort over merged cells', async () => {
    const office = withSheet({ merges: ['A2:A3'] });
    const code = await outcomeOf(office, (context) =>
      ledger(context)
        .getRange('A2:C4')
        .sort.apply([{ key: 0 }]),
    );
    assert.equal(code, 'MergedRangeConflict');
  });

  it('write rightly row by row where a filter hides rows', async () => {
    const { Excel, user } = withSheet({
      filter: { area: 'A1:C4', criteria: { '1': { filterOn: 'Values', values: ['环境股'] } } },
    });
    await Excel.run(async (context) => {
      for (let row = 2; row <= 4; row++) ledger(context).getRange(`D${row}`).values = [[row]];
      await context.sync();
    });
    assert.deepEqual(user.values('台账', 'D2:D4'), [[2], [3], [4]]);
  });
});

describe('events of the emulated Excel', () => {
  it('tell what the user did, where, and that it was not the add-in', async () => {
    const { Excel, user, host } = withSheet();
    const seen: unknown[] = [];
    const note = (...what: unknown[]): Promise<void> => {
      seen.push(what);
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add((event) =>
        note(event.changeType, event.address, event.triggerSource, event.changeDirectionState ?? null),
      );
      sheets.onSelectionChanged.add((event) => note('selected', event.address));
      sheets.onActivated.add((event) => note('activated', event.worksheetId !== ''));
      sheets.onDeactivated.add(() => note('deactivated'));
      sheets.onRowSorted.add((event) => note('sorted', event.address));
      sheets.onRowHiddenChanged.add((event) => note(event.changeType, event.address));
      sheets.onAdded.add(() => note('added'));
      sheets.onDeleted.add(() => note('deleted'));
      await context.sync();
      ledger(context).getRange('E1').values = [['x']];
      await context.sync();
    });
    user.type('台账', 'A2:B2', '同');
    user.deleteRows('台账', 4);
    user.sort('台账', 'A1:C3', 0);
    user.filter('台账', 'A1:C3', 0, ['甲1']);
    user.addSheet('另一张');
    user.activate('另一张');
    user.select('台账', 'B2');
    user.deleteSheet('另一张');
    await host.quiet();
    assert.deepEqual(seen, [
      ['RangeEdited', 'E1', 'ThisLocalAddin', null],
      ['RangeEdited', 'A2:B2', 'Unknown', null],
      ['RowDeleted', '4:4', 'Unknown', { deleteShiftDirection: 'Up', insertShiftDirection: undefined }],
      ['sorted', 'A1:C3'],
      ['Hidden', '2:2'],
      ['added'],
      ['deactivated'],
      ['activated', true],
      ['deactivated'],
      ['activated', true],
      ['selected', 'B2'],
      ['deleted'],
    ]);
  });

  it('stop when the handler is taken away', async () => {
    const { Excel, user, host } = withSheet();
    let heard = 0;
    await Excel.run(async (context) => {
      const handler = ledger(context).onChanged.add(() => {
        heard += 1;
        return Promise.resolve();
      });
      await context.sync();
      user.type('台账', 'A2', '一');
      await host.quiet();
      handler.remove();
      await context.sync();
      user.type('台账', 'A2', '二');
      await host.quiet();
    });
    assert.equal(heard, 1);
  });
});
