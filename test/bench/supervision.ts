/**
 * What supervision asks for, as commands from start to end, each in a process of its own: `one FILE` every kind of report on
 * one ledger, `many FOLDER` scores and reports of all ledgers of a folder together. Run by run.ts.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { REPORTS } from '../../src/app/reports/registry';
import { say } from './measure';

const MAIN = path.join(__dirname, '..', '..', 'src', 'cli', 'main.js');
const PEAK = path.join(__dirname, 'peak.js');

/** Runs a command and says how long it took; `out` is the file that it writes. */
function measure(what: string, rows: number, args: readonly string[], out: string | null): void {
  const all = [...args, '--today', '2021-10-09', ...(out === null ? [] : ['--out', out, '--force'])];
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--require', PEAK, MAIN, ...all], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ms = performance.now() - started;
  const said = String(run.stderr);
  if ((run.status ?? 2) > 1) throw new Error(said);
  const told = (name: string): number => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(said)?.[1] ?? NaN);
  const size = out === null ? '' : `; ${(statSync(out).size / 2 ** 20).toFixed(1)} MiB`;
  if (out !== null) rmSync(out);
  const note = `${told('processor').toLocaleString('en')} ms of processor time${size}`;
  say({ part: 'supervision', what, rows, ms, peakMiB: told('peak'), note });
}

function reports(files: readonly string[], rows: number, out: string): void {
  const many = files.length > 1 ? ` of ${files.length} ledgers` : '';
  for (const { kind, ending } of REPORTS)
    measure(`appeals report --kind ${kind}${many}`, rows, ['report', ...files, '--kind', kind], `${out}.${ending}`);
}

const [what, where = '', rows = ''] = process.argv.slice(2);
if (what === 'one') reports([where], Number(rows), `${where}.out`);
else {
  const files = readdirSync(where).map((name) => path.join(where, name));
  const out = path.join(where, '..', 'out');
  const of = `of ${files.length} ledgers`;
  measure(`appeals score ${of}`, Number(rows), ['score', ...files], null);
  measure(`appeals score --out ${of}`, Number(rows), ['score', ...files], `${out}.xlsx`);
  reports(files, Number(rows), out);
}
