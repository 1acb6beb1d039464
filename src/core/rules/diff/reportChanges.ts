import { settingsOf } from '../../reports/settings';
import type { RulePack } from '../pack';
import type { PackChange } from './change';

/** Differences in what reports go by, number by number. */
export function reportChanges(before: RulePack, after: RulePack): readonly PackChange[] {
  const [was, is] = [numbersOf(settingsOf(before)), numbersOf(settingsOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): PackChange[] => {
    const params = { key, before: was.get(key) ?? '', after: is.get(key) ?? '' };
    return params.before === params.after
      ? []
      : [{ area: 'reports', code: 'report-setting', subject: '', id: key, params }];
  });
}

/** Every number of the settings by the way to it: trend.leastCases, head.findings.overdue. */
function numbersOf(value: unknown, way = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[way, String(value)]]);
  const entries = value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
  return new Map(entries.flatMap(([key, own]) => [...numbersOf(own, way === '' ? key : `${way}.${key}`)]));
}
