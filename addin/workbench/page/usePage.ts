import * as React from 'react';
import type { Part } from './PartTabs';

const NARROW = '(max-width: 719px)';

/** Whether ledger and pane have no room side by side. */
export function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = React.useState(() => matchMedia(NARROW).matches);
  React.useEffect(() => {
    const query = matchMedia(NARROW);
    const told = (): void => setIsNarrow(query.matches);
    query.addEventListener('change', told);
    return () => query.removeEventListener('change', told);
  }, []);
  return isNarrow;
}

/** Has the browser ask before the page goes while changes are not saved. */
export function useWarning(isNeeded: boolean): void {
  React.useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = true;
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}

/** F6 goes from the grid to the pane, to what had the focus there, and back. */
export function usePartKeys(
  ledger: React.RefObject<HTMLElement>,
  pane: React.RefObject<HTMLElement>,
  onPart: (part: Part) => void,
): void {
  const lastInPane = React.useRef<HTMLElement | null>(null);
  const show = React.useRef(onPart);
  show.current = onPart;
  React.useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && pane.current?.contains(target)) lastInPane.current = target;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const isInPane = pane.current?.contains(document.activeElement) ?? false;
      show.current(isInPane ? 'ledger' : 'pane');
      const last = lastInPane.current?.isConnected ? lastInPane.current : null;
      const target = isInPane
        ? ledger.current?.querySelector<HTMLElement>('textarea')
        : (last ?? pane.current?.querySelector<HTMLElement>('button, [tabindex="0"], input'));
      // What is hidden on a narrow page can't have the focus before it is shown.
      requestAnimationFrame(() => target?.focus());
    };
    addEventListener('focusin', remember);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('focusin', remember);
      removeEventListener('keydown', onKey);
    };
  }, [ledger, pane]);
}
