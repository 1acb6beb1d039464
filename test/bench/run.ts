/**
 * `npm run bench`: how fast and how large, as one table. Everything is compiled first and runs in processes of its
 * own, as it does for whoever uses it. BENCH_ROWS=20000 makes it quicker; the ratios stay much the same.
 * `npm run bench -- supervision` measures scores and reports alone.
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { writeLedgerFile } from './ledgerFile';
import type { Measured } from './measure';

const ROOT = path.join(__dirname, '..', '..');
const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000);
/** Of the offices that each keep a ledger: how many, and of how many cases. */
const OFFICES = 30;
const OFFICE_ROWS = 2_000;
const UNITS = 60;

/** Sources and bench as plain JavaScript below `to`, laid out as here; types are for `npm run typecheck`. */
function compile(to: string): void {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const walk = (folder: string): void => {
    mkdirSync(path.join(to, folder), { recursive: true });
    for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
      const below = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(below);
      else if (entry.name.endsWith('.ts')) {
        const { outputText } = ts.transpileModule(readFileSync(path.join(ROOT, below), 'utf8'), { compilerOptions });
        writeFileSync(path.join(to, below.replace(/\.ts$/, '.js')), outputText);
      }
    }
  };
  walk('src');
  walk(path.join('test', 'bench'));
  for (const shared of ['node_modules', 'rules', 'package.json'])
    symlinkSync(path.join(ROOT, shared), path.join(to, shared));
}

function child(script: string, ...args: string[]): Measured[] {
  const run = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=4096', script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${path.basename(script)} ${args.join(' ')} failed`);
  return run.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Measured);
}

const number = (value: number | undefined | null, digits = 0): string =>
  value === undefined || value === null || Number.isNaN(value)
    ? ''
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function line(what: string, { rows, ms, ratio, peakMiB, note }: Partial<Measured>): void {
  const took = number(ms, ms !== undefined && ms < 10 ? 2 : 0);
  const times = ratio === undefined || Number.isNaN(ratio) ? '' : `${number(ratio, ratio < 10 ? 1 : 0)} x`;
  console.log(`| ${[what, number(rows), took, times, number(peakMiB), note ?? ''].join(' | ')} |`);
}

const machine = (): string =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? ''}), ${number(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

/** Scores and reports: of one ledger, and of many together. */
function supervision(folder: string): void {
  const steps = path.join(folder, 'test', 'bench', 'steps.js');
  const commands = path.join(folder, 'test', 'bench', 'supervision.js');
  const sixty = path.join(folder, 'sixty.xlsx');
  writeLedgerFile(sixty, 10_000, UNITS);
  for (const one of child(steps, 'scoring', sixty)) line(one.what, one);
  const five = path.join(folder, 'five.xlsx');
  writeLedgerFile(five, 5_000, UNITS);
  for (const one of child(commands, 'one', five, '5000')) line(one.what, one);
  const many = path.join(folder, 'many');
  mkdirSync(many);
  for (let nth = 0; nth < OFFICES; nth++) writeLedgerFile(path.join(many, `${nth + 1}.xlsx`), OFFICE_ROWS, UNITS, nth);
  for (const one of child(commands, 'many', many, String(OFFICES * OFFICE_ROWS))) line(one.what, one);
}

const HEAD = '| what | rows | ms | times as fast | peak MiB | |\n| --- | ---: | ---: | ---: | ---: | --- |';

function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'appeals-bench-'));
  try {
    compile(folder);
    if (process.argv[2] === 'supervision') {
      console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${HEAD}`);
      return supervision(folder);
    }
    const steps = path.join(folder, 'test', 'bench', 'steps.js');
    const race = path.join(folder, 'test', 'bench', 'race.js');
    const file = path.join(folder, 'ledger.xlsx');
    const { sheetBytes } = writeLedgerFile(file, ROWS);
    const size = `${number(statSync(file).size / 2 ** 20, 1)} MiB, ${number(sheetBytes / 2 ** 20)} MiB of sheet XML`;
    console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}; file of ${number(ROWS)} x 20: ${size}\n`);
    console.log(HEAD);

    // The two readers take turns, so that both see the same machine.
    const turns = [1, 2, 3].map(() => [child(steps, 'reading', file), child(steps, 'exceljs', file)] as const);
    const fastest = (at: 0 | 1): Measured => turns.map((turn) => turn[at][0]!).sort((a, b) => a.ms - b.ms)[0]!;
    const theirs = fastest(1);
    line('reading the file, best of 3', { ...fastest(0), ratio: theirs.ms / fastest(0).ms, note: 'against exceljs' });
    line('reading the file by exceljs, best of 3', theirs);
    for (const step of ['checking', 'writing', 'command'])
      for (const one of child(steps, step, file)) line(one.what, one);
    const small = path.join(folder, 'small.xlsx');
    writeLedgerFile(small, Math.min(ROWS, 5_000));
    for (const edited of [small, file]) for (const one of child(steps, 'editing', edited)) line(one.what, one);
    supervision(folder);
    for (const one of child(steps, 'checking', path.join(ROOT, 'samples', 'full-600.xlsx')))
      line(`samples/full-600.xlsx: ${one.what}`, one);
    for (const one of child(steps, 'pack')) line(one.what, one);
    for (const one of child(race)) line(`race: ${one.what}`, one);
    for (const one of child(race, 'million')) line(`race: ${one.what}`, one);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
