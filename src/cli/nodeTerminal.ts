import { readFileSync } from 'node:fs';
import path from 'node:path';
import { civilDay } from '../core/dates/civil';
import { PipeClosed, type Terminal } from './terminal';

/** The folder of the package: two above this file, compiled (build/cli) or not (src/cli). */
const PACKAGE = path.resolve(__dirname, '..', '..');

/** Progress shows only once a command has taken this long, in milliseconds. */
const PATIENCE = 1000;
const REDRAW_EVERY = 100;

/** The real terminal. Its `signal` is aborted by the first SIGINT; a second one ends the process at once. */
export function createNodeTerminal(): Terminal {
  const started = performance.now();
  const abort = new AbortController();
  let drawn = 0;
  let shown = false;
  let closed = false;
  process.once('SIGINT', () => {
    abort.abort();
    process.once('SIGINT', () => process.exit(2));
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  process.stderr.on('error', () => undefined);

  const clearProgress = (): void => {
    if (!shown) return;
    process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new PipeClosed());
        process.stdout.write(text, (error) => (error ? reject(new PipeClosed()) : resolve()));
      }),
    complain: (line) => {
      clearProgress();
      process.stderr.write(`${line}\n`);
    },
    showProgress: (line) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < PATIENCE || now - drawn < REDRAW_EVERY) return;
      process.stderr.write(`\r\u001b[2K${line}`);
      drawn = now;
      shown = true;
    },
    clearProgress,
    today: () => {
      const now = new Date();
      return civilDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    defaultRules: path.join(PACKAGE, 'rules'),
    version: () =>
      (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version,
    signal: abort.signal,
  };
}
