import type { Phase } from '../app/checkResult';
import type { Pace } from '../core/cancel';
import { sayProgress } from '../text/zh-CN/progress';
import type { Terminal } from './terminal';

/** Lets interrupts through between blocks and shows how far the phase has come. */
export function paceOf(terminal: Terminal): Pace & { readonly begin: (phase: Phase) => void } {
  let phase: Phase = 'reading';
  return {
    signal: terminal.signal,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    onProgress: (done, total) => terminal.showProgress(sayProgress(phase, done, total)),
    begin: (next) => {
      phase = next;
      terminal.showProgress(sayProgress(phase, 0, 0));
    },
  };
}

/** The first line of an unforeseen error: a person can pass it on; its stack helps nobody at a terminal. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
