import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import * as React from 'react';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import type { Busy } from '../session/paneState';
import { usePaneState, useSession } from '../session/usePane';

const STARTING: Readonly<Record<Busy['what'], string>> = {
  check: PANE_WORDS.starting,
  write: PANE_WORDS.starting,
  clear: PANE_WORDS.clearing,
  keep: PANE_WORDS.keeping,
  make: PANE_WORDS.making,
};

/** The work under way: what it is doing, how far it is, and a way to stop it where it can be stopped. */
export function Work(): JSX.Element | null {
  const session = useSession();
  const { busy } = usePaneState();
  if (!busy) return null;
  const { what, progress, canCancel } = busy;
  const total = progress?.total ?? 0;
  return (
    <div className="pane-work">
      <ProgressIndicator
        label={progress ? PANE_WORDS.progress(progress) : STARTING[what]}
        {...(total > 0 ? { percentComplete: (progress?.done ?? 0) / total } : {})}
      />
      {canCancel && <DefaultButton text={PANE_WORDS.cancel} onClick={() => session.cancel()} />}
    </div>
  );
}
