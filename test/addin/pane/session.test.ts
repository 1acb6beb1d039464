import assert from 'node:assert/strict';
import { mergeChange } from '../../../addin/pane/session/changes';
import { PaneSession } from '../../../addin/pane/session/paneSession';
import type { PaneParts } from '../../../addin/pane/paneParts';
import { ok, problem } from '../../../src/core/problem';
import type { Checker } from '../../../src/ports/checker';
import type { CellPlace, CellsChanged } from '../../../src/ports/liveWorkbook';
import type { RibbonOrder } from '../../../src/ports/ribbonOrders';
import { book, cellOf, checkerOver, ruleBytes, SHEET, value } from '../../app/checker/support';
import { ledger, row, TODAY } from '../../app/ledgers';
import type { MemoryWorkbook } from '../../app/memoryWorkbook';

/** A session over a workbook in memory, with the user's hands in the test's. */
interface Desk {
  readonly session: PaneSession;
  readonly checker: Checker;
  readonly gone: string[];
  change(change: CellsChanged): void;
  order(order: RibbonOrder): void;
  select(at: CellPlace): void;
  settle(): Promise<void>;
}

async function desk(workbook: MemoryWorkbook, own: (checker: Checker) => Partial<Checker> = () => ({})): Promise<Desk> {
  const real = await checkerOver(workbook);
  const checker: Checker = { ...real, ...own(real) };
  const pack = value(await real.useRules(await ruleBytes()));
  const changes = new Set<(change: CellsChanged) => void>();
  const selections = new Set<(at: CellPlace) => void>();
  const orders = new Set<(order: RibbonOrder) => void>();
  const gone: string[] = [];
  const parts: PaneParts = {
    checker,
    pack,
    events: {
      select: (sheet, cell) => {
        gone.push(`${sheet}!${cell}`);
        return Promise.resolve(ok(undefined));
      },
      onSelection: (listener) => {
        selections.add(listener);
        return Promise.resolve(ok(() => Promise.resolve(void selections.delete(listener))));
      },
      onChange: (listener) => {
        changes.add(listener);
        return Promise.resolve(ok(() => Promise.resolve(void changes.delete(listener))));
      },
    },
    orders: {
      onOrder: (listener) => {
        orders.add(listener);
        return () => orders.delete(listener);
      },
    },
    file: workbook.name,
    capabilities: workbook.capabilities,
    today: () => TODAY,
    host: 'excel',
  };
  const session = new PaneSession(parts);
  session.open();
  await Promise.resolve();
  return {
    session,
    checker,
    gone,
    change: (change) => changes.forEach((listener) => listener(change)),
    order: (order) => orders.forEach((listener) => listener(order)),
    select: (at) => selections.forEach((listener) => listener(at)),
    settle: () =>
      new Promise((resolve) => {
        const look = (): void => {
          const { busy, following } = session.state;
          if (busy === null && !following) resolve();
          else setImmediate(look);
        };
        setImmediate(look);
      }),
  };
}

const LEADERLESS = row(1, { 包案负责人: '' });
const AT = cellOf('包案负责人', 3);
const cell = { top: AT.row, left: AT.column, bottom: AT.row, right: AT.column };

describe('a session of the pane', () => {
  it('checks once at a time, and shows what came of it', async () => {
    let checks = 0;
    const at = await desk(book(LEADERLESS), (real) => ({
      check: (...order) => {
        checks++;
        return real.check(...order);
      },
    }));
    const first = at.session.check();
    assert.equal(at.session.state.busy?.what, 'check');
    await at.session.check();
    await first;
    assert.equal(checks, 1);
    assert.equal(at.session.state.overview?.flaggedCases, 1);
    assert.equal(at.session.state.busy, null);
  });

  it('follows an edit of the sheet: what was mended is gone', async () => {
    const workbook = book(LEADERLESS);
    const at = await desk(workbook);
    await at.session.check();
    assert.equal(at.session.state.overview?.bySeverity.error, 1);
    workbook.edit(SHEET, ledger(row(1)));
    at.change({ sheet: SHEET, area: cell });
    await at.settle();
    assert.equal(at.session.state.overview?.bySeverity.error, 0);
    assert.deepEqual(at.session.state.overview?.touched, [3]);
  });

  it('follows what was edited while it read, once the check is done', async () => {
    const workbook = book(LEADERLESS);
    const rechecked: CellsChanged[] = [];
    const at = await desk(workbook, (real) => ({
      recheck: (change) => {
        rechecked.push(change);
        return real.recheck(change);
      },
    }));
    const checking = at.session.check();
    at.change({ sheet: SHEET, area: cell });
    assert.deepEqual(rechecked, []);
    await checking;
    await at.settle();
    assert.deepEqual(rechecked, [{ sheet: SHEET, area: cell }]);
  });

  it('asks nothing of edits before the first check', async () => {
    let rechecks = 0;
    const at = await desk(book(LEADERLESS), (real) => ({
      recheck: (change) => {
        rechecks++;
        return real.recheck(change);
      },
    }));
    at.change({ sheet: SHEET, area: cell });
    await at.settle();
    assert.equal(rechecks, 0);
  });

  it('stops a check that is cancelled: the last one stands, and that is said', async () => {
    const at = await desk(book(LEADERLESS), (real) => ({
      check: (order, onProgress, signal) =>
        real.check(
          order,
          (progress) => {
            onProgress?.(progress);
            at.session.cancel();
          },
          signal,
        ),
    }));
    await at.session.check();
    assert.equal(at.session.state.overview, null);
    assert.equal(at.session.state.notices[0]?.kind, 'note');
  });

  it('says what stood in the way, also where something throws', async () => {
    const at = await desk(book(LEADERLESS), () => ({ clear: () => Promise.reject(new Error('gone')) }));
    await at.session.clear();
    const [notice] = at.session.state.notices;
    assert.ok(notice?.kind === 'failed');
    assert.deepEqual(notice.problems, [problem('worker-failed', { detail: 'gone' })]);
    assert.equal(at.session.state.busy, null);
  });

  it('does one thing at a time: what is asked meanwhile is refused in words', async () => {
    const at = await desk(book(LEADERLESS));
    const checking = at.session.check();
    assert.equal(await at.session.carryOut('write', () => Promise.resolve(ok(1))), null);
    assert.equal(at.session.state.notices[0]?.kind, 'note');
    await checking;
    assert.equal(await at.session.carryOut('write', () => Promise.resolve(ok(1))), 1);
  });

  it('obeys the ribbon', async () => {
    const at = await desk(book(LEADERLESS));
    at.order('check');
    await at.settle();
    assert.equal(at.session.state.overview?.cases, 1);
    at.order('clear');
    await at.settle();
    assert.equal(at.session.state.notices[0]?.kind, 'done');
  });

  it('goes to a cell of the ledger, and knows where the user is', async () => {
    const at = await desk(book(LEADERLESS));
    await at.session.check();
    await at.session.goTo('K3');
    assert.deepEqual(at.gone, [`${SHEET}!K3`]);
    at.select({ sheet: SHEET, row: 3, column: 2 });
    assert.deepEqual(at.session.state.selected, { sheet: SHEET, row: 3, column: 2 });
  });
});

describe('changes that wait', () => {
  const at = (top: number, left: number, bottom = top, right = left): CellsChanged => ({
    sheet: SHEET,
    area: { top, left, bottom, right },
  });

  it('are taken together where that reads little more', () => {
    assert.deepEqual(mergeChange([at(3, 2)], at(4, 5)), [at(3, 2, 4, 5)]);
  });
  it('stay apart where what lies between is large, or on another sheet', () => {
    assert.equal(mergeChange([at(3, 1)], at(90_000, 20)).length, 2);
    assert.equal(mergeChange([at(3, 1)], { ...at(3, 1), sheet: '节假日' }).length, 2);
  });
  it('are the whole sheet where one of them may be', () => {
    assert.deepEqual(mergeChange([at(3, 1)], { sheet: SHEET, area: null }), [{ sheet: SHEET, area: null }]);
  });
});
