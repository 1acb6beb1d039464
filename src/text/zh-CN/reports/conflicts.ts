import { conflictsOf } from '../../../core/scoring/conflicts';
import type { ScoredLedger } from '../../../core/scoring/subjects';
import { formatNumber } from '../sentence';

const SHOWN = 10;

/** Numbers that several ledgers of one report have: where, and in what they differ. */
export function sayConflicts(ledgers: readonly ScoredLedger[]): readonly string[] {
  const conflicts = conflictsOf(ledgers);
  const labels = new Map(ledgers[0]?.checked.pack.fields.map(({ id, label }) => [id, label]));
  const lines = conflicts.slice(0, SHOWN).map(({ caseNo, cases, fields }) => {
    const places = cases.map(({ ledger, index }) => {
      const { file, checked } = ledgers[ledger] ?? {};
      return `${file ?? ''} 第 ${checked?.table.rowNumbers[index] ?? ''} 行`;
    });
    const differing = fields.map((field) => labels.get(field) ?? field).join('、');
    const said = differing === '' ? '所记相同，请核对是否重复登记' : `所记不同：${differing}`;
    return `几份台账编号相同：${caseNo}（${places.join('、')}），${said}`;
  });
  const more = conflicts.length - SHOWN;
  return more > 0 ? [...lines, `几份台账编号相同的另有 ${formatNumber(more)} 个编号。`] : lines;
}
