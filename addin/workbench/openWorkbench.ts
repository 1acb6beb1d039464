import { ok, type Result } from '../../src/core/problem';
import type { Checker, PackInfo } from '../../src/ports/checker';
import type { OpenFile, OpenedFile, Sample, Surroundings } from '../../src/ports/workbench';
import { createBreathe } from '../worker/rpc/breathe';
import { workerChannel } from '../worker/rpc/channels';
import { createPeer } from '../worker/rpc/peer';
import { CHECKER, OPEN_FILE } from '../worker/shapes';

/** What the workbench is made of: the file in the worker, the check over it, what was opened to begin with. */
export interface Workbench {
  readonly file: OpenFile;
  readonly checker: Checker;
  readonly opened: OpenedFile;
  readonly sample: Sample;
  /** The rules that stand beside the page, to go back to when others were tried. */
  readonly rules: ReadonlyMap<string, Uint8Array>;
  readonly pack: PackInfo;
}

/** Starts from the sample ledger and the rules that stand beside the page. */
export async function openWorkbench(worker: Worker, surroundings: Surroundings): Promise<Result<Workbench>> {
  const peer = createPeer(workerChannel(worker), createBreathe());
  const file = peer.remote('file', OPEN_FILE);
  const checker = peer.remote('checker', CHECKER);
  const [rules, sample] = await Promise.all([surroundings.rules.read(), surroundings.sample()]);
  if (!rules.ok) return rules;
  if (!sample.ok) return sample;
  const opened = await file.open(sample.value.name, sample.value.bytes);
  if (!opened.ok) return opened;
  const pack = await checker.useRules(rules.value);
  if (!pack.ok) return pack;
  return ok({ file, checker, opened: opened.value, sample: sample.value, rules: rules.value, pack: pack.value });
}
