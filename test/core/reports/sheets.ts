import { formatIso } from '../../../src/core/dates/civil';
import type { ReportContent } from '../../../src/core/reports/report';
import type { OwnedSheet, PlanCell } from '../../../src/core/writeplan/plan';

/** What a person reads in a cell, on one line. */
export function said(cell: PlanCell | undefined): string {
  if (!cell) return '';
  if ('text' in cell) return cell.text.replaceAll('\n', '／');
  return 'number' in cell ? String(cell.number) : formatIso(cell.day);
}

export const linesOf = (sheet: OwnedSheet): string[] =>
  [...sheet.rows].map(({ cells }) =>
    cells
      .map(said)
      .join(' | ')
      .replace(/( \| )+$/, ''),
  );

/** A report as text, to be compared: every sheet by its name, every row a line. */
export const contentOf = (content: ReportContent): string =>
  (content.kind === 'sheets' ? content.sheets : [])
    .map((sheet) => [`# ${sheet.name}`, ...linesOf(sheet), ''].join('\n'))
    .join('\n');

/** The cells of a sheet below its headings, by heading. */
export function table(sheet: OwnedSheet): readonly Readonly<Record<string, string>>[] {
  const rows = [...sheet.rows];
  const header = sheet.titleRows?.last ?? 1;
  const names = rows[header - 1]?.cells.map(said) ?? [];
  return rows
    .slice(header)
    .filter(({ mergeTo }) => mergeTo === undefined)
    .map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, said(cells[at])])));
}
