import { Cancelled, type Pace } from '../../core/cancel';
import type { Result } from '../../core/problem';
import { attempt, damaged } from './fault';
import { knownProtection, rememberProtection } from './knownProtection';
import { findSheet, scanSheet } from './scanSheet';
import { utf8Pieces } from './utf8Pieces';
import type { PackageSheet, XlsxPackage } from './xlsxPackage';

/**
 * Whether a sheet forbids changing its cells. The element that says so stands behind all of the sheet's data, so a
 * sheet not read before is searched for it (no slower than inflating it); the answer is kept.
 */
export function isSheetProtected(pkg: XlsxPackage, sheetName: string, pace: Pace = {}): Promise<Result<boolean>> {
  return attempt(pkg.name, async () => {
    const sheet = findSheet(pkg, sheetName);
    const known = knownProtection(pkg, sheet.part);
    if (known !== undefined) return known;
    if (sheet.kind !== 'worksheet') return false;
    if (!pkg.has(sheet.part)) throw damaged('entry-missing', sheet.part);
    // The word alone proves nothing (it may stand in a comment); the scanner then reads the sheet properly.
    if (await mentionsProtection(pkg, sheet, pace)) return (await scanSheet(pkg, sheet, pace)).scanner.protected;
    rememberProtection(pkg, sheet.part, false);
    return false;
  });
}

const WORD = 'sheetProtection';
/** Position of the P: rare in sheets, so a native search for it skips nearly everything. */
const PIVOT = WORD.indexOf('P');

async function mentionsProtection(pkg: XlsxPackage, sheet: PackageSheet, pace: Pace): Promise<boolean> {
  let tail = new Uint8Array(0);
  for await (const piece of utf8Pieces(pkg.stream(sheet.part), sheet.part)) {
    if (pace.signal?.aborted) throw new Cancelled();
    const seam = new Uint8Array(tail.length + Math.min(piece.length, WORD.length));
    seam.set(tail);
    seam.set(piece.subarray(0, WORD.length), tail.length);
    if (hasWord(seam) || hasWord(piece)) return true;
    tail = (piece.length >= WORD.length ? piece : seam).slice(-WORD.length);
    await pace.breathe?.();
  }
  return false;
}

function hasWord(bytes: Uint8Array): boolean {
  search: for (let p = bytes.indexOf(0x50); p >= 0; p = bytes.indexOf(0x50, p + 1)) {
    for (let k = 0; k < WORD.length; k++) if (bytes[p - PIVOT + k] !== WORD.charCodeAt(k)) continue search;
    return true;
  }
  return false;
}
