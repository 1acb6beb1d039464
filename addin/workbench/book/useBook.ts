import * as React from 'react';
import type { CellPlace } from '../../../src/ports/liveWorkbook';
import type { BookState, OpenBook } from './openBook';

/** What is to be drawn of the book, now and whenever it changes. */
export function useBook(book: OpenBook): BookState {
  const [state, setState] = React.useState(book.state);
  React.useEffect(() => {
    setState(book.state);
    return book.drawn.on(setState);
  }, [book]);
  return state;
}

/** The cell the user is on. */
export function usePlace(book: OpenBook): CellPlace | null {
  const [place, setPlace] = React.useState(book.at);
  React.useEffect(() => {
    setPlace(book.at);
    return book.selected.on(setPlace);
  }, [book]);
  return place;
}
