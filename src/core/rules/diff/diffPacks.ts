import type { RulePack } from '../pack';
import { CHANGE_AREAS, isSame, type PackChange } from './change';
import { dataChanges, wordChanges } from './dataChanges';
import { effectiveParams, ruleChanges } from './ruleChanges';
import { reportChanges } from './reportChanges';
import { scoringChanges } from './scoringChanges';

/**
 * What changed from one pack to another, area by area. Orders and line breaks are no change: where only they differ,
 * the checksums differ and the list is empty.
 */
export function diffPacks(before: RulePack, after: RulePack): readonly PackChange[] {
  const changes = [
    ...headChanges(before, after),
    ...ruleChanges(before, after),
    ...wordChanges(before, after),
    ...dataChanges(before, after),
    ...scoringChanges(before, after),
    ...reportChanges(before, after),
  ];
  return CHANGE_AREAS.flatMap((area) => changes.filter((change) => change.area === area));
}

function headChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const head = { area: 'pack', subject: '' } as const;
  return [
    ...(['name', 'title', 'version', 'owner'] as const).flatMap((key): PackChange[] =>
      before[key] === after[key]
        ? []
        : [{ ...head, code: `pack-${key}`, id: key, params: { before: before[key], after: after[key] } }],
    ),
    ...(isSame(before.effective, after.effective)
      ? []
      : [{ ...head, code: 'pack-effective', id: 'effective', params: effectiveParams(before, after) }]),
  ];
}
