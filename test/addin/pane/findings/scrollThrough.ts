import type { Page } from 'playwright-core';

/** What scrolling came to. */
export interface Scrolled {
  /** The most lines that stood in the list at a time. */
  readonly most: number;
  /** The most lines that were put into it, or filled, from one frame to the next. */
  readonly mostAFrame: number;
  readonly frames: number;
}

/** Scrolls the list of 问题 line by line, then far at once and back. */
export const scrollThrough = (page: Page): Promise<Scrolled> =>
  page.evaluate<Scrolled>(`(async () => {
    const list = document.querySelector('.virtual-list');
    const seen = { most: 0, mostAFrame: 0, frames: 0 };
    let drawn = new Set();
    const watch = new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) {
          const line = node instanceof Element ? node.closest('li') : null;
          if (line) drawn.add(line);
        }
      seen.most = Math.max(seen.most, list.querySelectorAll('li').length);
    });
    watch.observe(list, { childList: true, subtree: true });
    const frame = async () => {
      await new Promise((done) => requestAnimationFrame(done));
      seen.frames++;
      seen.mostAFrame = Math.max(seen.mostAFrame, drawn.size);
      drawn = new Set();
    };
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
    await frame();
    await frame();
    watch.disconnect();
    return seen;
  })()`);
