import * as React from 'react';
import type { Problem } from '../../../src/core/problem';
import type { WritePreview } from '../../../src/ports/checker';
import { problemOf } from '../session/paneSession';
import { usePaneState, useSession } from '../session/usePane';
import { useTimesDone } from '../session/useTimesDone';

/** A preview, or what stood in its way; neither before the first. */
export interface Previewed {
  readonly preview: WritePreview | null;
  readonly problems: readonly Problem[];
  /** Being made: what is shown is out of date. */
  readonly isMaking: boolean;
  readonly refresh: () => void;
}

const NOTHING: Pick<Previewed, 'preview' | 'problems'> = { preview: null, problems: [] };

/** What a write would do now: made while shown, and anew after each check, write and clearing. */
export function usePreview(isShown: boolean): Previewed {
  const session = useSession();
  const { overview, busy } = usePaneState();
  const written = useTimesDone(['write', 'clear']);
  const [again, setAgain] = React.useState(0);
  const [answer, setAnswer] = React.useState({ for: '', ...NOTHING });
  const refresh = (): void => setAgain((count) => count + 1);

  const wanted = `${overview?.revision ?? 0}.${written}.${again}`;
  const asked = React.useRef('');
  React.useEffect(() => {
    if (!isShown || busy !== null || asked.current === wanted) return;
    asked.current = wanted;
    session.parts.checker
      .previewWrite()
      .catch((error: unknown) => ({ ok: false as const, problems: [problemOf(error)] }))
      .then((made) => {
        if (asked.current !== wanted) return;
        setAnswer({
          for: wanted,
          ...(made.ok ? { ...NOTHING, preview: made.value } : { ...NOTHING, problems: made.problems }),
        });
      })
      .catch(() => undefined);
  }, [session, isShown, busy, wanted]);
  return { preview: answer.preview, problems: answer.problems, isMaking: answer.for !== wanted, refresh };
}
