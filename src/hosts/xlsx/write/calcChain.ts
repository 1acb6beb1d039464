import { columnNumber } from '../../../core/ledger/grid';
import { TextEdits } from './textEdits';
import { attributesOf, openTag, withAttribute } from './xmlText';

/**
 * The calculation chain without the cells that no longer hold a formula, or null where none is left (an empty chain
 * is not allowed). A cell that names no sheet is of the sheet of the one before it, and stays so.
 */
export function dropFromCalcChain(
  text: string,
  isGone: (sheetId: string, row: number, column: number) => boolean,
): string | null {
  const edits = new TextEdits(text);
  let sheet = '';
  let stated = '';
  let left = 0;
  for (const cell of edits.children) {
    const tag = openTag(text, cell);
    const attributes = attributesOf(tag);
    sheet = attributes.get('i') ?? sheet;
    const match = /^([A-Za-z]+)(\d+)$/.exec(attributes.get('r') ?? '');
    if (cell.local === 'c' && match && isGone(sheet, Number(match[2]), columnNumber(match[1]!))) {
      edits.replace(cell.start, cell.end, '');
      continue;
    }
    left++;
    // The cell that said which sheet follows may have gone.
    if (!attributes.has('i') && sheet !== stated) edits.retag(cell, withAttribute(tag, 'i', sheet));
    stated = sheet;
  }
  return left === 0 ? null : edits.result();
}
