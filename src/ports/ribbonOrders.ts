/** What a button outside the pane asks of it. */
export type RibbonOrder = 'check' | 'clear';

/** Buttons of the host's ribbon, as a pane hears of them. */
export interface RibbonOrders {
  /** Orders given before anyone listened come first; stops when the answer is called. */
  onOrder(listener: (order: RibbonOrder) => void): () => void;
}
