import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../support/chromium';
import { becomes, counts, reads, until } from '../../../support/waiting';
import type { WatchedPage } from '../../site/browserPages';
import { assertAccessible, check, openPane, servePane, type PaneSite } from '../support';
import {
  cellOf,
  countOf,
  figure,
  focusedLine,
  focusOn,
  heads,
  listed,
  openFindings,
  place,
  scrollTo,
  showing,
  type,
  waitForFigure,
} from './findingsPage';

describe('the view 问题', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;
  let watched: WatchedPage;
  let page: Page;

  before(async function () {
    this.timeout(900_000);
    site = await servePane();
    browser = await launchChromium();
  });
  beforeEach(async () => {
    watched = await openPane(browser, site);
    page = watched.page;
  });
  afterEach(async () => {
    await watched.context.close();
    assert.deepEqual(watched.complaints, []);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  describe('what is listed', () => {
    it('is counted with its base, and what could not be judged and was set aside as plainly', async () => {
      await openFindings(page);
      await reads(figure(page), /^60 件中 52 件有问题，共 114 条。$/);
      await becomes(() => countOf(page, '待整改'), 114);
      await becomes(() => countOf(page, '无法判定'), 13);
      await showing(page, '无法判定').click();
      await waitForFigure(page, /60 件中 3 件有无法判定的事项，共 13 条/);
      await showing(page, '已搁置').click();
      await page.getByRole('heading', { name: '没有搁置的问题' }).waitFor();
    });

    it('is grouped by case, rule or unit', async () => {
      await openFindings(page);
      const heading = page.locator('.findings-heading h2').first();
      await reads(heading, /诉〔2021〕006号.*郑\*\*.*法制监督股/s);
      await page.getByRole('button', { name: '按问题' }).click();
      await heading.filter({ hasText: /^超期未办结/ }).waitFor();
      await page.getByRole('button', { name: '按股室' }).click();
      await heading.filter({ hasText: /^法制监督股/ }).waitFor();
    });

    it('is filtered by severity and by how the limit stands; each filter can be taken away', async () => {
      await openFindings(page);
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByRole('group', { name: '期限' }).getByRole('button', { name: '超期' }).click();
      await waitForFigure(page, /筛选出 4 件 13 条（共 52 件 114 条）/);
      await page.getByRole('group', { name: '轻重' }).getByRole('button', { name: '严重' }).click();
      await waitForFigure(page, /筛选出 4 件 4 条/);
      await page.getByRole('button', { name: '筛选（2）' }).click();
      await page.getByRole('button', { name: '去掉筛选：严重' }).click();
      await waitForFigure(page, /筛选出 4 件 13 条/);
      await page.getByRole('button', { name: '清除筛选' }).click();
      await waitForFigure(page, /共 114 条/);
    });

    it('is searched as words are typed, and says when nothing fits', async () => {
      await openFindings(page);
      await page.getByRole('searchbox').pressSequentially('东关', { delay: 20 });
      await waitForFigure(page, /筛选出 \d+ 件 \d+ 条（共 52 件 114 条）/);
      await reads(page.locator('.findings-heading').first(), /东关司法所/);
      await page.getByRole('searchbox').fill('没有这样的词');
      await page.getByRole('heading', { name: '没有符合筛选的问题' }).waitFor();
      await page.getByRole('button', { name: '清除筛选' }).click();
      await waitForFigure(page, /共 114 条/);
      await becomes(() => page.getByRole('searchbox').inputValue(), '');
    });

    it('opens filtered from the counts of 今日', async () => {
      await check(page);
      await page.getByRole('button', { name: /^超期 4 件/ }).click();
      await waitForFigure(page, /筛选出 4 件 13 条/);
      await page.getByRole('button', { name: '去掉筛选：超期' }).click();
      await waitForFigure(page, /共 114 条/);
    });

    it('says in one line what concerns the ledger as a whole, and tells it when asked', async () => {
      await openFindings(page);
      const line = page.locator('.findings .ledger-notes');
      const summary = line.getByText('整本台账有 8 处要先看');
      await summary.waitFor();
      assert.ok(!(await line.getByRole('listitem').first().isVisible()));
      await summary.click();
      await counts(line.getByRole('listitem'), 8);
    });
  });

  describe('an opened finding', () => {
    it('takes the user to its cell, and to its case', async () => {
      await openFindings(page);
      await heads(page).nth(1).click();
      const cell = await cellOf(page);
      await becomes(() => page.evaluate<string>('excelHost.describe().selection'), cell);
      await page.getByRole('button', { name: '看本案' }).click();
      await page.locator('#pane-view-case').waitFor({ state: 'visible' });
    });

    it('is set aside as wrong with reason and name, listed apart, and taken back', async () => {
      await openFindings(page);
      await heads(page).first().click();
      await page.getByRole('button', { name: '误报' }).click();
      const panel = page.getByRole('dialog');
      await assertAccessible(page);
      await panel.getByRole('button', { name: '标为误报' }).click();
      await reads(panel, /请写明理由.*请填写认定人的姓名/s);
      await panel.getByLabel('理由').fill('已在系统外办结');
      await panel.getByLabel('认定人姓名').fill('测试甲');
      await panel.getByRole('button', { name: '标为误报' }).click();
      await panel.waitFor({ state: 'detached' });
      await waitForFigure(page, /共 113 条/);
      await focusOn(page, 'a line', () => true);

      await showing(page, '已搁置').click();
      await waitForFigure(page, /1 件有搁置的问题，共 1 条/);
      await heads(page).first().click();
      await reads(
        page.locator('.finding.open'),
        /误报的理由\s+已在系统外办结\s+测试甲，2021年10月20日认定；没有到期日/,
      );
      await page.getByRole('button', { name: '撤回' }).click();
      await page.getByRole('heading', { name: '没有搁置的问题' }).waitFor();
      await becomes(() => countOf(page, '待整改'), 114);
    });

    it('is postponed to a day not before the check, by the name given last', async () => {
      await openFindings(page);
      const panel = page.getByRole('dialog');
      await heads(page).first().click();
      await page.getByRole('button', { name: '暂缓' }).click();
      await panel.getByLabel('理由').fill('等待上级答复');
      await panel.getByLabel('认定人姓名').fill('测试乙');
      await panel.getByRole('button', { name: '标为暂缓' }).click();
      await reads(panel, /暂缓要有到期日/);
      await panel.getByLabel('到期日').fill('2021-10-19');
      await reads(panel, /不能早于检查日 2021年10月20日/);
      await panel.getByLabel('到期日').fill('2021-11-30');
      await panel.getByRole('button', { name: '标为暂缓' }).click();
      await waitForFigure(page, /共 113 条/);
      await heads(page).first().click();
      await page.getByRole('button', { name: '误报' }).click();
      await becomes(() => panel.getByLabel('认定人姓名').inputValue(), '测试乙');
      await panel.getByRole('button', { name: '取消' }).click();
      await showing(page, '已搁置').click();
      await page.getByRole('button', { name: /^严重 暂缓/ }).click();
      await reads(page.locator('.finding.open'), /测试乙，2021年10月20日认定；2021年11月30日到期/);
    });

    it('says in its form why it could not be set aside', async () => {
      await openFindings(page);
      await heads(page).first().click();
      await page.getByRole('button', { name: '误报' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('理由').fill('已在系统外办结');
      await panel.getByLabel('认定人姓名').fill('测试甲');
      await page.evaluate('excelHost.user.editCell(true)');
      await panel.getByRole('button', { name: '标为误报' }).click();
      await panel.getByText(/正在编辑单元格/).waitFor();
      await page.evaluate('excelHost.user.editCell(false)');
      await panel.getByRole('button', { name: '标为误报' }).click();
      await panel.waitFor({ state: 'detached' });
    });
  });

  describe('by keyboard', () => {
    it('goes from line to line, far and back, and opens', async () => {
      await openFindings(page);
      await page.getByRole('button', { name: '复制催办' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const focused = (): Promise<number | null> => focusedLine(page);
      await becomes(focused, 0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await becomes(focused, 2);
      await page.keyboard.press('ArrowUp');
      await becomes(focused, 1);
      await page.keyboard.press('Enter');
      await page.locator('.finding.open').waitFor();
      const last = Number(await page.locator('.virtual-list li').last().getAttribute('aria-setsize')) - 1;
      assert.ok(last > 114);
      await page.keyboard.press('End');
      await becomes(focused, last);
      await page.locator(`.virtual-list li[aria-posinset="${last + 1}"] .finding`).waitFor();
      await becomes(focused, last); // Also when what stands there has come.
      await page.keyboard.press('PageUp');
      await focusOn(page, 'a line further up', (line) => line < last);
      await page.keyboard.press('Home');
      await becomes(focused, 0);
      await page.keyboard.press('PageDown');
      await focusOn(page, 'a line further down', (line) => line > 1);
      await page.keyboard.press('Home');
      await becomes(focused, 0);
      await counts(page.locator('.finding.open'), 1); // What was opened stays so.
    });

    it('keeps the focus while the line is scrolled away', async () => {
      await openFindings(page);
      await heads(page).first().focus();
      const line = await focusedLine(page);
      await scrollTo(page, 5_000);
      assert.ok(line !== null);
      assert.equal(await focusedLine(page), line);
      await page.keyboard.press('ArrowDown');
      await becomes(() => focusedLine(page), line + 1);
      await until('the line is in sight again', () =>
        page.evaluate<boolean>(`document.querySelector('.virtual-list').scrollTop < 200`),
      );
    });

    it('has no violation that axe finds, open, filtered and empty', async () => {
      await openFindings(page);
      await heads(page).nth(1).click();
      await page.getByRole('button', { name: '筛选' }).click();
      await assertAccessible(page);
      await page.getByRole('button', { name: '正常' }).click();
      await page.getByRole('button', { name: '筛选（1）' }).click();
      await page.getByRole('button', { name: '按股室' }).click();
      await waitForFigure(page, /筛选出/);
      await assertAccessible(page);
      await showing(page, '已搁置').click();
      await page.getByRole('heading', { name: '没有搁置的问题' }).waitFor();
      await assertAccessible(page);
    });
  });

  describe('the place in the list', () => {
    it('is kept, with what was opened, when an edit above is followed', async () => {
      await openFindings(page);
      await page.getByRole('button', { name: '按问题' }).click();
      await page.getByRole('searchbox').fill('办理时限');
      await waitForFigure(page, /筛选出/);
      await heads(page).filter({ hasText: '没有填办理时限' }).first().click();
      const cell = await cellOf(page);
      await page.getByRole('searchbox').fill('');
      await waitForFigure(page, /共 114 条/);

      await scrollTo(page, 4_000);
      await heads(page).nth(9).click();
      const opened = await page.locator('.finding.open').innerText();
      const before = await place(page);
      await type(page, cell, '2021-12-31');
      await waitForFigure(page, /共 (?!114)\d+ 条/);
      await becomes(() => place(page), before);
      assert.equal(await page.locator('.finding.open').innerText(), opened);
    });

    it('is kept while another view is shown', async () => {
      await openFindings(page);
      await scrollTo(page, 3_000);
      const before = await place(page);
      await page.getByRole('tab', { name: '今日' }).click();
      await page.locator('.virtual-list').waitFor({ state: 'hidden' });
      await page.getByRole('tab', { name: '问题' }).click();
      await page.locator('.virtual-list').waitFor();
      await becomes(() => place(page), before);
    });

    it('goes to the next finding when the one at hand was mended', async () => {
      await openFindings(page);
      await page.getByRole('button', { name: '按问题' }).click();
      await listed(page);
      await heads(page).filter({ hasText: '没有填办理时限' }).first().click();
      const said = await page.locator('.finding.open .finding-head').innerText();
      await type(page, await cellOf(page), '2021-12-31');
      await until(`“${said}” is gone`, async () => !(await page.innerText('body')).includes(said));
      await counts(page.locator('.finding.open'), 0);
      await focusOn(page, 'a line', () => true);
    });
  });
});
