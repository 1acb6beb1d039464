import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { browserHostScript } from '../../office-host/bundle';
import { HEADINGS, ledger, row } from '../../app/ledgers';
import { launchChromium } from '../../support/chromium';
import { becomes, counts, until } from '../../support/waiting';
import type { WatchedPage } from '../site/browserPages';
import { assertAccessible, openPane, servePane, type PaneSite } from './support';

const LEDGER = '台账';
/** The day looked from: a Wednesday, so that whole weeks have passed since the cases were received. */
const TODAY = '2021-10-20';
const CASES = 130;

/** More cases than one page of ticks, all waiting for a review; the last has no 编号. */
const cases = Array.from({ length: CASES }, (_, at) =>
  row(at + 1, {
    办理时限: at < 3 ? '2021-10-15' : '2021-11-30',
    ...(at % 2 === 0 ? {} : { 责任股室: '法律援助中心' }),
    ...(at === CASES - 1 ? { 编号: '', 办理时限: '2021-10-10' } : {}),
  }),
);

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const values = (page: Page, area: string): Promise<unknown[][]> =>
  page.evaluate<unknown[][]>(`window.excelHost.user.values('调度记录', '${area}')`);

describe('the record of a meeting in Excel', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: PaneSite;
  let watched: WatchedPage;
  let page: Page;

  before(async function () {
    this.timeout(900_000);
    const served = await servePane();
    const sheets = [
      { name: LEDGER, rows: ledger(...cases) as string[][] },
      // With a record there, a case without one is known not to have been reviewed.
      {
        name: '调度记录',
        rows: [
          ['日期', '编号', '议定事项'],
          ['2021-09-01', 'C-0', '试记一条'],
        ],
      },
    ];
    const workbook = { name: '台账.xlsx', sheets };
    site = { ...served, excel: await browserHostScript({ workbook, locale: 'zh-CN' }) };
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    watched = await openPane(browser, site, { today: TODAY });
    ({ page } = watched);
    await page.getByRole('button', { name: '检查' }).first().click();
    await page.waitForSelector('[data-list="today"] li');
    await tab(page, '写回');
    await tab(page, '调度记录');
    await page.waitForSelector('[data-list="open-cases"] li');
  });
  afterEach(async () => {
    const { complaints, failures } = watched;
    await watched.context.close();
    assert.deepEqual([complaints, failures], [[], []]);
  });

  const boxes = () => page.locator('[data-list="open-cases"] input');
  const record = () => page.getByRole('button', { name: /记录调度$/ });

  it('is typed once for three cases, which are then reviewed, and the form is empty again', async () => {
    const lapsed = async (): Promise<number> => {
      await tab(page, '写回结果');
      await page.getByRole('button', { name: '写入', disabled: false }).waitFor();
      await page.getByRole('button', { name: '写入' }).click();
      await page.locator('.ms-MessageBar', { hasText: '已写入' }).waitFor();
      const column = await page.evaluate<string[][]>(`window.excelHost.user.values('${LEDGER}', 'X3:X${CASES + 2}')`);
      return column.filter(([text]) => text?.includes('整周没有调度')).length;
    };
    assert.equal(await lapsed(), CASES);
    await tab(page, '调度记录');
    // The first stands on top for its limit has passed longest; it has no number.
    for (const at of [1, 2, 3]) await boxes().nth(at).check();
    await page.getByText('已勾选 3 件').waitFor();
    await page.getByLabel('议定事项').fill('由办公室牵头，月底前当面答复');
    await becomes(() => page.getByLabel('调度日期').inputValue(), TODAY);
    await page.getByRole('button', { name: '为 3 件记录调度' }).click();
    await page.getByText('已为 3 件记下 10月20日 周三 的调度').waitFor();
    assert.deepEqual(await values(page, 'A1:C1'), [['日期', '编号', '议定事项']]);
    assert.deepEqual((await values(page, 'B3:C3'))[0], ['C-1、C-2、C-3', '由办公室牵头，月底前当面答复']);
    await becomes(() => page.getByLabel('议定事项').inputValue(), '');
    await counts(page.locator('[data-list="open-cases"] input:checked'), 0);
    assert.equal(await lapsed(), CASES - 3);
  });

  it('finds cases by words, and ticks all that are found but those without a number', async () => {
    await counts(boxes(), 100);
    await page.getByRole('button', { name: '再列 30 件' }).click();
    await boxes()
      .nth(CASES - 1)
      .waitFor();
    await page.getByRole('searchbox').fill('法律援助');
    await page.getByText('65 件，最急的在前').waitFor();
    await page.getByRole('button', { name: '全选这 65 件' }).click();
    await page.getByText('已勾选 64 件').waitFor();
    await page.getByText('其中 1 件没有编号，没有勾选').waitFor();
    const nameless = page.locator('[data-list="open-cases"] li', { hasText: '没有编号，记不上' });
    await until('what has no number can’t be ticked', () => nameless.locator('input').isDisabled());
    await page.getByRole('searchbox').fill('C-1 邻里');
    await page.getByRole('button', { name: '为 64 件记录调度' }).waitFor();
    await page.getByRole('button', { name: '全不选' }).click();
    await page.getByRole('button', { name: '记录调度', exact: true }).waitFor();
  });

  it('says what is wanting before anything is recorded, and takes no day to come', async () => {
    await record().click();
    await page.getByText('请先勾选诉求。请填写议定事项。').waitFor();
    await boxes().nth(1).check();
    await page.getByLabel('议定事项').fill('限期答复');
    await page.getByLabel('调度日期').fill('2021-10-21');
    await page.getByText('不能晚于检查基准日 10月20日 周三').first().waitFor();
    await record().click();
    await assertAccessible(page);
    // The one that is recorded then is the first.
    await page.getByLabel('调度日期').fill(TODAY);
    await record().click();
    await page.getByText('已为 1 件记下').waitFor();
    assert.deepEqual(await values(page, 'B3:C4'), [
      ['C-1', '限期答复'],
      ['', ''],
    ]);
  });

  it('keeps ticks and words when the ledger is edited and sorted meanwhile', async () => {
    await boxes().nth(1).check();
    await page.getByLabel('议定事项').fill('限期答复');
    const last = 'ABCDEFGHIJKLMNOPQRS'[HEADINGS.length - 1] ?? '';
    await page.evaluate(`window.excelHost.user.sort('${LEDGER}', 'A3:${last}${CASES + 2}', 1, false, false)`);
    await page.evaluate(`window.excelHost.user.type('${LEDGER}', 'O9', '已约见当事人')`);
    // The list tells that both were followed.
    await page.evaluate(`window.excelHost.user.type('${LEDGER}', 'J9', '公证处')`);
    await page.locator('[data-list="open-cases"] li', { hasText: '公证处' }).first().waitFor();
    await record().click();
    await page.getByText('已为 1 件记下').waitFor();
    assert.deepEqual((await values(page, 'B3:C3'))[0], ['C-1', '限期答复']);
  });
});
