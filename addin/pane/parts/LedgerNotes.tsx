import * as React from 'react';
import type { Overview } from '../../../src/ports/checker';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { useSession } from '../session/usePane';

/** What concerns the ledger as a whole: one line that opens, since it may be why its cases can't be judged. */
export function LedgerNotes({ overview }: { readonly overview: Overview }): JSX.Element | null {
  const session = useSession();
  if (overview.notes.length === 0) return null;
  return (
    <details className="ledger-notes">
      <summary>{PANE_WORDS.ledgerNotes(overview.notes.length)}</summary>
      <ul>
        {overview.notes.map(({ text, sheet, cell }, at) => (
          <li key={at}>
            {text}
            {cell !== null && (
              <button type="button" className="cell-link" onClick={() => void session.goTo(cell, sheet)}>
                {cell}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
