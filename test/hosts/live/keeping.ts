import assert from 'node:assert/strict';
import { civilDay } from '../../../src/core/dates/civil';
import type { LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ContractBook } from '../contract';
import {
  SHEET,
  DATE,
  BOOK,
  seen,
  read,
  owners,
  ownSheet,
  plan,
  value,
  codes,
  cells,
  makeBook,
  type LiveHarness,
} from './support';

/** What is kept in the workbook: settings, our sheets and columns, records. */
export function keeping(harness: LiveHarness): void {
  const make = (more: Partial<ContractBook> = {}): Promise<LiveWorkbook> => makeBook(harness, more);

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
      const page = { code: 'page-setup-too-old', params: { sheet: '督查搁置' } };
      const left = workbook.capabilities.pages ? {} : { notes: [page] };
      assert.deepEqual(done, [{ id: 'setAside', name: '督查搁置', rows: 1, ...left }]);
      value(await workbook.writeSheets([ownSheet('setAside', '督查搁置', '三')]));
      const again = await harness.reopen(workbook);
      assert.deepEqual([seen(await read(again)), seen(await read(again, '督查问题'))], before);
      assert.deepEqual(await owners(again), [SHEET, '督查问题', '督查问题（2）=findings', '督查搁置=setAside']);
      assert.deepEqual(cells(await read(again, '督查搁置')), { A1: '“三”' });
      assert.deepEqual(cells(await read(again, '督查问题（2）')), { A1: '“一”' });
    });

    it('show numbers, points and days each by the format of its kind, where they stand in one column too', async () => {
      const workbook = await make();
      const column = [
        { number: 97.5, style: 'body', decimals: 2 },
        { number: 3, style: 'strong' },
        { text: '合计', style: 'body' },
        { day: civilDay(2021, 10, 8), style: 'body' },
        null,
        { day: civilDay(2021, 10, 9), style: 'body' },
        { number: 88, style: 'overdue', decimals: 2 },
      ] as const;
      const rows = column.map((cell) => ({ cells: [cell] }));
      const sheet = { ...ownSheet('report.scores', '得分', ''), rows, rowCount: rows.length };
      value(await workbook.writeSheets([sheet]));
      assert.deepEqual(cells(await read(await harness.reopen(workbook), '得分')), {
        A1: '1:97.5:0.00',
        A2: '1:3:General',
        A3: '“合计”',
        A4: '1:44477:yyyy-mm-dd',
        A6: '1:44478:yyyy-mm-dd',
        A7: '1:88:0.00',
      });
    });

    it('may be of any report, however long its id, and each is known again', async () => {
      const workbook = await make();
      const before = await owners(workbook);
      const sheets = [
        ownSheet('report.inspection.cases', '迎检', '一'),
        ownSheet('report.sampling.inspector12', '督查员十二', '二'),
        ownSheet('report.sampling.inspector2', '督查员二', '三'),
      ];
      value(await workbook.writeSheets(sheets));
      const written = value(await workbook.writeSheets(sheets));
      assert.deepEqual(
        written.map(({ name }) => name),
        ['迎检', '督查员十二', '督查员二'],
      );
      assert.deepEqual((await owners(await harness.reopen(workbook))).slice(before.length), [
        '迎检=report.inspection.cases',
        '督查员十二=report.sampling.inspector12',
        '督查员二=report.sampling.inspector2',
      ]);
      value(await workbook.clear());
      assert.deepEqual(await owners(workbook), before);
    });

    it('are taken away alone, by their marker: others of ours and one of the user’s of that name stay', async () => {
      const workbook = await make();
      const kept = ownSheet('report.weekly', '周调度单', '一');
      const going = [
        ownSheet('report.weekly.kept', '督查问题', '二'),
        ownSheet('report.weekly.unassigned', '未分派', '三'),
      ];
      value(await workbook.write(plan([3], [ownSheet('findings', '问题清单', '四')])));
      value(await workbook.writeSheets([kept, ...going]));
      const before = seen(await read(workbook));
      const ids = going.map(({ id }) => id);
      assert.deepEqual(value(await workbook.removeSheets(ids)), ['督查问题（2）', '未分派']);
      const again = await harness.reopen(workbook);
      assert.deepEqual(await owners(again), [SHEET, '督查问题', '问题清单=findings', '周调度单=report.weekly']);
      assert.deepEqual(seen(await read(again)), before);
      assert.deepEqual(value(await again.removeSheets(ids)), []);
      value(await again.writeSheets([kept, ...going]));
      assert.deepEqual((await owners(again)).slice(4), [
        '督查问题（2）=report.weekly.kept',
        '未分派=report.weekly.unassigned',
      ]);
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

    it('begin under their headings on a sheet that was left blank', async () => {
      const workbook = await make({ sheets: [...BOOK.sheets, { name: '调度记录', rows: [], formats: { A2: DATE } }] });
      for (const firstRow of [2, 3])
        assert.deepEqual(value(await workbook.appendRecords('调度记录', records)), { firstRow });
      const again = await harness.reopen(workbook);
      assert.deepEqual(await owners(again), [SHEET, '督查问题', '调度记录']);
      const { A2, A3, ...texts } = cells(await read(again, '调度记录'));
      day(A2);
      day(A3);
      const written = { B2: '“C-1、C-2”', C2: '“=1+1”', B3: '“C-1、C-2”', C3: '“=1+1”' };
      assert.deepEqual(texts, { A1: '“日期”', B1: '“编号”', C1: '“议定事项”', ...written });
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
      const kept = { name: '调度记录', rows: [['日期', '编号', '议定事项']] };
      const shelf = await make({ sheets: [...BOOK.sheets, kept], structureProtected: true });
      assert.deepEqual(value(await shelf.appendRecords('调度记录', records)), { firstRow: 2 });
    });
  });
}
