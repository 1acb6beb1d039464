import type { SheetGrid } from '../../src/core/ledger/grid';
import { copyGrid } from '../../src/core/ledger/cutArea';
import type { Result } from '../../src/core/problem';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';

/**
 * The same file, whose sheet is read once for the grid and the check alike, until anything in it changes. Only a
 * reading that nobody can cancel is shared.
 */
export function readOnce<File extends LiveWorkbook & object>(file: File): File {
  let last: { readonly key: string; readonly grid: Promise<Result<SheetGrid>> } | null = null;
  const readSheet: LiveWorkbook['readSheet'] = async (sheet, pace = {}) => {
    const key = `${await file.revision()}\n${sheet}`;
    if (last?.key === key) {
      const shared = await last.grid;
      if (shared.ok) return { ok: true, value: copyGrid(shared.value) };
    }
    if (pace.signal) return file.readSheet(sheet, pace);
    last = { key, grid: file.readSheet(sheet, pace) };
    const read = await last.grid;
    return read.ok ? { ok: true, value: copyGrid(read.value) } : read;
  };
  return new Proxy(file, {
    get(target, name) {
      if (name === 'readSheet') return readSheet;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
