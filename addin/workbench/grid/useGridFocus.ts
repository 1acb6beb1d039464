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
): { readonly toGrid: (key: Key) => void; readonly leave: () => void } {
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
    outer.addEventListener('focusin', onFocusIn);
    outer.addEventListener('focusout', onFocusOut);
    return () => {
      outer.removeEventListener('focusin', onFocusIn);
      outer.removeEventListener('focusout', onFocusOut);
    };
  }, [frame, typing]);

  const toGrid = React.useCallback(
    (key: Key) => {
      const { ctrlKey, metaKey, altKey, code, keyCode } = key as Partial<KeyboardEvent>;
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
  const leave = React.useCallback(() => {
    canvas()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }, [canvas]);
  return { toGrid, leave };
}

const CODES: Readonly<Record<string, number>> = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
