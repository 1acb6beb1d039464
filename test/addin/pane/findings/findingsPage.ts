import type { Locator, Page } from 'playwright-core';
import { counts, reads, until } from '../../../support/waiting';
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

/** Waits until the list, if there is one, is of what was asked for last. */
export const listed = (page: Page): Promise<void> => counts(page.locator('.virtual-list ul[aria-busy="true"]'), 0);

/** Waits until the line over the list says so, and the list is the one that it speaks of. */
export async function waitForFigure(page: Page, said: RegExp): Promise<void> {
  await reads(figure(page), said);
  await listed(page);
}

/** The cell an opened finding goes to, as its button says. */
export const cellOf = async (page: Page): Promise<string> =>
  (await page.locator('.finding.open').getByRole('button', { name: /^到 / }).innerText()).replace('到 ', '');

/** The line that has the focus; null where none has. */
export const focusedLine = (page: Page): Promise<number | null> =>
  page.evaluate<number | null>(`(() => {
    const line = document.activeElement && document.activeElement.getAttribute('data-line-head');
    return line === null ? null : Number(line);
  })()`);

/** Waits until a line that fits has the focus. */
export const focusOn = (page: Page, what: string, fits: (line: number) => boolean): Promise<void> =>
  until(`the focus is on ${what}`, async () => {
    const line = await focusedLine(page);
    return line !== null && fits(line);
  });

/** The first line that is seen whole, and how far it stands from the top of the list. */
export const place = (page: Page): Promise<{ text: string; top: number }> =>
  page.evaluate(`(() => {
    const list = document.querySelector('.virtual-list');
    const top = list.getBoundingClientRect().top;
    const heads = [...list.querySelectorAll('[data-line-head]')];
    const first = heads.find((head) => head.getBoundingClientRect().top >= top);
    return { text: first.innerText, top: first.getBoundingClientRect().top - top };
  })()`);

/** Scrolls, and waits until all that is in sight then is drawn. */
export async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(`document.querySelector('.virtual-list').scrollTop = ${top}`);
  await until(`what is in sight at ${top} px is drawn`, () => page.evaluate<boolean>(IS_DRAWN));
}

/** Whether lines fill the list from its top to its bottom, none of them still to come. */
const IS_DRAWN = `(() => {
  const list = document.querySelector('.virtual-list');
  const { top, bottom } = list.getBoundingClientRect();
  const end = Math.min(bottom, list.querySelector('ul').getBoundingClientRect().bottom);
  const boxes = [...list.querySelectorAll('li')]
    .map((line) => ({ line, box: line.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > top && box.top < end)
    .sort((a, b) => a.box.top - b.box.top);
  let filled = top;
  for (const { line, box } of boxes) {
    if (box.top > filled + 1 || line.querySelector('.findings-coming')) return false;
    filled = box.bottom;
  }
  return filled >= end - 1;
})()`;

/** Types into a cell of the ledger as the user would. */
export const type = (page: Page, cell: string, input: string): Promise<void> =>
  page.evaluate(`excelHost.user.type('2021年台账', ${JSON.stringify(cell)}, ${JSON.stringify(input)})`);
