import * as React from 'react';
import type { Busy } from './paneState';
import { usePaneState } from './usePane';

/** How often work of these kinds has ended, whoever asked for it: what it changed is to be asked for anew. */
export function useTimesDone(kinds: readonly Busy['what'][]): number {
  const doing = usePaneState().busy?.what ?? null;
  const [times, setTimes] = React.useState(0);
  const before = React.useRef(doing);
  React.useEffect(() => {
    if (before.current !== null && before.current !== doing && kinds.includes(before.current))
      setTimes((count) => count + 1);
    before.current = doing;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the kinds are those of the code that calls it
  }, [doing]);
  return times;
}
