import type { CivilDay } from '../../../src/core/dates/civil';
import type { Checker, PackInfo } from '../../../src/ports/checker';
import type { OpenFile, OpenedFile } from '../../../src/ports/workbench';
import type { PaneParts } from '../../pane/paneParts';
import { bookEvents } from '../book/bookEvents';
import { CheckOrders } from '../book/checkOrders';
import { OpenBook } from '../book/openBook';
import { reloadAfterWriting } from '../book/reloadAfterWriting';
import { showHeadings } from '../book/showHeadings';
import type { SavePlace } from '../book/saveFile';

/** One file that is open: its grid, and what its pane is given. A file opened next is another session. */
export interface Session {
  readonly key: number;
  readonly book: OpenBook;
  readonly orders: CheckOrders;
  readonly parts: PaneParts;
  /** Where it was saved last, if the page may write there again. */
  place: SavePlace | null;
}

let sessions = 0;

/** What a session is started with. */
export interface SessionStart {
  readonly file: OpenFile;
  readonly checker: Checker;
  readonly opened: OpenedFile;
  /** The rules in use as it starts. */
  readonly pack: PackInfo;
  readonly today: () => CivilDay;
}

export function startSession({ file, checker, opened, pack, today }: SessionStart): Session {
  const book = new OpenBook(file, opened);
  const orders = new CheckOrders();
  return {
    key: ++sessions,
    book,
    orders,
    place: null,
    parts: {
      checker: reloadAfterWriting(showHeadings(checker, book), book),
      events: bookEvents(book),
      orders,
      file: opened.name,
      capabilities: opened.capabilities,
      pack,
      today,
      host: 'workbench',
    },
  };
}

/** Rules in use, and those the page began with, to go back to. */
export interface Rules {
  readonly pack: PackInfo;
  readonly isTried: boolean;
}
