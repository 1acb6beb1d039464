import { invalidArgument } from '../engine/errors';
import type { HostClass } from '../engine/hostClass';
import { MAX_COLUMNS, MAX_ROWS } from '../model/a1';
import type { Sheet } from '../model/sheet';
import { rangeArgument, rangeObject } from './rangeState';

const count = (n: number, most: number): number => {
  if (n < 1 || n >= most) throw invalidArgument();
  return n;
};

export const FREEZE_PANES: HostClass<Sheet> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (sheet, args) => {
      const rows = count(args.optionalInteger(0, 1), MAX_ROWS);
      sheet.frozen = { row: 0, column: 0, rows, columns: MAX_COLUMNS };
    },
    FreezeColumns: (sheet, args) => {
      const columns = count(args.optionalInteger(0, 1), MAX_COLUMNS);
      sheet.frozen = { row: 0, column: 0, rows: MAX_ROWS, columns };
    },
    FreezeAt: (sheet, args) => {
      sheet.frozen = { ...rangeArgument(args, 0, sheet).rect };
    },
    GetLocationOrNullObject: (sheet) => sheet.frozen && rangeObject(sheet, sheet.frozen),
    Unfreeze: (sheet) => {
      sheet.frozen = null;
    },
  },
};
