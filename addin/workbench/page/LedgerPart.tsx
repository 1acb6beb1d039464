import * as React from 'react';
import { address } from '../../../src/core/ledger/grid';
import type { Result } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import type { OpenBook } from '../book/openBook';
import { useBook, usePlace } from '../book/useBook';
import { SheetTabs } from './SheetTabs';

// The page shows before the grid is there.
const SheetEditor = React.lazy(() => import('../grid/SheetEditor'));

export interface LedgerPartProps {
  readonly book: OpenBook;
  readonly onNote: (text: string) => void;
  readonly onEdited: (result: Result<void>) => void;
}

/** The workbook: the cell the user is on in full, the sheet in a grid, the sheets. */
export function LedgerPart({ book, onNote, onEdited }: LedgerPartProps): JSX.Element {
  const { sheets, sheet, view, headings, problems } = useBook(book);
  const place = usePlace(book);
  React.useEffect(() => {
    if (sheet !== null && view === null && problems.length === 0) void book.show(sheet);
    // Once for each book: afterwards the tabs and the pane say which sheet is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [book]);
  const [row, column] = place && place.sheet === sheet ? [place.row, place.column] : [1, 1];
  const wait = <div className="wb-wait">{sheet === null ? WORKBENCH_WORDS.noSheet : WORKBENCH_WORDS.reading}</div>;
  return (
    <>
      <div className="wb-cellbar" aria-hidden="true">
        <b>{address(row, column)}</b>
        {headings.has(column) && <i title={headings.get(column)}>{headings.get(column)}</i>}
        <div>
          <span>{view?.shown(row, column).text}</span>
        </div>
      </div>
      {problems.length > 0 ? (
        <div className="wb-grid wb-wait" role="alert">
          {problems.map((problem, at) => (
            <p key={at}>{sayPaneProblem(problem)}</p>
          ))}
        </div>
      ) : (
        <React.Suspense fallback={<div className="wb-grid">{wait}</div>}>
          {view === null ? (
            <div className="wb-grid">{wait}</div>
          ) : (
            <SheetEditor key={view.name} book={book} view={view} onNote={onNote} onEdited={onEdited} />
          )}
        </React.Suspense>
      )}
      <SheetTabs sheets={sheets} current={sheet} onChoose={(name) => void book.show(name)} />
    </>
  );
}
