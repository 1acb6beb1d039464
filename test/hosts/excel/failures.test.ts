import assert from 'node:assert/strict';
import type { OwnedSheet, WritePlan } from '../../../src/core/writeplan/plan';
import type { BookDescription } from '../../office-host/model/description';
import type { LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ExcelHost } from '../../office-host/host';
import { ExcelUser } from '../../office-host/user';
import { bench, type Bench } from './harness';
import { bookOf, columnsFor, findingsSheet, ledger, results, TITLES } from './ledgers';

const MARKS = [
  { cell: 'B3', look: 'error' },
  { cell: 'B4', look: 'error' },
  { cell: 'C5', look: 'notice' },
] as const;

/** What is the user's: their sheets without our columns, names, marks and lists. */
function usersPart(book: BookDescription, sheets: readonly string[]): unknown {
  const theirs = (address: string): boolean => /^[A-D]\d+$/.test(address);
  return book.sheets
    .filter(({ name }) => sheets.includes(name))
    .map(({ name, cells, merges, hiddenRows, rowHeights, tables, columnWidths }) => ({
      name,
      cells: Object.entries(cells ?? {}).filter(([address]) => theirs(address) && (name !== RECORDS || stood(address))),
      merges: (merges ?? []).filter((area) => theirs(area.split(':')[0]!)),
      hiddenRows,
      rowHeights,
      tables: tables?.length,
      columnWidths: Object.entries(columnWidths ?? {}).filter(([column]) => theirs(`${column}1`)),
    }));
}

/** A heading or the one record that stood before the next was added. */
const stood = (address: string): boolean => /^[A-D][12]$/.test(address);

/** A workbook without what differs from one run to the next. */
const comparable = (book: BookDescription): unknown => {
  const names = [...(book.names ?? [])].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    conditionalFormats: sheet.conditionalFormats?.map(({ id: _id, ...format }) => JSON.stringify(format)).sort(),
  }));
  return JSON.parse(JSON.stringify({ ...book, names, sheets }));
};

/** A plan of few looks: each costs dozens of actions. */
function plan(rows: readonly number[], lines = 2): WritePlan {
  const columns = columnsFor(rows, [1, 2]);
  const cells = results(8).slice(2);
  const few = { ...columns, titles: TITLES.slice(2), rows: new Map(rows.map((row) => [row, cells])) };
  return { ledgerSheet: '台账', columns: few, sheets: [findingsSheet(lines)] };
}

const twoHeaders = ledger(4, {
  merges: ['A1:D1'],
  hiddenRows: [5],
});

interface Operation {
  readonly name: string;
  readonly run: (workbook: LiveWorkbook) => Promise<{ readonly ok: boolean }>;
  /** What stands before the operation. */
  readonly before?: (workbook: LiveWorkbook, host: ExcelHost) => Promise<void>;
  /** Not every action but each so many: where there are very many of one kind. */
  readonly step?: number;
  /** Whose cells stay as they were: the ledger's and the user's other sheet, where nothing else is said. */
  readonly sheets?: readonly string[];
}

const RECORDS = '调度记录';
const recorded = (workbook: LiveWorkbook) =>
  workbook.appendRecords(RECORDS, {
    headings: ['日期', '编号', '议定事项'],
    rows: [
      [
        { day: 44_000, style: 'body' },
        { text: '1', style: 'body' },
        { text: '=督办', style: 'body' },
      ],
    ],
  });
const kept = (workbook: LiveWorkbook, ...changes: readonly (readonly [string, string | null])[]) =>
  workbook.saveSettings(new Map(changes));

const written = async (workbook: LiveWorkbook): Promise<void> => {
  const done = await workbook.write(plan([3, 4]));
  assert.ok(done.ok, JSON.stringify(done));
  assert.ok((await workbook.mark('台账', MARKS)).ok);
  assert.ok(
    (await workbook.setDropDowns('台账', [{ column: 4, first: 3, last: 6, choices: ['办公室', '诉求股'] }])).ok,
  );
};

/** A sheet of three rows with a chart over them. */
const charted = (kind: 'bar' | 'line'): OwnedSheet => {
  const run = (column: number) => ({ column, first: 3, last: 4 });
  const [from, to] = [
    { row: 6, column: 1 },
    { row: 12, column: 4 },
  ];
  const series = [{ name: '一', values: run(3) }];
  const chart = { kind, title: '图', valueTitle: '件数', categories: run(1), series, from, to };
  return { ...findingsSheet(2), id: 'report.trend', name: '趋势', charts: [chart, { ...chart, title: '又一图' }] };
};

/** A chart that a person put on the sheet of charts: it stays. */
const withOthers = async (workbook: LiveWorkbook, host: ExcelHost): Promise<void> => {
  assert.ok((await workbook.writeSheets([charted('bar')])).ok);
  new ExcelUser(host).addChart('趋势', 'A3:C4');
};

/** A sheet for the program alone, of one row. */
const hidden = (): OwnedSheet => ({ ...findingsSheet(1), id: 'snapshots', name: '督查快照', hidden: true });

const OPERATIONS: readonly Operation[] = [
  { name: 'a first hidden sheet', run: (workbook) => workbook.writeSheets([hidden()]) },
  {
    name: 'clearing a hidden sheet',
    before: async (workbook) => assert.ok((await workbook.writeSheets([hidden()])).ok),
    run: (workbook) => workbook.clear(),
  },
  { name: 'first charts', step: 3, run: (workbook) => workbook.writeSheets([charted('bar')]) },
  {
    name: 'charts over earlier ones, beside one of the user’s',
    step: 3,
    before: withOthers,
    run: (workbook) => workbook.writeSheets([charted('line')]),
  },
  {
    name: 'taking sheets away',
    before: async (workbook) => assert.ok((await workbook.writeSheets([hidden(), findingsSheet(1)])).ok),
    run: (workbook) => workbook.removeSheets(['snapshots', 'findings']),
  },
  { name: 'a first write', run: (workbook) => workbook.write(plan([3, 4])) },
  {
    name: 'a write over an earlier one',
    before: written,
    run: (workbook) => workbook.write(plan([4], 1)),
  },
  { name: 'marking', before: written, run: (workbook) => workbook.mark('台账', MARKS.slice(1)) },
  {
    name: 'offering lists',
    before: written,
    run: (workbook) => workbook.setDropDowns('台账', [{ column: 4, first: 3, last: 5, choices: ['办公室'] }]),
  },
  {
    name: 'recording',
    run: recorded,
  },
  {
    name: 'recording below other records',
    sheets: ['台账', '我的', RECORDS],
    before: async (workbook) => assert.ok((await recorded(workbook)).ok),
    run: recorded,
  },
  {
    name: 'writing a sheet of ours',
    before: async (workbook) => assert.ok((await workbook.writeSheets([findingsSheet(2)])).ok),
    run: (workbook) => workbook.writeSheets([findingsSheet(1)]),
  },
  { name: 'keeping a first setting', run: (workbook) => kept(workbook, ['mapping', '一']) },
  {
    name: 'keeping another setting',
    before: async (workbook) => assert.ok((await kept(workbook, ['mapping', '一'])).ok),
    run: (workbook) => kept(workbook, ['mapping', '二'], ['dropDowns', '三']),
  },
  {
    name: 'letting the last setting go',
    before: async (workbook) => assert.ok((await kept(workbook, ['mapping', '一'])).ok),
    run: (workbook) => kept(workbook, ['mapping', null]),
  },
  { name: 'clearing', before: written, run: (workbook) => workbook.clear() },
];

async function prepared(operation: Operation, requirementSet: string): Promise<Bench> {
  const made = await bench({ workbook: bookOf(twoHeaders, { name: '我的', rows: [['甲', 1]] }), requirementSet });
  await operation.before?.(made.workbook, made.host);
  await made.host.quiet();
  return made;
}

/** Every action in the newest Excel; in an older one, where other ways are gone, every eleventh and every request. */
for (const { requirementSet, step } of [
  { requirementSet: '1.15', step: 1 },
  { requirementSet: '1.8', step: 11 },
])
  describe(`Excel with ExcelApi ${requirementSet} that stops at any action`, () => {
    for (const operation of OPERATIONS)
      it(`leaves the user's cells, and a second run completes: ${operation.name}`, async function () {
        this.timeout(300_000);
        const { host, workbook } = await prepared(operation, requirementSet);
        const theirs = (): unknown => usersPart(host.describe(), operation.sheets ?? ['台账', '我的']);
        let saved = host.book.capture();
        const restore = (): void => {
          saved();
          // What was restored is changed by the next run: keep another copy of it.
          saved = host.book.capture();
        };
        const users = theirs();
        host.resetCounters();
        const whole = await operation.run(workbook);
        assert.ok(whole.ok, JSON.stringify(whole));
        const expected = comparable(host.describe());
        assert.deepEqual(theirs(), users);
        const syncs = host.counters.records.map(({ actions }) => actions);
        restore();

        let tried = 0;
        for (const [at, actions] of syncs.entries())
          for (let action = -1; action < actions; action += action < 0 ? 1 : Math.max(step, operation.step ?? 1)) {
            host.resetCounters();
            host.failAt({ sync: at + 1, action: action < 0 ? 'request' : action, code: 'ActivityLimitReached' });
            const failed = await operation.run(workbook);
            host.clearFailures();
            const where = `${operation.name}: sync ${at + 1}, action ${action}`;
            // A new sheet makes the add-in listen to it, a trip of its own: a failure there is not the operation's.
            const elsewhere = requirementSet === '1.8' && host.counters.records.some((sync) => sync.failed !== null);
            assert.ok(!failed.ok || elsewhere, `${where} did not fail`);
            assert.deepEqual(theirs(), users, where);
            const again = failed.ok ? failed : await operation.run(workbook);
            assert.ok(again.ok, `${where}: ${JSON.stringify(again)}`);
            assert.deepEqual(comparable(host.describe()), expected, where);
            restore();
            tried++;
          }
        assert.ok(tried >= 2 * syncs.length, `only ${tried} failures were tried`);
      });
  });
