import type { CellArea } from '../../../core/ledger/grid';
import { formatArea, parseArea } from './areas';
import { TextEdits } from './textEdits';
import { attributesOf, elementsIn, openTag, withAttribute } from './xmlText';

/** The area without those of its last columns that are named: what is left where they go. */
export function withoutLast(area: CellArea, columns: ReadonlySet<number>): CellArea {
  let { right } = area;
  while (right > area.left && columns.has(right)) right--;
  return right === area.right ? area : { ...area, right };
}

/** A filter (its element) over a narrower area: criteria and orders of the columns that go, go with them. */
export function shrinkFilter(xml: string, area: CellArea): string {
  const edits = new TextEdits(xml);
  const tag = openTag(xml, edits.root);
  const was = parseArea(attributesOf(tag).get('ref'));
  if (!was || was.right <= area.right) return xml;
  edits.retag(edits.root, withAttribute(tag, 'ref', formatArea({ ...was, right: area.right })));
  for (const child of edits.children) {
    if (child.local === 'filterColumn') {
      const column = was.left + Number(attributesOf(openTag(xml, child)).get('colId'));
      if (column > area.right) edits.replace(child.start, child.end, '');
    } else if (child.local === 'sortState')
      edits.replace(child.start, child.end, shrinkSort(xml.slice(child.start, child.end), area.right));
  }
  return edits.result();
}

/** An order of rows (its element) that reaches no further than a column; '' where nothing of it is left. */
export function shrinkSort(xml: string, right: number): string {
  const edits = new TextEdits(xml);
  const conditions = elementsIn(xml, edits.root).filter((child) => child.local === 'sortCondition');
  const gone = conditions.filter((child) => {
    const by = parseArea(attributesOf(openTag(xml, child)).get('ref'));
    return by !== null && by.left > right;
  });
  if (conditions.length > 0 && gone.length === conditions.length) return '';
  for (const child of gone) edits.replace(child.start, child.end, '');
  const tag = openTag(xml, edits.root);
  const was = parseArea(attributesOf(tag).get('ref'));
  if (was && was.right > right) edits.retag(edits.root, withAttribute(tag, 'ref', formatArea({ ...was, right })));
  return edits.result();
}
