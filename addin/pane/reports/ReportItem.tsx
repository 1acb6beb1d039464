import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { ReportOffer } from '../../../src/ports/checker';
import { REPORTS_WORDS } from '../../../src/text/zh-CN/pane/reports';
import { handOver, writeSheets } from '../parts/handOver';
import { usePaneState, useSession } from '../session/usePane';
import { Preview } from './Preview';

interface ItemProps {
  readonly offer: ReportOffer;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One report: what it holds, and once opened how to look at it and how to have it. */
export function ReportItem({ offer, isOpen, onToggle }: ItemProps): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const { checker } = session.parts;
  const { kind, title, holds, ending } = offer;
  const [isPreviewed, setIsPreviewed] = React.useState(false);
  return (
    <li className={isOpen ? 'report open' : 'report'} data-report={kind}>
      <button type="button" className="report-head" aria-expanded={isOpen} onClick={onToggle}>
        <span className="report-title">{title}</span>
        <span className="quiet">{holds}</span>
      </button>
      {isOpen && (
        <div className="report-body">
          <div className="report-buttons">
            <PrimaryButton
              text={REPORTS_WORDS.download(ending)}
              disabled={busy !== null}
              onClick={() => void handOver(session, () => checker.makeReport(kind))}
            />
            {ending === 'xlsx' && (
              <DefaultButton
                text={REPORTS_WORDS.write}
                title={REPORTS_WORDS.writeHow}
                disabled={busy !== null}
                onClick={() =>
                  void writeSheets(session, (told) =>
                    checker.writeReport(kind, (progress) => told({ what: 'write', progress, canCancel: false })),
                  )
                }
              />
            )}
            <DefaultButton
              text={isPreviewed ? REPORTS_WORDS.noPreview : REPORTS_WORDS.preview}
              aria-expanded={isPreviewed}
              onClick={() => setIsPreviewed(!isPreviewed)}
            />
          </div>
          {isPreviewed && <Preview kind={kind} />}
        </div>
      )}
    </li>
  );
}
