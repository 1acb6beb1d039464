import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { slowDown } from '../support/slowMachine';
import { becomes, PATIENCE } from '../support/waiting';
import { browserHostScript, pageScript } from './bundle';
import type { HostOptions } from './host';
import { loadOffice } from './node';
import { scenario, type ScenarioResult } from './scenario';
import { serveSite, type Site } from './site';

const OPTIONS: HostOptions = {
  workbook: {
    sheets: [
      {
        name: '台账',
        rows: [
          ['编号', '件数'],
          ['甲1', 3],
        ],
      },
    ],
    settings: { greeting: '你好' },
  },
  requirementSet: '1.12',
};

const EXPECTED: ScenarioResult = {
  address: '台账!A1:B2',
  values: [
    ['编号', '件数'],
    ['甲1', 3],
  ],
  absentIsNull: true,
  written: [
    ['编号', '件数'],
    ['甲1', 5],
  ],
  fill: '#FF0000',
  sheets: ['台账'],
  errors: {
    item: { isOfficeError: true, code: 'ItemNotFound', location: 'WorksheetCollection.getItem' },
    notLoaded: { isOfficeError: true, code: 'PropertyNotLoaded', location: 'Range.values' },
    shape: { isOfficeError: true, code: 'InvalidArgument', location: 'Range.values' },
    protected: { isOfficeError: true, code: 'AccessDenied', location: 'Range.values' },
  },
  tracked: {
    address: '台账!D1:E2',
    values: [
      [1, 2],
      [3, 4],
    ],
  },
  big: [[999, '第999行', 44477]],
  events: [
    { type: 'WorksheetChanged', address: 'C3', detail: 42 },
    { type: 'WorksheetSelectionChanged', address: 'C4:D5', detail: null },
  ],
};

describe('the same scenario, in Node over HostBridge', () => {
  it('comes out as expected', async () => {
    assert.deepEqual(await scenario(loadOffice(OPTIONS)), EXPECTED);
  });

  it('says truly which requirement sets there are', () => {
    const { Office } = loadOffice(OPTIONS);
    const { requirements } = Office.context;
    assert.deepEqual(
      ['1.1', '1.9', '1.12', '1.13'].map((version) => requirements.isSetSupported('ExcelApi', version)),
      [true, true, true, false],
    );
    assert.equal(requirements.isSetSupported('WordApi', '1.1'), false);
  });

  it('keeps settings of the Common API and of Excel in one place', async () => {
    const { Excel, Office } = loadOffice(OPTIONS);
    const { settings } = Office.context.document;
    assert.equal(settings.get('greeting'), '你好');
    settings.set('n', { deep: [1] });
    await new Promise((resolve) => settings.saveAsync(resolve));
    const value: unknown = await Excel.run(async (context) => {
      const item = context.workbook.settings.getItem('n').load('value');
      await context.sync();
      return item.value;
    });
    assert.deepEqual(value, { deep: [1] });
  });

  it('gives every load an Excel of its own', async () => {
    const [one, two] = [loadOffice(OPTIONS), loadOffice(OPTIONS)];
    await one.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('台账').getRange('A2').values = [['乙2']];
      await context.sync();
    });
    assert.equal(one.host.book.active.peek(1, 0)?.value, '乙2');
    assert.equal(two.host.book.active.peek(1, 0)?.value, '甲1');
  });

  it('gets every reference back when a run ends', async () => {
    const { Excel, host } = loadOffice(OPTIONS);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('台账').getRange('A1').getCell(0, 0).load('values');
      await context.sync();
      assert.ok(host.engine.trackedCount > 0);
    });
    // The client gives references back behind the caller's back.
    await becomes(() => host.engine.trackedCount, 0);
  });
});

describe('the same scenario, in Chromium over window.external', () => {
  // office.js asks no more of a content security policy than scripts of its own origin.
  const csp = "default-src 'none'; script-src 'self'; img-src data:";
  const page =
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/office-js/office.js"></script><script src="/scenario.js"></script>';
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    const script = await pageScript(path.join(__dirname, 'scenario.ts'), 'officeScenario');
    site = await serveSite({ '/pane.html': page, '/scenario.js': script }, { 'content-security-policy': csp });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(options: HostOptions): Promise<{ page: Page; outside: string[]; complaints: string[] }> {
    const opened = await browser.newPage();
    opened.setDefaultTimeout(PATIENCE);
    await slowDown(opened);
    const outside: string[] = [];
    const complaints: string[] = [];
    opened.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) outside.push(request.url());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await opened.addInitScript({ content: await browserHostScript(options) });
    await opened.goto(`${site.origin}/pane.html`);
    return { page: opened, outside, complaints };
  }

  it('comes out as expected, under a policy of own scripts only, without a request elsewhere', async () => {
    const { page, outside, complaints } = await open(OPTIONS);
    const info = await page.evaluate('Office.onReady()');
    assert.deepEqual(info, { host: 'Excel', platform: 'PC', addin: null });
    const result = await page.evaluate('officeScenario.scenario({ Excel, OfficeExtension })');
    assert.deepEqual(result, EXPECTED);
    assert.deepEqual(outside, []);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('answers office.js for requirement sets, language and settings', async () => {
    const { page } = await open(OPTIONS);
    const seen = await page.evaluate(`Office.onReady().then(() => ({
      sets: ['1.12', '1.13'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
      language: Office.context.displayLanguage,
      greeting: Office.context.document.settings.get('greeting'),
    }))`);
    assert.deepEqual(seen, { sets: [true, false], language: 'zh-CN', greeting: '你好' });
    await page.close();
  });

  it('lets a test act as the user and look at the workbook', async () => {
    const { page } = await open(OPTIONS);
    const seen = await page.evaluate(`(async () => {
      await Office.onReady();
      const events = [];
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('台账').onChanged.add(async (event) => {
          events.push([event.changeType, event.address, event.triggerSource]);
        });
        await context.sync();
      });
      excelHost.user.type('台账', 'B2', '7');
      excelHost.user.insertRows('台账', 2);
      await excelHost.host.quiet();
      return { events, moved: excelHost.user.cell('台账', 'B3').value, syncs: excelHost.counters().syncs > 0 };
    })()`);
    assert.deepEqual(seen, {
      events: [
        ['RangeEdited', 'B2', 'Unknown'],
        ['RowInserted', '2:2', 'Unknown'],
      ],
      moved: 7,
      syncs: true,
    });
    await page.close();
  });

  it('fails in office.js as it does in the proxies alone', async () => {
    const { page } = await open(OPTIONS);
    const codes = await page.evaluate(`(async () => {
      await Office.onReady();
      const codeOf = (act) => Excel.run(async (context) => {
        act(context.workbook.worksheets.getItem('台账'));
        await context.sync();
      }).then(() => 'none', (error) => error.code);
      const read = (sheet) => sheet.load('name');
      const codes = {};
      codes.newer = await codeOf((sheet) => sheet.getRange('A1:B2').getMergedAreasOrNullObject());
      codes.large = await codeOf((sheet) => { sheet.getRange('A1:A200').values = Array.from({ length: 200 }, () => ['诉'.repeat(10000)]); });
      excelHost.user.editCell(true);
      codes.editing = await codeOf(read);
      excelHost.user.editCell(false);
      excelHost.user.protect('台账');
      codes.protected = await codeOf((sheet) => { sheet.getRange('A1').values = [['x']]; });
      excelHost.user.unprotect('台账');
      excelHost.failAt({ sync: 1, action: 'request' });
      codes.busy = await codeOf(read);
      excelHost.clearFailures();
      codes.well = await codeOf(read);
      return codes;
    })()`);
    assert.deepEqual(codes, {
      newer: 'ApiNotFound',
      large: 'RequestPayloadSizeLimitExceeded',
      editing: 'InvalidOperationInCellEditMode',
      protected: 'AccessDenied',
      busy: 'ActivityLimitReached',
      well: 'none',
    });
    await page.close();
  });
});
