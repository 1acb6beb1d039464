import type { Result } from '../../../src/core/problem';
import type { Checker } from '../../../src/ports/checker';

/** The book that is written to, as far as writing concerns it. */
export interface WrittenBook {
  /** Cells or sheets may be others. */
  reload(): Promise<void>;
  /** The file is another, the cells are not. */
  touch(): void;
}

/** The same check; what it writes shows in the grid, and counts as not saved yet. */
export function reloadAfterWriting(checker: Checker, book: WrittenBook): Checker {
  /** Whatever came of it: a write that stopped midway may have left something. */
  const reloading = async <T>(written: Promise<T>): Promise<T> => {
    const result = await written;
    await book.reload();
    return result;
  };
  const touching = async <T>(written: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await written;
    if (result.ok) book.touch();
    return result;
  };
  return {
    ...checker,
    write: (options, onProgress) => reloading(checker.write(options, onProgress)),
    clear: () => reloading(checker.clear()),
    setAside: (order) => reloading(checker.setAside(order)),
    takeBack: (key) => reloading(checker.takeBack(key)),
    recordReview: (order) => reloading(checker.recordReview(order)),
    offerDropDowns: (fields) => touching(checker.offerDropDowns(fields)),
    correctMapping: (correction, order) => touching(checker.correctMapping(correction, order)),
  };
}
