/**
 * `npm run bench:browser`: how long the page's thread is held up at a time while the ledger is checked and its findings
 * are scrolled through, of its own work: other processes of a busy machine make any task last longer.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openFindings } from '../addin/pane/findings/findingsPage';
import { scrollThrough } from '../addin/pane/findings/scrollThrough';
import { openPane, servePane, type PaneSite } from '../addin/pane/support';
import { browserHostScript } from '../office-host/bundle';
import { bookFromXlsx } from '../office-host/fromXlsx';
import { launchChromium } from '../support/chromium';
import { writeLedgerFile } from './ledgerFile';
import { median } from './measure';

const ROWS = 5_000;
const RUNS = 5;

/** What a trace of the browser tells of a task: `tdur` is how long its thread worked on it, in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task of the page's thread meanwhile, in milliseconds. */
async function longestTask(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const pages = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = trace.traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('no task was traced');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** Checks a ledger that was checked before: the button can be pressed again once it is done. */
async function checkAgain(page: Page): Promise<void> {
  await page.locator('.today-button').click();
  await page.locator('.today-button:enabled').waitFor();
}

function large(): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  try {
    writeLedgerFile(path.join(folder, 'large.xlsx'), ROWS);
    return new Uint8Array(readFileSync(path.join(folder, 'large.xlsx')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(browser: Browser, site: PaneSite, name: string, bytes: Uint8Array): Promise<void> {
  const excel = await browserHostScript({ workbook: await bookFromXlsx(name, bytes), locale: 'zh-CN' });
  const { page, context } = await openPane(browser, { ...site, excel });
  await openFindings(page);
  const line = (what: string, took: readonly number[]): void => {
    const [middle, worst] = [median(took), Math.max(...took)].map((ms) => ms.toFixed(1));
    console.log(`| ${[name, what, middle, worst].join(' | ')} |`);
  };
  const took: Record<'checking' | 'scrolling', number[]> = { checking: [], scrolling: [] };
  for (let run = 0; run < RUNS; run++) {
    await page.getByRole('tab', { name: '今日' }).click();
    took.checking.push(await longestTask(browser, page, () => checkAgain(page)));
    await page.getByRole('tab', { name: '问题' }).click();
    took.scrolling.push(await longestTask(browser, page, () => scrollThrough(page)));
  }
  line('checking again', took.checking);
  line('scrolling through the findings', took.scrolling);
  await context.close();
}

async function main(): Promise<void> {
  const site = await servePane();
  const browser = await launchChromium();
  try {
    console.log(`| ledger | what | longest task of the page's thread, ms, median of ${RUNS} | worst |`);
    console.log('| --- | --- | ---: | ---: |');
    const sample = readFileSync(path.join(__dirname, '..', '..', 'samples', 'full-600.xlsx'));
    await measure(browser, site, 'full-600.xlsx', new Uint8Array(sample));
    await measure(browser, site, `${ROWS} rows`, large());
  } finally {
    await browser.close();
    await site.close();
  }
}

void main();
