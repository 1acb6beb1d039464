import * as React from 'react';
import type { CellTypingHandle } from './CellTyping';

type Key = KeyboardEvent | { readonly key: string; readonly shiftKey?: boolean };

/**
 * Lets the field that is typed into hold the focus in the grid's stead: the grid goes on as if it had it, and is handed
 * the keys that are for it.
 */
export function useGridFocus(
  frame: React.RefObject<HTMLDivElement>,
  typing: React.RefObject<CellTypingHandle>,
): {
  readonly toGrid: (key: Key) => void;
  readonly enter: () => void;
  readonly leave: () => void;
  /** Whether a cell that the grid calls activated was meant to be opened: by a key, or by a double click on that cell. */
  readonly isMeant: () => boolean;
} {
  // How many clicks in a row the browser counted on one place; 0 after a key. The grid itself takes two quick clicks on
  // different cells for a double click, and what is typed next would be added to what stands there.
  const clicks = React.useRef(0);
  const canvas = React.useCallback(
    (): HTMLCanvasElement | null => frame.current?.querySelector('canvas') ?? null,
    [frame],
  );
  React.useEffect(() => {
    const outer = frame.current;
    if (!outer) return undefined;
    const isGrid = (target: EventTarget | null): boolean =>
      target instanceof Element && target.closest('canvas') !== null;
    const onFocusIn = (event: FocusEvent): void => {
      if (isGrid(event.target)) typing.current?.focus();
    };
    const onFocusOut = (event: FocusEvent): void => {
      const to = event.relatedTarget;
      if (isGrid(event.target) && to instanceof HTMLTextAreaElement && outer.contains(to)) event.stopPropagation();
    };
    // The grid takes the focus a frame after a click, or not at all where the cell is selected already: what is typed
    // in between would go nowhere.
    const onMouseDown = (event: MouseEvent): void => {
      if (event.button !== 0 || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      clicks.current = event.detail;
      typing.current?.finish();
      typing.current?.focus();
    };
    outer.addEventListener('mousedown', onMouseDown);
    outer.addEventListener('focusin', onFocusIn);
    outer.addEventListener('focusout', onFocusOut);
    return () => {
      outer.removeEventListener('mousedown', onMouseDown);
      outer.removeEventListener('focusin', onFocusIn);
      outer.removeEventListener('focusout', onFocusOut);
    };
  }, [frame, typing]);

  const toGrid = React.useCallback(
    (key: Key) => {
      const { ctrlKey, metaKey, altKey, code, keyCode } = key as Partial<KeyboardEvent>;
      clicks.current = 0;
      const copy = {
        key: key.key,
        shiftKey: key.shiftKey ?? false,
        ctrlKey: ctrlKey ?? false,
        metaKey: metaKey ?? false,
        altKey: altKey ?? false,
        code: code ?? key.key,
        keyCode: keyCode ?? CODES[key.key] ?? 0,
        bubbles: true,
        cancelable: true,
      };
      canvas()?.dispatchEvent(new KeyboardEvent('keydown', copy));
    },
    [canvas],
  );
  const tell = React.useCallback(
    (what: 'focusin' | 'focusout') => void canvas()?.dispatchEvent(new FocusEvent(what, { bubbles: true })),
    [canvas],
  );
  const enter = React.useCallback(() => tell('focusin'), [tell]);
  const leave = React.useCallback(() => tell('focusout'), [tell]);
  const isMeant = React.useCallback(() => clicks.current !== 1, []);
  return { toGrid, enter, leave, isMeant };
}

const CODES: Readonly<Record<string, number>> = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
