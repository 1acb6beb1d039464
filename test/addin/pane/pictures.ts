/**
 * Takes the pictures that README and docs show, of the real pane and workbench on the messy sample: `npm run pictures`.
 * They are looked at before they are committed.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../bin/web/buildSite';
import { launchChromium } from '../../support/chromium';
import { openWatched } from '../site/browserPages';
import { check, openPane, servePane, type PaneSite } from './support';

const FOLDER = path.join(root, 'docs', 'pictures');

const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
const take = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
};

async function paneInExcel(browser: Browser, site: PaneSite): Promise<void> {
  const { page, context } = await openPane(browser, site, { width: 320, height: 640 });
  await check(page);
  await page.locator('.finding-head').first().click();
  await take(page, 'today');
  await tab(page, '问题');
  await take(page, 'findings');
  await page.evaluate(`window.excelHost.user.select('2021年台账', 'M9')`);
  await tab(page, '本案');
  await page.getByRole('heading', { name: '办理时限' }).first().scrollIntoViewIfNeeded();
  await take(page, 'case');
  await tab(page, '考核');
  await page.locator('.score-head').nth(1).click();
  await page.locator('.indicator-lost summary').first().click();
  await take(page, 'scores');
  await tab(page, '报表');
  await page.getByRole('button', { name: '预览' }).click();
  await page.locator('.report-sheet').first().waitFor();
  await take(page, 'reports');
  await tab(page, '写回');
  await take(page, 'write');
  await tab(page, '设置');
  await page.getByText('列对应').click();
  await take(page, 'settings');
  await context.close();
}

async function workbench(browser: Browser, site: PaneSite): Promise<void> {
  const { page, context } = await openWatched(browser, 'about:blank');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${site.origin}/`);
  await page.waitForSelector('[role="gridcell"]', { state: 'attached' });
  await check(page);
  await page.locator('.finding-head').nth(1).click();
  await take(page, 'workbench');
  await context.close();
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const site = await servePane();
  const browser = await launchChromium();
  try {
    await paneInExcel(browser, site);
    await workbench(browser, site);
  } finally {
    await browser.close();
    await site.close();
  }
}

void main();
