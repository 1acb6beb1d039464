import { loadRulePack } from '../core/check/loadRulePack';
import { factTypes, factValues } from '../core/facts/registry';
import { ok, type Problem, type Result } from '../core/problem';
import { lintPack } from '../core/rules/lint/lintPack';
import type { PackFiles } from '../core/rules/loadPack';
import type { RulePack } from '../core/rules/pack';

/** What `appeals rules check` has to say of a pack that loads. */
export interface CheckedRules {
  readonly pack: RulePack;
  readonly examples: number;
  /** Examples that are not judged as they say. */
  readonly failures: readonly Problem[];
  /** What its editor may not have meant, by file and position. */
  readonly warnings: readonly Problem[];
}

/** Loads a pack, runs all its examples, and looks for what loading can't refuse; mistakes in loading are the problems. */
export function checkRules(files: PackFiles): Result<CheckedRules> {
  const loaded = loadRulePack(files);
  if (!loaded.ok) return loaded;
  const pack = loaded.value;
  const { failures, warnings } = lintPack(pack, files, { types: factTypes(pack.fields), values: closedValues(pack) });
  const order = [...files.keys()];
  return ok({
    pack,
    examples: pack.rules.reduce((sum, rule) => sum + Object.values(rule.examples).flat().length, 0),
    failures: byPlace(failures, order),
    warnings: byPlace([...loaded.warnings, ...warnings], order),
  });
}

/** The values of facts and fields that can take no other. */
function closedValues(pack: RulePack): ReadonlyMap<string, readonly string[]> {
  const values = new Map(factValues());
  for (const { id, type, vocabulary } of pack.fields) {
    const found = vocabulary === undefined ? undefined : pack.vocabularies.get(vocabulary);
    if (type === 'enum' && found && !found.open)
      values.set(
        id,
        found.values.map(({ value }) => value),
      );
  }
  return values;
}

function byPlace(problems: readonly Problem[], order: readonly string[]): readonly Problem[] {
  const rank = ({ place }: Problem): number => order.indexOf(place?.file ?? '');
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
