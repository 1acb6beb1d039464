import { text } from '../writeplan/cells';
import type { PlanCell, PlanRow, ReportSheetId } from '../writeplan/plan';
import { isSeveral, ledgerName } from './cases';
import type { CaseRef, ReportSources } from './report';
import { tableSheet } from './tableSheet';
import type { FrameHead, FrameWords, ListWords } from './frameWords';
import type { OwnedSheet } from '../writeplan/plan';

/** Width of the column that says which ledger a row is of. */
const SOURCE = 14;
/** No column of words that are not broken gets wider than this. */
const WIDEST = 26;
/** What a cell keeps free beside its text, in characters. */
const BESIDE = 2;

export const headOf = ({ ledgers, today }: ReportSources, cases: number): FrameHead => ({
  owner: ledgers[0]?.checked.pack.owner ?? '',
  files: ledgers.map(({ file }) => ledgerName(file)),
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
    /** Columns (from 0) of words that read badly when broken, numbers of cases and names of units: as wide as those are. */
    readonly whole?: readonly number[];
    /** How many cases it is of. */
    readonly cases: number;
    readonly rows: readonly (PlanRow & { readonly of?: CaseRef })[];
    /** Further lines under the title. */
    readonly notes?: readonly string[];
  },
): OwnedSheet {
  const { id, words, cases, rows, notes = [] } = list;
  const several = isSeveral(sources);
  const widths = list.widths.map((width, at) =>
    list.whole?.includes(at) === true
      ? wideEnough(
          width,
          rows.map(({ cells }) => cells[at] ?? null),
        )
      : width,
  );
  const source = wideEnough(
    SOURCE,
    sources.ledgers.map(({ file }) => text(ledgerName(file))),
  );
  const head = headOf(sources, cases);
  const width = widths.length + (several ? 1 : 0);
  return tableSheet({
    id,
    name: words.sheet,
    title: words.title,
    notes: [words.frame.note(head), ...notes],
    widths: several ? [...widths, source] : widths,
    headings: several ? [...words.headings, words.frame.source] : words.headings,
    rows: rows.map(({ of, ...row }) => {
      if (row.mergeTo !== undefined) return { ...row, mergeTo: width };
      return several ? { ...row, cells: [...row.cells, text(ledgerName(of?.ledger.file ?? ''))] } : row;
    }),
    none: words.none,
    footer: words.frame.footer(head),
  });
}

/** Wide enough for the longest of the texts, within reason. */
function wideEnough(least: number, cells: readonly PlanCell[]): number {
  const longest = cells.reduce(
    (most, cell) => (cell && 'text' in cell ? Math.max(most, charactersWide(cell.text)) : most),
    0,
  );
  return Math.max(least, Math.min(WIDEST, longest + BESIDE));
}

/** As Excel counts widths: a Chinese letter takes two. */
const charactersWide = (said: string): number =>
  [...said].reduce((sum, letter) => sum + (letter.charCodeAt(0) <= LAST_NARROW ? 1 : 2), 0);
const LAST_NARROW = 0x2000;
