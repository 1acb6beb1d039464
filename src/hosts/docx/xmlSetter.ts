import { Paragraph, Table, TableCell, TableRow, type XmlComponent } from 'docx';
import { elementXml, escapeXml } from './elementXml';
import { packageSetter } from './packageSetter';
import type { Setter } from './setter';
import { runsOf, textRun, type Run } from './text';

/** Everything as the XML of it. */
export interface XmlMade {
  readonly block: string;
  readonly row: string;
  readonly cell: string;
}

/** What stands around the content of an element: the same for all that are set alike. */
interface Shell {
  readonly before: string;
  readonly after: string;
}

/**
 * Sets documents as the XML that the docx package would write them as. The package is asked once for each form that comes
 * up, and what differs from one document to the next is put inside: by itself it takes a millisecond for a row of a table.
 */
export function xmlSetter(): Setter<XmlMade> {
  const paragraphs = keptShells();
  const tables = keptShells();
  const rows = keptShells();
  const cells = keptShells();
  const runs = new Map<number, Shell>();
  const runXml = (run: Run): string => {
    const kind = (run.isGap ? 1 : 0) + (run.startsLine ? 2 : 0) + (run.startsTab ? 4 : 0);
    let shell = runs.get(kind);
    if (shell === undefined) runs.set(kind, (shell = aroundText(textRun({ ...run, line: SOME_TEXT }))));
    return fill(shell, escapeXml(run.line));
  };
  const pageBreak = elementXml(packageSetter.pageBreak());
  const emptyParagraph = elementXml(new Paragraph({}));
  return {
    paragraph: (form, text) => {
      const shell = paragraphs(form, () => around('w:r', packageSetter.paragraph(form, SOME_TEXT)));
      return fill(shell, text === '' ? '' : runsOf(text).map(runXml).join(''));
    },
    pageBreak: () => pageBreak,
    table: (form, made) =>
      fill(
        tables(form, () => around('w:tr', new Table({ ...form, rows: [someRow()] }))),
        made.join(''),
      ),
    row: (form, made) =>
      fill(
        rows(form, () => around('w:tc', new TableRow({ ...form, children: [someCell()] }))),
        made.join(''),
      ),
    cell: (form, made) => {
      const shell = cells(form, () => around('w:p', new TableCell({ ...form, children: [someParagraph()] })));
      // The package sees to it that a cell ends with a paragraph.
      const isEnded = made.at(-1)?.startsWith('<w:p>') === true;
      return fill(shell, made.join('') + (isEnded ? '' : emptyParagraph));
    },
    chart: () => {
      throw new RangeError('a chart is more than XML of the document: it is a part of its own');
    },
  };
}

const fill = ({ before, after }: Shell, content: string): string => before + content + after;

/** What is put where the content goes, only to see where that is. */
const SOME_TEXT = '文';
const someParagraph = (): Paragraph => new Paragraph({ text: SOME_TEXT });
const someCell = (): TableCell => new TableCell({ children: [someParagraph()] });
const someRow = (): TableRow => new TableRow({ children: [someCell()] });

/** An element without its only child of a name. */
function around(child: string, element: XmlComponent): Shell {
  const xml = elementXml(element);
  const end = `</${child}>`;
  return { before: xml.slice(0, xml.indexOf(`<${child}>`)), after: xml.slice(xml.lastIndexOf(end) + end.length) };
}

function aroundText(run: XmlComponent): Shell {
  const [before = '', after = ''] = elementXml(run).split(SOME_TEXT);
  return { before, after };
}

/** Shells by what elements are set by. */
function keptShells(): (form: object, make: () => Shell) => Shell {
  const kept = new Map<string, Shell>();
  return (form, make) => {
    const key = JSON.stringify(form);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    return made;
  };
}
