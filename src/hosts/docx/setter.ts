import type { IParagraphOptions, ITableCellOptions, ITableOptions, ITableRowOptions } from 'docx';
import type { DocumentBars } from '../../core/reports/document';

/** What documents are made of: paragraphs and tables, rows and cells of tables. */
export interface Made {
  readonly block: unknown;
  readonly row: unknown;
  readonly cell: unknown;
}

/**
 * What sets a document's pieces: by the docx package (`packageSetter`), or as the XML that the package would write
 * (`xmlSetter`), which is much quicker where there are many documents of one form.
 */
export interface Setter<M extends Made = Made> {
  /** A paragraph of a text: see `runsOf`. */
  paragraph(form: ParagraphForm, text: string): M['block'];
  pageBreak(): M['block'];
  table(form: TableForm, rows: readonly M['row'][]): M['block'];
  row(form: RowForm, cells: readonly M['cell'][]): M['row'];
  cell(form: CellForm, children: readonly M['block'][]): M['cell'];
  chart(chart: DocumentBars): M['block'];
}

export type ParagraphForm = Omit<IParagraphOptions, 'text' | 'children'>;
export type TableForm = Omit<ITableOptions, 'rows'>;
export type RowForm = Omit<ITableRowOptions, 'children'>;
export type CellForm = Omit<ITableCellOptions, 'children'>;
