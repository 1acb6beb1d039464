import * as React from 'react';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';

/** Widths of the pane. */
export const NARROWEST_PANE = 320;
export const WIDEST_PANE = 640;
/** How wide the bar itself is; see workbench.css. */
export const SPLITTER = 6;
const STEP = 16;

export const paneWidth = (asked: number): number => Math.round(Math.min(WIDEST_PANE, Math.max(NARROWEST_PANE, asked)));

export interface SplitterProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** The bar between the ledger and the pane at its right: dragged, or moved by arrows. */
export function Splitter({ width, onWidth }: SplitterProps): JSX.Element {
  const drag = React.useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: WIDEST_PANE, End: NARROWEST_PANE }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onWidth(paneWidth(to));
  };
  return (
    <div
      className="wb-splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={WORKBENCH_WORDS.splitter}
      aria-valuenow={width}
      aria-valuemin={NARROWEST_PANE}
      aria-valuemax={WIDEST_PANE}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current) onWidth(paneWidth(drag.current.width + drag.current.x - clientX));
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    />
  );
}
