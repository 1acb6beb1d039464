import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../bin/web/buildSite';
import { buildSingle } from '../../../bin/web/singleFile';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { columnLetters, type SheetGrid } from '../../../src/core/ledger/grid';
import { kindAt, textAt } from '../../../src/core/ledger/cells';
import type { BookDescription } from '../../office-host/model/description';
import { launchChromium } from '../../support/chromium';
import { becomes, reads } from '../../support/waiting';
import { check, openPane, servePane, type PaneSite } from '../pane/support';
import { openWatched, type WatchedPage } from './browserPages';

const LEDGER = '2021年台账';
const ORIGINAL = new Uint8Array(readFileSync(path.join(root, 'samples', 'messy.xlsx')));
/** Without it saving is a download that the test can take. */
const WITHOUT_PICKER = 'delete window.showSaveFilePicker;';

/**
 * What a clerk does from beginning to end, in each of the places where it is done: check the messy ledger, go to what is
 * wrong, mend it and see it go, write back, write again, clear.
 */
describe('a clerk’s round through the messy ledger', function () {
  this.timeout(900_000);
  let browser: Browser;
  let site: PaneSite;
  const open: WatchedPage[] = [];

  before(async () => {
    site = await servePane();
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const { context } of open.splice(0)) await context.close();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('in Excel: the user’s cells are as they were but for the one that was mended', async () => {
    const watched = await openPane(browser, site);
    open.push(watched);
    const { page } = watched;
    const before = await describeBook(page);
    await check(page);
    const cell = await openLeaderless(page);
    await page.evaluate(`window.excelHost.user.type('${LEDGER}', '${cell}', '测试丁')`);
    await gone(page);

    await write(page);
    const written = await describeBook(page);
    await write(page);
    assert.deepEqual(await describeBook(page), written, 'writing twice is writing once');
    await clear(page);
    const after = await describeBook(page);
    assert.deepEqual(cellsOf(after), { ...cellsOf(before), [`${LEDGER}!${cell}`]: mendedIn(after, cell) });
    assert.deepEqual(
      after.sheets.map(({ name }) => name),
      before.sheets.map(({ name }) => name),
    );
    assertStayed(watched, site.origin);
  });

  for (const place of ['the workbench', 'the single file'] as const) {
    it(`in ${place}: the saved file holds the mended cell, and once cleared nothing else`, async () => {
      const isSingle = place === 'the single file';
      const address = isSingle ? pathToFileURL(await buildSingle()).href : `${site.origin}/`;
      const watched = await openWatched(browser, 'about:blank', WITHOUT_PICKER);
      open.push(watched);
      const { page } = watched;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(address);
      await page.waitForSelector('[role="gridcell"]', { state: 'attached' });
      await check(page);
      await reads(page.locator('.today-figure'), /^60 件中 52 件有问题/);
      const cell = await openLeaderless(page);
      await page.keyboard.type('测试丁');
      await page.keyboard.press('Enter');
      await gone(page);

      await write(page);
      const written = await save(page);
      await write(page);
      assert.deepEqual(unzipped(await save(page)), unzipped(written), 'writing twice is writing once');
      assert.deepEqual(await differences(written, ORIGINAL), [`${LEDGER}!${cell}`], 'written: only ours beside it');
      await clear(page);
      const cleared = await save(page);
      assert.deepEqual(await differences(cleared, ORIGINAL), [`${LEDGER}!${cell}`]);
      assert.deepEqual(await differences(ORIGINAL, cleared), [], 'the cell was blank before: nothing else is missing');
      assertStayed(watched, isSingle ? 'file:' : site.origin);
    });
  }
});

const describeBook = (page: Page): Promise<BookDescription> =>
  page.evaluate<BookDescription>('window.excelHost.describe()');

const LEADERLESS = '没有填包案负责人';
const leaderless = (page: Page) => page.locator('[data-list="today"] li', { hasText: LEADERLESS });

/** Opens the case without a leader among the things of today; tells the cell it points at, once the user is there. */
async function openLeaderless(page: Page): Promise<string> {
  await leaderless(page).locator('.finding-head').click();
  const button = await leaderless(page)
    .getByRole('button', { name: /^到 [A-Z]+\d+$/ })
    .innerText();
  const cell = button.replace('到', '').trim();
  await becomes(async () => {
    const bar = await page.locator('.wb-cellbar b').allInnerTexts();
    return bar[0] ?? (await describeBook(page)).selection;
  }, cell);
  return cell;
}

/** Waits until the mended finding is no longer among the things to do. */
async function gone(page: Page): Promise<void> {
  await leaderless(page).waitFor({ state: 'detached' });
}

async function write(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '写回', exact: true }).click();
  await page.getByRole('tab', { name: '写回结果', exact: true }).click();
  await page.getByRole('button', { name: '写入', disabled: false }).click();
  await notice(page, '已写入');
}

async function clear(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '清除标记', exact: true }).click();
  await page.getByRole('button', { name: '清除标记' }).click();
  await page.getByRole('button', { name: '确认清除' }).click();
  await notice(page, '已清除');
}

/** Waits for what is said, and closes it, so that the next of its kind is another. */
async function notice(page: Page, text: string): Promise<void> {
  const bar = page.locator('.ms-MessageBar', { hasText: text });
  await bar.waitFor();
  await bar.getByRole('button', { name: '关闭' }).click();
  await bar.waitFor({ state: 'detached' });
}

async function save(page: Page): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  return new Uint8Array(readFileSync(await (await waiting).path()));
}

/** Every cell of a workbook in Excel, with its formula and format. */
const cellsOf = (book: BookDescription): Record<string, unknown> =>
  Object.fromEntries(
    book.sheets.flatMap(({ name, cells }) =>
      Object.entries(cells ?? {}).map(([address, cell]) => [`${name}!${address}`, cell]),
    ),
  );

/** The mended cell as it stands, its text checked. */
function mendedIn(book: BookDescription, cell: string): unknown {
  const mended = cellsOf(book)[`${LEDGER}!${cell}`];
  assert.match(JSON.stringify(mended), /测试丁/);
  return mended;
}

const unzipped = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('base64')]),
  );

/** The cells of a file that are others than in a second one, on the sheets that this one has; our own columns left out. */
async function differences(of: Uint8Array, than: Uint8Array): Promise<string[]> {
  const [book, other] = [await openXlsx('a.xlsx', of), await openXlsx('b.xlsx', than)];
  assert.ok(book.ok && other.ok);
  const sheets = await book.value.sheets();
  assert.ok(sheets.ok);
  const found: string[] = [];
  for (const { name, owned } of sheets.value) {
    if (owned !== null) continue;
    const [here, there] = [await book.value.readSheet(name), await other.value.readSheet(name)];
    assert.ok(here.ok && there.ok, name);
    const theirs = shownCells(there.value);
    for (const [address, shown] of shownCells(here.value))
      if (theirs.get(address) !== shown) found.push(`${name}!${address}`);
  }
  return found;
}

/** Kind, content and number format of each cell of the user's that holds something. */
function shownCells(grid: SheetGrid): Map<string, string> {
  const cells = new Map<string, string>();
  const { first, last } = grid.ownedColumns ?? { first: Infinity, last: 0 };
  for (const column of grid.columns) {
    if (column.column >= first && column.column <= last) continue;
    grid.rows.forEach((row, at) => {
      if (kindAt(column, at) === 0) return;
      const format = grid.formats[column.styles?.[at] ?? 0] ?? '';
      const content = textAt(grid, column, at) || String(column.numbers[at]);
      cells.set(`${columnLetters(column.column)}${row}`, `${kindAt(column, at)} ${content} ${format}`);
    });
  }
  return cells;
}

/** Nothing was asked of anybody else, and nothing complained. */
function assertStayed({ asked, complaints, failures }: WatchedPage, origin: string): void {
  assert.deepEqual(
    asked.filter((address) => !address.startsWith(origin) && !/^(blob|data|about):/.test(address)),
    [],
  );
  assert.deepEqual([complaints, failures], [[], []]);
}
