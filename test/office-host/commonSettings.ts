import type { Book } from './model/book';

interface AsyncResult {
  readonly status: 'succeeded';
  readonly value: unknown;
}
type Callback = (result: AsyncResult) => void;

/** `Office.context.document.settings`: a copy in memory that `saveAsync` puts into the workbook. */
export interface CommonSettings {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  saveAsync(callback?: Callback): void;
  refreshAsync(callback?: Callback): void;
}

/** The settings of the Common API over a workbook, for the transport that has no office.js. */
export function commonSettings(book: Book): CommonSettings {
  let copy = new Map(book.settings);
  const done = (callback: Callback | undefined, self: CommonSettings): void => {
    setTimeout(() => callback?.({ status: 'succeeded', value: self }), 0);
  };
  const settings: CommonSettings = {
    get: (key) => {
      const json = copy.get(key);
      return json === undefined ? null : (JSON.parse(json) as unknown);
    },
    set: (key, value) => {
      copy.set(key, JSON.stringify(value ?? null));
    },
    remove: (key) => {
      copy.delete(key);
    },
    saveAsync: (callback) => {
      book.settings = new Map(copy);
      done(callback, settings);
    },
    refreshAsync: (callback) => {
      copy = new Map(book.settings);
      done(callback, settings);
    },
  };
  return settings;
}
