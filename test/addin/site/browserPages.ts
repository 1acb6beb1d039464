import type { Browser, BrowserContext, Page } from 'playwright-core';
import { slowDown } from '../../support/slowMachine';
import { PATIENCE } from '../../support/waiting';

/** A page, everything it asked for, and everything it complained about. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for, in order. */
  readonly asked: readonly string[];
  /** Console errors and warnings, exceptions, refusals of the content policy. */
  readonly complaints: readonly string[];
  /** Answers that were no success: `404 /path`. */
  readonly failures: readonly string[];
}

/** Opens an address as a clerk's pane would be: narrow, in Chinese. `before` runs ahead of the page's own scripts. */
export async function openWatched(browser: Browser, address: string, before = ''): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 480, height: 720 }, locale: 'zh-CN' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await slowDown(page);
  const asked: string[] = [];
  const complaints: string[] = [];
  const failures: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));${before}`,
  );
  await page.goto(address);
  return { page, context, asked, complaints, failures };
}
