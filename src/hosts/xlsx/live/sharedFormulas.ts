import type { CellArea } from '../../../core/ledger/grid';
import { formatArea } from '../write/areas';
import { addPatch, type SheetPatches } from '../write/cellPatch';
import { escapeAttribute, escapeText } from '../write/xmlText';
import { withFormula } from './editedCell';
import { shiftFormula } from './formulaText';
import type { FormulaCell } from './sheetFormulas';

/**
 * Keeps shared formulas whole whose first cell, which alone writes them out, is overwritten: the next cell of a row
 * or column of them takes its part; cells that cover a rectangle get the formula each for themselves.
 */
export function keepShared(
  formulas: readonly FormulaCell[],
  isOverwritten: (row: number, column: number) => boolean,
  patches: SheetPatches,
): void {
  for (const first of formulas) {
    if (first.shared === null || first.area === null || first.text === '') continue;
    if (!isOverwritten(first.row, first.column)) continue;
    const rest = formulas.filter(
      (cell) => cell.shared === first.shared && cell !== first && !isOverwritten(cell.row, cell.column),
    );
    const heir = rest[0];
    if (!heir) continue;
    const text = (cell: FormulaCell): string =>
      escapeText(shiftFormula(first.text, cell.row - first.row, cell.column - first.column));
    if (new Set(rest.map((cell) => cell.row)).size === 1 || new Set(rest.map((cell) => cell.column)).size === 1) {
      const label = `t="shared" ref="${formatArea(around(rest))}" si="${escapeAttribute(first.shared)}"`;
      replace(heir, (p) => `<${p}f ${label}>${text(heir)}</${p}f>`, patches);
    } else for (const cell of rest) replace(cell, (p) => `<${p}f>${text(cell)}</${p}f>`, patches);
  }
}

const replace = (cell: FormulaCell, formula: (prefix: string) => string, patches: SheetPatches): void =>
  addPatch(patches, cell.row, cell.column, (written) => withFormula(written, formula));

const around = (cells: readonly FormulaCell[]): CellArea => ({
  top: Math.min(...cells.map((cell) => cell.row)),
  left: Math.min(...cells.map((cell) => cell.column)),
  bottom: cells.reduce((last, cell) => Math.max(last, cell.row), 0),
  right: cells.reduce((last, cell) => Math.max(last, cell.column), 0),
});
