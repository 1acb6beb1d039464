import type { LedgerFinding } from '../../core/check/ledgerFindings';
import type { Speech } from '../../core/check/speech';
import { sayAdviceMasked, sayMessageMasked } from './messages';
import { sayNote } from './notes';
import { PLAN_WORDS } from './planWords';
import { sayProblem } from './problems';
import { sayProof } from './proof';
import { sayReasonMasked } from './reasons';
import { TREATMENT_WORDS } from './words';

/** What can't be judged for want of columns, in one sentence. */
export const sayLedgerFinding = ({ labels, ruleTitles }: LedgerFinding): string =>
  `${PLAN_WORDS.missingColumns(labels)}，以下 ${ruleTitles.length} 条规则无法判定：${ruleTitles.join('、')}。` +
  '需要判定时请在台账中补上；已有的，请检查列名。';

/** Results in the Chinese of the bureaus. */
export const SPEECH: Speech = {
  message: sayMessageMasked,
  advice: sayAdviceMasked,
  reason: sayReasonMasked,
  proof: sayProof,
  treatment: (treatment) => TREATMENT_WORDS[treatment],
  ledgerFinding: sayLedgerFinding,
  problem: sayProblem,
  note: sayNote,
  plan: PLAN_WORDS,
};
