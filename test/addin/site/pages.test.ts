import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { OFFICE_FILES } from '../../../bin/web/officeFiles';
import { buildSite, root } from '../../../bin/web/buildSite';
import { buildSingle } from '../../../bin/web/singleFile';
import { serveFolder } from '../../../bin/web/staticServer';
import { browserHostScript } from '../../office-host/bundle';
import { bookFromXlsx } from '../../office-host/fromXlsx';
import { launchChromium } from '../../support/chromium';
import { becomes, reads } from '../../support/waiting';
import { downloaded } from '../pane/support';
import { openWatched, type WatchedPage } from './browserPages';

const BUILDING = 900_000;

describe('the pages as they are built', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: { readonly origin: string; close(): Promise<void> };
  let excel: string;
  const open: WatchedPage[] = [];

  before(async function () {
    this.timeout(BUILDING);
    site = await serveFolder(await buildSite());
    const bytes = new Uint8Array(await readFile(path.join(root, 'samples', 'messy.xlsx')));
    excel = await browserHostScript({ workbook: await bookFromXlsx('messy.xlsx', bytes), locale: 'zh-CN' });
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const { context } of open.splice(0)) await context.close();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const watch = async (address: string, before = ''): Promise<WatchedPage> => {
    const watched = await openWatched(browser, address, before);
    open.push(watched);
    return watched;
  };

  /** Presses 检查 and waits for the first thing to do. */
  const check = async ({ page }: WatchedPage): Promise<void> => {
    await page.getByRole('button', { name: '检查' }).first().click();
    await page.waitForSelector('[data-list="today"] li');
  };
  const checkAndRead = async (watched: WatchedPage, expected: RegExp): Promise<void> => {
    await check(watched);
    await reads(watched.page.locator('main'), expected);
  };

  describe('the task pane in Excel', () => {
    it('checks the workbook by a worker, over the real office.js, and asks nobody but its own site', async () => {
      const pane = await watch(`${site.origin}/pane.html`, excel);
      await checkAndRead(pane, /60 件中 \d+ 件有问题/);
      assert.deepEqual(
        pane.asked.filter((address) => !address.startsWith(`${site.origin}/`)),
        [],
      );
      assert.deepEqual(pane.complaints, []);
      assert.deepEqual(pane.failures, []);
      await becomes(() => pane.page.workers().length, 1);
    });

    it('asks for no file of office.js but those that are shipped', async () => {
      const pane = await watch(`${site.origin}/pane.html`, excel);
      await check(pane);
      const asked = pane.asked
        .map((address) => new URL(address).pathname)
        .filter((at) => at.startsWith('/office-js/'))
        .map((at) => at.slice('/office-js/'.length));
      assert.ok(asked.includes('excel-win32-16.01.js') && asked.includes('zh-cn/office_strings.js'), asked.join());
      assert.deepEqual(
        asked.filter((file) => !OFFICE_FILES.includes(file)),
        [],
      );
    });

    it('does without the telemetry that an Excel which allows it would load', async () => {
      const allowing = excel + allowLogging;
      const pane = await watch(`${site.origin}/pane.html`, allowing);
      await checkAndRead(pane, /60 件中/);
      assert.ok(pane.asked.every((address) => address.startsWith(`${site.origin}/`)));
      assert.ok(pane.failures.every((failure) => failure.startsWith('404 /office-js/telemetry/')));
    });

    it('hears 检查台账 from the ribbon, even before it is ready to', async () => {
      const pane = await watch(`${site.origin}/pane.html`, excel + pressCheckOnLoad);
      await pane.page.waitForSelector('[data-list="today"] li');
      await becomes(() => pane.page.evaluate('window.ribbonDone'), 1);
    });

    it('says what is wrong when the rules can’t be fetched, and opens when they can be again', async () => {
      const pane = await watch('about:blank');
      await pane.page.addInitScript(excel);
      await pane.page.route('**/rules/closing.json', (route) => route.fulfill({ status: 500 }));
      await pane.page.goto(`${site.origin}/pane.html`);
      await pane.page.waitForSelector('[role="alert"]');
      await reads(pane.page.locator('main'), /closing\.json 取不到（500）/);
      await pane.page.unroute('**/rules/closing.json');
      await pane.page.getByRole('button', { name: '重新打开' }).click();
      await pane.page.getByRole('button', { name: '检查' }).first().waitFor();
    });

    it('goes to the workbench in a browser that is no Excel', async () => {
      const pane = await watch(`${site.origin}/pane.html`);
      await pane.page.waitForURL('**/index.html');
    });
  });

  describe('the workbench', () => {
    it('opens on the sample ledger and checks it, without office.js', async () => {
      const workbench = await watch(`${site.origin}/`);
      await checkAndRead(workbench, /60 件中 52 件有问题/);
      await becomes(() => workbench.page.workers().length, 1);
      assert.ok(workbench.asked.every((address) => address.startsWith(`${site.origin}/`)));
      assert.ok(!workbench.asked.some((address) => address.includes('office-js')));
      assert.deepEqual(workbench.complaints, []);
      assert.deepEqual(workbench.failures, []);
    });

    it('takes a rule that was changed on the site without a build', async () => {
      const workbench = await watch('about:blank');
      await workbench.page.route('**/rules/deadlines.json', async (route) => {
        const text = await (await route.fetch()).text();
        assert.match(text, /请立即办结并填写/);
        await route.fulfill({ body: text.replaceAll('请立即办结并填写', '请马上办完再填') });
      });
      await workbench.page.goto(`${site.origin}/`);
      await check(workbench);
      await workbench.page.locator('.finding-head', { hasText: '仍未办结' }).first().click();
      await reads(workbench.page.locator('.finding-more'), /请马上办完再填/);
    });
  });

  describe('the single file', function () {
    this.timeout(BUILDING);
    it('opens from a folder, checks, asks for nothing, and is at most 3 MB', async () => {
      const file = await buildSingle();
      assert.ok((await stat(file)).size <= 3_000_000, `${(await stat(file)).size} bytes`);
      const single = await watch(pathToFileURL(file).href);
      await checkAndRead(single, /60 件中 52 件有问题/);
      assert.deepEqual(
        single.asked.slice(1).filter((address) => !/^(blob|data):/.test(address)),
        [],
      );
      assert.deepEqual(single.complaints, []);
    });

    it('makes reports of either kind and shows scores, from a folder too', async () => {
      const single = await watch(pathToFileURL(await buildSingle()).href);
      await check(single);
      const { page } = single;
      await page.getByRole('tab', { name: '考核', exact: true }).click();
      await page.locator('.score-head').first().waitFor();
      await page.getByRole('tab', { name: '报表', exact: true }).click();
      for (const [kind, ending] of [
        ['weekly', 'xlsx'],
        ['summary', 'docx'],
      ]) {
        const report = page.locator(`[data-report="${kind}"]`);
        const head = report.locator('.report-head');
        if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
        const { name, bytes } = await downloaded(page, () => report.getByRole('button', { name: '下载' }).click());
        assert.match(name, new RegExp(`\\.${ending}$`));
        assert.deepEqual([...bytes.slice(0, 4)], [0x50, 0x4b, 3, 4], name);
      }
      assert.deepEqual(single.complaints, []);
    });
  });

  describe('a browser that is too old', () => {
    const old = 'delete Array.prototype.at;';
    it('is sent from the pane to the page that says what to do', async () => {
      const { page } = await watch(`${site.origin}/pane.html`, old);
      await page.waitForURL('**/unsupported.html');
      await reads(page.locator('body'), /诉求台账督办\.html/);
    });
    it('is told so by the single file', async () => {
      const { page } = await watch(pathToFileURL(await buildSingle()).href, old);
      await reads(page.locator('#unsupported'), /这个浏览器太旧/);
    });
  });
});

/** The emulated Excel forbids logging; this one allows it. */
const allowLogging = `
  window.external.GetHostInfo = () => 'Excel$Win32$16.01$zh-CN$telemetry$$$0';
  window.external.GetLoggingAllowed = () => true;`;

/** Calls the ribbon's function as soon as the page has named it, as Excel does when a button starts the runtime. */
const pressCheckOnLoad = `
  window.ribbonDone = 0;
  const waiting = setInterval(() => {
    if (!window.Office || !Office.actions || !Office.actions._association) return;
    const act = Office.actions._association.mappings.CHECKLEDGER;
    if (!act) return;
    clearInterval(waiting);
    act({ completed: () => window.ribbonDone++ });
  }, 5);`;
