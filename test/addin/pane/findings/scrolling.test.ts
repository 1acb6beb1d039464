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
import { openFindings } from './findingsPage';
import { scrollThrough } from './scrollThrough';

const ROWS = 5_000;
/** Lines of a pane 560 px high and those drawn around them; how long drawing them takes is for the bench to say. */
const A_FEW = 40;

describe('scrolling in 问题', function () {
  this.timeout(900_000);
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

  const drawsAFew = async (name: string, bytes: Uint8Array): Promise<void> => {
    const excel = await browserHostScript({ workbook: await bookFromXlsx(name, bytes), locale: 'zh-CN' });
    const { page, context, complaints } = await openPane(browser, { ...site, excel });
    page.setDefaultTimeout(300_000);
    await openFindings(page);
    const most = await scrollThrough(page);
    assert.ok(most > 0 && most <= A_FEW, `${most} lines at a time`);
    assert.deepEqual(complaints, []);
    await context.close();
  };

  it('draws no more than what can be seen over the full sample', async () => {
    await drawsAFew('full-600.xlsx', new Uint8Array(await readFile(path.join(root, 'samples', 'full-600.xlsx'))));
  });

  it(`draws no more over ${ROWS} rows`, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-'));
    const file = path.join(folder, 'large.xlsx');
    writeLedgerFile(file, ROWS);
    const bytes = new Uint8Array(await readFile(file));
    await rm(folder, { recursive: true });
    await drawsAFew('large.xlsx', bytes);
  });
});
