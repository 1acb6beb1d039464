import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { browserHostScript } from '../../office-host/bundle';
import type { BookDescription } from '../../office-host/model/description';
import { ledger, row } from '../../app/ledgers';
import { launchChromium } from '../../support/chromium';
import { becomes, counts, reads, until } from '../../support/waiting';
import type { WatchedPage } from '../site/browserPages';
import { assertAccessible, check, openPane, servePane, type PaneSite } from './support';

/** The usual ledger under one heading that nobody would guess, and a second sheet that might be one. */
const rows = ledger(row(1), row(2), row(3)).map((cells, at) =>
  at === 1 ? cells.map((cell) => (cell === '包案负责人' ? '盯办' : cell)) : cells,
) as string[][];
const WORKBOOK: BookDescription = {
  name: '台账.xlsx',
  sheets: [
    { name: '台账', rows },
    { name: '去年台账', rows: ledger(row(9)) },
    {
      name: '节假日',
      rows: [
        ['日期', '休或班', '名称'],
        ['2021-10-11', '不知', '测试'],
      ],
    },
  ],
};

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const fold = (page: Page, name: string) =>
  page.locator('summary', { has: page.getByRole('heading', { name, exact: true }) }).click();
const settings = (page: Page) => page.locator('#pane-view-settings');
/** Chooses in a list by what it is named and what is to be chosen. */
async function pick(page: Page, name: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
/** What the workbook holds beside its sheets. */
const kept = (page: Page): Promise<string> =>
  page.evaluate<string>('(({ sheets, ...book }) => JSON.stringify(book))(window.excelHost.describe())');

/** A ledger under headings that nobody would guess, beside a sheet that is none. */
const ODD: BookDescription = {
  name: '台账.xlsx',
  sheets: [
    { name: '草稿', rows: [['随手记']] },
    {
      name: '怪表',
      rows: ledger(row(1), row(2)).map((cells, at) =>
        at === 1 ? cells.map((_, column) => `第${column + 1}项`) : cells,
      ),
    },
  ],
};

describe('the view 设置 in Excel', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;
  let watched: WatchedPage;
  let page: Page;

  before(async function () {
    this.timeout(900_000);
    const served = await servePane();
    site = { ...served, excel: await browserHostScript({ workbook: WORKBOOK, locale: 'zh-CN' }) };
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    watched = await openPane(browser, site, { today: '2021-10-09' });
    ({ page } = watched);
  });
  afterEach(async () => {
    const { complaints, failures } = watched;
    await watched.context.close();
    assert.deepEqual([complaints, failures], [[], []]);
  });

  it('chooses the sheet and the day before any check, and checks by them', async () => {
    await tab(page, '设置');
    await pick(page, '台账工作表', '去年台账');
    await page.getByLabel('以哪一天为准').last().fill('2021-10-20');
    await page.getByRole('button', { name: '按此检查' }).click();
    await page.getByText('去年台账 · 以 10月20日 周三 为准').waitFor();
    await page.getByRole('button', { name: '今天' }).click();
    await pick(page, '台账工作表', '自动（当前工作表，或最像台账的一张）');
    await page.getByRole('button', { name: '按此检查' }).click();
    await page.getByText('台账 · 以 10月9日 周六 为准').waitFor();
  });

  it('has an odd heading taken for what it is, keeps that in the workbook, and forgets it again', async () => {
    await check(page);
    const leaders = (count: number): Promise<void> => counts(page.locator('[data-list="today"] li'), count);
    await leaders(3);
    await tab(page, '设置');
    await fold(page, '列对应');
    await reads(page.locator('.mapping-missing'), /包案负责人/);
    const column = page.locator('[data-list="mapping"] li', { hasText: '盯办' });
    await reads(column, /K 列[\s\S]*例如/);
    await pick(page, /K 列“盯办”/, '包案负责人');
    await page.getByText('改了 1 处，还没有保存').waitFor();
    await page.getByRole('button', { name: '保存列对应' }).click();
    await page.getByText('列对应已存在工作簿里，并已重新检查').waitFor();
    await until('it is kept', async () => (await kept(page)).includes('盯办'));
    await leaders(0);
    await page.getByText('这张表的列对应有人更正过').waitFor();
    await reads(page.locator('.mapping-missing'), /^(?![^]*包案负责人)/);
    await page.getByRole('button', { name: '恢复自动识别' }).click();
    await page.getByText('已恢复自动识别').waitFor();
    await leaders(3);
    await until('it is forgotten', async () => !(await kept(page)).includes('盯办'));
  });

  it('refuses a field that another column has, at once, until that one is not used', async () => {
    await check(page);
    await tab(page, '设置');
    await fold(page, '列对应');
    await pick(page, /K 列“盯办”/, '责任股室（J 列）');
    await page.getByText('“责任股室”已经对应到 J 列，没有改').waitFor();
    assert.equal(await page.getByRole('button', { name: '保存列对应' }).count(), 0);
    await pick(page, /J 列“责任股室”/, '不使用');
    await pick(page, /K 列“盯办”/, '责任股室');
    await page.getByText('改了 2 处，还没有保存').waitFor();
    await page.getByRole('button', { name: '放弃更改' }).click();
    await counts(page.getByRole('button', { name: '保存列对应' }), 0);
    await page.getByLabel('止', { exact: true }).fill('1');
    await page.getByText('请填行号').waitFor();
    await page.getByRole('button', { name: '保存列对应', disabled: true }).waitFor();
  });

  it('has a person say where the header stands, where no check finds one', async () => {
    const odd = await browserHostScript({ workbook: ODD, locale: 'zh-CN' });
    const other = await openPane(browser, { ...site, excel: odd }, { today: '2021-10-09' });
    try {
      const { page: own } = other;
      await own.getByRole('button', { name: '检查' }).first().click();
      const said = own.locator('.pane-notices');
      await said.getByText('请在“设置”里选择工作表，并填写表头在第几行').waitFor();
      assert.doesNotMatch(await said.innerText(), /--/);
      await tab(own, '设置');
      await own.getByLabel('起', { exact: true }).fill('2');
      await own.getByText('请填行号').waitFor();
      await own.getByLabel('止', { exact: true }).fill('2');
      await own.getByText('还要先选择是哪张台账工作表').waitFor();
      await pick(own, '台账工作表', '怪表');
      await own.getByRole('button', { name: '按此检查' }).click();
      await said.getByText('表头的行已存在工作簿里，并已检查').waitFor();
      await fold(own, '列对应');
      await pick(own, /E 列“第5项”/, '诉求内容');
      await pick(own, /J 列“第10项”/, '责任股室');
      await own.getByRole('button', { name: '保存列对应' }).click();
      await said.getByText('并已重新检查：2 件中').waitFor();
      await assertAccessible(own);
      assert.deepEqual([other.complaints, other.failures], [[], []]);
    } finally {
      await other.context.close();
    }
  });

  it('takes header rows that are typed', async () => {
    await check(page);
    await tab(page, '设置');
    await fold(page, '列对应');
    await page.getByLabel('起', { exact: true }).fill('1');
    await page.getByText('请保存后再核对下面各列').waitFor();
    await page.getByRole('button', { name: '保存列对应' }).click();
    await page.getByText('并已重新检查：3 件中').waitFor();
    await until('it is kept', async () => (await kept(page)).includes('headerRows'));
    await becomes(() => page.getByLabel('起', { exact: true }).inputValue(), '1');
  });

  it('tells what adds to the rules and what is wrong in it, the rules themselves, and what can be done here', async () => {
    await check(page);
    await tab(page, '设置');
    for (const name of ['名册、节假日、参数', '规则', '能做什么']) await fold(page, name);
    await reads(settings(page), /找到 1 张，1 处没有采用/);
    await reads(settings(page), /B2[\s\S]*“不知”看不出是休息还是上班/);
    await reads(settings(page), /规则包\s+舒城县司法局群众诉求督办规则\s+依据[\s\S]*校验码\s+[0-9a-f]{12}\n/);
    assert.doesNotMatch(await settings(page).innerText(), /shucheng/);
    await reads(settings(page), /可以加下拉列表/);
    await page.getByRole('button', { name: 'B2' }).click();
    await becomes(() => page.evaluate<string>('window.excelHost.describe().active'), '节假日');
    await fold(page, '列对应');
    await assertAccessible(page);
  });

  it('is used by the keyboard alone', async () => {
    await check(page);
    await tab(page, '设置');
    await page.getByRole('combobox', { name: '台账工作表' }).focus();
    await page.keyboard.press('Enter');
    const atOption = (name: RegExp) => page.locator('[role="option"]:focus', { hasText: name }).waitFor();
    await atOption(/^自动/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await atOption(/^去年台账$/);
    await page.keyboard.press('Enter');
    for (const name of ['按此检查']) {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByText('去年台账 · ').waitFor();
    await page.locator('details summary', { hasText: '列对应' }).focus();
    await page.keyboard.press('Enter');
    const box = page.getByRole('combobox', { name: /K 列/ });
    await box.focus();
    await page.keyboard.press('Enter');
    await atOption(/./);
    await page.keyboard.press('Home');
    await atOption(/^不使用$/);
    await page.keyboard.press('Enter');
    await page.getByText('改了 1 处，还没有保存').waitFor();
  });
});
