import { columnNumber } from '../../../src/core/ledger/grid';
import { fail, ok, problem } from '../../../src/core/problem';
import type { WorkbookEvents } from '../../../src/ports/liveWorkbook';
import type { OpenBook } from './openBook';

/** Where the user is in the grid, and what the user types there, as a pane hears of it. */
export function bookEvents(book: OpenBook): WorkbookEvents {
  return {
    select(sheet, cell) {
      const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::|$)/.exec(cell);
      if (!found) return Promise.resolve(fail(problem('place-not-found', { sheet, cell }, { sheet, cell })));
      return book.goTo(sheet, Number(found[2]), columnNumber(found[1] ?? ''), cell);
    },
    onSelection(listener) {
      if (book.at) listener(book.at);
      return Promise.resolve(ok(later(book.selected.on(listener))));
    },
    onChange: (listener) => Promise.resolve(ok(later(book.changed.on(listener)))),
  };
}

const later = (stop: () => void) => (): Promise<void> => {
  stop();
  return Promise.resolve();
};
