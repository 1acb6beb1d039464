import assert from 'node:assert/strict';
import { createRibbon } from '../../addin/commands/ribbon';
import type { RibbonOrder } from '../../src/ports/ribbonOrders';

/** Office's side: functions by name, buttons pressed, panes shown. */
function office(showPane: (() => Promise<void>) | null) {
  const functions = new Map<string, (event: { completed(): void }) => void>();
  let completed = 0;
  const orders = createRibbon({
    actions: { associate: (name, act) => void functions.set(name, act) },
    showPane,
  });
  return {
    orders,
    press: (name: string) => functions.get(name)?.({ completed: () => completed++ }),
    completed: () => completed,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the ribbon’s buttons', () => {
  it('show the pane, tell it what to do, and let Excel’s button go', async () => {
    let shown = 0;
    const { orders, press, completed } = office(() => Promise.resolve(void shown++));
    const heard: RibbonOrder[] = [];
    orders.onOrder((order) => heard.push(order));
    press('checkLedger');
    press('clearMarks');
    await turn();
    assert.deepEqual(heard, ['check', 'clear']);
    assert.deepEqual([shown, completed()], [2, 2]);
  });

  it('keep an order for a pane that is still opening, and give it once', () => {
    const { orders, press } = office(null);
    press('checkLedger');
    const heard: RibbonOrder[] = [];
    const stop = orders.onOrder((order) => heard.push(order));
    orders.onOrder((order) => heard.push(order));
    assert.deepEqual(heard, ['check']);
    stop();
    press('clearMarks');
    assert.deepEqual(heard, ['check', 'clear']);
  });

  it('let Excel’s button go where the pane can’t be shown', async () => {
    const { press, completed } = office(() => Promise.reject(new Error('no pane')));
    press('checkLedger');
    await turn();
    assert.equal(completed(), 1);
    const old = office(null);
    old.press('checkLedger');
    assert.equal(old.completed(), 1);
  });
});
