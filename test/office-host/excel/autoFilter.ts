import type { HostClass } from '../engine/hostClass';
import { itemNotFound } from '../engine/errors';
import { applyFilter, clearFilter, refilter } from '../model/filtering';
import type { Filter, FilterCriterion, Table } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { rangeArgument, rangeObject } from './rangeState';

interface State {
  readonly sheet: Sheet;
  /** A table's own filter, or null for the sheet's. */
  readonly table: Table | null;
}
const filterOf = ({ sheet, table }: State): Filter | null => (table ? table.filter : sheet.filter);

export const AUTO_FILTER: HostClass<State> = {
  name: 'AutoFilter',
  scalars: {
    Enabled: { get: (state) => state.table !== null || filterOf(state) !== null },
    IsDataFiltered: { get: (state) => (filterOf(state)?.criteria.size ?? 0) > 0 },
    Criteria: {
      get: (state) => {
        const filter = filterOf(state);
        return filter ? Array.from({ length: filter.rect.columns }, (_, i) => filter.criteria.get(i) ?? null) : [];
      },
    },
  },
  methods: {
    GetRange: (state) => {
      const filter = filterOf(state);
      if (!filter) throw itemNotFound();
      return rangeObject(state.sheet, filter.rect);
    },
    GetRangeOrNullObject: (state) => {
      const filter = filterOf(state);
      return filter && rangeObject(state.sheet, filter.rect);
    },
    Apply: ({ sheet }, args) => {
      const { sheet: target, rect } = rangeArgument(args, 0, sheet);
      const criterion = args.has(2) ? (args.record(2) as unknown as FilterCriterion) : null;
      applyFilter(target, rect, args.has(1) ? args.integer(1) : null, criterion);
    },
    ClearCriteria: ({ sheet, table }) => {
      if (table) {
        table.filter?.criteria.clear();
        refilter(sheet);
      } else clearFilter(sheet, true);
    },
    ClearColumnCriteria: (state, args) => {
      filterOf(state)?.criteria.delete(args.integer(0));
      refilter(state.sheet);
    },
    Reapply: ({ sheet }) => refilter(sheet),
    Remove: ({ sheet }) => clearFilter(sheet, false),
  },
};
