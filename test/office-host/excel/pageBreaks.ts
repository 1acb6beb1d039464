import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass } from '../engine/hostClass';
import type { Sheet } from '../model/sheet';
import { rangeArgument, rangeObject } from './rangeState';

/** Excel takes no more page breaks on a sheet. */
const MOST = 1026;

interface BreakState {
  readonly sheet: Sheet;
  /** The 0-based row that a page begins with. */
  readonly row: number;
}
const breakObject = (sheet: Sheet, row: number): HostObject => HostObject.of(PAGE_BREAK, { sheet, row });

/** Breaks between rows that a person or an add-in set. */
export const HORIZONTAL_BREAKS: HostClass<Sheet> = {
  name: 'PageBreakCollection',
  items: (sheet) => sheet.page.rowBreaks.map((row) => breakObject(sheet, row)),
  methods: {
    GetCount: ({ page }) => page.rowBreaks.length,
    GetItem: (sheet, args) => {
      const row = sheet.page.rowBreaks[args.integer(0)];
      if (row === undefined) throw itemNotFound();
      return breakObject(sheet, row);
    },
    Add: (sheet, args) => {
      const { page } = sheet;
      const { row } = rangeArgument(args, 0, sheet).rect;
      if (row === 0 || page.rowBreaks.length >= MOST) throw invalidArgument();
      page.rowBreaks = [...new Set([...page.rowBreaks, row])].sort((a, b) => a - b);
      return breakObject(sheet, row);
    },
    RemovePageBreaks: ({ page }) => {
      page.rowBreaks = [];
    },
  },
};

const PAGE_BREAK: HostClass<BreakState> = {
  name: 'PageBreak',
  scalars: { RowIndex: { get: ({ row }) => row }, ColumnIndex: { get: () => 0 } },
  methods: {
    GetCellAfterBreak: ({ sheet, row }) => rangeObject(sheet, { row, column: 0, rows: 1, columns: 1 }),
    Delete: ({ sheet, row }) => {
      sheet.page.rowBreaks = sheet.page.rowBreaks.filter((each) => each !== row);
    },
  },
};
