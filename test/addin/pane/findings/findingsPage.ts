import type { Locator, Page } from 'playwright-core';
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

/** The longest task on the page's thread while a list is scrolled, line by line and then far at once, in milliseconds. */
export const longestWhileScrolling = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    let longest = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    watch.observe({ type: 'longtask' });
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
    watch.disconnect();
    return longest;
  })()`);
