import type { Page } from 'playwright-core';

/** Scrolls the list of 问题 line by line, then far at once and back; answers the most lines that stood in it at a time. */
export const scrollThrough = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const list = document.querySelector('.virtual-list');
    let most = 0;
    const watch = new MutationObserver(() => {
      most = Math.max(most, list.querySelectorAll('li').length);
    });
    watch.observe(list, { childList: true, subtree: true });
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
    await frame();
    await frame();
    watch.disconnect();
    return most;
  })()`);
