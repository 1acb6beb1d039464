import { loadRulePack } from '../../../../src/core/check/loadRulePack';
import { processorTime } from '../../../support/processorTime';
import { packFiles } from '../../facts/ledger';

let once = 0;

/** How many times as long as loading the default pack this keeps the processor busy. */
export function packLoads(work: () => unknown): number {
  once ||= processorTime(() => loadRulePack(packFiles()), 5);
  return processorTime(work) / once;
}

/** What no file may take: a pack with a mistake in it is refused while its writer waits. */
export const MOST_LOADS = 100;
