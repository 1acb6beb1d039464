import type { RibbonOrder, RibbonOrders } from '../../../src/ports/ribbonOrders';

/** Orders of the workbench to its pane: a file was opened, other rules are in use. */
export class CheckOrders implements RibbonOrders {
  private waiting: RibbonOrder[] = [];
  private readonly listeners = new Set<(order: RibbonOrder) => void>();

  onOrder(listener: (order: RibbonOrder) => void): () => void {
    this.listeners.add(listener);
    for (const order of this.waiting.splice(0)) listener(order);
    return () => void this.listeners.delete(listener);
  }

  /** Asks for a check, of whoever listens or will be the first to. */
  check(): void {
    if (this.listeners.size === 0) this.waiting = ['check'];
    else for (const listener of [...this.listeners]) listener('check');
  }
}
