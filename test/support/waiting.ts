import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';

/** How long to look before giving up: for the slowest machine, since nobody waits longer than it takes. */
export const PATIENCE = 60_000;
/** Between two looks. */
const PAUSE = 20;

/** Looks again and again until a look satisfies, and tells it; what the last one had against it is what fails. */
async function eventually<T>(look: () => T | Promise<T>, satisfy: (seen: T) => void, patience = PATIENCE): Promise<T> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, PAUSE))) {
    const seen = await look();
    try {
      satisfy(seen);
      return seen;
    } catch (error) {
      if (Date.now() - start >= patience) throw error;
    }
  }
}

/** Waits until something is so. A strict content policy forbids what a page's own waiting would need. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  await eventually(isSo, (so) => assert.ok(so, what));
}

/** Waits until what is looked at is what is expected; fails with what it was last. */
export async function becomes<T>(look: () => T | Promise<T>, expected: T, patience = PATIENCE): Promise<void> {
  await eventually(look, (seen) => assert.deepEqual(seen, expected), patience);
}

/** Waits until the text of an element reads as expected, and tells it; fails with what it read last. */
export const reads = (element: Pick<Locator, 'innerText'>, expected: RegExp, patience = PATIENCE): Promise<string> =>
  eventually(
    () => element.innerText(),
    (text) => assert.match(text, expected),
    patience,
  );

/** Waits until there are so many elements; fails with how many there were last. */
export const counts = (elements: Pick<Locator, 'count'>, expected: number): Promise<void> =>
  becomes(() => elements.count(), expected);
