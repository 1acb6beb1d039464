import assert from 'node:assert/strict';
import { outcomeOf } from './attempt';
import type { HostOptions } from './host';
import { DEFAULT_LIMITS, LIMITS_OFF, type Limits } from './limits';
import { loadOffice, type LoadedOffice } from './node';
import { ExcelUser } from './user';

interface LimitCase {
  readonly what: string;
  readonly options?: Partial<HostOptions>;
  /** Throws an assertion where the limit is not kept. */
  readonly holds: (office: LoadedOffice) => Promise<void>;
}

const LEDGER: HostOptions = {
  workbook: {
    sheets: [
      {
        name: '台账',
        rows: [
          ['编号', '股室'],
          ['甲1', '办公室'],
          ['甲2', '环境股'],
          ['甲3', '办公室'],
          ['甲4', '环境股'],
        ],
      },
      { name: '另一张' },
    ],
  },
};
const filtered = { area: 'A1:B5', criteria: { '1': { filterOn: 'Values', values: ['环境股'] } } };
const sheetWith = (more: object): Partial<HostOptions> => ({
  workbook: { sheets: LEDGER.workbook.sheets.map((sheet, i) => (i === 0 ? { ...sheet, ...more } : sheet)) },
});
const LONG = '长'.repeat(32_768);

const CASES: { readonly [Name in keyof Limits]: LimitCase } = {
  requestBytes: {
    what: 'refuses a request of over 5 MB',
    holds: async (office) => {
      const rows = Array.from({ length: 60 }, () => new Array<string>(3).fill('诉'.repeat(10_000)));
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('D1:F60').values = rows;
      });
      assert.equal(code, 'RequestPayloadSizeLimitExceeded');
    },
  },
  responseBytes: {
    what: 'refuses an answer of over 5 MB',
    options: {
      workbook: {
        sheets: [
          { name: '台账', rows: Array.from({ length: 60 }, () => new Array<string>(3).fill('诉'.repeat(10_000))) },
        ],
      },
    },
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getUsedRange().load('values');
      });
      assert.equal(code, 'ResponsePayloadSizeLimitExceeded');
    },
  },
  readCells: {
    what: 'answers null for a read of too many cells, without an error',
    options: { limits: { readCells: 9 } },
    holds: async ({ Excel }) => {
      const values: unknown = await Excel.run(async (context) => {
        const used = context.workbook.worksheets.getItem('台账').getUsedRange().load('values');
        await context.sync();
        return used.values;
      });
      assert.equal(values, null);
    },
  },
  cellCharacters: {
    what: 'refuses a text of over 32,767 characters',
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('D1').values = [[LONG]];
      });
      assert.equal(code, 'InvalidArgument');
    },
  },
  pendingRequests: {
    what: 'refuses more requests at once than it can have',
    options: { latency: 20 },
    holds: async (office) => {
      const runs = Array.from({ length: 60 }, () =>
        outcomeOf(office, (context) => {
          context.workbook.worksheets.getItem('台账').load('name');
        }),
      );
      const codes = await Promise.all(runs);
      assert.ok(codes.includes('ActivityLimitReached'), codes.join());
    },
  },
  protectedSheets: {
    what: 'refuses to write into a protected sheet',
    options: sheetWith({ protection: {} }),
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('A2').values = [['乙']];
      });
      assert.equal(code, 'AccessDenied');
    },
  },
  protectedWorkbook: {
    what: 'refuses a new sheet in a workbook whose structure is protected',
    options: { workbook: { ...LEDGER.workbook, protected: true } },
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.add('督查汇总');
      });
      assert.equal(code, 'AccessDenied');
    },
  },
  cellEditMode: {
    what: 'refuses everything while the user types in a cell',
    holds: async (office) => {
      new ExcelUser(office.host).editCell(true);
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').load('name');
      });
      assert.equal(code, 'InvalidOperationInCellEditMode');
    },
  },
  filteredRanges: {
    what: 'refuses to push cells of a filtered range',
    options: sheetWith({ filter: filtered }),
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('A2').insert('Down');
      });
      assert.equal(code, 'FilteredRangeConflict');
    },
  },
  filteredWrites: {
    what: 'misplaces what is written over a filtered range in several rows',
    options: sheetWith({ filter: filtered }),
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('C2:C5').values = [[1], [2], [3], [4]];
      });
      assert.equal(code, 'none');
      assert.deepEqual(new ExcelUser(office.host).values('台账', 'C2:C5'), [[''], [1], [''], [1]]);
    },
  },
  mergedRanges: {
    what: 'refuses to tear a merged area apart',
    options: sheetWith({ merges: ['A3:B3'] }),
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('A2').insert('Down');
      });
      assert.equal(code, 'MergedRangeConflict');
    },
  },
  mergedWrites: {
    what: 'drops what is written into the covered cells of a merged area',
    options: sheetWith({ merges: ['D1:E1'] }),
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('D1:E1').values = [['标题', '没有']];
      });
      assert.equal(code, 'none');
      assert.deepEqual(new ExcelUser(office.host).values('台账', 'D1:E1'), [['标题', '']]);
    },
  },
  mergedAreas: {
    what: 'tells at most 512 merged areas at once',
    options: sheetWith({ merges: Array.from({ length: 513 }, (_, i) => `D${i + 1}:E${i + 1}`) }),
    holds: async (office) => {
      const ask = (area: string): Promise<string> =>
        outcomeOf(office, (context) => {
          const range = context.workbook.worksheets.getItem('台账').getRange(area);
          range.getMergedAreasOrNullObject().load('areaCount');
        });
      assert.equal(await ask('A1:E512'), 'none');
      assert.equal(await ask('A1:E513'), 'GeneralException');
    },
  },
  itemNotFound: {
    what: 'fails where there is no such sheet',
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('没有').load('name');
      });
      assert.equal(code, 'ItemNotFound');
    },
  },
  arrayShapes: {
    what: 'refuses values that have not the shape of the range',
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('D1:E2').values = [['x']];
      });
      assert.equal(code, 'InvalidArgument');
    },
  },
  sheetNames: {
    what: 'refuses names that no sheet may have',
    holds: async (office) => {
      for (const name of ['台账', '台/账', '长'.repeat(32), "'台账2"]) {
        const code = await outcomeOf(office, (context) => {
          context.workbook.worksheets.add(name);
        });
        assert.equal(code, 'InvalidArgument', name);
      }
    },
  },
  apiSets: {
    what: 'does not know what is newer than its requirement set',
    options: { requirementSet: '1.12' },
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getUsedRange().getMergedAreasOrNullObject().load('address');
      });
      assert.equal(code, 'ApiNotFound');
    },
  },
  noRollback: {
    what: 'leaves done what ran before the failing action',
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        const sheet = context.workbook.worksheets.getItem('台账');
        sheet.getRange('D1').values = [['写了']];
        context.workbook.worksheets.getItem('没有').load('name');
        sheet.getRange('D2').values = [['没写']];
      });
      assert.equal(code, 'ItemNotFound');
      assert.deepEqual(new ExcelUser(office.host).values('台账', 'D1:D2'), [['写了'], ['']]);
    },
  },
  formulaEntry: {
    what: 'takes text that begins like a formula for one, unless an apostrophe leads',
    holds: async (office) => {
      const user = new ExcelUser(office.host);
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('D1:D4').values = [['=1+1'], ["'=1+1"], ['-无'], ['@某']];
      });
      assert.equal(code, 'none');
      assert.deepEqual(
        ['D1', 'D2', 'D3', 'D4'].map((address) => user.cell('台账', address).formula),
        ['=1+1', null, '=-无', '=@某'],
      );
      assert.equal(user.cell('台账', 'D2').value, '=1+1');
    },
  },
  liveReferences: {
    what: 'lets a range held over an insertion follow its cells',
    holds: async ({ Excel, host }) => {
      const seen: unknown = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('台账').getRange('A3');
        range.load('address');
        await context.sync();
        new ExcelUser(host).insertRows('台账', 2, 2);
        range.load(['address', 'values']);
        await context.sync();
        return [range.address, range.values];
      });
      assert.deepEqual(seen, ['台账!A5', [['甲2']]]);
    },
  },
  loudGaps: {
    what: 'says so where it lacks something',
    holds: async (office) => {
      const code = await outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').pivotTables.load('items');
      });
      assert.equal(code, 'EmulatorNotImplemented');
    },
  },
};

describe('the limits of the emulated Excel', () => {
  for (const name of Object.keys(CASES) as (keyof Limits)[]) {
    const { what, options, holds } = CASES[name];
    const load = (limits: Partial<Limits>): LoadedOffice =>
      loadOffice({ ...LEDGER, ...options, limits: { ...options?.limits, ...limits } });

    it(`${name}: ${what}`, () => holds(load({})));

    it(`${name}: its test fails when it is switched off`, async () => {
      await assert.rejects(holds(load({ [name]: LIMITS_OFF[name] })), assert.AssertionError);
    });
  }

  it('are those of the documentation', () => {
    const { requestBytes, responseBytes, readCells, cellCharacters, mergedAreas } = DEFAULT_LIMITS;
    assert.deepEqual(
      { requestBytes, responseBytes, readCells, cellCharacters, mergedAreas },
      {
        requestBytes: 5_242_880,
        responseBytes: 5_242_880,
        readCells: 5_000_000,
        cellCharacters: 32_767,
        mergedAreas: 512,
      },
    );
  });

  it('can be changed while a workbook is open', async () => {
    const office = loadOffice({ ...LEDGER, ...sheetWith({ protection: {} }) });
    const write = (): Promise<string> =>
      outcomeOf(office, (context) => {
        context.workbook.worksheets.getItem('台账').getRange('A2').values = [['乙']];
      });
    assert.equal(await write(), 'AccessDenied');
    office.host.setLimits({ protectedSheets: false });
    assert.equal(await write(), 'none');
  });
});
