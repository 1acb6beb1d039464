import assert from 'node:assert/strict';
import { Cancelled, type Pace } from '../../../src/core/cancel';
import type { CheckedLedger } from '../../../src/core/check/checkedLedger';
import type { Recheck } from '../../../src/core/check/recheck';
import { createSession, type CheckSession } from '../../../src/core/check/session';
import { FACTS } from '../../../src/core/facts/registry';
import type { EditedCell } from '../../../src/core/ledger/editableSheet';
import { CellKind, columnNumber } from '../../../src/core/ledger/grid';
import type { Result } from '../../../src/core/problem';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { createJsonRulesEngineEvaluator } from '../../../src/core/rules/evaluate/jsonRulesEngine';
import type { EvaluatorFactory } from '../../../src/core/rules/outcome';
import { Outcome } from '../../../src/core/rules/outcome';
import { day, pack } from '../facts/ledger';
import { gridFrom, type TestCell, type TestSheet } from '../ledger/gridFrom';
import { saidOfCases, saidOfLedger } from './said';

const HEADINGS = [
  '编号',
  '诉求人',
  '诉求内容',
  '责任股室',
  '包案负责人',
  '办理时限',
  '登记日期',
  '办理情况',
  '办理状态',
  '内部标记',
];
const CASES: readonly TestCell[][] = [
  ['甲1', '甲某', '反映道路', '办公室', '丁某', '10月8日前', '2021年9月1日', '9月1日已约谈双方', '办理中', 'x'],
  ['甲2', '乙某', '反映排水', '公证处', '丁某', '60日内', '2021年9月2日', '已答复', '办理中', 'x'],
  ['甲3', '丙某', '反映道路', '办公室', '丁某', '尽快', '2021年9月3日', '9月6日已约谈双方', '办理中', 'x'],
];
/** Title in row 1, header in row 2, the cases from row 3 on, columns A to J. */
const SHEET: TestSheet = { rows: [['某县诉求台账'], HEADINGS, ...CASES] };

const cellAt = (cell: string): { row: number; column: number } => ({
  row: Number(/\d+$/.exec(cell)?.[0]),
  column: columnNumber(/^[A-Z]+/.exec(cell)?.[0] ?? ''),
});
const text = (cell: string, said: string): EditedCell => ({ ...cellAt(cell), kind: CellKind.text, text: said });
const blank = (cell: string): EditedCell => ({ ...cellAt(cell), kind: CellKind.blank });

const newSession = (evaluator: EvaluatorFactory = createCompiledEvaluator): CheckSession =>
  createSession({ pack, definitions: FACTS, evaluator });
const today = day('2021-10-09');

async function checkedSession(sheet: TestSheet = SHEET, evaluator?: EvaluatorFactory): Promise<CheckSession> {
  const session = newSession(evaluator);
  session.load({ grid: gridFrom(sheet), today });
  await session.check();
  return session;
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) assert.fail(JSON.stringify(result.problems));
  return result.value;
}

let revision = 0;
const edited = async (session: CheckSession, ...cells: EditedCell[]): Promise<Recheck> =>
  sure(await session.applyEdits(++revision, { cells }));

const outcomeOf = (checked: CheckedLedger, rule: string, index: number): Outcome =>
  checked.outcome(
    checked.pack.rules.findIndex(({ name }) => name === rule),
    index,
  );

/** What a session says from scratch of the sheet with some of its cells replaced. */
async function fromScratch(
  cells: Readonly<Record<string, TestCell>>,
  sheet: TestSheet = SHEET,
): Promise<CheckedLedger> {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [place, cell] of Object.entries(cells)) {
    const { row, column } = cellAt(place);
    while (rows.length < row) rows.push([]);
    const cellsOfRow = rows[row - 1] ?? [];
    while (cellsOfRow.length < column) cellsOfRow.push(null);
    cellsOfRow[column - 1] = cell;
  }
  const session = newSession();
  sure(session.load({ grid: gridFrom({ ...sheet, rows }), today }));
  return session.check();
}

function assertSame(checked: CheckedLedger, expected: CheckedLedger): void {
  assert.equal(saidOfLedger(checked), saidOfLedger(expected));
  assert.deepEqual(saidOfCases(checked), saidOfCases(expected));
}

describe('applyEdits', () => {
  describe('says which rows to look at again', () => {
    it('names the case of the cell', async () => {
      const { applied, rows, wholeTable, checked } = await edited(await checkedSession(), text('D4', '相关股室'));
      assert.deepEqual({ applied, rows, wholeTable }, { applied: true, rows: [1], wholeTable: false });
      assert.equal(outcomeOf(checked, 'unit-vague', 1), Outcome.flagged);
    });

    it('names nothing for a cell that holds what it held, or that the ledger does not rest on', async () => {
      const session = await checkedSession();
      for (const cell of [text('D4', '公证处'), text('J4', 'y'), text('L4', '随手记'), blank('L9'), blank('D4000')])
        assert.deepEqual((await edited(session, cell)).rows, [], JSON.stringify(cell));
    });

    it('names cases that have become, or are no longer, like the edited one', async () => {
      const session = await checkedSession();
      const same = await edited(session, text('A4', '甲１'));
      assert.deepEqual(same.rows, [0, 1]);
      assert.equal(outcomeOf(same.checked, 'duplicate-case', 0), Outcome.flagged);
      const other = await edited(session, text('A4', '甲3'));
      assert.deepEqual(other.rows, [0, 1, 2]);
      assert.equal(outcomeOf(other.checked, 'duplicate-case', 0), Outcome.clean);
      assert.deepEqual((await edited(session, text('H4', '9月9日已约谈双方'))).rows, [0, 1, 2]);
    });

    it('names every case of a column in which day and month change places', async () => {
      const dates = CASES.map((row, at) => row.map((cell, column) => (column === 6 ? `0${at + 3}/09/2021` : cell)));
      const sheet = { rows: [...SHEET.rows.slice(0, 2), ...dates] };
      const { rows, checked } = await edited(await checkedSession(sheet), text('G3', '09/30/2021'));
      assert.deepEqual(rows, [0, 1, 2]);
      assertSame(checked, await fromScratch({ G3: '09/30/2021' }, sheet));
    });

    it('names the cases to which a date lends its year', async () => {
      const session = await checkedSession();
      assert.deepEqual((await edited(session, text('G4', '9月2日'))).rows, [1]);
      const { rows, checked } = await edited(session, text('G3', '2020年9月1日'));
      assert.deepEqual(rows, [0, 1]);
      assertSame(checked, await fromScratch({ G3: '2020年9月1日', G4: '9月2日' }));
    });

    it('names every case that a merged cell stands for', async () => {
      const sheet = { ...SHEET, merges: ['D3:D5'] };
      const { rows, wholeTable, checked } = await edited(await checkedSession(sheet), text('D3', '政工股'));
      assert.deepEqual({ rows, wholeTable }, { rows: [0, 1, 2], wholeTable: false });
      assertSame(checked, await fromScratch({ D3: '政工股' }, sheet));
    });

    it('counts an extension without a year from the limit that it extends', async () => {
      const more = [['延期至', '延期批准'], ...CASES.map(() => ['1月5日', '同意'])];
      const sheet = { rows: SHEET.rows.map((row, at) => [...row, ...(more[at - 1] ?? [])]) };
      const session = await checkedSession(sheet);
      for (const limit of ['2021年12月20日', '2022年6月1日']) {
        const { rows, checked } = await edited(session, text('F4', limit));
        assert.deepEqual(rows, [1]);
        assertSame(checked, await fromScratch({ F4: limit }, sheet));
      }
    });

    it('counts the last of two readings of a cell', async () => {
      const { checked } = await edited(await checkedSession(), text('D3', '待定'), text('D3', '政工股'));
      assertSame(checked, await fromScratch({ D3: '政工股' }));
    });
  });

  describe('reads the whole table again', () => {
    const GAP: TestSheet = {
      rows: SHEET.rows.map((row, at) => (at === 0 ? row : [...row.slice(0, 2), null, ...row.slice(2)])),
    };
    const cases: [what: string, cells: Readonly<Record<string, string | null>>, sheet?: TestSheet][] = [
      ['a heading', { D2: '联系电话' }],
      ['a title', { A1: '某县2020年诉求台账' }],
      ['a row below', { C6: '反映噪音' }],
      ['a row that is no case any more', Object.fromEntries([...'ABCDEFGHIJ'].map((column) => [`${column}4`, null]))],
      [
        'a total',
        { A5: '合计', B5: null, C5: null, D5: null, E5: null, F5: null, G5: null, H5: null, I5: null, J5: null },
      ],
      ['a column of the table that had no cell', { C4: '甲' }, GAP],
      ['a header that reaches a row further down', { ...headingsBelow(), K3: '联系电话' }],
    ];
    // Cases go on below a total as long as their numbers do.
    const numbered = (serial: number, at: number): TestCell[] => [serial, ...(CASES[at] ?? [])];
    const TOTAL: TestSheet = {
      rows: [['某县诉求台账'], ['序号', ...HEADINGS], numbered(1, 0), numbered(2, 1), ['合计', 2], numbered(3, 2)],
    };
    cases.push(['a number after which cases went on below a total', { A4: '7' }, TOTAL]);
    for (const [what, cells, sheet = SHEET] of cases) {
      it(`for ${what}`, async () => {
        const edit = Object.entries(cells).map(([cell, said]) => (said === null ? blank(cell) : text(cell, said)));
        const { rows, wholeTable, checked } = await edited(await checkedSession(sheet), ...edit);
        assert.deepEqual({ rows, wholeTable }, { rows: [], wholeTable: true });
        assertSame(checked, await fromScratch(cells, sheet));
      });
    }

    it('for the last cell of a column that stands without a heading', async () => {
      const session = await checkedSession({
        rows: GAP.rows.map((row, at) => (at === 3 ? [...row.slice(0, 2), 'x', ...row.slice(3)] : row)),
      });
      assert.equal((await edited(session, text('C4', 'y'))).wholeTable, false);
      const { wholeTable, checked } = await edited(session, blank('C4'));
      assert.equal(wholeTable, true);
      assertSame(checked, await fromScratch({}, GAP));
    });

    it('for the last cell of a row that is no case', async () => {
      const session = await checkedSession({
        rows: [...SHEET.rows, [], [null, null, null, null, null, null, null, null, null, null, 'x']],
      });
      assert.equal((await edited(session, blank('K7'))).wholeTable, true);
    });

    it('without the rows that hold nothing any more', async () => {
      // A chapter below a total opens the next part where a case follows it at once.
      const beside = [...HEADINGS.map(() => null), 'x'];
      const part = CASES[2] ?? [];
      const sheet = { rows: [...SHEET.rows.slice(0, 4), ['合计'], ['二、县诉求办转交'], beside, part] };
      const session = await checkedSession(sheet);
      const { wholeTable, checked } = await edited(session, blank('K7'));
      assert.deepEqual([wholeTable, checked.table.count], [true, 3]);
      assertSame(checked, await fromScratch({ K7: null }, sheet));
    });

    it('for merges', async () => {
      const session = await checkedSession();
      const area = { top: 3, bottom: 4, left: 4, right: 4 };
      const { wholeTable, checked } = sure(await session.applyEdits(++revision, { cells: [], merges: [area] }));
      assert.equal(wholeTable, true);
      assertSame(checked, await fromScratch({}, { ...SHEET, merges: ['D3:D4'] }));
    });

    it('where nothing was checked yet, and where no ledger was found until now', async () => {
      const session = newSession();
      sure(session.load({ grid: gridFrom(SHEET), today }));
      assertSame((await edited(session, text('D3', '政工股'))).checked, await fromScratch({ D3: '政工股' }));
      const gone = await session.applyEdits(++revision, {
        cells: [...'ABCDEFGH'].map((column) => blank(`${column}2`)),
      });
      assert.equal(gone.ok ? null : gone.problems[0]?.code, 'header-not-found');
      const back = HEADINGS.map((heading, at) => text(`${'ABCDEFGHIJ'[at]}2`, heading));
      assertSame((await edited(session, ...back)).checked, await fromScratch({ D3: '政工股' }));
    });

    it('leaves the table of before as it was, to find its cases again', async () => {
      const session = newSession();
      const before = sure(session.load({ grid: gridFrom(SHEET), today }));
      await session.check();
      const { checked } = await edited(session, text('C1000', '反映噪音'));
      assert.equal(checked.table.count, 4);
      assert.equal(before.count, 3);
      assert.deepEqual(
        [0, 1, 2].map((index) => before.seen('caseNo', index)),
        ['甲1', '甲2', '甲3'],
      );
    });
  });

  it('leaves out an edit that is older than the last one, and says so', async () => {
    const session = await checkedSession();
    sure(await session.applyEdits(7, { cells: [text('D4', '政工股')] }));
    const late = sure(await session.applyEdits(6, { cells: [text('D4', '待定')] }));
    assert.deepEqual([late.applied, late.rows, late.checked.units(1)], [false, [], ['政工股']]);
    assert.equal(sure(await session.applyEdits(7, { cells: [text('D4', '公证处')] })).applied, true);
  });

  it('finishes with the next edit what was cancelled', async () => {
    const cancelled: Pace = { signal: { aborted: true } };
    for (const cell of ['D4', 'D2']) {
      const session = await checkedSession();
      const cells = [text(cell, cell === 'D4' ? '相关股室' : '联系电话')];
      await assert.rejects(session.applyEdits(++revision, { cells }, cancelled), Cancelled);
      const { rows, wholeTable, checked } = await edited(session);
      assert.deepEqual([rows, wholeTable], cell === 'D4' ? [[1], false] : [[], true]);
      assertSame(checked, await fromScratch({ [cell]: cells[0]?.text ?? '' }));
    }
  });

  it('takes calls in turn, after a check that is underway', async () => {
    const session = newSession();
    sure(session.load({ grid: gridFrom(SHEET), today }));
    const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const check = session.check({ breathe });
    const first = session.applyEdits(++revision, { cells: [text('D4', '待定')] }, { breathe });
    const second = session.applyEdits(++revision, { cells: [text('D4', '政工股')] }, { breathe });
    await Promise.all([check, first]);
    assertSame(sure(await second).checked, await fromScratch({ D4: '政工股' }));
    // The outcome of what was typed first must not come in last.
    const slow = session.applyEdits(++revision, { cells: [text('D4', '相关股室')] }, { breathe });
    const quick = session.applyEdits(++revision, { cells: [text('D4', '公证处')] });
    await Promise.all([slow, quick]);
    assertSame(sure(await quick).checked, await fromScratch({}));
  });

  it('goes on after a call that failed, and refuses to work on nothing', async () => {
    const session = newSession();
    await assert.rejects(session.applyEdits(1, { cells: [] }));
    sure(session.load({ grid: gridFrom(SHEET), today }));
    assert.equal((await session.check()).table.count, 3);
  });

  it('says the same by json-rules-engine', async () => {
    const session = await checkedSession(SHEET, createJsonRulesEngineEvaluator);
    const { checked } = await edited(session, text('D4', '相关股室'));
    assertSame(checked, await fromScratch({ D4: '相关股室' }));
  }).timeout(300_000);

  it('writes nothing into what the host handed over', async () => {
    const grid = gridFrom(SHEET);
    const copy = structuredClone(grid);
    const session = newSession();
    sure(session.load({ grid, today }));
    await session.check();
    await edited(session, text('D4', '待定'), {
      ...cellAt('G4'),
      kind: CellKind.number,
      number: 44450,
      format: 'yyyy',
    });
    await edited(session, text('C9', '新'), text('L1', '新'));
    assert.deepEqual(grid, copy);
  });
});

/** Words below the headings of every other column, so that the row could be the second one of a header. */
function headingsBelow(): Record<string, string | null> {
  const below = ['诉求人', null, '诉求内容', null, '责任股室', null, '办理时限', null, null, null];
  return Object.fromEntries(below.map((said, at) => [`${'ABCDEFGHIJ'[at]}3`, said]));
}
