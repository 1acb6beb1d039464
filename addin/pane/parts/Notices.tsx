import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import * as React from 'react';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import type { Notice } from '../session/paneState';
import { usePaneState, useSession } from '../session/usePane';

const TYPES = { done: MessageBarType.success, note: MessageBarType.warning, failed: MessageBarType.error } as const;

/** What came of the last thing that was asked for: done, what to know of it, or what stood in the way. */
export function Notices(): JSX.Element {
  const session = useSession();
  const { notices } = usePaneState();
  return (
    <div className="pane-notices">
      {notices.map((notice, at) => (
        <MessageBar
          key={at}
          messageBarType={TYPES[notice.kind]}
          isMultiline
          dismissButtonAriaLabel={PANE_WORDS.close}
          onDismiss={() => session.dismiss(notice)}
        >
          <NoticeText notice={notice} />
        </MessageBar>
      ))}
    </div>
  );
}

function NoticeText({ notice }: { readonly notice: Notice }): JSX.Element {
  if (notice.kind !== 'failed') return <>{notice.text}</>;
  const [first, ...others] = notice.problems.map(sayPaneProblem);
  if (others.length === 0) return <>{first}</>;
  return (
    <ul>
      {[first, ...others].map((text, at) => (
        <li key={at}>{text}</li>
      ))}
    </ul>
  );
}
