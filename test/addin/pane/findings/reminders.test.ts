import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../../support/chromium';
import { reads } from '../../../support/waiting';
import type { WatchedPage } from '../../site/browserPages';
import { assertAccessible, openPane, servePane, type PaneSite } from '../support';
import { openFindings } from './findingsPage';

describe('the texts that remind units', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;
  let watched: WatchedPage;
  let page: Page;
  let panel: Locator;

  before(async function () {
    this.timeout(900_000);
    site = await servePane();
    browser = await launchChromium();
  });
  beforeEach(async () => {
    watched = await openPane(browser, site);
    page = watched.page;
    await watched.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // The pages of one browser share it.
    await page.evaluate(`navigator.clipboard.writeText('')`);
    await openFindings(page);
    await page.getByRole('button', { name: '复制催办' }).click();
    panel = page.getByRole('dialog');
    await panel.getByRole('listitem').first().waitFor();
  });
  afterEach(async () => {
    await watched.context.close();
    assert.deepEqual(watched.complaints, []);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');

  it('are one a unit with its number of cases, each to be copied', async () => {
    await reads(panel, /法制监督股（6 件）/);
    await panel.getByRole('button', { name: '复制法制监督股的催办文字' }).click();
    await panel.getByRole('status').filter({ hasText: '已复制：法制监督股' }).waitFor();
    const copied = await clipboard();
    assert.match(copied, /^法制监督股：\n截至 2021年10月20日，以下 6 件诉求/);
    assert.equal(copied, await panel.getByLabel('法制监督股的催办文字', { exact: true }).inputValue());
    await assertAccessible(page);
  });

  it('are copied together, and name nobody', async () => {
    await panel.getByRole('button', { name: /^全部复制/ }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /已复制全部 \d+ 段/ })
      .waitFor();
    const copied = await clipboard();
    assert.match(copied, /法制监督股：\n[^]*城关司法所：\n/);
    const seen = await page.evaluate<string[][]>(`excelHost.user.values('2021年台账', 'A1:Z70')`);
    const headings = seen.find((row) => row.some((cell) => /^诉求人/.test(String(cell)))) ?? [];
    const column = headings.findIndex((cell) => /^诉求人/.test(String(cell)));
    const names = seen.map((row) => String(row[column] ?? '')).filter((name) => /^[\u4e00-\u9fff]{2,4}$/.test(name));
    assert.ok(names.length > 30, String(names.length));
    assert.deepEqual(
      names.filter((name) => copied.includes(name) && !headings.includes(name)),
      [],
    );
    assert.ok(!/1\d{10}/.test(copied));
    assert.match(copied, /（郑\*\*）/);
    await reads(panel, /已经遮盖/);
  });

  it('are copied the old way where the browser refuses the new one', async () => {
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))`);
    await panel.getByRole('button', { name: '复制法制监督股的催办文字' }).click();
    await panel.getByRole('status').filter({ hasText: '已复制：法制监督股' }).waitFor();
    assert.match(await clipboard(), /^法制监督股：/);
    await panel.getByRole('button', { name: /^全部复制/ }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /已复制全部/ })
      .waitFor();
    assert.match(await clipboard(), /城关司法所：/);
  });

  it('stay selected, to be copied by hand, where both are refused', async () => {
    await page.evaluate(`
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;`);
    await panel.getByRole('button', { name: '复制法制监督股的催办文字' }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /请按 Ctrl\+C 复制/ })
      .waitFor();
    const selected = await page.evaluate<string>(
      'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
    );
    assert.match(selected, /^法制监督股：[^]*谢谢支持。$/);
  });
});
