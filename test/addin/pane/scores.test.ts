import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../bin/web/buildSite';
import { scoreJson } from '../../../src/app/scoreJson';
import { scoreUnits } from '../../../src/app/scoreUnits';
import { civilDay } from '../../../src/core/dates/civil';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { defaultRules } from '../../app/ledgers';
import type { BookDescription } from '../../office-host/model/description';
import { becomes, counts, reads } from '../../support/waiting';
import { assertAccessible, check, downloaded, eachInExcel } from './support';

const LEDGER = '2021年台账';
const SHEETS = ['考核得分', '扣分明细', '申诉单', '不参评与样本不足', '封存信息'];

interface Score {
  readonly name: string;
  readonly rank: number | null;
  readonly total: number;
  readonly lost: readonly {
    readonly row: number;
    readonly cell: string;
    readonly mend: string;
    readonly wins: number;
  }[];
}

/** What `appeals score messy.xlsx --today 2021-10-20 --format json` says. */
async function byCommand(): Promise<readonly Score[]> {
  const bytes = new Uint8Array(await readFile(path.join(root, 'samples', 'messy.xlsx')));
  const scored = await scoreUnits({
    ledgers: [{ file: 'messy.xlsx', open: () => openXlsx('messy.xlsx', bytes) }],
    rules: await defaultRules(),
    sheet: null,
    today: civilDay(2021, 10, 20),
    by: 'unit',
    period: { kind: 'all' },
  });
  assert.ok(scored.ok);
  return (scoreJson(scored.value, SPEECH) as unknown as { readonly scores: readonly Score[] }).scores;
}

const describeBook = (page: Page): Promise<BookDescription> =>
  page.evaluate<BookDescription>('window.excelHost.describe()');
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
const unit = (page: Page, name: string) => page.locator(`[data-unit="${name}"]`);
const points = async (page: Page, name: string): Promise<number> =>
  parseFloat(await unit(page, name).locator('.score-points').innerText());

async function openScores(page: Page): Promise<void> {
  await check(page);
  await tab(page, '考核');
  await page.locator('.score-head').first().waitFor();
}

describe('the view 考核 in Excel', function () {
  this.timeout(300_000);
  let page: Page;
  eachInExcel((opened) => {
    ({ page } = opened);
  });

  it('ranks the units as the command line does, and shows as many points as it counts', async () => {
    await openScores(page);
    const expected = await byCommand();
    const shown = await page.evaluate<readonly { name: string; place: string; points: string }[]>(`
      [...document.querySelectorAll('[data-unit]')].map((one) => ({
        name: one.dataset.unit,
        place: one.querySelector('.score-place').textContent,
        points: one.querySelector('.score-points').textContent,
      }))`);
    assert.deepEqual(
      shown.map(({ name, place, points }) => [name, place, points]),
      expected.map(({ name, rank, total }) => [
        name,
        rank === null ? '样本不足' : `第 ${rank}`,
        `${total.toFixed(2)} 分`,
      ]),
    );
    for (const { name, lost } of expected.slice(0, 3)) {
      await unit(page, name).locator('.score-head').click();
      await unit(page, name).locator('.indicators').waitFor();
      await counts(unit(page, name).locator('.lost'), lost.length);
    }
  });

  it('goes from a lost point to its cell; mending it raises the score by what was said', async () => {
    await openScores(page);
    const name = '社区矫正大队';
    const score = (await byCommand()).find((one) => one.name === name);
    const lost = score?.lost.find(({ cell, mend }) => cell === 'R28' && mend === 'yes');
    assert.ok(score && lost && lost.wins > 0);
    await unit(page, name).locator('.score-head').click();
    const where = { has: page.getByRole('button', { name: `到 ${lost.cell}`, includeHidden: true }) };
    await unit(page, name).locator('details', where).locator('summary').click();
    const point = unit(page, name).locator('.lost', where);
    await reads(point, /怎样挽回：整改后挽回 \d+\.\d\d 分[\s\S]*依据：[\s\S]*现为“9月27日”/);
    await point.getByRole('button', { name: `到 ${lost.cell}` }).click();
    await becomes(() => describeBook(page).then(({ selection }) => selection), lost.cell);
    assert.equal(await points(page, name), score.total);
    await page.evaluate(`void window.excelHost.user.type('${LEDGER}', '${lost.cell}', '2021-10-18')`);
    await point.waitFor({ state: 'detached' });
    const won = (await points(page, name)) - score.total;
    assert.equal(won.toFixed(2), lost.wins.toFixed(2));
    assert.ok(await unit(page, name).locator('.indicators').isVisible(), 'what was open stays open');
  });

  it('counts the cases of the period that is chosen', async () => {
    await openScores(page);
    await reads(page.locator('.scores-head').first(), /计入 60 件/);
    await page.getByRole('button', { name: '本月', exact: true }).click();
    await page.getByText('2021年10月，').waitFor();
    await page.getByRole('button', { name: '专项行动', exact: true }).click();
    await page.getByText('专项行动期间（2021年8月28日至2021年11月8日）').waitFor();
    await page.getByRole('button', { name: '专项行动', pressed: true }).waitFor();
  });

  it('is downloaded as a workbook of its own', async () => {
    await openScores(page);
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: '下载考核工作簿' }).click());
    assert.equal(name, '考核得分-2021-10-20.xlsx');
    const opened = await openXlsx(name, bytes);
    assert.ok(opened.ok);
    const sheets = await opened.value.sheets();
    assert.ok(sheets.ok);
    assert.deepEqual(
      sheets.value.map((sheet) => sheet.name),
      SHEETS,
    );
    await page.getByText('已下载“考核得分-2021-10-20.xlsx”').waitFor();
  });

  it('is written into the workbook as sheets of ours, and cleared to what it was', async () => {
    await openScores(page);
    const before = await describeBook(page);
    await page.getByRole('button', { name: '写入工作簿' }).click();
    await page.getByText('已写入工作表“考核得分”').waitFor();
    const after = await describeBook(page);
    assert.deepEqual(
      after.sheets.map(({ name }) => name),
      [...before.sheets.map(({ name }) => name), ...SHEETS],
    );
    await tab(page, '写回');
    await page.getByRole('tab', { name: '清除标记', exact: true }).click();
    await page.getByRole('button', { name: '清除标记' }).click();
    await page.getByRole('button', { name: '确认清除' }).click();
    await page.getByText('已清除工作表').waitFor();
    assert.deepEqual(await describeBook(page), before);
  });

  it('says what to do where the rules have no scheme to score by', async () => {
    await page.route('**/rules/pack.json', async (route) => {
      const response = await route.fetch();
      const pack = (await response.json()) as { files: string[] };
      await route.fulfill({ response, json: { ...pack, files: pack.files.filter((file) => file !== 'scoring.json') } });
    });
    await page.reload();
    await check(page);
    await tab(page, '考核');
    const view = page.locator('#pane-view-scores');
    await view.getByRole('heading', { name: '不能计分' }).waitFor();
    await reads(view, /没有写考核办法[\s\S]*请联系维护规则的人员补上/);
    assert.equal(await view.getByRole('button', { name: '写入工作簿' }).count(), 0);
    await assertAccessible(page);
  });

  it('breaks no rule of accessibility, opened and not, and is worked by the keyboard', async () => {
    await tab(page, '考核');
    await page.locator('#pane-view-scores').getByText('没有检查过').waitFor();
    await assertAccessible(page);
    await tab(page, '今日');
    await openScores(page);
    for (const width of [320, 480]) {
      await page.setViewportSize({ width, height: 640 });
      await page.locator('.score-head').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.indicators').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.lost').first().waitFor();
      await page.locator('.scores-seal summary').click();
      await assertAccessible(page);
      await page.locator('.scores-seal summary').click();
      await page.locator('.score-head').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.indicators').waitFor({ state: 'detached' });
    }
  });
});
