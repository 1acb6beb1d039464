import * as React from 'react';
import { useAnswer } from './useAnswer';
import { usePaneState } from './usePane';

/**
 * The same as `useAnswer` for a view that reads the workbook: asked anew at each check, but only while the view is
 * shown, so that typing in the ledger does not read it for a view nobody looks at. Null before the first check.
 */
export function useShownAnswer<T>(
  isShown: boolean,
  ask: () => Promise<T>,
  dependencies: readonly unknown[] = [],
): T | null {
  const { overview } = usePaneState();
  const seen = React.useRef<number | null>(null);
  if (isShown && overview) seen.current = overview.revision;
  const revision = seen.current;
  return useAnswer<T | null>(() => (revision === null ? Promise.resolve(null) : ask()), [revision, ...dependencies]);
}
