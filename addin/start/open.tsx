import * as React from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { problem, type Result } from '../../src/core/problem';
import { StartScreen } from './StartScreen';

/**
 * Opens a page's view into `#root`: shows that it is opening, then the view, or why there is none and a way to try
 * again. What throws is a problem like any other.
 */
export function openInto<T>(root: Element, open: () => Promise<Result<T>>, show: (opened: T) => JSX.Element): void {
  const again = (): void => location.reload();
  render(<StartScreen problems={[]} onAgain={again} />, root);
  open()
    .catch((error: unknown): Result<T> => {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, problems: [problem('worker-failed', { detail })] };
    })
    .then((opened) => {
      if (!opened.ok) {
        render(<StartScreen problems={opened.problems} onAgain={again} />, root);
        return;
      }
      unmountComponentAtNode(root);
      render(show(opened.value), root);
    })
    .catch((error: unknown) => {
      // A view that can't be drawn: nothing of ours is left to say so but this.
      root.textContent = String(error);
    });
}

/** The element that every page of ours has for its view. */
export function rootElement(): Element {
  const root = document.getElementById('root');
  if (!root) throw new Error('#root is not in the page');
  return root;
}
