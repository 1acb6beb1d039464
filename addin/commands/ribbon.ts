import type { RibbonOrder, RibbonOrders } from '../../src/ports/ribbonOrders';

/** The functions that manifest.xml names, and what each asks of the pane. */
export const RIBBON_FUNCTIONS: Readonly<Record<string, RibbonOrder>> = {
  checkLedger: 'check',
  clearMarks: 'clear',
};

/** What we use of Office.js here. */
export interface RibbonHost {
  readonly actions: { associate(name: string, act: (event: { completed(): void }) => void): void };
  /** Shows the pane; absent before SharedRuntime 1.1. */
  readonly showPane: (() => Promise<void>) | null;
}

/**
 * Ties the ribbon's buttons to the pane. Pane and functions share one runtime, so an order is a call; the pane is shown
 * for each, since it is there that one sees what is being done and what came of it.
 */
export function createRibbon(host: RibbonHost): RibbonOrders {
  const listeners = new Set<(order: RibbonOrder) => void>();
  const waiting: RibbonOrder[] = [];
  const give = (order: RibbonOrder): void => {
    if (listeners.size === 0) waiting.push(order);
    for (const listener of [...listeners]) listener(order);
  };
  for (const [name, order] of Object.entries(RIBBON_FUNCTIONS)) {
    host.actions.associate(name, (event) => {
      // Excel greys the button until it is told that the work is done; the pane shows the rest.
      const done = (): void => event.completed();
      give(order);
      if (host.showPane) host.showPane().then(done, done);
      else done();
    });
  }
  return {
    onOrder(listener) {
      listeners.add(listener);
      for (const order of waiting.splice(0)) listener(order);
      return () => listeners.delete(listener);
    },
  };
}
