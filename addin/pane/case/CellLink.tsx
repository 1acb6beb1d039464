import * as React from 'react';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { useSession } from '../session/usePane';

/** Takes the user to a cell of the ledger; nothing where there is no cell to go to. */
export function CellLink({ cell }: { readonly cell: string | null }): JSX.Element | null {
  const session = useSession();
  if (cell === null) return null;
  return (
    <button
      type="button"
      className="cell-link case-link"
      aria-label={CASE_WORDS.go(cell)}
      onClick={() => void session.goTo(cell)}
    >
      {cell}
    </button>
  );
}
