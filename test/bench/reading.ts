/**
 * How fast and how large: a ledger of 100,000 x 20 read by us and by exceljs, and refusals, each in a process of its own.
 * Run: npx tsx test/bench/reading.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCodec } from '../../src/hosts/xlsx/inflateNode';
import { readSheetGrid } from '../../src/hosts/xlsx/readSheet';
import { openPackage } from '../../src/hosts/xlsx/xlsxPackage';
import { writeLedgerFile } from './ledgerFile';
import { refusedFiles } from '../hosts/xlsx/readRefused';

interface Measured {
  readonly what: string;
  readonly ms: number;
  readonly rssMiB: number;
  readonly cells?: number;
}

const MiB = 1024 * 1024;
const ROWS = 100_000;

async function readByUs(path: string): Promise<string | number> {
  const opened = await openPackage(path, readFileSync(path), { codec: nodeCodec });
  if (!opened.ok) return opened.problems.map((p) => p.code).join();
  const grid = await readSheetGrid(opened.value, opened.value.sheets[0]?.name ?? '');
  if (!grid.ok) return grid.problems.map((p) => p.code).join();
  return grid.value.columns.reduce((sum, c) => sum + c.kinds.reduce((n, kind) => n + (kind > 0 ? 1 : 0), 0), 0);
}

async function readByExceljs(path: string): Promise<number> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  let cells = 0;
  workbook.worksheets[0]?.eachRow((row) => row.eachCell(() => cells++));
  return cells;
}

async function child(mode: string, path: string): Promise<void> {
  const started = performance.now();
  const answer = await (mode === 'exceljs' ? readByExceljs(path) : readByUs(path));
  const ms = performance.now() - started;
  process.stdout.write(JSON.stringify({ answer, ms, rssMiB: process.resourceUsage().maxRSS / 1024 }));
}

function measure(mode: string, path: string): { answer: string | number; ms: number; rssMiB: number } {
  const run = spawnSync(process.execPath, [...process.execArgv, __filename, mode, path], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { answer: string | number; ms: number; rssMiB: number };
}

function report({ what, ms, rssMiB, cells }: Measured): void {
  const count = cells === undefined ? '' : `  ${cells.toLocaleString('en')} cells`;
  console.log(`${what.padEnd(28)} ${ms.toFixed(0).padStart(7)} ms  ${rssMiB.toFixed(0).padStart(5)} MiB peak${count}`);
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'appeals-bench-'));
  try {
    const path = join(folder, 'ledger.xlsx');
    const { sheetBytes } = writeLedgerFile(path, ROWS);
    console.log(
      `${ROWS} x 20, ${(statSync(path).size / MiB).toFixed(1)} MiB, ${(sheetBytes / MiB).toFixed(0)} MiB of sheet XML`,
    );
    const runs = [1, 2, 3].map(() => measure('ours', path)).sort((a, b) => a.ms - b.ms);
    const ours = runs[1]!;
    report({ what: 'ours (median of 3)', ...ours, cells: Number(ours.answer) });
    const exceljs = measure('exceljs', path);
    report({ what: 'exceljs', ...exceljs, cells: Number(exceljs.answer) });
    console.log(`ratio ${(exceljs.ms / ours.ms).toFixed(1)}`);
    for (const { name, bytes } of refusedFiles()) {
      const refused = join(folder, `${name}.xlsx`);
      writeFileSync(refused, bytes);
      const run = measure('ours', refused);
      report({ what: `refused: ${name}`, ...run });
      console.log(`${' '.repeat(29)}${run.answer}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [mode, path] = process.argv.slice(2);
if (mode !== undefined && path !== undefined) void child(mode, path);
else main();
