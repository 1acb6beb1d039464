import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../../../bin/web/buildSite';
import { writeLedgerFile } from '../../../bench/ledgerFile';
import { browserHostScript } from '../../../office-host/bundle';
import { bookFromXlsx } from '../../../office-host/fromXlsx';
import { launchChromium } from '../../../support/chromium';
import { openPane, servePane, type PaneSite } from '../support';
import { longestWhileScrolling, openFindings } from './findingsPage';

const ROWS = 5_000;

describe('scrolling in 问题', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;

  before(async () => {
    site = await servePane();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const holdsUpNothing = async (name: string, bytes: Uint8Array): Promise<void> => {
    const excel = await browserHostScript({ workbook: await bookFromXlsx(name, bytes), locale: 'zh-CN' });
    const { page, context, complaints } = await openPane(browser, { ...site, excel });
    page.setDefaultTimeout(120_000);
    await openFindings(page);
    const longest = await longestWhileScrolling(browser, page);
    assert.ok(longest > 0 && longest <= 50, `${longest} ms`);
    assert.ok((await page.locator('.virtual-list li').count()) < 40, 'only what is seen is drawn');
    assert.deepEqual(complaints, []);
    await context.close();
  };

  it('holds up the page for no longer than 50 ms at a time over the full sample', async () => {
    await holdsUpNothing('full-600.xlsx', new Uint8Array(await readFile(path.join(root, 'samples', 'full-600.xlsx'))));
  });

  it(`holds it up no longer over ${ROWS} rows`, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-'));
    const file = path.join(folder, 'large.xlsx');
    writeLedgerFile(file, ROWS);
    const bytes = new Uint8Array(await readFile(file));
    await rm(folder, { recursive: true });
    await holdsUpNothing('large.xlsx', bytes);
  });
});
