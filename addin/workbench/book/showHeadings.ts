import { columnNumber } from '../../../src/core/ledger/grid';
import type { Result } from '../../../src/core/problem';
import type { Checker } from '../../../src/ports/checker';
import type { CellsChanged } from '../../../src/ports/liveWorkbook';

/** Headings of a sheet's columns, on one line each, by 1-based column. */
export type Headings = ReadonlyMap<number, string>;

/** The book whose columns get headings, as far as they concern it. */
export interface HeadedBook {
  head(sheet: string, headings: Headings): void;
}

/** The same check; the headings that it finds stand over the columns of its sheet. */
export function showHeadings(checker: Checker, book: HeadedBook): Checker {
  let header: { readonly sheet: string; readonly bottom: number } | null = null;
  const ask = async (): Promise<void> => {
    const mapping = await checker.mapping();
    if (mapping === null) return;
    header = { sheet: mapping.sheet, bottom: Math.max(0, ...mapping.headerRows) };
    const headings = mapping.columns.map(({ column, heading }) => [columnNumber(column), oneLine(heading)] as const);
    book.head(mapping.sheet, new Map(headings));
  };
  /** Nobody waits for it; without it the letters stand alone. */
  const askAfter = async <T>(checked: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await checked;
    if (result.ok) ask().catch(() => undefined);
    return result;
  };
  const isInHeader = ({ sheet, area }: CellsChanged): boolean =>
    header?.sheet === sheet && (area === null || area.top <= header.bottom);
  return {
    ...checker,
    check: (order, onProgress, signal) => askAfter(checker.check(order, onProgress, signal)),
    recheck: (change) => (isInHeader(change) ? askAfter(checker.recheck(change)) : checker.recheck(change)),
    correctMapping: (correction, order) => askAfter(checker.correctMapping(correction, order)),
  };
}

/** Lines of a heading are meant to be read on: blanks between Chinese characters only made it break. */
const oneLine = (heading: string): string =>
  heading
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/g, '')
    .trim();
