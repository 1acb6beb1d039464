import type { CheckedLedger } from '../../core/check/checkedLedger';
import { DUE_STATES, type DueState } from '../../core/facts/dueStates';

/**
 * How each case stands, worked out once: after a recheck only for the cases it touched, since a hundred thousand cases
 * are sorted anew no faster than they are checked.
 */
export class CaseStates {
  private readonly states: Uint8Array;
  private readonly open: Uint8Array;
  private readonly toVerify: Uint8Array;

  constructor(checked: CheckedLedger, before: CaseStates | null, touched: readonly number[]) {
    const { count } = checked.table;
    this.states = before ? before.states.slice() : new Uint8Array(count);
    this.open = before ? before.open.slice() : new Uint8Array(count);
    this.toVerify = before ? before.toVerify.slice() : new Uint8Array(count);
    if (before) for (const index of touched) this.read(checked, index);
    else for (let index = 0; index < count; index++) this.read(checked, index);
  }

  state(index: number): DueState {
    return DUE_STATES[this.states[index] ?? 0] ?? 'cannotJudge';
  }

  count(): { readonly byState: Record<DueState, number>; readonly open: number; readonly toVerify: number } {
    const byState = Object.fromEntries(DUE_STATES.map((state) => [state, 0])) as Record<DueState, number>;
    for (let index = 0; index < this.states.length; index++) byState[this.state(index)]++;
    return { byState, open: sum(this.open), toVerify: sum(this.toVerify) };
  }

  private read(checked: CheckedLedger, index: number): void {
    this.states[index] = DUE_STATES.indexOf(checked.dueState(index));
    this.open[index] = checked.isOpen(index) === true ? 1 : 0;
    this.toVerify[index] = checked.classification(index).toVerify ? 1 : 0;
  }
}

const sum = (flags: Uint8Array): number => flags.reduce((total, flag) => total + flag, 0);
