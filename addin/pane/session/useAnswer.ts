import * as React from 'react';
import { problemOf } from './paneSession';
import { useSession } from './usePane';

/**
 * What an asynchronous question was answered, asked again when a dependency changes. The answer before stays until the
 * next one is there, so that nothing flickers; null before the first. A late answer to an older question is dropped; what
 * stood in the way is said where all is said.
 */
export function useAnswer<T>(ask: () => Promise<T>, dependencies: readonly unknown[]): T | null {
  const [answer, setAnswer] = React.useState<T | null>(null);
  const session = useSession();
  const asked = React.useRef(ask);
  asked.current = ask;
  React.useEffect(() => {
    let stale = false;
    asked.current().then(
      (value) => {
        if (!stale) setAnswer(value);
      },
      (error: unknown) => session.say({ kind: 'failed', problems: [problemOf(error)] }),
    );
    return () => {
      stale = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the question depends on
  }, [session, ...dependencies]);
  return answer;
}
