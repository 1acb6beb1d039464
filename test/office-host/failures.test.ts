/// <reference types="office-js" />
import assert from 'node:assert/strict';
import { outcomeOf } from './attempt';
import { activityLimitReached } from './engine/errors';
import type { BookDescription } from './model/description';
import { loadOffice, type LoadedOffice } from './node';
import { ExcelUser } from './user';

const WORKBOOK: BookDescription = { sheets: [{ name: '台账', rows: [['编号'], ['甲1']] }] };
const write = (context: Excel.RequestContext, address: string, value: string): void => {
  context.workbook.worksheets.getItem('台账').getRange(address).values = [[value]];
};
/** Two syncs, each writing two cells. */
const fourCells = (office: LoadedOffice): Promise<string> =>
  outcomeOf(office, async (context) => {
    write(context, 'B1', '一');
    write(context, 'B2', '二');
    await context.sync();
    write(context, 'B3', '三');
    write(context, 'B4', '四');
    await context.sync();
  });
const written = ({ host }: LoadedOffice): number =>
  new ExcelUser(host).values('台账', 'B1:B4').filter(([value]) => value !== '').length;

describe('failures ordered of the emulated Excel', () => {
  it('come at any action of any sync; what ran before stays', async () => {
    const quiet = loadOffice({ workbook: WORKBOOK });
    assert.equal(await fourCells(quiet), 'none');
    const records = quiet.host.counters.records.filter(({ actions }) => actions > 2);
    assert.ok(records.length >= 2);
    const seen = new Set<number>();
    for (const [sync, { actions }] of records.entries())
      for (let action = 0; action < actions; action++) {
        const office = loadOffice({ workbook: WORKBOOK });
        office.host.failAt({ sync: sync + 1, action });
        assert.equal(await fourCells(office), 'GeneralException', `sync ${sync + 1}, action ${action}`);
        seen.add(written(office));
      }
    // Every stage of the work is left behind by some failure, and none is complete.
    assert.deepEqual([...seen].sort(), [0, 1, 2, 3]);
  });

  it('carry the code ordered, and end when they are cleared', async () => {
    const office = loadOffice({ workbook: WORKBOOK });
    office.host.failAt({ action: 1, code: 'AccessDenied', message: '没有权限' });
    assert.equal(await fourCells(office), 'AccessDenied');
    office.host.clearFailures();
    assert.equal(await fourCells(office), 'none');
    assert.equal(written(office), 4);
  });

  it('can be of the whole request: then nothing of it runs', async () => {
    const office = loadOffice({ workbook: WORKBOOK });
    office.host.failAt({ sync: 2, action: 'request', error: activityLimitReached() });
    assert.equal(await fourCells(office), 'ActivityLimitReached');
    assert.equal(written(office), 2);
  });

  it('say where they arose and which statement it was', async () => {
    const { Excel } = loadOffice({ workbook: WORKBOOK });
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('没有').load('name');
        await context.sync();
      }),
      (error: OfficeExtension.Error) => {
        assert.equal(error.debugInfo.errorLocation, 'WorksheetCollection.getItem');
        assert.match(error.debugInfo.statement ?? '', /worksheets\.getItem/);
        return true;
      },
    );
  });
});

describe('what the emulated Excel counts', () => {
  it('syncs, actions and bytes each way; a Chinese character is three', async () => {
    const office = loadOffice({ workbook: WORKBOOK });
    await fourCells(office);
    const { syncs, actions, requestBytes, responseBytes, largest, records } = office.host.counters;
    assert.equal(syncs, records.length);
    assert.equal(
      actions,
      records.reduce((sum, record) => sum + record.actions, 0),
    );
    assert.ok(requestBytes > 0 && responseBytes > 0 && largest <= requestBytes);

    const sizeOf = async (text: string): Promise<number> => {
      const other = loadOffice({ workbook: WORKBOOK });
      await outcomeOf(other, (context) => write(context, 'B1', text));
      return other.host.counters.records[0]?.requestBytes ?? 0;
    };
    assert.equal((await sizeOf('诉求')) - (await sizeOf('ab')), 4);
  });

  it('starts anew when it is told to, ordered failures still due', async () => {
    const office = loadOffice({ workbook: WORKBOOK });
    await outcomeOf(office, (context) => write(context, 'B1', '一'));
    office.host.failAt({ sync: 2, action: 'request' });
    office.host.resetCounters();
    assert.equal(office.host.counters.syncs, 0);
    assert.equal(await fourCells(office), 'ActivityLimitReached');
    assert.equal(written(office), 2);
  });

  it('takes its time on the way', async () => {
    const office = loadOffice({ workbook: WORKBOOK, latency: 40 });
    const start = performance.now();
    await outcomeOf(office, async (context) => {
      context.workbook.load('name');
      await context.sync();
      context.workbook.load('name');
      await context.sync();
    });
    assert.ok(performance.now() - start >= 78);
  });
});

describe('requirement sets of the emulated Excel', () => {
  const at = (requirementSet: string): LoadedOffice => loadOffice({ workbook: WORKBOOK, requirementSet });
  const CASES: readonly { since: string; what: string; run: (sheet: Excel.Worksheet) => void }[] = [
    { since: '1.2', what: 'protection', run: (sheet) => sheet.protection.load('protected') },
    { since: '1.2', what: 'column width', run: (sheet) => (sheet.getRange('A1').format.columnWidth = 20) },
    { since: '1.4', what: 'names of a sheet', run: (sheet) => sheet.names.load('items/name') },
    { since: '1.6', what: 'conditional formats', run: (sheet) => sheet.getRange('A1').conditionalFormats.clearAll() },
    { since: '1.7', what: 'freezing', run: (sheet) => sheet.freezePanes.freezeRows(1) },
    { since: '1.7', what: 'links', run: (sheet) => sheet.getRange('A1').load('hyperlink') },
    { since: '1.8', what: 'validation', run: (sheet) => sheet.getRange('A1').dataValidation.clear() },
    { since: '1.9', what: 'the page', run: (sheet) => sheet.pageLayout.load('orientation') },
    { since: '1.9', what: 'filters', run: (sheet) => sheet.autoFilter.load('enabled') },
    { since: '1.12', what: 'custom properties', run: (sheet) => sheet.customProperties.load('items/key') },
    { since: '1.13', what: 'merged areas', run: (sheet) => sheet.getRange('A1:B2').getMergedAreasOrNullObject() },
    { since: '1.13', what: 'resizing a table', run: (sheet) => sheet.tables.add('A1:B2', true).resize('A1:C2') },
  ];
  for (const { since, what, run } of CASES)
    it(`${what} came with ${since}`, async () => {
      const [major, minor] = since.split('.').map(Number);
      const before = `${major}.${(minor ?? 0) - 1}`;
      const go = (office: LoadedOffice): Promise<string> =>
        outcomeOf(office, (context) => run(context.workbook.worksheets.getItem('台账')));
      assert.equal(await go(at(since)), 'none');
      assert.equal(await go(at(before)), 'ApiNotFound');
    });

  it('leaves out of a load of everything what the host has not yet', async () => {
    const { Excel } = at('1.1');
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账').load();
      await context.sync();
      assert.equal(sheet.name, '台账');
      assert.throws(() => sheet.tabColor, { code: 'PropertyNotLoaded' });
    });
  });

  it('answers the 1.1 of the oldest Excel', async () => {
    const { Excel, Office } = at('1.1');
    assert.equal(Office.context.requirements.isSetSupported('ExcelApi', '1.2'), false);
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('台账').getUsedRange().load('values');
      await context.sync();
      return range.values;
    });
    assert.deepEqual(values, [['编号'], ['甲1']]);
  });
});
