import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import * as React from 'react';
import type { WritePreview } from '../../../src/ports/checker';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { WRITE_WORDS } from '../../../src/text/zh-CN/pane/write';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import type { Notice } from '../session/paneState';
import { toSave } from '../session/toSave';
import { usePaneState, useSession } from '../session/usePane';
import { PreviewTable } from './PreviewTable';
import { usePreview } from './usePreview';

/** What will be written where, as before and after, and the button that writes it. */
export function WriteResults({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const { checker, capabilities } = session.parts;
  const { preview, problems, isMaking, refresh } = usePreview(isShown);
  const [marks, setMarks] = React.useState(false);

  const write = async (): Promise<void> => {
    const done = await session.carryOut('write', (told) =>
      checker.write({ marks }, (progress) => told({ what: 'write', progress, canCancel: false })),
    );
    if (!done) return;
    session.say(
      { kind: 'done', text: WRITE_WORDS.written(done) + toSave(session.parts) },
      ...done.notes.map((text): Notice => ({ kind: 'note', text })),
      ...(done.problems.length > 0 ? [{ kind: 'failed', problems: done.problems } as const] : []),
    );
  };

  return (
    <>
      <div className="write-body" aria-busy={isMaking}>
        {problems.length > 0 && (
          <ul className="wrong" role="alert">
            {problems.map((problem, at) => (
              <li key={at}>{sayPaneProblem(problem)}</li>
            ))}
          </ul>
        )}
        {preview && <Plan preview={preview} />}
        <div className="write-line">
          <span role="status">
            {isMaking ? WRITE_WORDS.previewing : preview && preview.why === null ? changing(preview) : ''}
          </span>
          <DefaultButton text={WRITE_WORDS.refresh} disabled={isMaking || busy !== null} onClick={refresh} />
        </div>
        {preview && preview.rows.length > 0 && <PreviewTable preview={preview} />}
      </div>
      <div className="write-foot">
        {capabilities.marks ? (
          <Checkbox
            label={WRITE_WORDS.marks}
            title={WRITE_WORDS.marksHow}
            checked={marks}
            onChange={(_, checked) => setMarks(checked === true)}
          />
        ) : (
          <p className="quiet">{WRITE_WORDS.noMarks}</p>
        )}
        <PrimaryButton
          className="large"
          text={WRITE_WORDS.write}
          disabled={busy !== null || isMaking || preview === null}
          onClick={() => void write()}
        />
      </div>
    </>
  );
}

const changing = ({ rows, more, unchanged }: WritePreview): string =>
  WRITE_WORDS.rowsChanging(rows.length + more, unchanged);

/** What will be written where, why not more, and what became of the rows since the check. */
function Plan({ preview }: { readonly preview: WritePreview }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const { why, headings, cells, moved, changed, added, vanished } = preview;
  const planned = headings.length === 0 ? 0 : cells / headings.length;
  const since = [
    ...(moved > 0 ? [WRITE_WORDS.moved(moved)] : []),
    ...(changed > 0 ? [WRITE_WORDS.changed(changed)] : []),
    ...(added > 0 ? [WRITE_WORDS.added(added)] : []),
    ...(vanished > 0 ? [WRITE_WORDS.vanished(vanished)] : []),
  ];
  return (
    <>
      {why !== null && (
        <p className="write-why">
          {why}
          {WRITE_WORDS.unprotect}
        </p>
      )}
      <p className="write-plan">
        {WRITE_WORDS.plan({ ...preview, rows: planned })}
        {WRITE_WORDS.untouched}
      </p>
      {since.length > 0 && (
        <div className="write-since">
          {since.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {changed + added + vanished > 0 && (
            <p>
              {WRITE_WORDS.checkFirst}{' '}
              <button type="button" className="cell-link" disabled={busy !== null} onClick={() => void session.check()}>
                {PANE_WORDS.checkAgain}
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}
