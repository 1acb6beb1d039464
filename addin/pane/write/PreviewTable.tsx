import * as React from 'react';
import type { WritePreview, WriteRow } from '../../../src/ports/checker';
import { WRITE_WORDS } from '../../../src/text/zh-CN/pane/write';
import { useSession } from '../session/usePane';

/** Before and after, one block a row of the ledger, with the cells that will differ. */
export function PreviewTable({ preview }: { readonly preview: WritePreview }): JSX.Element {
  const { rows, headings, more } = preview;
  // Before a first write all of them are blank: a column of blanks would only take the room of what is to come.
  const isNew = rows.every(({ before }) => before.every((text) => text === ''));
  return (
    <>
      <table className="preview">
        <caption>{isNew ? WRITE_WORDS.tableNew : WRITE_WORDS.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{WRITE_WORDS.column}</th>
            {!isNew && <th scope="col">{WRITE_WORDS.before}</th>}
            <th scope="col">{WRITE_WORDS.after}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Block key={row.row} row={row} headings={headings} isNew={isNew} />
        ))}
      </table>
      {more > 0 && <p className="quiet">{WRITE_WORDS.more(more)}</p>}
    </>
  );
}

/** Our headings all begin alike; on a table of nothing else that beginning says nothing. */
const short = (heading: string): string => heading.replace(/^.*·/, '');

function Block(props: {
  readonly row: WriteRow;
  readonly headings: readonly string[];
  readonly isNew: boolean;
}): JSX.Element {
  const session = useSession();
  const { row, headings, isNew } = props;
  return (
    <tbody>
      <tr className="preview-row">
        <th colSpan={isNew ? 2 : 3} scope="rowgroup">
          <button type="button" className="cell-link" onClick={() => void session.goTo(`A${row.row}`)}>
            {WRITE_WORDS.row(row.row, row.caseLabel)}
          </button>
        </th>
      </tr>
      {headings.map((heading, at) => {
        const before = row.before[at] ?? '';
        const after = row.after[at] ?? '';
        if (before === after) return null;
        return (
          <tr key={heading}>
            <th scope="row">{short(heading)}</th>
            {!isNew && <Cell text={before} className="preview-before" />}
            <Cell text={after} className="preview-after" />
          </tr>
        );
      })}
    </tbody>
  );
}

const Cell = ({ text, className }: { readonly text: string; readonly className: string }): JSX.Element => (
  <td className={className}>{text === '' ? <span className="quiet">{WRITE_WORDS.blank}</span> : text}</td>
);
