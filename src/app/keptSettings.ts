import { ok, type Result } from '../core/problem';
import type { LiveWorkbook } from '../ports/liveWorkbook';
import type { Workbook } from '../ports/workbook';

/** What we keep in a workbook, by the part of the program that keeps it. */
export const SETTING = {
  /** What people corrected in the mapping of columns, by sheet: see `keptCorrection`. */
  mapping: 'mapping',
  /** Fields whose columns offer a list to choose from, by sheet. */
  dropDowns: 'dropDowns',
} as const;

const isLive = (workbook: Workbook): workbook is LiveWorkbook => 'settings' in workbook;

/** What is kept in the workbook; nothing where its host keeps nothing. */
export async function keptSettings(workbook: Workbook): Promise<Result<ReadonlyMap<string, string>>> {
  return isLive(workbook) ? workbook.settings() : ok(new Map());
}

/** A setting as the value it was made from; null where there is none or it is no JSON (another program's, cut off). */
export function settingValue(settings: ReadonlyMap<string, string>, key: string): unknown {
  const text = settings.get(key);
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
