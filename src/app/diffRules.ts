import { loadRulePack } from '../core/check/loadRulePack';
import { fail, ok, type Problem, type Result } from '../core/problem';
import type { PackChange } from '../core/rules/diff/change';
import { diffPacks } from '../core/rules/diff/diffPacks';
import type { RulePack } from '../core/rules/pack';
import { insideFolder, type NamedFiles } from './rulePacks';

/** Two packs and what changed from the one to the other. */
export interface RulesDiff {
  readonly before: RulePack;
  readonly after: RulePack;
  readonly changes: readonly PackChange[];
}

/** Compares two packs; where one of them does not load, the mistakes of both, each led by its folder. */
export function diffRules(before: NamedFiles, after: NamedFiles): Result<RulesDiff> {
  const [old, fresh] = [before, after].map(({ files }) => loadRulePack(files));
  if (old?.ok && fresh?.ok)
    return ok({ before: old.value, after: fresh.value, changes: diffPacks(old.value, fresh.value) });
  const slips = (loaded: typeof old, { folder }: NamedFiles): readonly Problem[] =>
    loaded && !loaded.ok ? insideFolder(loaded.problems, folder) : [];
  return fail(...slips(old, before), ...slips(fresh, after));
}
