import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildSite, root } from '../../../bin/web/buildSite';
import { serveFolder } from '../../../bin/web/staticServer';
import { browserHostScript } from '../../office-host/bundle';
import { bookFromXlsx } from '../../office-host/fromXlsx';
import { launchChromium } from '../../support/chromium';
import { openWatched, type WatchedPage } from '../site/browserPages';

/** The site as built, and an emulated Excel with a sample ledger to open its pane in. */
export interface PaneSite {
  readonly origin: string;
  readonly excel: string;
  close(): Promise<void>;
}

export async function servePane(sample = 'messy.xlsx'): Promise<PaneSite> {
  const site = await serveFolder(await buildSite());
  const bytes = new Uint8Array(await readFile(path.join(root, 'samples', sample)));
  const excel = await browserHostScript({ workbook: await bookFromXlsx(sample, bytes), locale: 'zh-CN' });
  return { origin: site.origin, excel, close: () => site.close() };
}

/** The pane in the emulated Excel, on the day given (`2021-10-20`). */
export async function openPane(
  browser: Browser,
  site: PaneSite,
  { width = 320, height = 560, today = '2021-10-20' } = {},
): Promise<WatchedPage> {
  const watched = await openWatched(browser, `${site.origin}/pane.html`, site.excel + onDay(today));
  await watched.page.setViewportSize({ width, height });
  return watched;
}

/** Presses 检查 and waits for the first thing to do. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查' }).first().click();
  await page.waitForSelector('[data-list="today"] li');
}

/** What the page hands over as a download when something is done. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download');
  await act();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** The page's clock at noon of a day; it stands still. */
const onDay = (iso: string): string => `
  {
    const Real = Date;
    const noon = new Real('${iso}T12:00:00').getTime();
    window.Date = class extends Real {
      constructor(...given) {
        if (given.length === 0) super(noon);
        else super(...given);
      }
    };
  }`;

/** Waits for what is still fading in: it has no contrast yet. What turns for ever has, and what is taken away is gone. */
const FADED_IN = `(async () => {
  for (;;) {
    const fading = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime !== Infinity);
    if (fading.length === 0) return;
    await Promise.allSettled(fading.map(({ finished }) => finished));
  }
})()`;

/** Fails with every violation that axe finds in the page. */
export async function assertAccessible(page: Page): Promise<void> {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  await page.evaluate(FADED_IN);
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  );
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  );
}

/**
 * Gives each test of a suite a fresh pane over the messy sample in Excel, and closes it after: no test may leave a complaint
 * in the console or an answer that failed.
 */
export function eachInExcel(take: (watched: WatchedPage) => void | Promise<void>): void {
  let browser: Browser;
  let site: PaneSite;
  let watched: WatchedPage;
  before(async function () {
    this.timeout(900_000);
    site = await servePane();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    watched = await openPane(browser, site);
    await take(watched);
  });
  afterEach(async () => {
    const { complaints, failures } = watched;
    await watched.context.close();
    assert.deepEqual([complaints, failures], [[], []]);
  });
}
