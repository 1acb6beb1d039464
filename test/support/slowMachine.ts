import type { Page } from 'playwright-core';

/**
 * How many times slower than this machine a page is to run: `APPEALS_TEST_SLOWDOWN=6 npx mocha …` finds the tests that
 * only pass where everything is quick. 1 where nothing is said.
 */
export const slowdown = (): number => Math.max(1, Number(process.env.APPEALS_TEST_SLOWDOWN) || 1);

/** How long a trip to the emulated Excel then takes, in milliseconds. */
export const slowTrip = (): number => (slowdown() - 1) * 20;

/** Has a page run as it would on a slow machine, if the tests are told to. */
export async function slowDown(page: Page, rate = slowdown()): Promise<void> {
  if (rate === 1) return;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}
