import assert from 'node:assert/strict';
import { Cancelled } from '../../src/core/cancel';
import { civilDay } from '../../src/core/dates/civil';
import { address, CellKind, type CellArea, type SheetGrid } from '../../src/core/ledger/grid';
import type { OwnedSheet, PlanCell, PlanRow, WritePlan, WriteReport } from '../../src/core/writeplan/plan';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import type { Workbook } from '../../src/ports/workbook';

/** A workbook as the contract wants it made; texts, numbers and booleans stand as such, null is a blank cell. */
export interface ContractBook {
  readonly sheets: readonly ContractSheet[];
  readonly structureProtected?: boolean;
}

export interface ContractSheet {
  readonly name: string;
  /** From row 1, column A. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly merges?: readonly CellArea[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** Number formats by A1 address, of blank cells too. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Areas with a validation of the user's own. */
  readonly validations?: readonly CellArea[];
  readonly protected?: boolean;
}

export interface WorkbookHarness {
  make(book: ContractBook): Promise<Workbook>;
  /** The same workbook as someone would see it who opens it afterwards. */
  reopen(workbook: Workbook): Promise<Workbook>;
}

const LEDGER = {
  name: "台账'一",
  rows: [
    ['诉求台账', null, null],
    ['序号', '标题', '办理时限'],
    [1, '欠薪', '10月8日前'],
    [2, '=1+1', '尽快'],
    [null, '合计', 2],
  ],
} as const;

const TITLES = ['督查·状态', '督查·应办结日', '督查·剩余天数'];

const CASE: readonly PlanCell[] = [
  { text: '超期', style: 'overdue' },
  { day: civilDay(2021, 10, 8), style: 'body' },
  { number: -1, style: 'body' },
];

function plan(rows: readonly number[], sheets: readonly OwnedSheet[] = []): WritePlan {
  const cells = new Map(rows.map((row) => [row, CASE]));
  const columns = { headerRows: [2], titles: TITLES, widths: [8, 12, 8], rows: cells, body: { first: 3, last: 4 } };
  return { ledgerSheet: LEDGER.name, columns, sheets };
}

function findings(rows: Iterable<PlanRow> = [{ cells: [{ text: '=HYPERLINK("x")', style: 'body' }] }]): OwnedSheet {
  const page = { titleRows: null, filterRow: null, landscape: true, footer: '甲局' };
  return { id: 'findings', name: '督查问题', widths: [20], rowCount: 1, rows, ...page };
}

/** Every cell with content as text, by address. */
function cells(grid: SheetGrid): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { column, kinds, numbers } of grid.columns)
    grid.rows.forEach((row, i) => {
      const kind = kinds[i] ?? CellKind.blank;
      if (kind === CellKind.blank) return;
      const number = numbers[i]!;
      found[address(row, column)] =
        kind === CellKind.text || kind === CellKind.error ? `“${grid.strings[number]}”` : `${kind}:${number}`;
    });
  return found;
}

async function read(workbook: Workbook, sheet: string = LEDGER.name): Promise<Record<string, string>> {
  const grid = await workbook.readSheet(sheet);
  assert.ok(grid.ok, JSON.stringify(grid));
  return cells(grid.value);
}

async function write(workbook: Workbook, planned: WritePlan): Promise<WriteReport> {
  const report = await workbook.write(planned);
  assert.ok(report.ok, JSON.stringify(report));
  return report.value;
}

async function names(workbook: Workbook): Promise<string[]> {
  const sheets = await workbook.sheets();
  assert.ok(sheets.ok);
  return sheets.value.map(({ name, owned }) => (owned ? `${name}=${owned}` : name));
}

/** Whether the host sets sheets up for printing; one without capabilities does. */
const setsUpPages = (workbook: Workbook & Partial<LiveWorkbook>): boolean => workbook.capabilities?.pages ?? true;

/** What every host must do with a workbook, whatever the workbook lives in. */
export function workbookContract(host: string, harness: WorkbookHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<Workbook> => harness.make({ sheets: [LEDGER], ...more });
  const ours = { D2: '“督查·状态”', E2: '“督查·应办结日”', F2: '“督查·剩余天数”' };
  const late = (row: number) => ({
    [`D${row}`]: '“超期”',
    [`E${row}`]: `${CellKind.number}:44477`,
    [`F${row}`]: `${CellKind.number}:-1`,
  });

  describe(`${host} as a workbook`, () => {
    it('tells its sheets and reads them', async () => {
      const workbook = await make();
      const sheets = await workbook.sheets();
      assert.ok(sheets.ok);
      assert.equal(sheets.value.length, 1);
      const { name, visible, active, protected: isProtected, owned } = sheets.value[0]!;
      assert.deepEqual([name, visible, active, isProtected, owned], [LEDGER.name, true, true, false, null]);
      const found = await read(workbook);
      assert.deepEqual(
        [found['A3'], found['B4'], found['C5']],
        [`${CellKind.number}:1`, '“=1+1”', `${CellKind.number}:2`],
      );
      assert.equal('A5' in found, false);
    });

    it('answers a sheet that is not there with a problem', async () => {
      const grid = await (await make()).readSheet('没有');
      assert.ok(!grid.ok);
      assert.equal(grid.problems[0]!.code, 'sheet-not-found');
    });

    it('writes columns right of the table, leaves the rest, and knows them again', async () => {
      const workbook = await make();
      const before = await read(workbook);
      const revision = await workbook.revision();
      const report = await write(workbook, plan([3, 4]));
      assert.deepEqual([report.columnsWritten, report.rowsWritten, report.notes], [true, 2, []]);
      assert.notEqual(await workbook.revision(), revision);
      const seen = await harness.reopen(workbook);
      assert.deepEqual(await read(seen), { ...before, ...ours, ...late(3), ...late(4) });
      const grid = await seen.readSheet(LEDGER.name);
      assert.ok(grid.ok);
      assert.deepEqual(grid.value.ownedColumns, { first: 4, last: 6 });
    });

    it('writes twice as once, and clears the rows that the next plan does not name', async () => {
      const workbook = await make();
      const before = await read(workbook);
      await write(workbook, plan([3, 4], [findings()]));
      const once = [await read(workbook), await names(workbook)];
      const seen = await harness.reopen(workbook);
      await write(seen, plan([3, 4], [findings()]));
      assert.deepEqual([await read(seen), await names(seen)], once);
      await write(seen, plan([4], [findings()]));
      assert.deepEqual(await read(seen), { ...before, ...ours, ...late(4) });
    });

    it('writes its sheets last and text as text', async () => {
      const workbook = await make();
      const report = await write(workbook, plan([3], [findings()]));
      assert.deepEqual(report.sheets, [{ id: 'findings', name: '督查问题', rows: 1 }]);
      const seen = await harness.reopen(workbook);
      assert.deepEqual(await names(seen), [LEDGER.name, '督查问题=findings']);
      assert.deepEqual(await read(seen, '督查问题'), { A1: '“=HYPERLINK("x")”' });
    });

    it('leaves a sheet of the user that has the name of ours', async () => {
      const workbook = await make({ sheets: [LEDGER, { name: '督查问题', rows: [['我的']] }] });
      for (let turn = 0; turn < 2; turn++) await write(workbook, plan([3], [findings()]));
      const seen = await harness.reopen(workbook);
      assert.deepEqual(await names(seen), [LEDGER.name, '督查问题', '督查问题（2）=findings']);
      assert.deepEqual(await read(seen, '督查问题'), { A1: '“我的”' });
    });

    it('gives a protected ledger no columns, and says so', async () => {
      const workbook = await make({ sheets: [{ ...LEDGER, protected: true }] });
      const before = await read(workbook);
      const report = await write(workbook, plan([3], [findings()]));
      assert.equal(report.columnsWritten, false);
      assert.deepEqual(
        report.notes.map((note) => note.code),
        ['ledger-sheet-protected', ...(setsUpPages(workbook) ? [] : ['page-setup-too-old'])],
      );
      const seen = await harness.reopen(workbook);
      assert.deepEqual(await read(seen), before);
      assert.deepEqual(await names(seen), [LEDGER.name, '督查问题=findings']);
    });

    it('refuses a workbook whose structure is protected, and leaves it', async () => {
      const workbook = await make({ structureProtected: true });
      const before = await read(workbook);
      const report = await workbook.write(plan([3], [findings()]));
      assert.ok(!report.ok);
      assert.equal(report.problems[0]!.code, 'workbook-structure-protected');
      assert.deepEqual(await read(await harness.reopen(workbook)), before);
    });

    it("leaves the user's cells when it fails midway, and finishes the next time", async () => {
      function* failing(): Generator<PlanRow> {
        yield { cells: [{ text: '一', style: 'body' }] };
        throw new Error('midway');
      }
      const workbook = await make();
      const before = await read(workbook);
      await assert.rejects(workbook.write(plan([3], [findings({ [Symbol.iterator]: failing })])), /midway/);
      const now = await read(await harness.reopen(workbook));
      for (const [place, value] of Object.entries(before)) assert.equal(now[place], value);
      await write(workbook, plan([3], [findings()]));
      const seen = await harness.reopen(workbook);
      assert.deepEqual(await read(seen), { ...before, ...ours, ...late(3) });
      assert.deepEqual(await names(seen), [LEDGER.name, '督查问题=findings']);
    });

    it('stops when it is told to before it begins, and has then done nothing', async () => {
      const workbook = await make();
      const before = await read(workbook);
      await assert.rejects(workbook.write(plan([3]), { signal: { aborted: true } }), Cancelled);
      assert.deepEqual(await read(await harness.reopen(workbook)), before);
    });
  });
}
