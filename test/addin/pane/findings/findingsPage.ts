import type { Browser, Locator, Page } from 'playwright-core';
import { check } from '../support';

/** Checks, and opens 问题. */
export async function openFindings(page: Page): Promise<void> {
  await check(page);
  await page.getByRole('tab', { name: '问题' }).click();
  await page.waitForSelector('.virtual-list .finding');
}

/** One of the three lists, by its button. */
export const showing = (page: Page, name: '待整改' | '无法判定' | '已搁置'): Locator =>
  page.getByRole('group', { name: '看哪些' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** How many findings a list has, as its button says. */
export const countOf = async (page: Page, name: Parameters<typeof showing>[1]): Promise<number> =>
  Number((await showing(page, name).innerText()).replace(/\D/g, ''));

export const heads = (page: Page): Locator => page.locator('.virtual-list .finding-head');
export const figure = (page: Page): Locator => page.locator('.findings-figure').first();

/** Waits until the line over the list says so. */
export const waitForFigure = (page: Page, said: RegExp): Promise<void> =>
  figure(page).filter({ hasText: said }).waitFor();

/** The cell an opened finding goes to, as its button says. */
export const cellOf = async (page: Page): Promise<string> =>
  (await page.locator('.finding.open').getByRole('button', { name: /^到 / }).innerText()).replace('到 ', '');

/** The line that has the focus; null where none has. */
export const focusedLine = (page: Page): Promise<number | null> =>
  page.evaluate<number | null>(`(() => {
    const line = document.activeElement && document.activeElement.getAttribute('data-line-head');
    return line === null ? null : Number(line);
  })()`);

/** The first line that is seen whole, and how far it stands from the top of the list. */
export const place = (page: Page): Promise<{ text: string; top: number }> =>
  page.evaluate(`(() => {
    const list = document.querySelector('.virtual-list');
    const top = list.getBoundingClientRect().top;
    const heads = [...list.querySelectorAll('[data-line-head]')];
    const first = heads.find((head) => head.getBoundingClientRect().top >= top);
    return { text: first.innerText, top: first.getBoundingClientRect().top - top };
  })()`);

export const scrollTo = (page: Page, top: number): Promise<void> =>
  page.evaluate(`new Promise((done) => {
    document.querySelector('.virtual-list').scrollTop = ${top};
    requestAnimationFrame(() => setTimeout(done, 100));
  })`);

/** Types into a cell of the ledger as the user would. */
export const type = (page: Page, cell: string, input: string): Promise<void> =>
  page.evaluate(`excelHost.user.type('2021年台账', ${JSON.stringify(cell)}, ${JSON.stringify(input)})`);

/** Scrolls line by line, then far at once and back. */
const scroll = (page: Page): Promise<void> =>
  page.evaluate(`(async () => {
    const list = document.querySelector('.virtual-list');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let step = 0; step < 90; step++) {
      list.scrollTop += 240;
      await frame();
    }
    for (let step = 1; step <= 30; step++) {
      list.scrollTop = (list.scrollHeight * ((step * 7) % 31)) / 31;
      await frame();
      await frame();
    }
    list.scrollTop = 0;
    await new Promise((done) => setTimeout(done, 200));
  })()`);

/** What a trace of the browser tells of a task: `tdur` is how long its thread worked on it, in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * The longest task of the page's thread while its list is scrolled, in milliseconds: of its own work, since other
 * processes of a busy machine make any task last longer.
 */
export async function longestWhileScrolling(browser: Browser, page: Page): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await scroll(page);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const pages = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = trace.traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  if (tasks.length < 100) throw new Error(`only ${tasks.length} tasks were traced`);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
