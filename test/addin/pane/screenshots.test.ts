import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../bin/web/buildSite';
import { launchChromium } from '../../support/chromium';
import { check, openPane, servePane, type PaneSite } from './support';

/** Looked at by whoever changed a view; not kept in the repository, nor beside what is shipped. */
const FOLDER = path.join(root, 'screenshots');

const VIEWS = ['今日', '问题', '本案', '考核', '报表', '写回', '设置'] as const;

describe('pictures of every view', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;
  before(async function () {
    this.timeout(900_000);
    mkdirSync(FOLDER, { recursive: true });
    site = await servePane();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const width of [320, 480]) {
    it(`are taken at ${width} px, and nothing reaches beyond the pane`, async () => {
      const watched = await openPane(browser, site, { width, height: 640 });
      const { page } = watched;
      await page.getByRole('tab', { name: '今日' }).waitFor();
      await page.screenshot({ path: path.join(FOLDER, `${width}-没有检查过.png`) });
      await check(page);
      await page.evaluate(`window.excelHost.user.select('2021年台账', 'F12')`);
      for (const view of VIEWS) {
        await page.getByRole('tab', { name: view }).click();
        await settled(page);
        assert.equal(await beyond(page), '', `${view} at ${width} px`);
        await page.screenshot({ path: path.join(FOLDER, `${width}-${view}.png`) });
      }
      assert.deepEqual(watched.complaints, []);
      await watched.context.close();
    });
  }
});

/** Waits until the view shown is busy no more and its text stays the same. */
async function settled(page: Page): Promise<void> {
  let before = '';
  for (let same = 0; same < 3;) {
    const now = await page.locator('.pane-view:not([hidden])').innerText();
    same = now === before ? same + 1 : 0;
    before = now;
    await page.waitForTimeout(100);
  }
}

/** The elements of the tabs and the view shown that reach beyond its width, if any. */
const beyond = (page: Page): Promise<string> =>
  page.evaluate<string>(`
    [...document.querySelectorAll('.pane-tabs *, .pane-view:not([hidden]) *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.visually-hidden'))
      .map((one) => one.className || one.tagName).join(' ')`);
