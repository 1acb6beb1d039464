/**
 * One step of the command on one file, in a process of its own so that its memory is its own: reading, checking,
 * writing; the whole command; and what it is measured against. Run by run.ts, which compiles it first.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkLedger } from '../../src/app/checkLedger';
import { writeResults } from '../../src/app/writeResults';
import { scoreLedgers } from '../../src/core/scoring/board';
import { sealOf } from '../../src/core/scoring/seal';
import { openNodeXlsx } from '../../src/cli/openNodeXlsx';
import type { Pace } from '../../src/core/cancel';
import { createSession } from '../../src/core/check/session';
import { CellKind } from '../../src/core/ledger/grid';
import { civilDay } from '../../src/core/dates/civil';
import { loadRulePack } from '../../src/core/check/loadRulePack';
import { FACTS } from '../../src/core/facts/registry';
import type { PackFiles } from '../../src/core/rules/loadPack';
import type { RulePack } from '../../src/core/rules/pack';
import type { Result } from '../../src/core/problem';
import { defaultEvaluator } from '../../src/app/defaultEvaluator';
import { createRuleFolder } from '../../src/hosts/ruleFolder/ruleFolder';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { median, memory, say } from './measure';

const ROOT = path.join(__dirname, '..', '..');
const TODAY = civilDay(2021, 10, 9);
const BREATHING: Pace = { breathe: () => new Promise((resolve) => setImmediate(resolve)) };

const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

async function packFiles(): Promise<PackFiles> {
  return sure(await createRuleFolder(path.join(ROOT, 'rules')).read());
}
const loadRules = (files: PackFiles): RulePack => sure(loadRulePack(files));

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, value: T]> {
  const started = performance.now();
  const value = await work();
  return [performance.now() - started, value];
}

/** What all threads of this process took since then: on a shared machine it says more than the clock. */
function processorTime(before: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(before);
  return `${Math.round((user + system) / 1000).toLocaleString('en')} ms of processor time`;
}

const open = (file: string) => openNodeXlsx(path.basename(file), readFileSync(file));

async function readGrid(file: string) {
  const workbook = sure(await open(file));
  const [sheet] = sure(await workbook.sheets());
  return sure(await workbook.readSheet(sheet?.name ?? '', BREATHING));
}

/** Cells to edit: those that only their own case rests on, and those that other cases are compared by. */
const EDITED = [
  [
    'of its own case',
    [
      ['unit', '公证处'],
      ['timeLimit', '2021年10月1'],
      ['assignedOn', '2021年9月1'],
      ['result', '已答复'],
      ['caseLeader', '甲某'],
    ],
  ],
  [
    'that others are compared by',
    [
      ['caseNo', '甲〔2021〕'],
      ['content', '要求落实补偿'],
      ['progress', '已约谈'],
      ['status', '办理中'],
    ],
  ],
] as const;

const STEPS: Readonly<Record<string, (file: string) => Promise<void>>> = {
  /** From the bytes of the file to the cells of its sheet. */
  async reading(file) {
    const [ms, grid] = await timed(() => readGrid(file));
    say({ part: 'file', what: 'reading', rows: grid.rows.length - 1, ms, ...memory() });
  },
  async exceljs(file) {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    const [ms] = await timed(() => workbook.xlsx.readFile(file));
    const rows = (workbook.worksheets[0]?.rowCount ?? 1) - 1;
    say({ part: 'file', what: 'reading by exceljs', rows, ms, ...memory() });
  },
  /** From cells to outcomes, by the default pack: header, typed columns, facts, classification, rules. */
  async checking(file) {
    const pack = loadRules(await packFiles());
    const grid = await readGrid(file);
    global.gc?.();
    const check = async (): Promise<number> => {
      const session = createSession({ pack, evaluator: defaultEvaluator, definitions: FACTS });
      const table = sure(session.load({ grid, today: TODAY }));
      await session.check(BREATHING);
      return table.count;
    };
    const before = process.cpuUsage();
    const [ms, rows] = await timed(check);
    say({ part: 'file', what: 'checking (default pack)', rows, ms, ...memory(), note: processorTime(before) });
    const again: number[] = [];
    for (let run = 0; run < 3; run++) again.push((await timed(check))[0]);
    say({ part: 'file', what: 'checking again in the same process, median of 3', rows, ms: median(again) });
  },
  /** What comes after the check of a ledger of sixty units: its scores, then every lost point, then the seal. */
  async scoring(file) {
    const pack = loadRules(await packFiles());
    const grid = await readGrid(file);
    const session = createSession({ pack, evaluator: defaultEvaluator, definitions: FACTS });
    const table = sure(session.load({ grid, today: TODAY }));
    const checked = await session.check(BREATHING);
    const score = () =>
      sure(scoreLedgers({ ledgers: [{ file, checked }], by: 'unit', period: { kind: 'all' }, adjustments: [] }));
    const before = process.cpuUsage();
    const [first, board] = await timed(score);
    const rows = table.count;
    const note = `${board.subjects.length} units; ${processorTime(before)}`;
    say({ part: 'file', what: 'scoring by unit, first in the process', rows, ms: first, note });
    const again: number[] = [];
    for (let run = 0; run < 9; run++) again.push((await timed(score))[0]);
    say({ part: 'file', what: 'scoring again in the same process, median of 9', rows, ms: median(again) });
    const [told, lost] = await timed(() => board.subjects.reduce((sum, one) => sum + board.lostPoints(one).length, 0));
    say({ part: 'file', what: 'every lost point', rows, ms: told, note: `${lost.toLocaleString('en')} of them` });
    const [sealed] = await timed(() => sealOf(board));
    say({ part: 'file', what: 'the seal', rows, ms: sealed });
  },
  /** From a cell that changed to the outcomes of the cases that it touches. */
  async editing(file) {
    const pack = loadRules(await packFiles());
    const grid = await readGrid(file);
    const session = createSession({ pack, evaluator: defaultEvaluator, definitions: FACTS });
    const table = sure(session.load({ grid, today: TODAY }));
    await session.check(BREATHING);
    let revision = 0;
    for (const [what, fields] of EDITED) {
      const took: number[] = [];
      for (let run = 0; run < 40; run++) {
        const [field, text] = fields[run % fields.length]!;
        const row = table.rowNumbers[(run * 7919) % table.count]!;
        const cell = { row, column: table.columns.get(field)!, kind: CellKind.text, text: `${text}${run % 7}` };
        const [ms, rechecked] = await timed(() => session.applyEdits(++revision, { cells: [cell] }, BREATHING));
        if (sure(rechecked).wholeTable) throw new Error('read the whole table');
        took.push(ms);
      }
      const note = `worst ${Math.max(...took).toFixed(1)} ms`;
      say({ part: 'file', what: `one edited cell, ${what}, median of 40`, rows: table.count, ms: median(took), note });
    }
  },
  /** What comes after a check: reading once more, planning, patching the file; in memory. */
  async writing(file) {
    const workbook = sure(await open(file));
    const rules = await packFiles();
    const checked = sure(await checkLedger({ workbook, rules, sheet: null, today: TODAY, pace: BREATHING }));
    const before = process.cpuUsage();
    const [ms, bytes] = await timed(async () => {
      sure(await writeResults(workbook, checked, SPEECH, BREATHING));
      return workbook.bytes().length;
    });
    const note = `${(bytes / 2 ** 20).toFixed(1)} MiB; ${processorTime(before)}; the peak is that of all three steps`;
    say({ part: 'file', what: 'writing', rows: checked.checked.table.count, ms, ...memory(), note });
  },
  /** The command line itself, start to end. */
  async command(file) {
    const out = `${file}.out.xlsx`;
    const args = ['check', file, '--today', '2021-10-09', '--out', out, '--force', '--format', 'text'];
    const run = path.join(ROOT, 'src', 'cli', 'main.js');
    const [ms, child] = await timed(() =>
      spawnSync(process.execPath, ['--require', path.join(__dirname, 'peak.js'), run, ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    rmSync(out, { force: true });
    if ((child.status ?? 2) > 1) throw new Error(String(child.stderr));
    const peakMiB = Number(/peak (\d+)/.exec(String(child.stderr))?.[1] ?? NaN);
    say({ part: 'file', what: 'appeals check --out, the whole command', rows: NaN, ms, peakMiB });
  },
  /** How long the default pack takes to load: first in the process, and then. */
  async pack() {
    const files = await packFiles();
    const before = process.cpuUsage();
    const [first] = await timed(() => loadRules(files));
    const note = processorTime(before);
    const then: number[] = [];
    for (let run = 0; run < 15; run++) then.push((await timed(() => loadRules(files)))[0]);
    say({ part: 'pack', what: 'loading the default pack, first in a process', rows: NaN, ms: first, note });
    say({ part: 'pack', what: 'loading the default pack, median of 15', rows: NaN, ms: median(then) });
  },
};

const [step = '', file = ''] = process.argv.slice(2);
void STEPS[step]?.(file);
