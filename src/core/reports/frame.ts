import { text } from '../writeplan/cells';
import type { PlanRow, ReportSheetId } from '../writeplan/plan';
import { isSeveral } from './cases';
import type { CaseRef, ReportSources } from './report';
import { tableSheet } from './tableSheet';
import type { FrameHead, FrameWords, ListWords } from './frameWords';
import type { OwnedSheet } from '../writeplan/plan';

/** Width of the column that says which ledger a row is of. */
const SOURCE = 14;

export const headOf = ({ ledgers, today }: ReportSources, cases: number): FrameHead => ({
  owner: ledgers[0]?.checked.pack.owner ?? '',
  files: ledgers.map(({ file }) => file),
  today,
  cases,
});

/** A list of cases: one row each, after which comes its ledger where there are several. */
export function caseList(
  sources: ReportSources,
  list: {
    readonly id: ReportSheetId;
    readonly words: ListWords & { readonly frame: FrameWords };
    readonly widths: readonly number[];
    /** How many cases it is of. */
    readonly cases: number;
    readonly rows: readonly (PlanRow & { readonly of?: CaseRef })[];
    /** Further lines under the title. */
    readonly notes?: readonly string[];
  },
): OwnedSheet {
  const { id, words, widths, cases, rows, notes = [] } = list;
  const several = isSeveral(sources);
  const head = headOf(sources, cases);
  const width = widths.length + (several ? 1 : 0);
  return tableSheet({
    id,
    name: words.sheet,
    title: words.title,
    notes: [words.frame.note(head), ...notes],
    widths: several ? [...widths, SOURCE] : widths,
    headings: several ? [...words.headings, words.frame.source] : words.headings,
    rows: rows.map(({ of, ...row }) => {
      if (row.mergeTo !== undefined) return { ...row, mergeTo: width };
      return several ? { ...row, cells: [...row.cells, text(of?.ledger.file ?? '')] } : row;
    }),
    none: words.none,
    footer: words.frame.footer(head),
  });
}
