import assert from 'node:assert/strict';
import type { Problem, Result } from '../../../src/core/problem';
import type { SheetGrid } from '../../../src/core/ledger/grid';
import type { Codec } from '../../../src/hosts/xlsx/inflate';
import { nodeCodec } from '../../../src/hosts/xlsx/inflateNode';
import { readSheetGrid } from '../../../src/hosts/xlsx/readSheet';
import { openPackage, type OpenOptions, type XlsxPackage } from '../../../src/hosts/xlsx/xlsxPackage';
import { seenInGrid, type SeenCell } from './referenceReader';
import { workbookBytes, type MadeWorkbook } from './readWorkbooks';

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
  return result.value;
}

/** The one problem of a result that must have failed. */
export function problemOf(result: Result<unknown>): Problem {
  assert.ok(!result.ok, 'expected a problem');
  assert.equal(result.problems.length, 1);
  return result.problems[0]!;
}

export const open = async (bytes: Uint8Array, options: OpenOptions = {}): Promise<XlsxPackage> =>
  valueOf(await openPackage('台账.xlsx', bytes, { codec: nodeCodec, ...options }));

export async function readGrid(bytes: Uint8Array, sheet = '表1', options: OpenOptions = {}): Promise<SheetGrid> {
  return valueOf(await readSheetGrid(await open(bytes, options), sheet));
}

/** The cells of the first sheet of a workbook made by hand: address -> kind, value, style. */
export async function readCells(made: MadeWorkbook, options: OpenOptions = {}): Promise<Map<string, SeenCell>> {
  return seenInGrid(await readGrid(workbookBytes(made), '表1', options));
}

/** As `readCells`, values alone. */
export async function readValues(made: MadeWorkbook): Promise<Record<string, string | number>> {
  const cells = await readCells(made);
  return Object.fromEntries([...cells].map(([address, { value }]) => [address, value]));
}

/** A codec that hands the inflated bytes out in pieces of the given size. */
export const inPieces = (size: number): Codec => ({
  ...nodeCodec,
  async *inflate(compressed) {
    for await (const piece of nodeCodec.inflate(compressed))
      for (let from = 0; from < piece.length; from += size) yield piece.slice(from, from + size);
  },
});
