import type { CivilDay } from '../../core/dates/civil';
import type { DayRun, ProofStep } from '../../core/dates/due';
import type { TimelineRun } from '../../ports/checker';

type Step<K extends ProofStep['step']> = Extract<ProofStep, { readonly step: K }>;

/**
 * The days from a period's start to its last, run by run without a gap: counted, passed over, worked in exchange, rolled.
 * Empty where no period was counted, for a date that someone wrote.
 */
export function timelineOf(proof: readonly ProofStep[]): readonly TimelineRun[] {
  const of = <K extends ProofStep['step']>(step: K): Step<K> | undefined =>
    proof.find((one): one is Step<K> => one.step === step);
  const [start, count, result] = [of('start'), of('count'), of('result')];
  if (!start || !count || !result) return [];
  const runs: TimelineRun[] = [{ from: start.on, to: start.on, kind: 'start', name: '' }];
  const roll = of('roll');
  const special = [
    ...(of('skipped')?.runs.map((run) => ({ ...run, kind: 'skipped' as const })) ?? []),
    ...(of('made-up')?.runs.map((run) => ({ ...run, kind: 'madeUp' as const })) ?? []),
    ...(roll?.runs.map((run) => ({ ...run, kind: 'rolled' as const })) ?? []),
  ].sort((a, b) => a.from - b.from);
  let day: CivilDay = count.from;
  for (const run of special) {
    push(runs, 'counted', day, run.from - 1);
    push(runs, run.kind, run.from, Math.min(run.to, result.on - 1), nameOf(run));
    day = Math.max(day, run.to + 1);
  }
  push(runs, 'counted', day, result.on - 1);
  runs.push({ from: result.on, to: result.on, kind: 'due', name: '' });
  return runs;
}

function push(runs: TimelineRun[], kind: TimelineRun['kind'], from: CivilDay, to: CivilDay, name = ''): void {
  if (from <= to) runs.push({ from, to, kind, name });
}

const nameOf = ({ why, name }: DayRun): string => (why === 'weekend' ? '' : name);
