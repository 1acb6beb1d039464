import * as React from 'react';
import type { FindingQuery } from '../../../src/ports/checker';
import { problemOf } from '../session/paneSession';
import { useSession } from '../session/usePane';
import { FindingLines, keyOf, type ShownLines } from './findingLines';

/** The lines of a query, brought up to date with every check; null until the first are there. */
export function useFindingLines(query: FindingQuery, revision: number): readonly [ShownLines | null, FindingLines] {
  const session = useSession();
  const [shown, setShown] = React.useState<ShownLines | null>(null);
  const lines = React.useMemo(
    () =>
      new FindingLines(session.parts.checker, setShown, (error) =>
        session.say({ kind: 'failed', problems: [problemOf(error)] }),
      ),
    [session],
  );
  const key = keyOf(query);
  React.useEffect(() => {
    void lines.show(query);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a query is the same by what it asks
  }, [lines, key, revision]);
  return [shown, lines];
}
