import * as React from 'react';
import type { FindingQuery } from '../../../src/ports/checker';
import { problemOf } from '../session/paneSession';
import { useSession } from '../session/usePane';
import { FindingLines, keyOf, type ShownLines } from './findingLines';

interface FollowedLines {
  /** Null until the first are there. */
  readonly shown: ShownLines | null;
  readonly lines: FindingLines;
  /** What is shown is of an earlier query or check; what takes its place is on its way. */
  readonly isBehind: boolean;
}

/** The lines of a query, brought up to date with every check. */
export function useFindingLines(query: FindingQuery, revision: number): FollowedLines {
  const session = useSession();
  const [shown, setShown] = React.useState<ShownLines | null>(null);
  const [shownFor, setShownFor] = React.useState('');
  const lines = React.useMemo(
    () =>
      new FindingLines(session.parts.checker, setShown, (error) =>
        session.say({ kind: 'failed', problems: [problemOf(error)] }),
      ),
    [session],
  );
  const wanted = `${revision} ${keyOf(query)}`;
  React.useEffect(() => {
    void lines.show(query).then(() => setShownFor(wanted));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a query is the same by what it asks
  }, [lines, wanted]);
  return { shown, lines, isBehind: shownFor !== wanted };
}
