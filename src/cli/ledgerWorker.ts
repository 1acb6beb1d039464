import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, checkToSend } from '../app/sentLedger';
import { readLedgerFile } from './ledgerFile';
import type { PoolOrder, WorkerAnswer } from './ledgerPool';
import { openNodeXlsx } from './openNodeXlsx';

/** A thread that reads and checks the ledgers it is told, one after another. */
const { packs, sheet, today } = workerData as PoolOrder;
const [first, ...moreRules] = packs;

parentPort?.on('message', (file: string) => {
  void answer(file).then((said) => {
    const buffers = 'result' in said && said.result.ok ? buffersOf(said.result.value) : [];
    parentPort?.postMessage(said, buffers);
  });
});

async function answer(file: string): Promise<WorkerAnswer> {
  try {
    const bytes = await readLedgerFile(file);
    const workbook = bytes.ok ? await openNodeXlsx(path.basename(file), bytes.value) : bytes;
    if (!workbook.ok) return { file, result: workbook };
    const rules = first?.files ?? new Map<string, string>();
    return { file, result: await checkToSend({ workbook: workbook.value, rules, moreRules, sheet, today }) };
  } catch (error) {
    return { file, failed: error instanceof Error ? error.message : String(error) };
  }
}
