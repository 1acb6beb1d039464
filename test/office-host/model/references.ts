import { formatAddress, parseAddress, sheetPrefix, type Rect } from './a1';
import type { DefinedName } from './parts';
import { shiftRect, type Shift } from './shift';

/** A reference as a defined name holds it: the sheet, and every row and column absolute. */
export const absoluteReference = (sheet: string, rect: Rect): string =>
  `${sheetPrefix(sheet)}!${formatAddress(rect).replace(/[A-Z]+|\d+/g, '$$$&')}`;

/** Lets the names that refer to a sheet follow its cells; what they lose becomes #REF!. */
export function shiftNames(names: readonly DefinedName[], sheet: string, shift: Shift): void {
  for (const { name, rect } of referring(names, sheet)) {
    const moved = shiftRect(rect, shift);
    name.formula = moved ? `=${absoluteReference(sheet, moved)}` : `=${sheetPrefix(sheet)}!#REF!`;
  }
}

/** Lets the names that refer to a sheet follow its new name. */
export function renameInNames(names: readonly DefinedName[], before: string, after: string): void {
  for (const { name, rect } of referring(names, before)) name.formula = `=${absoluteReference(after, rect)}`;
}

/** Turns the references to a sheet that is gone into #REF!. */
export function breakNames(names: readonly DefinedName[], sheet: string): void {
  for (const { name, rect } of referring(names, sheet))
    name.formula = `=#REF!${absoluteReference(sheet, rect).slice(sheetPrefix(sheet).length + 1)}`;
}

function referring(names: readonly DefinedName[], sheet: string): { name: DefinedName; rect: Rect }[] {
  return names.flatMap((name) => {
    const address = parseAddress(name.formula.replace(/^=/, ''));
    return address?.sheet?.toLowerCase() === sheet.toLowerCase() ? [{ name, rect: address.rect }] : [];
  });
}
