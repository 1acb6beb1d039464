import type { PackageSheet } from '../xlsxPackage';
import { patchCells, type SheetPatches } from './cellPatch';
import { asUtf8Bytes, type PackageEdit } from './packageEdit';
import { SheetFrame } from './sheetFrame';
import { indexSheet, type SheetIndex } from './sheetIndex';

/** A sheet at hand to be changed: where its rows stand, and what stands around them. */
export interface OpenSheet {
  readonly index: SheetIndex;
  readonly frame: SheetFrame;
}

/** Opens a sheet's part, which nothing of this edit has written yet. */
export async function openSheet(edit: PackageEdit, sheet: Pick<PackageSheet, 'part'>): Promise<OpenSheet> {
  const index = indexSheet(asUtf8Bytes(await edit.bytes(sheet.part), sheet.part));
  return { index, frame: new SheetFrame(index) };
}

/** Writes what was done to a sheet's frame, and these patches; without either the part stays the very bytes it is. */
export async function saveSheet(
  edit: PackageEdit,
  sheet: Pick<PackageSheet, 'part'>,
  { index, frame }: OpenSheet,
  patches: SheetPatches,
  pause: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  if (!frame.changed && patches.size === 0) return;
  const { head, tail } = frame.result();
  const out = edit.open();
  out.text(head);
  await patchCells(index, patches, out, pause);
  out.text(tail);
  edit.setPacked(sheet.part, await out.finish());
}
