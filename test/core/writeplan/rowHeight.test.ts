import assert from 'node:assert/strict';
import type { PlanCell, PlanRow } from '../../../src/core/writeplan/plan';
import { withHeights, withPrintedHeights } from '../../../src/core/writeplan/rowHeight';

const body = (text: string): PlanCell => ({ text, style: 'body' });
const height = (row: PlanRow, widths: readonly number[]): number => [...withHeights([row], widths)][0]?.height ?? 0;

describe('row heights of our own sheets', () => {
  it('grow with the text that wraps, a Chinese letter counting two', () => {
    const one = height({ cells: [body('已超期'), body('请办结')] }, [10, 10]);
    const two = height({ cells: [body('已超期'), body('请立即办结并填写')] }, [10, 10]);
    assert.ok(two > one);
    assert.equal(height({ cells: [body('abcdefgh')] }, [10]), one);
  });

  it('count line breaks', () => {
    assert.ok(height({ cells: [body('一\n二\n三')] }, [40]) > height({ cells: [body('一二三')] }, [40]));
  });

  it('measure a merged line over all the columns it spans', () => {
    const row = { cells: [body('二十个字的一行话要跨过两列才写得下不然就得换行')], mergeTo: 2 };
    assert.ok(height(row, [30, 30]) < height({ cells: row.cells }, [30, 30]));
  });

  it('never pass the tallest row Excel takes, nor change a height that was given', () => {
    assert.equal(height({ cells: [body('长'.repeat(30_000))] }, [10]), 409);
    assert.equal(height({ cells: [body('长')], height: 77 }, [10]), 77);
  });

  it('leave room on paper for fonts that stand in for Excel’s', () => {
    const hair = { cells: [body('一二三四五六七八九')] };
    const [printed] = withPrintedHeights([hair], [20]);
    assert.ok((printed?.height ?? 0) > 1.5 * height(hair, [20]));
    const [tallest] = withPrintedHeights([{ cells: [body('长'.repeat(30_000))] }], [10]);
    assert.equal(tallest?.height, 409);
  });
});
