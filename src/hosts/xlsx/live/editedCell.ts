import { address, CellKind } from '../../../core/ledger/grid';
import { cellText } from '../../../core/writeplan/cellContent';
import type { CellEdit } from '../../../ports/liveWorkbook';
import { textElement } from '../write/cellXml';
import { TextEdits } from '../write/textEdits';
import { escapeText, openTag, withoutAttributes } from '../write/xmlText';
import type { OverlaidCell } from './overlay';

/** What someone typed as it reads afterwards. */
export function typedCell(value: CellEdit['value'], style: number): OverlaidCell {
  const plain = { number: 0, text: '', style };
  if (typeof value === 'number') return { ...plain, kind: CellKind.number, number: value };
  if (typeof value === 'boolean') return { ...plain, kind: CellKind.boolean, number: Number(value) };
  const text = value === null ? '' : cellText(value);
  return text === '' ? { ...plain, kind: CellKind.blank } : { ...plain, kind: CellKind.text, text };
}

/** A cell as it is to be written; '' for a blank one that has no look to keep. Text is never written as a formula. */
export function typedCellXml(row: number, column: number, cell: OverlaidCell, prefix: string): string {
  const p = prefix;
  const look = cell.style ? ` s="${cell.style}"` : '';
  const place = `${p}c r="${address(row, column)}"${look}`;
  switch (cell.kind) {
    case CellKind.text:
      return `<${place} t="inlineStr"><${p}is>${textElement(cell.text, p)}</${p}is></${p}c>`;
    case CellKind.number:
      return `<${place}><${p}v>${cell.number}</${p}v></${p}c>`;
    case CellKind.boolean:
      return `<${place} t="b"><${p}v>${cell.number}</${p}v></${p}c>`;
    default:
      return look === '' ? '' : `<${place}/>`;
  }
}

/** A formula's cell without the value it had: whoever calculates fills it in again. */
export function withoutValue(cell: string): string {
  if (cell === '') return cell;
  const edits = new TextEdits(cell);
  for (const child of edits.children)
    if (child.local === 'v' || child.local === 'is') edits.replace(child.start, child.end, '');
  edits.retag(edits.root, withoutAttributes(openTag(cell, edits.root), ['t']));
  return edits.result();
}

/** A cell with its formula in other words, of the same kind as before. */
export function withFormulaText(cell: string, text: string): string {
  const edits = new TextEdits(cell);
  const element = edits.child('f');
  if (element) edits.replace(element.openEnd, element.closeStart, escapeText(text));
  return edits.result();
}

/** A cell with another formula element altogether. */
export function withFormula(cell: string, formula: (prefix: string) => string): string {
  const edits = new TextEdits(cell);
  const element = edits.child('f');
  if (element) edits.replace(element.start, element.end, formula(edits.prefix));
  return edits.result();
}
