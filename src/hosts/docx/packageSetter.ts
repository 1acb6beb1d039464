import { PageBreak, Paragraph, Table, TableCell, TableRow } from 'docx';
import { chartOf } from './bars';
import type { Setter } from './setter';
import { runsOf, textRun } from './text';

/** What the docx package is made of. */
export interface PackageMade {
  readonly block: Paragraph | Table;
  readonly row: TableRow;
  readonly cell: TableCell;
}

/** Sets documents as objects of the docx package. */
export const packageSetter: Setter<PackageMade> = {
  paragraph: (form, text) => new Paragraph({ ...form, children: runsOf(text).map(textRun) }),
  pageBreak: () => new Paragraph({ children: [new PageBreak()] }),
  table: (form, rows) => new Table({ ...form, rows }),
  row: (form, children) => new TableRow({ ...form, children }),
  cell: (form, children) => new TableCell({ ...form, children }),
  chart: chartOf,
};
