import { problem, type Problem } from '../../core/problem';

/** What a file that is no zip turns out to be; the parameter `found` of `file-is-not-xlsx`. */
export type FoundKind =
  'empty' | 'html' | 'xml-spreadsheet' | 'xml' | 'text' | 'pdf' | 'rtf' | 'image' | 'rar' | 'ole' | 'unknown';

/**
 * Why these bytes can't be a workbook of ours, told by what they are and never by the file's name; null where they
 * start like a zip. Codes: `file-is-empty`, `file-is-old-xls`, `file-is-encrypted`, `file-is-damaged`, `file-is-not-xlsx`.
 */
export function sniffProblem(bytes: Uint8Array): Problem | null {
  if (bytes.length === 0) return problem('file-is-empty');
  if (startsWith(bytes, [0x50, 0x4b])) return null;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffOle(bytes);
  // Excel 2 to 4 wrote its records without a container around them.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]!) && bytes[3] === 0)
    return problem('file-is-old-xls');
  return problem('file-is-not-xlsx', { found: sniffOther(bytes) });
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);

/** Excel 97-2003 workbooks and encrypted workbooks are both OLE containers: their streams tell which. */
function sniffOle(bytes: Uint8Array): Problem {
  const names = oleStreamNames(bytes);
  if (names === null) return problem('file-is-damaged', { reason: 'truncated', part: '' });
  if (names.has('workbook') || names.has('book')) return problem('file-is-old-xls');
  if (names.has('encryptedpackage')) return problem('file-is-encrypted');
  return problem('file-is-not-xlsx', { found: 'ole' });
}

/** Lower-case names of the entries in an OLE container's directory; null where it can't be followed. */
function oleStreamNames(bytes: Uint8Array): Set<string> | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const offset = (sector: number): number => (sector + 1) * sectorSize;
  const names = new Set<string>();
  const seen = new Set<number>();
  for (let sector = view.getUint32(48, true); sector < 0xfffffffa; sector = nextSector(view, sector, sectorSize)) {
    if (seen.has(sector) || offset(sector) + sectorSize > bytes.length) return names.size > 0 ? names : null;
    seen.add(sector);
    for (let at = offset(sector); at < offset(sector) + sectorSize; at += 128) {
      const length = Math.min(view.getUint16(at + 64, true), 64);
      let name = '';
      for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      if (view.getUint8(at + 66) !== 0) names.add(name.toLowerCase());
    }
  }
  return names;
}

/** Follows the allocation table, whose first 109 sectors the header lists: enough for any directory we meet. */
function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return 0xfffffffe;
  const table = view.getUint32(76 + index * 4, true);
  const at = (table + 1) * sectorSize + (sector % perSector) * 4;
  return at + 4 > view.byteLength ? 0xfffffffe : view.getUint32(at, true);
}

function sniffOther(bytes: Uint8Array): FoundKind {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return 'rar';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image';
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const head = latin(bytes.subarray(0, 4096), wide).trimStart().toLowerCase();
  if (/^<\?xml/.test(head))
    return head.includes('schemas-microsoft-com:office:spreadsheet') ? 'xml-spreadsheet' : 'xml';
  if (/^(<!doctype html|<html|<table|<meta|<head|<style|<div|mime-version:)/.test(head)) return 'html';
  return !wide && hasControls(bytes.subarray(0, 4096)) ? 'unknown' : 'text';
}

function latin(bytes: Uint8Array, wide: boolean): string {
  let text = '';
  for (const byte of bytes) if (byte !== 0 || !wide) text += String.fromCharCode(byte);
  return text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}

const hasControls = (bytes: Uint8Array): boolean =>
  bytes.some(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b,
  );
