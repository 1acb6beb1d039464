import type { XlsxPackage } from './xlsxPackage';

const known = new WeakMap<XlsxPackage, Map<string, boolean>>();

/** Keeps what a scan found out about a sheet's protection, so that nobody need go through its data again. */
export function rememberProtection(pkg: XlsxPackage, part: string, value: boolean): void {
  const parts = known.get(pkg) ?? new Map<string, boolean>();
  parts.set(part, value);
  known.set(pkg, parts);
}

/** What was kept; undefined where the sheet was not read yet. */
export const knownProtection = (pkg: XlsxPackage, part: string): boolean | undefined => known.get(pkg)?.get(part);
