import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { run } from '../../src/cli/run';
import { PipeClosed, type Terminal } from '../../src/cli/terminal';
import { civilDay } from '../../src/core/dates/civil';
import { HEADINGS, row } from '../app/ledgers';

export const RULES = path.resolve(__dirname, '../../rules');

/** What a command said and answered. */
export interface Said {
  readonly status: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly err: readonly string[];
}

/** Runs a command line in this process. */
export async function appeals(args: readonly string[], own: Partial<Terminal> = {}): Promise<Said> {
  let out = '';
  const err: string[] = [];
  const status = await run(args, {
    print: (text) => {
      out += text;
      return Promise.resolve();
    },
    complain: (line) => void err.push(line),
    showProgress: () => undefined,
    clearProgress: () => undefined,
    today: () => civilDay(2021, 10, 9),
    defaultRules: RULES,
    version: () => '0.0.0',
    signal: { aborted: false },
    ...own,
  });
  return { status, out, err };
}

/** A folder of its own for each test, removed at the end. */
export function useFolder(): (name: string) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'appeals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}

/** A ledger file: 台账 with a title, headings and the given rows, and a sheet of notes beside it. */
export async function writeLedger(file: string, ...rows: (readonly string[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  sheet.addRow(['某县司法局诉求台账']);
  sheet.addRow(HEADINGS);
  for (const cells of rows) sheet.addRow(cells);
  workbook.addWorksheet('说明').addRow(['本台账为测试所造']);
  workbook.addWorksheet('人员名册').addRows([['姓名'], ['测试乙']]);
  await workbook.xlsx.writeFile(file);
}

export const LATE = row(1, { 办理时限: '2021-10-08' });
export const FINE = row(2);
export { PipeClosed };
