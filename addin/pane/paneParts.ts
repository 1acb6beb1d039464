import type { CivilDay } from '../../src/core/dates/civil';
import type { Checker, PackInfo } from '../../src/ports/checker';
import type { WorkbookCapabilities, WorkbookEvents } from '../../src/ports/liveWorkbook';
import type { RibbonOrders } from '../../src/ports/ribbonOrders';

/** What a pane is given by whoever opens it: one workbook, seen through its check and its events, whatever the host. */
export interface PaneParts {
  readonly checker: Checker;
  readonly events: WorkbookEvents;
  /** Buttons outside the pane that ask something of it; null where there are none. */
  readonly orders: RibbonOrders | null;
  /** What the workbook is called. */
  readonly file: string;
  readonly capabilities: WorkbookCapabilities;
  /** The rules in use when the pane opened; after a check the overview tells. */
  readonly pack: PackInfo;
  /** The day to look from unless the user chooses another. */
  readonly today: () => CivilDay;
  /** Where what was written stays until it is saved: Excel's own file, or one to be saved from the workbench. */
  readonly host: 'excel' | 'workbench';
}
