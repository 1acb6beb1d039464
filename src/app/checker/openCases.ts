import type { OpenCase, OpenCaseQuery, OpenCases } from '../../ports/checker';
import { oneLine, type LedgerView } from './ledgerView';
import { createSearch, type Search } from './search';

/** The cases of one check that are not closed, most urgent first; arranged once, however often pages of them are asked for. */
export class OpenCaseList {
  private order: readonly number[] | null = null;
  private search: Search | null = null;
  private found: { readonly words: string; readonly indices: readonly number[] } | null = null;

  constructor(private readonly view: LedgerView) {}

  page({ search, from, count }: OpenCaseQuery): OpenCases {
    const indices = this.matching(search.trim());
    const first = Math.max(0, from);
    return {
      total: indices.length,
      cases: indices.slice(first, first + count).map((index) => this.describe(index)),
    };
  }

  private matching(words: string): readonly number[] {
    const all = (this.order ??= mostUrgentFirst(this.view));
    if (words === '') return all;
    if (this.found?.words !== words) {
      const matches = (this.search ??= createSearch(this.view)).cases(words);
      this.found = { words, indices: all.filter(matches) };
    }
    return this.found.indices;
  }

  private describe(index: number): OpenCase {
    const { view } = this;
    return {
      ...view.caseOf(index),
      key: view.identities.of(index),
      title: view.title(index),
      recordable: oneLine(view.table.seen('caseNo', index)) !== '',
    };
  }
}

/** By the days left; those that nobody can tell the days of come last, each in the order of the ledger. */
function mostUrgentFirst({ checked, table }: LedgerView): readonly number[] {
  const open: number[] = [];
  // A case that can't be told open or closed may well need a meeting.
  for (let index = 0; index < table.count; index++) if (checked.isOpen(index) !== false) open.push(index);
  const days = new Map(open.map((index) => [index, checked.daysLeft(index) ?? Number.MAX_SAFE_INTEGER]));
  return open.sort((a, b) => (days.get(a) ?? 0) - (days.get(b) ?? 0) || a - b);
}
