import { AlignmentType, BorderStyle, HeightRule, TableLayoutType, VerticalAlignTable, WidthType } from 'docx';
import type { DocumentForm, DocumentTable } from '../../core/reports/document';
import { LINE, TEXT_WIDTH } from './form';
import { LOOKS, type TextLook } from './looks';
import type { Made, Setter } from './setter';
import { paragraph } from './text';

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 } as const;
/** Room for a pen. */
const FORM_ROW = 510;
/** Of a form's width: the two labels, the two texts. */
const FORM_SHARES = [17, 33, 17, 33];

/** How a cell is set: `keep` holds its row together with the next. */
interface CellLook {
  readonly width: number;
  readonly span?: number;
  readonly align: 'left' | 'center';
  readonly look: TextLook;
  readonly keep: boolean;
}

const cell = <M extends Made>(
  setter: Setter<M>,
  text: string,
  { width, span = 1, align, look, keep }: CellLook,
): M['cell'] =>
  setter.cell(
    {
      columnSpan: span,
      width: { size: width, type: WidthType.DXA },
      margins: MARGINS,
      verticalAlign: VerticalAlignTable.CENTER,
    },
    [
      setter.paragraph(
        {
          style: look.id,
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          ...(keep ? { keepNext: true } : {}),
        },
        text,
      ),
    ],
  );

/** Whole twips for shares of the text's width; the last takes the rest. */
function widthsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / sum));
  const rest = TEXT_WIDTH - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

const grid = <M extends Made>(
  setter: Setter<M>,
  rows: readonly M['row'][],
  columnWidths: readonly number[],
): M['block'] =>
  setter.table(
    {
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths,
      borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    },
    rows,
  );

/** Rows under a head that repeats; no row is cut by the end of a page, and neither the head nor the last row stands there alone. */
export function tableOf<M extends Made>(
  setter: Setter<M>,
  { caption, columns, rows }: DocumentTable,
  keep: boolean,
): readonly M['block'][] {
  const widths = widthsOf(columns.map(({ width }) => width));
  const row = (cells: readonly string[], isHead: boolean, keepRow: boolean): M['row'] =>
    setter.row(
      { tableHeader: isHead, cantSplit: true },
      columns.map(({ align }, at) =>
        cell(setter, cells[at] ?? '', {
          width: widths[at] ?? 0,
          align: isHead ? 'center' : align,
          look: isHead ? LOOKS.tableHead : LOOKS.table,
          keep: keepRow,
        }),
      ),
    );
  const head = row(
    columns.map(({ heading }) => heading),
    true,
    true,
  );
  const body = rows.map((cells, at) => row(cells, false, keep || at === rows.length - 2));
  return [
    caption === '' ? spacer(setter) : captionOf(setter, caption),
    grid(setter, [head, ...body], widths),
    spacer(setter, keep),
  ];
}

const captionOf = <M extends Made>(setter: Setter<M>, text: string): M['block'] =>
  paragraph(setter, text, LOOKS.caption, {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: LINE, lineRule: 'exact', before: 120 },
  });

/** Before and after a table, so that text does not touch its rules. */
export const spacer = <M extends Made>(setter: Setter<M>, keepNext = true): M['block'] =>
  setter.paragraph({ keepNext, spacing: { line: 120, lineRule: 'exact' } }, '');

/** Labels and texts side by side. */
export function formOf<M extends Made>(
  setter: Setter<M>,
  { rows }: DocumentForm,
  keep: boolean,
): readonly M['block'][] {
  const widths = widthsOf(FORM_SHARES);
  const [label = 0, text = 0] = widths;
  const row = (cells: DocumentForm['rows'][number], at: number): M['row'] => {
    // A form is short and signed as one: no end of a page falls between its rows.
    const stays = keep || at < rows.length - 1;
    return setter.row(
      { cantSplit: true, height: { value: FORM_ROW, rule: HeightRule.ATLEAST } },
      cells.flatMap((one) => [
        cell(setter, one.label, { width: label, align: 'center', look: LOOKS.formLabel, keep: stays }),
        cell(setter, one.text, {
          width: cells.length === 1 ? TEXT_WIDTH - label : text,
          span: cells.length === 1 ? 3 : 1,
          align: cells.length === 1 ? 'left' : 'center',
          look: LOOKS.form,
          keep: stays,
        }),
      ]),
    );
  };
  return [spacer(setter), grid(setter, rows.map(row), widths), spacer(setter, keep)];
}

/** What is cut off in one piece: a frame without rules that no end of a page divides. */
export const inOnePiece = <M extends Made>(setter: Setter<M>, children: readonly M['block'][]): M['block'] =>
  setter.table(
    {
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [TEXT_WIDTH],
      borders: {
        top: NO_EDGE,
        bottom: NO_EDGE,
        left: NO_EDGE,
        right: NO_EDGE,
        insideHorizontal: NO_EDGE,
        insideVertical: NO_EDGE,
      },
    },
    [
      setter.row({ cantSplit: true }, [
        setter.cell(
          {
            width: { size: TEXT_WIDTH, type: WidthType.DXA },
            margins: { left: 0, right: 0, top: 0, bottom: 0 },
          },
          children,
        ),
      ]),
    ],
  );
