import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { MOST_LINES } from '../../../../addin/pane/findings/findingLines';
import { root } from '../../../../bin/web/buildSite';
import { pageScript } from '../../../office-host/bundle';
import { launchChromium } from '../../../support/chromium';
import { slowDown } from '../../../support/slowMachine';
import { becomes, PATIENCE } from '../../../support/waiting';
import { focusedLine, scrollTo } from './findingsPage';

describe('the longest list', function () {
  this.timeout(300_000);
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 320, height: 560 } });
    page.setDefaultTimeout(PATIENCE);
    await slowDown(page);
    const styles = await readFile(path.join(root, 'addin', 'pane', 'styles', 'findings.css'), 'utf8');
    await page.setContent(
      `<style>* { margin: 0; padding: 0; box-sizing: border-box } #root { display: flex; flex-direction: column; height: 560px } ${styles}</style><div id="root"></div>`,
    );
    await page.evaluate("window.process = { env: { NODE_ENV: 'production' } }");
    await page.addScriptTag({ content: await pageScript(path.join(__dirname, 'longList.tsx'), 'longList') });
    await page.evaluate('longList.show()');
  });
  after(() => browser?.close());

  const top = (line: number): Promise<number> =>
    page.evaluate(`document.querySelector('[data-line-head="${line}"]').getBoundingClientRect().top`);

  it('is as high as all its lines, and draws a few of them', async () => {
    assert.equal(await page.evaluate("document.querySelector('ul').offsetHeight"), MOST_LINES * 56);
    assert.ok((await page.locator('li').count()) < 40);
  });

  it('reaches its last line, by keyboard and by scrolling', async () => {
    await page.locator('[data-line-head="0"]').focus();
    await page.keyboard.press('End');
    await becomes(() => focusedLine(page), MOST_LINES - 1);
    await becomes(() => top(MOST_LINES - 1), 560 - 56);
    await scrollTo(page, 250_000 * 56);
    assert.equal(await top(250_000), 0);
  });

  it('leaves the line at hand where it is while others open and close above', async () => {
    await scrollTo(page, 300_000 * 56);
    await page.locator('[data-line-head="300001"]').click();
    await becomes(() => top(300_002), 56 + 200);
    const before = await top(300_003);
    await page.locator('[data-line-head="300003"]').click();
    await becomes(() => top(300_004), before + 200);
    assert.equal(await top(300_003), before);
    await scrollTo(page, 400_000 * 56 + 144);
    assert.equal(await top(400_000), 0, 'an opened line that is far above still counts');
  });

  it('brings all of an opened line into sight', async () => {
    await scrollTo(page, 200_000 * 56);
    await page.locator('[data-line-head="200009"]').click();
    await becomes(() => top(200_009), 560 - 200);
  });
});
