import * as React from 'react';
import type { ReportKind } from '../../../src/core/reports/report';
import type { DocumentPreview, SheetPreview } from '../../../src/ports/checker';
import { REPORTS_WORDS } from '../../../src/text/zh-CN/pane/reports';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';

/** How a report begins: sheets as tables, documents as paragraphs. */
export function Preview({ kind }: { readonly kind: ReportKind }): JSX.Element {
  const session = useSession();
  const { view } = usePaneState();
  const preview = useShownAnswer(view === 'reports', () => session.parts.checker.previewReport(kind), [kind]);
  if (preview === null) return <p className="quiet">{REPORTS_WORDS.previewing}</p>;
  if (!preview.ok)
    return (
      <div className="report-none">
        {preview.problems.map((problem) => (
          <p key={problem.code}>{sayPaneProblem(problem)}</p>
        ))}
      </div>
    );
  const { value } = preview;
  return (
    <>
      <p className="quiet">{REPORTS_WORDS.previewMasked}</p>
      {value.kind === 'sheets'
        ? value.parts.map((sheet) => <Sheet key={sheet.name} sheet={sheet} />)
        : value.parts.map((document, at) => <Paragraphs key={at} document={document} />)}
      {value.kind === 'documents' && value.more > 0 && (
        <p className="quiet">{REPORTS_WORDS.moreDocuments(value.more)}</p>
      )}
    </>
  );
}

/** A sheet is wider than the pane: it is moved sideways within its own frame, by the keyboard too. */
function Sheet({ sheet: { name, rows, more, charts } }: { readonly sheet: SheetPreview }): JSX.Element {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const label = REPORTS_WORDS.tableOf(name);
  return (
    <div className="report-sheet">
      <h3>{name}</h3>
      <div className="report-scroll" role="region" aria-label={label} tabIndex={0}>
        <table>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((text, column) => (
                  <td key={column} {...(cells.length === 1 ? { colSpan: columns } : {})}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="quiet">{REPORTS_WORDS.moreRows(more)}</p>}
      {charts > 0 && <p className="quiet">{REPORTS_WORDS.charts(charts)}</p>}
    </div>
  );
}

const Paragraphs = ({ document: { name, lines, more } }: { readonly document: DocumentPreview }): JSX.Element => (
  <div className="report-document">
    <h3>{name}</h3>
    {lines.map((line, at) => (
      <p key={at}>{line}</p>
    ))}
    {more > 0 && <p className="quiet">{REPORTS_WORDS.moreRows(more)}</p>}
  </div>
);
