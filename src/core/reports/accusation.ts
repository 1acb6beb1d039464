import { PURPOSE_ACCUSATION } from '../facts/recusal';
import { textOf } from './notices/ledgerCase';
import type { CaseRef } from './report';

/** Whether a case is an accusation, or names whom it complains of: counted in lists that go round, told of in none. */
export function isAccusation(ref: CaseRef): boolean {
  const purpose = ref.ledger.checked.table.field('purpose');
  const said = purpose?.type === 'enum' ? purpose.values[ref.index] : undefined;
  return said === PURPOSE_ACCUSATION || textOf(ref, 'accused') !== '';
}
