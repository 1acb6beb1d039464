import * as React from 'react';
import type { CaseView, Overview } from '../../../src/ports/checker';
import type { CellPlace } from '../../../src/ports/liveWorkbook';
import { useAnswer } from '../session/useAnswer';
import { usePaneState, useSession } from '../session/usePane';
import { changesOf, isDifferent, type CaseChanges } from './caseChanges';

export interface FollowedCase {
  /** Where the user was when the case was asked for; null before anything was selected. */
  readonly selected: CellPlace | null;
  /** The case on the selected row; null where none stands there. */
  readonly current: CaseView | null;
  /** The last one that was current, as it is now; for where the selection has left the cases. */
  readonly last: CaseView | null;
}

/**
 * The case on the row that the user is on. While another view is shown the selection is not followed: nobody looks, and
 * every step through the sheet would ask the check. Null until the first answer.
 */
export function useFollowedCase(overview: Overview): FollowedCase | null {
  const { checker } = useSession().parts;
  const { view, selected } = usePaneState();
  const followed = React.useRef({ selected, overview });
  if (view === 'case') followed.current = { selected, overview };
  const { selected: at, overview: of } = followed.current;
  const row = at !== null && at.sheet === of.sheet ? at.row : null;
  const shown = React.useRef<CaseView | null>(null);
  const answer = useAnswer(async (): Promise<FollowedCase> => {
    const [current, last] = [row === null ? null : await checker.caseAt(row), shown.current];
    if (current !== null || last === null) return { selected: at, current, last: null };
    const again = await checker.caseAt(last.row);
    // Rows that came or went above may have put another case there.
    return { selected: at, current, last: again?.caseLabel === last.caseLabel ? again : null };
  }, [checker, at?.sheet, row ?? at?.row, of.sheet, of.revision]);
  React.useEffect(() => {
    if (answer) shown.current = answer.current ?? answer.last;
  }, [answer]);
  return answer;
}

/** What the last edit came to for the case that is shown; null again once another case is shown. */
export function useCaseChanges(shown: CaseView | null, { touched }: Overview): CaseChanges | null {
  const before = React.useRef<CaseView | null>(null);
  const [changes, setChanges] = React.useState<CaseChanges | null>(null);
  React.useEffect(() => {
    const was = before.current;
    before.current = shown;
    if (was === null || shown === null || was.row !== shown.row) setChanges(null);
    else if (was.revision !== shown.revision) {
      const made = changesOf(was, shown);
      // An edit of other rows that changed nothing here is no news of this case.
      if (made === null || isDifferent(made) || touched.includes(shown.row)) setChanges(made);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `touched` is of the check that gave `shown`
  }, [shown]);
  return changes;
}
