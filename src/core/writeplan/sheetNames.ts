import { numberedName } from './wording';

/** Excel's bound on the name of a sheet. */
const MAX_SHEET_NAME = 31;

/** Excel compares the names of sheets without case. */
export const sameSheet = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The wanted name of a sheet as Excel takes it, numbered where sheets of that name are there already. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const base = wanted.replace(/[[\]:*?/\\]/g, ' ').slice(0, MAX_SHEET_NAME);
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : numberedName('', n);
    const name = base.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
    if (!taken.some((other) => sameSheet(other, name))) return name;
  }
}
