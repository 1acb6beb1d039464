import { build } from 'esbuild';
import path from 'node:path';
import type { HostOptions } from './host';
import { slowTrip } from '../support/slowMachine';
import { apiTable } from './node';

const bundles = new Map<string, Promise<string>>();

/** A file of ours and all it imports as one script for a page, its exports under a global name; kept in memory. */
export function pageScript(file: string, globalName: string): Promise<string> {
  let made = bundles.get(file);
  if (!made) {
    made = build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'iife',
      globalName,
      target: 'es2022',
      define: { __API_TABLE__: JSON.stringify(apiTable()) },
    }).then((result) => result.outputFiles[0]?.text ?? '');
    bundles.set(file, made);
  }
  return made;
}

/**
 * A script that puts an emulated Excel behind a page: for `page.addInitScript({ content })`, or served as a file that
 * the page loads before office.js.
 */
export async function browserHostScript(options: HostOptions): Promise<string> {
  return `${await pageScript(path.join(__dirname, 'browser.ts'), 'excelHostBundle')}\nexcelHostBundle.install(${JSON.stringify({ latency: slowTrip(), ...options })});`;
}
