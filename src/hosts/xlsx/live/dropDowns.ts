import type { CellArea } from '../../../core/ledger/grid';
import type { Result } from '../../../core/problem';
import { ok } from '../../../core/problem';
import { dropDownList } from '../../../core/writeplan/dropDownList';
import { LIST_MARKER } from '../../../core/writeplan/markers';
import type { DropDown, DropDownReport } from '../../../ports/liveWorkbook';
import { formatArea, overlaps } from '../write/areas';
import type { SheetFrame } from '../write/sheetFrame';
import { TextEdits } from '../write/textEdits';
import { attributesOf, escapeText, openTag, withAttribute } from '../write/xmlText';
import { areasOf, attributesAt, elementsNamed } from './sheetFeatures';

interface Validations {
  /** Areas with a validation of the user's own. */
  readonly theirs: readonly CellArea[];
  /** How many columns have a list of ours. */
  readonly ours: number;
}

/** A list as a validation, checked before anything is touched. */
interface WrittenList {
  readonly list: DropDown;
  readonly text: string;
}

/** The lists as they will be written. Problems: those of `dropDownList`. */
export function writtenLists(lists: readonly DropDown[]): Result<readonly WrittenList[]> {
  const written: WrittenList[] = [];
  for (const list of lists) {
    const text = dropDownList(list.choices);
    if (!text.ok) return text;
    written.push({ list, text: text.value });
  }
  return ok(written);
}

/** Takes our lists off a sheet and answers how many there were; those of the user's stay as they are. */
export function takeLists(frame: SheetFrame): number {
  return replaceLists(frame, () => []).ours;
}

/** Replaces our lists on a sheet by these, wherever the user has no validation of their own. */
export function layLists(frame: SheetFrame, lists: readonly WrittenList[]): DropDownReport {
  const leftAlone: number[] = [];
  let columns = 0;
  replaceLists(frame, (theirs) =>
    lists.flatMap(({ list, text }) => {
      const area = { top: list.first, bottom: list.last, left: list.column, right: list.column };
      if (theirs.some((other) => overlaps(other, area))) {
        leftAlone.push(list.column);
        return [];
      }
      columns++;
      return [validationXml(area, text, frame.prefix)];
    }),
  );
  return { columns, leftAlone };
}

function validationXml(area: CellArea, list: string, p: string): string {
  // Without `showErrorMessage` every other word is taken as well; its title is then never seen, and says whose it is.
  const label = `type="list" allowBlank="1" errorTitle="${LIST_MARKER}" sqref="${formatArea(area)}"`;
  const formula = `<${p}formula1>"${escapeText(list.replaceAll('"', '""'))}"</${p}formula1>`;
  return `<${p}dataValidation ${label}>${formula}</${p}dataValidation>`;
}

function replaceLists(frame: SheetFrame, lists: (theirs: readonly CellArea[]) => readonly string[]): Validations {
  const theirs: CellArea[] = [];
  for (const { xml } of frame.parts('extLst'))
    for (const validation of elementsNamed(xml, 'dataValidation'))
      for (const sqref of elementsNamed(validation, 'sqref')) theirs.push(...areasOf(sqref.replace(/<[^>]*>/g, '')));
  const part = frame.parts('dataValidations')[0];
  if (!part) {
    const added = lists(theirs);
    const p = frame.prefix;
    const label = `${p}dataValidations count="${added.length}"`;
    if (added.length > 0) frame.add('dataValidations', `<${label}>${added.join('')}</${p}dataValidations>`);
    return { theirs, ours: 0 };
  }
  const edits = new TextEdits(part.xml);
  let ours = 0;
  for (const { start, end } of edits.children) {
    const attributes = attributesAt(part.xml.slice(start, end));
    if (attributes.get('errorTitle') === LIST_MARKER) {
      ours++;
      edits.replace(start, end, '');
    } else theirs.push(...areasOf(attributes.get('sqref')));
  }
  const added = lists(theirs);
  const count = edits.children.length - ours + added.length;
  if (count === 0) part.set('');
  else {
    const tag = openTag(part.xml, edits.root);
    const counted = attributesOf(tag).has('count') ? withAttribute(tag, 'count', String(count)) : tag;
    edits.append(edits.root, added.join(''), counted);
    part.set(edits.result());
  }
  return { theirs, ours };
}
