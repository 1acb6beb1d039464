import type { CancelSignal } from '../../../src/core/cancel';

/** How often, in milliseconds, a signal that tells nobody is looked at. */
const LOOK_EVERY = 30;

/** Calls back once when a signal is aborted; the answer stops watching. */
export function whenAborted(signal: CancelSignal, tell: () => void): () => void {
  if (signal instanceof AbortSignal) {
    signal.addEventListener('abort', tell, { once: true });
    return () => signal.removeEventListener('abort', tell);
  }
  const timer = setInterval(() => {
    if (!signal.aborted) return;
    clearInterval(timer);
    tell();
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}
