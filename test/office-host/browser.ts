import type { ApiTable } from './engine/apiSets';
import { ExcelHost, type HostOptions, type OrderedFailure } from './host';
import type { Limits } from './limits';
import type { BookDescription } from './model/description';
import { ExcelUser } from './user';
import { installOnWindow } from './windowExternal';

/** Filled in when the bundle is built: which member came with which ExcelApi. */
declare const __API_TABLE__: ApiTable;
/** The page this runs in; the tests are typed without a DOM. */
declare const window: { external?: unknown; excelHost?: PageHost };

/** What a test reaches in the page as `window.excelHost`. */
export interface PageHost {
  readonly host: ExcelHost;
  readonly user: ExcelUser;
  describe(): BookDescription;
  counters(): ExcelHost['counters'];
  resetCounters(): void;
  failAt(order: OrderedFailure): void;
  clearFailures(): void;
  setLimits(limits: Partial<Limits>): void;
  setLatency(milliseconds: number): void;
}

/** Puts an emulated Excel behind the page, before office.js looks for one. */
export function install(options: HostOptions): void {
  const host = new ExcelHost(options, __API_TABLE__);
  installOnWindow(window, host);
  window.excelHost = {
    host,
    user: new ExcelUser(host),
    describe: () => host.describe(),
    counters: () => host.counters,
    resetCounters: () => host.resetCounters(),
    failAt: (order) => host.failAt(order),
    clearFailures: () => host.clearFailures(),
    setLimits: (limits) => host.setLimits(limits),
    setLatency: (milliseconds) => {
      host.latency = milliseconds;
    },
  };
}
