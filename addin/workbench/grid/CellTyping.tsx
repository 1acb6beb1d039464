import * as React from 'react';

/** Where a cell stands in the grid's frame, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TypingTarget {
  readonly row: number;
  readonly column: number;
}

export interface CellTypingProps {
  /** Read out with the focus: where the user is and what stands there. */
  readonly label: string;
  readonly description: string;
  /** The cell that typing would go into now, brought into view; null where it can't be typed into. */
  readonly begin: () => { readonly target: TypingTarget; readonly text: string; readonly box: Box } | null;
  readonly commit: (target: TypingTarget, text: string) => void;
  /** Keys that are for the grid. */
  readonly forward: (event: KeyboardEvent | { readonly key: string; readonly shiftKey?: boolean }) => void;
  readonly onCopy: (event: React.ClipboardEvent, isCut: boolean) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export interface CellTypingHandle {
  /** Opens the cell with what stands in it. */
  open(): void;
  focus(): void;
  /** Keeps what is being typed, as leaving the cell does; the focus stays here. */
  finish(): void;
}

interface Open {
  readonly target: TypingTarget;
  readonly box: Box;
  /** Begun by typing over the cell: arrows leave it, as in Excel. */
  readonly isOver: boolean;
}

const MOVES: Readonly<Record<string, true>> = { ArrowUp: true, ArrowDown: true, ArrowLeft: true, ArrowRight: true };

/**
 * The field that cells are typed into. It holds the focus all the time, unseen, so that an input method for Chinese
 * begins with the very first key; a canvas can't be typed into, and would take that key as a letter.
 */
export const CellTyping = React.forwardRef<CellTypingHandle, CellTypingProps>(function CellTyping(props, handle) {
  const field = React.useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = React.useState<Open | null>(null);
  // Events of one key follow one another faster than a view is drawn.
  const current = React.useRef<Open | null>(null);

  const show = (next: Open | null, text: string | null): void => {
    current.current = next;
    setOpen(next);
    if (field.current && text !== null) field.current.value = text;
  };
  const fit = (): void => {
    const area = field.current;
    if (!area || !current.current) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(240, Math.max(current.current.box.height, area.scrollHeight + 4))}px`;
  };
  // As high as the text needs, at the width that the cell has.
  React.useLayoutEffect(fit, [open]);
  const begin = (isOver: boolean): boolean => {
    if (current.current) return true;
    const at = props.begin();
    if (!at) {
      if (field.current) field.current.value = '';
      return false;
    }
    show({ target: at.target, box: at.box, isOver }, isOver ? null : at.text);
    if (!isOver) field.current?.setSelectionRange(at.text.length, at.text.length);
    return true;
  };
  const end = (isKept: boolean): void => {
    const typed = field.current?.value ?? '';
    const was = current.current;
    show(null, '');
    if (was && isKept) props.commit(was.target, typed);
  };

  React.useImperativeHandle(handle, () => ({
    open: () => {
      field.current?.focus({ preventScroll: true });
      begin(false);
    },
    focus: () => field.current?.focus({ preventScroll: true }),
    finish: () => end(true),
  }));

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing || event.keyCode === 229) return;
    const isTyping = current.current !== null;
    if (isTyping && key === 'Enter' && event.altKey) {
      event.preventDefault();
      field.current?.setRangeText('\n', field.current.selectionStart, field.current.selectionEnd, 'end');
      fit();
      return;
    }
    if (isTyping && (key === 'Enter' || key === 'Tab')) {
      event.preventDefault();
      end(true);
      const back = event.shiftKey;
      props.forward({ key: key === 'Enter' ? (back ? 'ArrowUp' : 'ArrowDown') : back ? 'ArrowLeft' : 'ArrowRight' });
      return;
    }
    if (isTyping && key === 'Escape') {
      event.preventDefault();
      end(false);
      return;
    }
    if (isTyping && current.current?.isOver && MOVES[key]) {
      event.preventDefault();
      end(true);
      props.forward({ key });
      return;
    }
    const isText = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isClipboard = (event.ctrlKey || event.metaKey) && /^[cvx]$/i.test(key);
    if (isTyping || isText || isClipboard || key === 'F6' || /^(?:Control|Shift|Alt|Meta|Process)$/.test(key)) return;
    event.preventDefault();
    props.forward(nativeEvent);
  };

  const onClipboard = (event: React.ClipboardEvent, act: () => void): void => {
    if (current.current) return;
    event.preventDefault();
    act();
  };

  return (
    <textarea
      ref={field}
      className="wb-typing"
      data-open={open ? '' : undefined}
      aria-label={props.label}
      aria-description={props.description}
      autoComplete="off"
      spellCheck={false}
      rows={1}
      style={
        open
          ? { left: open.box.left, top: open.box.top, width: Math.max(open.box.width, 120) }
          : { left: 0, top: 0, width: 40 }
      }
      onKeyDown={onKeyDown}
      onCompositionStart={() => void begin(true)}
      onInput={() => {
        if (begin(true)) fit();
      }}
      onCopy={(event) => onClipboard(event, () => props.onCopy(event, false))}
      onCut={(event) => onClipboard(event, () => props.onCopy(event, true))}
      onPaste={(event) => onClipboard(event, () => props.onPaste(event))}
      onFocus={props.onEnter}
      onBlur={({ relatedTarget }) => {
        // The grid takes the focus a moment after a click and gives it back at once: what was begun meanwhile goes on.
        if (relatedTarget instanceof Element && relatedTarget.closest('canvas')) return;
        end(true);
        props.onLeave();
      }}
    />
  );
});
