import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { REPORTS } from '../../../src/app/reports/registry';
import type { ReportKind } from '../../../src/core/reports/report';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { BookDescription } from '../../office-host/model/description';
import { becomes, counts, reads } from '../../support/waiting';
import type { WatchedPage } from '../site/browserPages';
import { assertAccessible, check, downloaded, eachInExcel } from './support';

const describeBook = (page: Page): Promise<BookDescription> =>
  page.evaluate<BookDescription>('window.excelHost.describe()');
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
const report = (page: Page, kind: ReportKind) => page.locator(`[data-report="${kind}"]`);

async function openReports(page: Page): Promise<void> {
  await check(page);
  await tab(page, '报表');
  await report(page, 'weekly').waitFor();
}

/** Opens a report's own part of the list; the week's list is open from the start. */
async function open(page: Page, kind: ReportKind): Promise<void> {
  const head = report(page, kind).locator('.report-head');
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
}

async function clear(page: Page): Promise<void> {
  await tab(page, '写回');
  await page.getByRole('tab', { name: '清除标记', exact: true }).click();
  await page.getByRole('button', { name: '清除标记' }).click();
  await page.getByRole('button', { name: '确认清除' }).click();
  await page.getByText('已清除工作表').waitFor();
}

describe('the view 报表 in Excel', function () {
  this.timeout(300_000);
  let watched: WatchedPage;
  let page: Page;
  eachInExcel((opened) => {
    watched = opened;
    ({ page } = opened);
  });

  it('offers every report, says which phase the day is in and what it asks for', async () => {
    await tab(page, '报表');
    await page.locator('#pane-view-reports').getByText('没有检查过').waitFor();
    await assertAccessible(page);
    await tab(page, '今日');
    await openReports(page);
    await counts(page.locator('[data-report]'), REPORTS.length);
    const strip = page.locator('.campaign');
    await reads(strip, /● 现在\s*集中攻坚阶段/);
    await reads(strip, /到 10月31日 周日 止，还有 11 天。\s*这一阶段要做：加强工作调度；依法分类施策/);
    await counts(page.locator('[aria-current="step"]'), 1);
    assert.doesNotMatch(await page.locator('#pane-view-reports').innerText(), /weekly|notices|undefined/);
  });

  it('previews a report without a name in it, and downloads it with the sheets it showed', async () => {
    await openReports(page);
    const scripts = watched.asked.filter((address) => address.endsWith('.js')).length;
    await report(page, 'weekly').getByRole('button', { name: '预览' }).click();
    await page.locator('.report-sheet').first().waitFor();
    const shown = await page.locator('.report-sheet h3').allInnerTexts();
    assert.deepEqual(shown.slice(0, 2), ['局长一页', '周调度单']);
    await reads(page.locator('.report-sheet').nth(1), /编号[\s\S]*包案负责人[\s\S]*另有 \d+ 行/);
    const { name, bytes } = await downloaded(page, () =>
      report(page, 'weekly').getByRole('button', { name: '下载（.xlsx）' }).click(),
    );
    assert.equal(name, '周调度单-2021-10-20.xlsx');
    const opened = await openXlsx(name, bytes);
    assert.ok(opened.ok);
    const sheets = await opened.value.sheets();
    assert.ok(sheets.ok);
    assert.deepEqual(
      sheets.value.map((sheet) => sheet.name),
      shown,
    );
    await page.getByText('已下载“周调度单-2021-10-20.xlsx”').waitFor();
    assert.ok(watched.asked.filter((address) => address.endsWith('.js')).length >= scripts);
  });

  it('downloads a document', async () => {
    await openReports(page);
    await open(page, 'notices');
    const part = report(page, 'notices');
    await part.getByRole('button', { name: '下载（.docx）' }).waitFor();
    assert.equal(await part.getByRole('button', { name: '写入工作簿' }).count(), 0);
    const { name, bytes } = await downloaded(page, () => part.getByRole('button', { name: '下载（.docx）' }).click());
    assert.equal(name, '文书-2021-10-20.docx');
    assert.match(new TextDecoder().decode(unzipSync(bytes)['word/document.xml']), /交办单/);
    await part.getByRole('button', { name: '预览' }).click();
    await part.locator('.report-document').first().waitFor();
    await reads(part, /交办单[\s\S]*请填写/);
  });

  it('writes a report with its charts into the workbook as sheets of ours, twice as once, and clears them', async () => {
    await openReports(page);
    const before = await describeBook(page);
    await open(page, 'trend');
    const write = async (): Promise<BookDescription> => {
      const told = page.locator('.ms-MessageBar', { hasText: '已写入工作表' });
      await report(page, 'trend').getByRole('button', { name: '写入工作簿' }).click();
      await told.waitFor();
      await told.getByRole('button').first().click();
      await told.waitFor({ state: 'detached' });
      return describeBook(page);
    };
    const after = await write();
    assert.equal(await page.getByText(/没有画出|没有设置打印/).count(), 0);
    assert.ok(after.sheets.length > before.sheets.length);
    const written = after.sheets.slice(before.sheets.length);
    for (const { page: setup, name } of written) {
      assert.equal(setup?.orientation, 'Landscape', name);
      assert.ok((setup?.printArea ?? []).length > 0, name);
    }
    assert.ok(written.some(({ page: setup }) => setup?.printTitleRows != null));
    const charts = written.flatMap(({ charts = [] }) => charts);
    assert.ok(charts.length >= 4, `${charts.length} charts`);
    for (const { name, place, series, looks } of charts) {
      assert.match(name, /^_appeals\.chart\.\d+$/);
      assert.match(place ?? '', /^A\d+:[A-Z]\d+$/);
      for (const { values, categories } of series)
        assert.match(`${categories} ${values}`, /^A\d+(:A\d+)? ([B-Z])\d+(:\2\d+)?$/);
      assert.match(String(looks?.['title.text']), /件数/);
      assert.equal(looks?.['axes.value.title.text'], '件数');
    }
    assert.deepEqual((await write()).sheets, after.sheets);
    await clear(page);
    assert.deepEqual(await describeBook(page), before);
  });

  it('says where the copy for outside is made, since Excel gives no file', async () => {
    await openReports(page);
    const part = page.locator('.reports-copy');
    assert.match(await part.innerText(), /外发副本[\s\S]*Excel 里的加载项取不到整个文件[\s\S]*工作台/u);
    assert.equal(await part.getByRole('button').count(), 0);
  });

  it('keeps how cases stand this week, and says when that was', async () => {
    await openReports(page);
    const part = page.locator('.reports-snapshot');
    await reads(part, /还没有存过/);
    await part.getByRole('button', { name: '保存本周快照' }).click();
    await page.getByText('已保存 2021年10月20日 的快照，并已重新检查。').waitFor();
    await reads(part, /已存 1 次，最近一次是 2021年10月20日/);
    const hidden = (await describeBook(page)).sheets.find(({ name }) => name === '督查快照');
    assert.equal(hidden?.visibility, 'VeryHidden');
  });

  it('breaks no rule of accessibility, and is worked by the keyboard', async () => {
    await openReports(page);
    for (const width of [320, 480]) {
      await page.setViewportSize({ width, height: 640 });
      await assertAccessible(page);
    }
    await report(page, 'monthly').locator('.report-head').focus();
    await page.keyboard.press('Enter');
    await report(page, 'monthly').getByRole('button', { name: '预览', disabled: false }).waitFor();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await report(page, 'monthly').locator('.report-sheet').first().waitFor();
    await assertAccessible(page);
    await page.keyboard.press('Tab');
    await becomes(() => page.evaluate<string>('document.activeElement.getAttribute("role")'), 'region');
  });
});
