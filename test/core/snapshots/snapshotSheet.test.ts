import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LedgerHistory } from '../../../src/core/snapshots/history';
import { readSnapshots, SNAPSHOT_HEADINGS } from '../../../src/core/ledger/readSnapshots';
import { planSnapshots } from '../../../src/core/snapshots/snapshotSheet';
import type { OwnedSheet, PlanCell } from '../../../src/core/writeplan/plan';
import { PLAN_WORDS } from '../../../src/text/zh-CN/planWords';
import { gridFrom } from '../ledger/gridFrom';
import { histories } from './histories';

const textOf = (cell: PlanCell): string => (cell !== null && 'text' in cell ? cell.text : '');
const rowsOf = (sheet: OwnedSheet): string[][] => [...sheet.rows].map(({ cells }) => cells.map(textOf));
const grid = (rows: readonly (readonly string[])[]) =>
  gridFrom({ rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) });

const plain = ({ sheet, days, cases }: LedgerHistory) => ({
  sheet,
  days,
  cases: [...cases.values()].sort((a, b) => (a.identity < b.identity ? -1 : 1)),
});

describe('督查快照', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const second = { ...history, sheet: '十月' };
        const read = readSnapshots(grid(rowsOf(planSnapshots([history, second], PLAN_WORDS))));
        assert.deepEqual(read.problems, []);
        assert.deepEqual(read.histories.map(plain), [plain(history), plain(second)]);
      }),
    );
  });

  it('is the same sheet in whatever order the cases come', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const turned = { ...history, cases: new Map([...history.cases].reverse()) };
        assert.deepEqual(rowsOf(planSnapshots([turned], PLAN_WORDS)), rowsOf(planSnapshots([history], PLAN_WORDS)));
      }),
    );
  });

  it('is hidden, and says how many rows it has', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const sheet = planSnapshots([history], PLAN_WORDS);
        assert.equal(sheet.hidden, true);
        assert.equal(sheet.rowCount, [...sheet.rows].length);
      }),
    );
  });

  it('leaves out rows that say something else, and reports them once', () => {
    const head = Object.values(SNAPSHOT_HEADINGS);
    const unit = ['台账', '@0', '', '', '办公室'];
    const days = ['台账', '*', '', '', '2021-10-01 2021-10-08'];
    const good = ['台账', 'a1', '', 'C-1', '0,t,0,ekt,l1,p1,-,0;1,o'];
    for (const runs of [
      '',
      '0',
      '2,t,0,ekt,l1,p1,-,0',
      '0,t,8,ekt,l1,p1,-,0',
      '0,t,0,ekt,l1,p1,-,9',
      '1,x;0,x',
      '0,,,',
    ])
      for (const rows of [
        [head, days, unit, good, ['台账', 'b2', '', '', runs]],
        [head, unit, ['台账', 'b2', '', '', runs], good, days],
      ]) {
        const { histories: read, problems } = readSnapshots(grid(rows));
        assert.deepEqual([...(read[0]?.cases.keys() ?? [])], ['a1'], runs);
        assert.deepEqual(
          problems.map(({ code, params }) => [code, params['rows']]),
          [['snapshot-rows-unreadable', 1]],
        );
      }
    assert.deepEqual(
      readSnapshots(grid([head, good])).problems.map(({ code }) => code),
      ['snapshot-rows-unreadable'],
    );
  });

  it('knows a sheet of another version from one that is none', () => {
    const other = ['台账工作表', '诉求标识', '内容标识', '编号', '历程（第2版）'];
    assert.equal(readSnapshots(grid([other])).otherVersion, true);
    const none = readSnapshots(grid([['随便写的']]));
    assert.deepEqual([none.otherVersion, none.problems[0]?.code], [false, 'snapshots-unreadable']);
  });
});
