import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planScoreSheets } from '../../../src/core/scoring/scoreSheets';
import type { PlanCell } from '../../../src/core/writeplan/plan';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { checksOf, generated } from './generated';
import { boardOf } from './ledgers';

const shown = (cell: PlanCell | undefined): string => {
  if (cell && 'number' in cell) return String(cell.number);
  return cell && 'text' in cell ? cell.text : '';
};
/** Hundredths, as printed. */
const hundredths = (text: string): number => Math.round(Number(text) * 100);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('what the sheets of a score print', function () {
  this.timeout(300_000);

  it('adds up: the indicators to the score, the lines to what each indicator and the score lack', async () => {
    let scored = 0;
    await fc.assert(
      fc.asyncProperty(generated, fc.constantFrom('unit' as const, 'sponsor' as const), async (ledgers, by) => {
        const checks = await checksOf(ledgers);
        const board = boardOf(
          checks.map((checked, at) => ({ file: `${at}.xlsx`, checked })),
          { by },
        );
        const [scores, lost, forms] = planScoreSheets({ board, speech: SPEECH, problems: [] });
        const rowsOf = (sheet: typeof scores): string[][] =>
          [...(sheet?.rows ?? [])].map(({ cells }) => [...cells].map(shown));
        const lines = rowsOf(lost);
        const names = new Set(board.subjects.map(({ name }) => name));
        for (const row of rowsOf(scores).filter(([, name = '']) => names.has(name))) {
          const total = row[3] ?? '';
          if (total === SPEECH.score.notApplicable) continue;
          const indicators = row.slice(4).filter((cell) => /^\d+\.\d\d\/\d+\.\d\d$/.test(cell));
          const of = (part: number): number[] => indicators.map((cell) => hundredths(cell.split('/')[part] ?? ''));
          assert.equal(sum(of(0)), hundredths(total), row.join('|'));
          assert.equal(sum(of(1)), 10_000, row.join('|'));
          const own = lines.filter(([name]) => name === row[1]).map((line) => hundredths(line[10] ?? ''));
          assert.equal(10_000 - sum(own), hundredths(total), row.join('|'));
          scored++;
        }
        const inForms = rowsOf(forms).filter(([position]) => /^\d+$/.test(position ?? ''));
        assert.deepEqual(
          inForms.map((row) => row[7]),
          lines.filter(([name = '']) => names.has(name)).map((line) => line[10]),
        );
      }),
      { numRuns: 25, seed: 20211020 },
    );
    assert.ok(scored > 50, String(scored));
  });
});
