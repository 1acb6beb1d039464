import assert from 'node:assert/strict';
import { Cancelled } from '../../src/core/cancel';
import { civilDay } from '../../src/core/dates/civil';
import { address, CellKind, type CellArea, type SheetGrid } from '../../src/core/ledger/grid';
import type { Result } from '../../src/core/problem';
import type { OwnedSheet, WritePlan } from '../../src/core/writeplan/plan';
import type { CellEdit, CellMark, DropDown, LiveWorkbook } from '../../src/ports/liveWorkbook';
import type { ContractBook } from './contract';

/** How the contract gets at a host: how a workbook is made, saved and opened again, and how a person types into it. */
export interface LiveHarness {
  make(book: ContractBook): Promise<LiveWorkbook>;
  /** The same workbook as someone would see it who opens it afterwards. */
  reopen(workbook: LiveWorkbook): Promise<LiveWorkbook>;
  /** What a person types, past the add-in; a host that edits itself is asked by `editCells`. */
  type?(workbook: LiveWorkbook, sheet: string, edits: readonly CellEdit[]): Promise<void>;
}

const SHEET = '台账';
const DATE = 'yyyy"年"m"月"d"日"';

const MERGED: CellArea = { top: 1, left: 1, bottom: 1, right: 3 };

const BOOK: ContractBook = {
  sheets: [
    {
      name: SHEET,
      rows: [
        ['诉求台账', null, null],
        ['序号', '标题', '办理时限'],
        [1, '欠薪', 44477],
        [2, '漏水', '尽快'],
        [3, '噪音', null],
        [null, null, true],
      ],
      merges: [MERGED],
      hiddenRows: [4],
      formats: { C3: DATE, C5: DATE },
    },
    { name: '督查问题', rows: [['我的']] },
  ],
};

const TITLES = ['督查·状态', '督查·应办结日'];

function plan(rows: readonly number[], sheets: readonly OwnedSheet[] = [], ledgerSheet = SHEET): WritePlan {
  const cells = rows.map(
    (row) =>
      [
        row,
        [
          { text: `状态${row}`, style: 'overdue' },
          { day: civilDay(2021, 10, 8), style: 'body' },
        ],
      ] as const,
  );
  return {
    ledgerSheet,
    columns: {
      headerRows: [2],
      titles: TITLES,
      widths: [8, 12],
      rows: new Map(cells),
      body: { first: 3, last: 5 },
    },
    sheets,
  };
}

const ownSheet = (id: OwnedSheet['id'], name: string, text: string): OwnedSheet => ({
  id,
  name,
  widths: [20],
  rowCount: 1,
  rows: [{ cells: [{ text, style: 'body' }] }],
  titleRows: null,
  filterRow: null,
  landscape: true,
  footer: '甲局',
});

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function codes(result: Result<unknown>): readonly string[] {
  assert.ok(!result.ok, 'refused');
  return result.problems.map(({ code }) => code);
}

/** Every cell that is not blank, by address: kind, value and, for numbers, format. */
function cells(grid: SheetGrid): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { column, kinds, numbers, styles } of grid.columns)
    grid.rows.forEach((row, at) => {
      const kind = kinds[at] ?? CellKind.blank;
      if (kind === CellKind.blank) return;
      const number = numbers[at] ?? NaN;
      const format = styles === null ? '' : (grid.formats[styles[at] ?? 0] ?? '');
      const isText = kind === CellKind.text || kind === CellKind.error;
      found[address(row, column)] = isText ? `“${grid.strings[number]}”` : `${kind}:${number}:${format}`;
    });
  return found;
}

/** A grid as plain values, to compare two readings by. */
const seen = (grid: SheetGrid): unknown => ({
  cells: cells(grid),
  rows: [...grid.rows],
  merges: grid.merges,
  hidden: [...grid.hiddenRows],
  owned: grid.ownedColumns,
});

const read = async (workbook: LiveWorkbook, sheet = SHEET): Promise<SheetGrid> =>
  value(await workbook.readSheet(sheet));

const owners = async (workbook: LiveWorkbook): Promise<string[]> =>
  value(await workbook.sheets()).map(({ name, owned }) => (owned ? `${name}=${owned}` : name));

/** What every host must do with a workbook that people work in meanwhile. */
export function liveWorkbookContract(host: string, harness: LiveHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<LiveWorkbook> => harness.make({ ...BOOK, ...more });
  const withProtection = (): Promise<LiveWorkbook> =>
    make({ sheets: [{ ...BOOK.sheets[0]!, protected: true }, BOOK.sheets[1]!] });

  async function type(workbook: LiveWorkbook, edits: readonly CellEdit[], sheet = SHEET): Promise<void> {
    if (harness.type) return harness.type(workbook, sheet, edits);
    value(await workbook.editCells(sheet, edits));
  }

  describe(`${host} as a workbook someone works in`, () => {
    describe('reading', () => {
      it('tells merges, hidden rows, formats and booleans', async () => {
        const workbook = await make();
        const grid = await read(workbook);
        assert.deepEqual(grid.merges, workbook.capabilities.merges ? [MERGED] : null);
        assert.deepEqual([...grid.hiddenRows], [4]);
        const found = cells(grid);
        assert.equal(found['C6'], `${CellKind.boolean}:1:General`);
        assert.match(found['C3']!, /^1:44477:.*y.*m.*d/);
        assert.equal(found['B4'], '“漏水”', 'hidden rows are read');
      });

      it('reads an area by the same reading, with nothing beside it', async () => {
        const workbook = await make();
        const whole = cells(await read(workbook));
        const area = value(await workbook.readArea(SHEET, { top: 3, left: 2, bottom: 4, right: 3 }));
        const expected = Object.entries(whole).filter(([place]) => /^[BC][34]$/.test(place));
        assert.deepEqual(cells(area), Object.fromEntries(expected));
        assert.deepEqual([...area.rows], [3, 4]);
        assert.deepEqual(area.merges, (await read(workbook)).merges);
      });

      it('reads an area where nothing stands as empty', async () => {
        const area = value(await (await make()).readArea(SHEET, { top: 50, left: 9, bottom: 60, right: 12 }));
        assert.deepEqual([area.rows.length, area.columns.length], [0, 0]);
      });

      it('answers an area of a sheet that is not there with a problem', async () => {
        const area = await (await make()).readArea('没有', { top: 1, left: 1, bottom: 1, right: 1 });
        assert.deepEqual(codes(area), ['sheet-not-found']);
      });

      it('hands out readings that nobody else holds', async () => {
        const workbook = await make();
        const first = await read(workbook);
        for (const { numbers, kinds } of first.columns) {
          numbers.fill(7);
          kinds.fill(CellKind.number);
        }
        first.rows.fill(99);
        assert.equal(cells(await read(workbook))['B3'], '“欠薪”');
      });
    });

    describe('what a person types', () => {
      it('is read, by sheet and by area, and tells itself by the revision', async () => {
        const workbook = await make();
        const before = await read(workbook);
        const revision = await workbook.revision();
        await type(workbook, [
          { row: 3, column: 2, value: '工资' },
          { row: 5, column: 3, value: 44500 },
          { row: 9, column: 5, value: false },
          { row: 4, column: 3, value: null },
        ]);
        assert.notEqual(await workbook.revision(), revision);
        const { C4: emptied, ...rest } = cells(before);
        assert.equal(emptied, '“尽快”');
        const now = cells(await read(workbook));
        const date = now['C5']!;
        assert.match(date, /^1:44500:.*y.*m.*d/, 'a cell keeps its format');
        assert.deepEqual(now, { ...rest, B3: '“工资”', C5: date, E9: `${CellKind.boolean}:0:General` });
        const area = value(await workbook.readArea(SHEET, { top: 5, left: 1, bottom: 9, right: 9 }));
        assert.deepEqual([...area.rows], [5, 6, 9]);
        assert.deepEqual(cells(await read(await harness.reopen(workbook))), now);
      });

      it('is text where it looks like a formula', async () => {
        const workbook = await make();
        await type(workbook, [{ row: 3, column: 2, value: '=1+1' }]);
        const again = await harness.reopen(workbook);
        for (const one of [workbook, again]) assert.equal(cells(await read(one))['B3'], '“=1+1”');
      });

      it('takes a row out of the reading that it emptied', async () => {
        const workbook = await make();
        await type(workbook, [{ row: 6, column: 3, value: null }]);
        const now = await read(workbook);
        assert.deepEqual([...now.rows], [1, 2, 3, 4, 5]);
        assert.deepEqual(seen(await read(await harness.reopen(workbook))), seen(now));
      });

      it('between reading and writing stays, and results stand where they were planned', async () => {
        const workbook = await make();
        await read(workbook);
        await type(workbook, [{ row: 5, column: 2, value: '夜间噪音' }]);
        value(await workbook.write(plan([3, 5])));
        await type(workbook, [{ row: 3, column: 2, value: '工资' }]);
        const again = await harness.reopen(workbook);
        for (const one of [workbook, again]) {
          const found = cells(await read(one));
          assert.deepEqual(
            [found['B3'], found['B5'], found['D3'], found['D5']],
            ['“工资”', '“夜间噪音”', '“状态3”', '“状态5”'],
          );
        }
      });

      it('is refused whole where a cell can not be typed into, with a code', async () => {
        const workbook = await make();
        const before = cells(await read(workbook));
        if (!workbook.capabilities.edits) {
          assert.deepEqual(codes(await workbook.editCells(SHEET, [{ row: 3, column: 2, value: '甲' }])), [
            'cells-not-editable',
          ]);
          return;
        }
        const refused = async (row: number, column: number, own: CellEdit['value']): Promise<readonly string[]> =>
          codes(
            await workbook.editCells(SHEET, [
              { row: 3, column: 2, value: '甲' },
              { row, column, value: own },
            ]),
          );
        assert.deepEqual(await refused(1, 2, '乙'), ['cell-under-merge']);
        assert.deepEqual(await refused(0, 2, '乙'), ['cell-outside-sheet']);
        assert.deepEqual(await refused(3, 16_385, '乙'), ['cell-outside-sheet']);
        assert.deepEqual(await refused(3, 3, NaN), ['cell-number-unwritable']);
        assert.deepEqual(codes(await workbook.editCells('没有', [])), ['sheet-not-found']);
        assert.deepEqual(cells(await read(workbook)), before);
      });

      it('is refused on a protected sheet', async () => {
        const workbook = await withProtection();
        if (!workbook.capabilities.edits) return;
        const done = await workbook.editCells(SHEET, [{ row: 3, column: 2, value: '甲' }]);
        assert.deepEqual(codes(done), ['sheet-protected']);
      });
    });

    describe('settings', () => {
      const odd = '{"列":"<责任股室> & \\"甲\\""}\r\n\t _x0041_ \u0007 末';

      it('are none at first, travel with the workbook, and go when they are null', async () => {
        const workbook = await make();
        assert.deepEqual([...value(await workbook.settings())], []);
        value(
          await workbook.saveSettings(
            new Map([
              ['mapping', odd],
              ['other', ''],
            ]),
          ),
        );
        const again = await harness.reopen(workbook);
        assert.deepEqual([...value(await again.settings())].sort(), [
          ['mapping', odd],
          ['other', ''],
        ]);
        value(await again.saveSettings(new Map([['mapping', null]])));
        assert.deepEqual([...value(await (await harness.reopen(again)).settings())], [['other', '']]);
      });

      it('change no cell and no sheet', async () => {
        const workbook = await make();
        const before = [seen(await read(workbook)), await owners(workbook)];
        value(await workbook.saveSettings(new Map([['mapping', '一']])));
        const again = await harness.reopen(workbook);
        assert.deepEqual([seen(await read(again)), await owners(again)], before);
      });

      it('stay when everything of ours is cleared', async () => {
        const workbook = await make();
        value(await workbook.saveSettings(new Map([['mapping', '一']])));
        value(await workbook.write(plan([3])));
        value(await workbook.clear());
        assert.deepEqual([...value(await (await harness.reopen(workbook)).settings())], [['mapping', '一']]);
      });
    });

    describe('sheets of ours', () => {
      it('are written each whole, and leave columns and every other sheet', async () => {
        const workbook = await make();
        value(await workbook.write(plan([3], [ownSheet('findings', '督查问题', '一')])));
        const before = [seen(await read(workbook)), seen(await read(workbook, '督查问题'))];
        const done = value(await workbook.writeSheets([ownSheet('setAside', '督查搁置', '二')]));
        assert.deepEqual(done, [{ id: 'setAside', name: '督查搁置', rows: 1 }]);
        value(await workbook.writeSheets([ownSheet('setAside', '督查搁置', '三')]));
        const again = await harness.reopen(workbook);
        assert.deepEqual([seen(await read(again)), seen(await read(again, '督查问题'))], before);
        assert.deepEqual(await owners(again), [SHEET, '督查问题', '督查问题（2）=findings', '督查搁置=setAside']);
        assert.deepEqual(cells(await read(again, '督查搁置')), { A1: '“三”' });
        assert.deepEqual(cells(await read(again, '督查问题（2）')), { A1: '“一”' });
      });

      it('are refused where the structure is protected', async () => {
        const workbook = await make({ structureProtected: true });
        assert.deepEqual(codes(await workbook.writeSheets([ownSheet('setAside', '督查搁置', '二')])), [
          'workbook-structure-protected',
        ]);
      });
    });

    describe('columns of ours', () => {
      it('are known on each of several ledgers', async () => {
        const second = { ...BOOK.sheets[0]!, name: '二月' };
        const workbook = await make({ sheets: [BOOK.sheets[0]!, second] });
        for (const name of [SHEET, '二月']) value(await workbook.write(plan([3], [], name)));
        const again = await harness.reopen(workbook);
        for (const name of [SHEET, '二月'])
          assert.deepEqual((await read(again, name)).ownedColumns, { first: 4, last: 5 }, name);
      });
    });

    describe('marks', () => {
      const marks: readonly CellMark[] = [
        { cell: 'B3', look: 'error' },
        { cell: 'B4', look: 'error' },
        { cell: 'C5', look: 'warning' },
      ];

      it('change no cell, and are counted when they are cleared', async () => {
        const workbook = await make();
        const before = seen(await read(workbook));
        const marked = await workbook.mark(SHEET, marks);
        if (!workbook.capabilities.marks) return assert.deepEqual(codes(marked), ['marks-not-possible']);
        value(marked);
        const again = await harness.reopen(workbook);
        assert.deepEqual(seen(await read(again)), before);
        assert.equal(value(await again.clear()).marks, 3);
        assert.equal(value(await again.clear()).marks, 0);
      });

      it('are replaced by the next, and taken away by none', async () => {
        const workbook = await make();
        if (!workbook.capabilities.marks) return;
        value(await workbook.mark(SHEET, marks));
        value(await workbook.mark(SHEET, [{ cell: 'B3', look: 'notice' }]));
        value(await workbook.mark('督查问题', [{ cell: 'A1', look: 'notice' }]));
        value(await workbook.mark(SHEET, [{ cell: 'B4', look: 'notice' }]));
        const again = await harness.reopen(workbook);
        assert.equal(value(await again.clear()).marks, 2);
        value(await again.mark(SHEET, marks));
        value(await again.mark(SHEET, []));
        assert.equal(value(await again.clear()).marks, 0);
      });

      it('are refused on a protected sheet and on one that is not there', async () => {
        const workbook = await withProtection();
        if (!workbook.capabilities.marks) return;
        assert.deepEqual(codes(await workbook.mark(SHEET, marks)), ['sheet-protected']);
        assert.deepEqual(codes(await workbook.mark('没有', marks)), ['sheet-not-found']);
      });
    });

    describe('lists', () => {
      const list = (column: number, choices: readonly string[] = ['未化解', '已化解']): DropDown => ({
        column,
        first: 3,
        last: 5,
        choices,
      });

      it('change no cell, leave a column with a validation of the user alone, and are cleared', async () => {
        const taken = { top: 4, left: 2, bottom: 9, right: 2 };
        const workbook = await make({ sheets: [{ ...BOOK.sheets[0]!, validations: [taken] }] });
        const before = seen(await read(workbook));
        const done = await workbook.setDropDowns(SHEET, [list(2), list(3)]);
        if (!workbook.capabilities.dropDowns) return assert.deepEqual(codes(done), ['drop-downs-not-possible']);
        assert.deepEqual(value(done), { columns: 1, leftAlone: [2] });
        const again = await harness.reopen(workbook);
        assert.deepEqual(seen(await read(again)), before);
        assert.deepEqual(value(await again.setDropDowns(SHEET, [list(2), list(3)])), { columns: 1, leftAlone: [2] });
        assert.equal(value(await again.clear()).lists, 1);
        assert.equal(value(await again.clear()).lists, 0);
        assert.deepEqual(value(await again.setDropDowns(SHEET, [list(2)])), { columns: 0, leftAlone: [2] });
      });

      it('are taken away by none', async () => {
        const workbook = await make();
        if (!workbook.capabilities.dropDowns) return;
        value(await workbook.setDropDowns(SHEET, [list(2), list(3)]));
        value(await workbook.setDropDowns(SHEET, []));
        assert.equal(value(await (await harness.reopen(workbook)).clear()).lists, 0);
      });

      it('are refused whole where they can not be offered', async () => {
        const workbook = await make();
        if (!workbook.capabilities.dropDowns) return;
        const long = Array.from({ length: 60 }, (_, i) => `第${i}派出机构`);
        assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(2), list(3, long)])), ['drop-down-too-long']);
        assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(2), list(3, ['甲,乙'])])), ['drop-down-comma']);
        assert.deepEqual(codes(await workbook.setDropDowns(SHEET, [list(3, [' '])])), ['drop-down-empty']);
        assert.deepEqual(codes(await (await withProtection()).setDropDowns(SHEET, [list(3)])), ['sheet-protected']);
        assert.equal(value(await workbook.clear()).lists, 0);
      });
    });

    describe('records', () => {
      const records = {
        headings: ['日期', '编号', '议定事项'],
        rows: [
          [
            { day: civilDay(2021, 10, 9), style: 'body' },
            { text: 'C-1、C-2', style: 'body' },
            { text: '=1+1', style: 'body' },
          ],
        ],
      } as const;
      const day = (found: string | undefined): void => assert.match(found ?? '', /^1:44478:.*y.*m.*d/);

      it('begin a sheet that people keep', async () => {
        const workbook = await make();
        assert.deepEqual(value(await workbook.appendRecords('调度记录', records)), { firstRow: 2 });
        assert.deepEqual(value(await workbook.appendRecords('调度记录', records)), { firstRow: 3 });
        const again = await harness.reopen(workbook);
        assert.deepEqual(await owners(again), [SHEET, '督查问题', '调度记录']);
        const { A2, A3, ...texts } = cells(await read(again, '调度记录'));
        day(A2);
        day(A3);
        assert.deepEqual(texts, {
          A1: '“日期”',
          B1: '“编号”',
          C1: '“议定事项”',
          B2: '“C-1、C-2”',
          C2: '“=1+1”',
          B3: '“C-1、C-2”',
          C3: '“=1+1”',
        });
        value(await again.clear());
        assert.deepEqual(await owners(again), [SHEET, '督查问题', '调度记录'], 'the sheet is theirs');
      });

      it('go under the headings that are there, below everything', async () => {
        const rows = [
          ['调度记录', null, null, null],
          ['编号', '主持人', '议定事项', '日期'],
          ['C-9', '测试甲', '约谈', 44470],
          ['C-8', '测试乙', null, 44471],
        ];
        const sheet = { name: '调度记录', rows, formats: { D3: DATE } };
        const workbook = await make({ sheets: [...BOOK.sheets, sheet] });
        const before = cells(await read(workbook, '调度记录'));
        assert.deepEqual(value(await workbook.appendRecords('调度记录', records)), { firstRow: 5 });
        const found = cells(await read(await harness.reopen(workbook), '调度记录'));
        day(found['D5']);
        assert.deepEqual(found, { ...before, A5: '“C-1、C-2”', C5: '“=1+1”', D5: found['D5'] });
      });

      it('are refused without their headings, on a protected sheet, and where no sheet can be added', async () => {
        const bare = await make({ sheets: [...BOOK.sheets, { name: '调度记录', rows: [['日期', '事由']] }] });
        const refused = await bare.appendRecords('调度记录', records);
        assert.deepEqual(codes(refused), ['record-heading-missing']);
        assert.ok(!refused.ok);
        assert.deepEqual(refused.problems[0]!.params['headings'], ['编号', '议定事项']);
        const locked = { name: '调度记录', rows: [['日期', '编号', '议定事项']], protected: true };
        const shut = await make({ sheets: [...BOOK.sheets, locked] });
        assert.deepEqual(codes(await shut.appendRecords('调度记录', records)), ['sheet-protected']);
        const fixed = await make({ structureProtected: true });
        assert.deepEqual(codes(await fixed.appendRecords('调度记录', records)), ['workbook-structure-protected']);
      });
    });

    describe('clearing', () => {
      const sheets = (): OwnedSheet[] => [
        ownSheet('findings', '督查问题', '一'),
        ownSheet('setAside', '督查搁置', '二'),
      ];

      it("gives the user's workbook back, and says what went", async () => {
        const workbook = await make();
        const before = [seen(await read(workbook)), seen(await read(workbook, '督查问题')), await owners(workbook)];
        value(await workbook.write(plan([3, 4, 5], sheets())));
        value(await workbook.write(plan([3], sheets())));
        const again = await harness.reopen(workbook);
        const report = value(await again.clear());
        assert.deepEqual([report.columns, report.sheets], [2, ['督查问题（2）', '督查搁置']]);
        const after = await harness.reopen(again);
        for (const one of [again, after])
          assert.deepEqual([seen(await read(one)), seen(await read(one, '督查问题')), await owners(one)], before);
      });

      it('does nothing where nothing is ours', async () => {
        const workbook = await make();
        const revision = await workbook.revision();
        assert.deepEqual(value(await workbook.clear()), { columns: 0, sheets: [], marks: 0, lists: 0 });
        assert.deepEqual(seen(await read(workbook)), seen(await read(await make())));
        assert.equal(typeof revision, 'string');
      });

      it('clears every ledger, and writing again begins anew', async () => {
        const second = { ...BOOK.sheets[0]!, name: '二月' };
        const workbook = await make({ sheets: [BOOK.sheets[0]!, second] });
        for (const name of [SHEET, '二月']) value(await workbook.write(plan([3], [], name)));
        assert.equal(value(await workbook.clear()).columns, 4);
        value(await workbook.write(plan([4], [], '二月')));
        const again = await harness.reopen(workbook);
        assert.equal((await read(again)).ownedColumns, null);
        assert.deepEqual((await read(again, '二月')).ownedColumns, { first: 4, last: 5 });
      });

      it('leaves what a person typed beside our columns', async () => {
        const workbook = await make();
        value(await workbook.write(plan([3])));
        await type(workbook, [{ row: 3, column: 8, value: '批注' }]);
        value(await workbook.clear());
        const found = cells(await read(await harness.reopen(workbook)));
        assert.deepEqual([found['D3'], found['H3']], [undefined, '“批注”']);
      });

      it('stops when it is told to before it begins, and has then done nothing', async () => {
        const workbook = await make();
        value(await workbook.write(plan([3])));
        const before = seen(await read(workbook));
        await assert.rejects(workbook.clear({ signal: { aborted: true } }), Cancelled);
        assert.deepEqual(seen(await read(await harness.reopen(workbook))), before);
      });
    });
  });
}
