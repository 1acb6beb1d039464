import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bookEvents } from '../../../addin/workbench/book/bookEvents';
import { CheckOrders } from '../../../addin/workbench/book/checkOrders';
import { OpenBook } from '../../../addin/workbench/book/openBook';
import { reloadAfterWriting } from '../../../addin/workbench/book/reloadAfterWriting';
import { showHeadings } from '../../../addin/workbench/book/showHeadings';
import { pasteInto, typeInto } from '../../../addin/workbench/typing/edits';
import { serveWorkbenchDesk } from '../../../addin/worker/workbenchDesk';
import { CHECKER, OPEN_FILE } from '../../../addin/worker/shapes';
import { civilDay } from '../../../src/core/dates/civil';
import { createRuleFolder } from '../../../src/hosts/ruleFolder/ruleFolder';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { CellsChanged } from '../../../src/ports/liveWorkbook';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { REPORTING } from '../../../addin/worker/reporting';
import { until } from '../../support/waiting';
import { closeLines, createLine } from '../worker/line';

const root = path.resolve(__dirname, '../../..');

/** The book over a worker's desk, as they are but for the thread. */
async function openSample(name = 'messy.xlsx') {
  const { page, worker } = createLine();
  serveWorkbenchDesk(
    worker,
    (file, bytes) => openXlsx(file, bytes),
    SPEECH,
    REPORTING,
    () => new Promise((go) => setImmediate(go)),
  );
  const file = page.remote('file', OPEN_FILE);
  const opened = await file.open(name, new Uint8Array(readFileSync(path.join(root, 'samples', name))));
  assert.ok(opened.ok);
  const book = new OpenBook(file, opened.value);
  const { sheet } = book.state;
  assert.ok(sheet !== null);
  await book.show(sheet);
  const { view } = book.state;
  assert.ok(view);
  const changes: CellsChanged[] = [];
  await bookEvents(book).onChange((change) => changes.push(change));
  return { page, file, book, view, sheet, changes };
}

describe('the open workbook', () => {
  afterEach(closeLines);

  it('has the headings of the sheet that was checked over its columns, and others when they change', async () => {
    const { page, book, sheet } = await openSample();
    const checker = showHeadings(page.remote('checker', CHECKER), book);
    const rules = await createRuleFolder(path.join(root, 'rules')).read();
    assert.ok(rules.ok && (await checker.useRules(rules.value)).ok);
    assert.equal(book.state.headings.size, 0, 'letters before a check');
    assert.ok((await checker.check({ sheet: null, today: civilDay(2021, 10, 20) })).ok);
    const headings = async (from: () => boolean): Promise<readonly string[]> => {
      await until('the headings are there', from);
      return [...book.state.headings.values()];
    };
    const first = await headings(() => book.state.headings.size > 0);
    assert.ok(first.includes('三个明确/办理时限（必填）'), first.join());
    const mapping = await checker.mapping();
    const limit = [...book.state.headings].find(([, heading]) => heading.includes('/办理时限'))?.[0] ?? 0;
    const row = mapping?.headerRows[mapping.headerRows.length - 1] ?? 0;
    await bookEvents(book).onChange((change) => void checker.recheck(change));
    assert.ok(book.state.view);
    assert.ok((await book.edit(typeInto(book.state.view, row, limit, '办理期限'))).ok);
    const later = await headings(() => book.state.headings.get(limit)?.endsWith('/办理期限') ?? false);
    assert.ok(later.includes('三个明确/办理期限'), later.join());
    const other = book.state.sheets.find(({ name, visible }) => visible && name !== sheet);
    assert.ok(other);
    await book.show(other.name);
    assert.equal(book.state.headings.size, 0, 'letters on other sheets');
  });

  it('takes in what is typed, tells it once it is accepted, and is not saved any more', async () => {
    const { file, book, view, sheet, changes } = await openSample();
    assert.ok(book.isSaved);
    const done = book.edit(typeInto(view, 6, 3, '测试乙'));
    assert.equal(view.text(6, 3), '测试乙', 'shown at once');
    assert.deepEqual(changes, []);
    assert.ok((await done).ok);
    assert.deepEqual(changes, [{ sheet, area: { top: 6, left: 3, bottom: 6, right: 3 } }]);
    assert.ok(!book.isSaved);
    const read = await file.readArea(sheet, { top: 6, left: 3, bottom: 6, right: 3 });
    assert.ok(read.ok && read.value.strings.includes('测试乙'));
  });

  it('takes a refused edit back, and tells nobody', async () => {
    const { book, view, changes } = await openSample();
    const refused = await book.edit(typeInto(view, 1, 2, '甲'));
    assert.ok(!refused.ok && refused.problems[0]?.code === 'cell-under-merge');
    assert.equal(view.text(1, 2), '');
    assert.deepEqual(changes, []);
    assert.ok(book.isSaved);
  });

  it('takes nothing more once another file is to take its place', async () => {
    const { book, view } = await openSample();
    await book.leave();
    const late = await book.edit(typeInto(view, 6, 3, '测试乙'));
    assert.ok(!late.ok && late.problems[0]?.code === 'file-being-opened');
    book.stay();
    assert.ok((await book.edit(typeInto(view, 6, 3, '测试乙'))).ok);
  });

  it('tells a pasted block as one area', async () => {
    const { book, view, changes } = await openSample();
    const block = [
      ['甲', '乙'],
      ['丙', '丁'],
    ];
    assert.ok((await book.edit(pasteInto(view, { top: 300, left: 2, bottom: 300, right: 2 }, block))).ok);
    assert.deepEqual(
      changes.map(({ area }) => area),
      [{ top: 300, left: 2, bottom: 301, right: 3 }],
    );
    assert.equal(view.text(301, 3), '丁');
  });

  it('writes a day as text where the cell shows no days after all', async () => {
    const { file, book, view, sheet } = await openSample();
    const edit = { row: 301, column: 3, value: 44477, ifNoDate: '2021-10-08' };
    assert.ok((await book.edit({ areas: [{ top: 301, left: 3, bottom: 301, right: 3 }], edits: [edit] })).ok);
    assert.equal(view.text(301, 3), '2021-10-08');
    const read = await file.readArea(sheet, { top: 301, left: 3, bottom: 301, right: 3 });
    assert.ok(read.ok && read.value.strings.includes('2021-10-08'));
  });

  it('is settled once all that was typed is in the file: what is saved then lacks nothing', async () => {
    const { file, book, sheet } = await openSample();
    const rows = [301, 302, 303];
    for (const row of rows) {
      const edit = { row, column: 3, value: `测试${row}`, ifNoDate: null };
      void book.edit({ areas: [{ top: row, left: 3, bottom: row, right: 3 }], edits: [edit] });
    }
    await book.settled();
    const read = await file.readArea(sheet, { top: 301, left: 3, bottom: 303, right: 3 });
    assert.ok(read.ok);
    assert.deepEqual(read.value.strings, ['测试301', '测试302', '测试303']);
  });

  it('goes where the pane sends the user, and says where that is', async () => {
    const { book, sheet } = await openSample();
    const events = bookEvents(book);
    const places: unknown[] = [];
    const listening = await events.onSelection((at) => places.push(at));
    assert.ok((await events.select(sheet, 'F12')).ok);
    const other = book.state.sheets.find(({ name, visible }) => visible && name !== sheet);
    assert.ok(other);
    assert.ok((await events.select(other.name, 'A2:C2')).ok);
    assert.equal(book.state.sheet, other.name);
    assert.deepEqual(places, [
      { sheet, row: 12, column: 6 },
      { sheet: other.name, row: 2, column: 1 },
    ]);
    assert.ok(listening.ok);
    await listening.value();
    book.moveTo(9, 9);
    assert.equal(places.length, 2, 'nobody is told any more');
    for (const [name, cell] of [
      [sheet, 'nowhere'],
      ['没有这张表', 'A1'],
      [sheet, 'A9999999'],
    ] as const) {
      const lost = await events.select(name, cell);
      assert.ok(!lost.ok && lost.problems[0]?.code === 'place-not-found', cell);
    }
  });

  it('shows what the check writes and clears, which is no change of the user’s', async () => {
    const { page, book, view, changes } = await openSample();
    const checker = reloadAfterWriting(page.remote('checker', CHECKER), book);
    const rules = await createRuleFolder(path.join(root, 'rules')).read();
    assert.ok(rules.ok && (await checker.useRules(rules.value)).ok);
    assert.ok((await checker.check({ sheet: null, today: civilDay(2021, 10, 20) })).ok);
    assert.ok((await checker.write({ marks: false })).ok);
    const written = book.state;
    assert.ok(written.view && written.view !== view);
    assert.ok(written.sheets.some(({ owned }) => owned !== null));
    const ours = Array.from({ length: written.view.columnCount }, (_, at) => at + 1).filter((c) =>
      written.view?.isOurs(c),
    );
    assert.equal(ours.length, 6);
    const refused = await book.edit(typeInto(written.view, 8, ours[0] ?? 0, '甲'));
    assert.ok(!refused.ok && refused.problems[0]?.code === 'cell-is-ours');
    assert.ok((await checker.clear()).ok);
    assert.ok(book.state.sheets.every(({ owned }) => owned === null));
    assert.deepEqual(changes, []);
    assert.ok(!book.isSaved);
    book.markSaved(book.changes);
    assert.ok(book.isSaved);
  });
});

describe('orders to check', () => {
  it('wait for the first who listens, once', () => {
    const orders = new CheckOrders();
    orders.check();
    orders.check();
    const heard: string[] = [];
    const stop = orders.onOrder((order) => heard.push(order));
    assert.deepEqual(heard, ['check']);
    orders.check();
    stop();
    orders.check();
    assert.deepEqual(heard, ['check', 'check']);
  });
});
