import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { BookDescription, SheetDescription } from '../../office-host/model/description';
import { becomes, counts, reads } from '../../support/waiting';
import { assertAccessible, check, eachInExcel } from './support';

const LEDGER = '2021年台账';
/** Where the columns of ours go on this ledger, and its cases. */
const OURS = ['AC', 'AD', 'AE', 'AF', 'AG', 'AH'];
const HEADINGS = ['状态', '应办结日', '剩余天数', '甄别建议', '问题', '整改建议'];

const task = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const notice = (page: Page, text: RegExp | string) => page.locator('.ms-MessageBar', { hasText: text }).waitFor();
const describeBook = (page: Page): Promise<BookDescription> =>
  page.evaluate<BookDescription>('window.excelHost.describe()');
const excel = (page: Page, deed: string): Promise<unknown> => page.evaluate(`void window.excelHost.${deed}`);

/** Checks, opens 写回 and waits for the preview. */
async function openWrite(page: Page): Promise<void> {
  await check(page);
  await task(page, '写回');
  await previewed(page);
}
const previewed = (page: Page) => page.getByRole('button', { name: '写入', disabled: false }).waitFor();

async function write(page: Page): Promise<BookDescription> {
  await page.getByRole('button', { name: '写入' }).click();
  await notice(page, '已写入');
  await previewed(page);
  return describeBook(page);
}

/** Everything on a sheet but our columns. */
function withoutOurs(sheet: SheetDescription): unknown {
  const isOurs = (address: string): boolean => OURS.includes(address.replace(/\d+$/, ''));
  const keep = (record: object | undefined): object =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !isOurs(key)));
  const merges = sheet.merges?.filter((area) => !isOurs(area.split(':')[0] ?? ''));
  return { ...sheet, merges, cells: keep(sheet.cells), columnWidths: keep(sheet.columnWidths), rowHeights: {} };
}

/** Fails unless every sheet of the user's is as it was, cell by cell, formats and all. */
function assertUserCellsSame(after: BookDescription, before: BookDescription): void {
  for (const sheet of before.sheets) {
    const now = after.sheets.find(({ name }) => name === sheet.name);
    assert.deepEqual(now && withoutOurs(now), withoutOurs(sheet), sheet.name);
  }
}

/** A column that was given Excel's standard width is as one that never was given any. */
const withoutStandardWidths = (book: BookDescription): BookDescription => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    columnWidths: Object.fromEntries(Object.entries(sheet.columnWidths ?? {}).filter(([, width]) => width !== 64)),
  })),
});

/** The preview's table: by row, what stands under each of our headings after the write. */
const previewRows = (page: Page): Promise<{ row: number; after: Record<string, string> }[]> =>
  page.evaluate<
    { row: number; after: Record<string, string> }[]
  >(`[...document.querySelectorAll('table.preview tbody')].map((block) => ({
    row: Number(/第 (\\d+) 行/.exec(block.innerText)[1]),
    after: Object.fromEntries([...block.querySelectorAll('tr')].slice(1).map((line) => [
      line.querySelector('th').innerText, line.querySelector('.preview-after').innerText,
    ])),
  }))`);

describe('the view 写回 in Excel', function () {
  this.timeout(300_000);
  let page: Page;
  eachInExcel((opened) => {
    ({ page } = opened);
  });

  it('previews what is then written, cell by cell, and leaves the user’s cells alone', async () => {
    await openWrite(page);
    const before = await describeBook(page);
    await reads(
      page.locator('.write-plan'),
      /将在“2021年台账”的 AC:AH 列写 6 列 60 行，共 360 个单元格；另写 3 张工作表：督查汇总（新建）/,
    );
    const rows = await previewRows(page);
    assert.equal(rows.length, 50);
    await reads(page.locator('#pane-view-write'), /另有 10 行/);
    assert.deepEqual(await describeBook(page), before, 'a preview touches nothing');
    const after = await write(page);
    assertUserCellsSame(after, before);
    for (const { row, after: shown } of rows) {
      for (const [at, heading] of HEADINGS.entries()) {
        const seen = await page.evaluate<string>(
          `window.excelHost.user.cell('${LEDGER}', '${OURS[at] ?? ''}${row}').text`,
        );
        assert.equal(seen.replace(/\s+/g, ' ').trim(), shown[heading] ?? '', `${heading} of row ${row}`);
      }
    }
  });

  it('changes nothing when written a second time, and says so before', async () => {
    await openWrite(page);
    const once = await write(page);
    await reads(page.locator('#pane-view-write'), /60 行与检查结果一致/);
    await counts(page.locator('table.preview'), 0);
    assert.deepEqual(await write(page), once);
  });

  it('offers no write between one and the preview of what it left', async () => {
    await openWrite(page);
    const button = page.getByRole('button', { name: '写入' });
    await button.evaluate((element) => {
      const seen: boolean[] = [true];
      Object.assign(window, { offered: seen });
      new MutationObserver(() => {
        const isOffered = !(element as HTMLButtonElement).disabled;
        if (isOffered !== seen[seen.length - 1]) seen.push(isOffered);
      }).observe(element, { attributes: true });
    });
    await write(page);
    await reads(page.locator('#pane-view-write'), /60 行与检查结果一致/);
    await previewed(page);
    assert.deepEqual(await page.evaluate('window.offered'), [true, false, true]);
  });

  it('lists after an edit only the row that will differ, before and after', async () => {
    await openWrite(page);
    await write(page);
    await excel(page, `user.type('${LEDGER}', 'K26', '')`);
    await page.getByText('1 行会变，59 行已与检查结果一致').waitFor();
    const text = await reads(page.locator('table.preview'), /第 26 行　诉〔2021〕021号/);
    assert.match(text, /问题[\s\S]*缺责任股室|问题[\s\S]*责任股室/);
    assert.doesNotMatch(text, /应办结日/);
  });

  it('colours cells where asked to, and clears the workbook to what it was', async () => {
    await openWrite(page);
    const before = await describeBook(page);
    await page.getByText('给有问题的单元格标色').click();
    const marked = await write(page);
    const formats = (book: BookDescription) =>
      book.sheets.find(({ name }) => name === LEDGER)?.conditionalFormats?.length ?? 0;
    assert.ok(formats(marked) > formats(before));
    await task(page, '清除标记');
    await page.getByRole('button', { name: '清除标记' }).click();
    assert.deepEqual(await describeBook(page), marked, 'asking clears nothing');
    await page.getByRole('button', { name: '不清除' }).click();
    await page.getByRole('button', { name: '清除标记' }).click();
    await page.getByRole('button', { name: '确认清除' }).click();
    await notice(page, '已清除督查列 6 列');
    assert.deepEqual(withoutStandardWidths(await describeBook(page)), before);
    await task(page, '写回结果');
    await page.getByText('60 行会变').waitFor();
  });

  it('offers lists in the columns that are ticked, leaves the user’s own alone, and takes ours away', async () => {
    await openWrite(page);
    const before = await describeBook(page);
    const validations = async () => (await describeBook(page)).sheets.find(({ name }) => name === LEDGER)?.validations;
    await task(page, '下拉列表');
    await page.getByText('责任股室', { exact: true }).click();
    await page.getByText('包案负责人', { exact: true }).click();
    await page.getByRole('button', { name: '应用' }).click();
    await notice(page, '已在 2 列加上下拉列表');
    await becomes(async () => (await validations())?.length, 2);
    assertUserValuesSame(await describeBook(page), before);
    for (const name of ['责任股室', '包案负责人']) {
      await page.getByRole('checkbox', { name, checked: true }).waitFor();
      await page.getByText(name, { exact: true }).click();
    }
    await page.getByRole('button', { name: '应用' }).click();
    await notice(page, '已撤掉');
    assert.deepEqual(await describeBook(page), before);
  });

  it('writes no columns on a protected sheet, and says why and what to do', async () => {
    await excel(page, `user.protect('${LEDGER}')`);
    await openWrite(page);
    await reads(
      page.locator('#pane-view-write'),
      /受保护，右侧不添加督查列[\s\S]*撤销工作表保护[\s\S]*写 3 张督查工作表/,
    );
    const before = await describeBook(page);
    const after = await write(page);
    assertUserCellsSame(after, before);
    assert.equal(after.sheets.length, before.sheets.length + 3);
  });

  it('says what stands in the way of a preview, and makes it when asked again', async () => {
    await check(page);
    await excel(page, 'user.editCell(true)');
    await task(page, '写回');
    await page.getByText('正在编辑单元格').waitFor();
    await page.getByRole('button', { name: '写入', disabled: true }).waitFor();
    await excel(page, 'user.editCell(false)');
    await page.getByRole('button', { name: '刷新' }).click();
    await previewed(page);
    await counts(page.getByText('正在编辑单元格'), 0);
  });

  it('says what was and was not written when Excel fails midway, and completes when run again', async () => {
    await openWrite(page);
    const before = await describeBook(page);
    await excel(page, 'resetCounters()');
    const whole = await write(page);
    const syncs = await page.evaluate<number>('window.excelHost.counters().syncs');
    assert.ok(syncs > 6);
    await task(page, '清除标记');
    await page.getByRole('button', { name: '清除标记' }).click();
    await page.getByRole('button', { name: '确认清除' }).click();
    await notice(page, '已清除');
    await task(page, '写回结果');
    const said: string[] = [];
    for (const sync of [3, 9, 10, 15]) {
      await previewed(page);
      await excel(page, `failAt({ sync: ${sync}, action: 0 })`);
      await page.getByRole('button', { name: '写入' }).click();
      await page.locator('.ms-MessageBar--error').waitFor();
      said.push(await page.locator('.ms-MessageBar--error').innerText());
      await excel(page, 'clearFailures()');
      await previewed(page);
      assertUserCellsSame(await describeBook(page), before);
    }
    for (const text of said) {
      assert.match(text, /没有读完，台账没有改动|未写入任何内容|只写了一部分，重新操作一次即可补齐/);
      assert.doesNotMatch(text.replace(/（.*）|Excel/g, ''), /[a-z]/i);
    }
    assert.deepEqual(await write(page), whole);
  });

  it('is carried out by the keyboard alone, and breaks no rule of accessibility', async () => {
    await openWrite(page);
    await assertAccessible(page);
    await page.getByRole('tab', { name: '写回', exact: true }).focus();
    await tabTo(page, '写回结果');
    for (const name of ['调度记录', '下拉列表', '清除标记']) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('tabpanel', { name }).waitFor();
      await assertAccessible(page);
    }
    for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await tabTo(page, '给有问题的单元格标色');
    await page.keyboard.press('Space');
    await previewed(page);
    await tabTo(page, '写入');
    await page.keyboard.press('Enter');
    await notice(page, '已写入');
    await page.getByRole('tab', { name: '写回结果' }).focus();
    for (let on = 0; on < 3; on++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '清除标记', disabled: false }).waitFor();
    await page.keyboard.press('Tab');
    await tabTo(page, '清除标记');
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: '不清除' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await notice(page, '已清除');
  });
});

/** Values, formulas and formats of every cell; what may be entered in them aside. */
function assertUserValuesSame(after: BookDescription, before: BookDescription): void {
  const cells = (book: BookDescription) => book.sheets.map(({ name, cells }) => ({ name, cells }));
  assert.deepEqual(cells(after), cells(before));
}

/** Presses Tab until what is named has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 300; press++) {
    const focused = await page.evaluate<string>(
      '((at) => at.getAttribute("aria-label") || at.labels?.[0]?.innerText || at.innerText || "")(document.activeElement)',
    );
    if (focused.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${name} can't be reached by Tab`);
}
