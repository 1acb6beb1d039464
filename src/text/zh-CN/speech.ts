import type { LedgerFinding } from '../../core/check/ledgerFindings';
import type { Speech } from '../../core/check/speech';
import { sayAdviceMasked, sayMessageMasked } from './messages';
import { sayNotes } from './notes';
import { PLAN_WORDS } from './planWords';
import { sayProblem } from './problems';
import { sayProof } from './proof';
import { sayReasonMasked } from './reasons';
import { SCORE_WORDS } from './scoring';
import { REPORT_WORDS } from './reports';
import { sayVanished } from './snapshots';
import { VIEW_WORDS } from './viewWords';
import { TREATMENT_WORDS } from './words';

/** What can't be judged for want of columns, in one sentence; two columns for one field are not called missing. */
export const sayLedgerFinding = ({ labels, ambiguous, ruleTitles }: LedgerFinding): string => {
  const missing = labels.filter((label) => !ambiguous.includes(label));
  const causes = [
    ...(ambiguous.length > 0 ? [`${ambiguous.map((label) => `“${label}”`).join('、')}的列名有歧义，未采用`] : []),
    ...(missing.length > 0 ? [PLAN_WORDS.missingColumns(missing)] : []),
  ];
  return `${causes.join('；')}，以下 ${ruleTitles.length} 条规则无法判定：${ruleTitles.join('、')}。${
    missing.length > 0 ? '需要判定时请在台账中补上；已有的，请检查列名。' : '请改清列名。'
  }`;
};

/** Results in the Chinese of the bureaus. */
export const SPEECH: Speech = {
  message: sayMessageMasked,
  advice: sayAdviceMasked,
  reason: sayReasonMasked,
  proof: sayProof,
  treatment: (treatment) => TREATMENT_WORDS[treatment],
  ledgerFinding: sayLedgerFinding,
  vanished: sayVanished,
  problem: sayProblem,
  notes: sayNotes,
  plan: PLAN_WORDS,
  score: SCORE_WORDS,
  views: VIEW_WORDS,
  reports: REPORT_WORDS,
};
