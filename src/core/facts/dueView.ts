import type { CivilDay } from '../dates/civil';
import type { ProofStep } from '../dates/due';
import { isUnknown, type Unknown } from './column';
import { dueOf, type DueKind } from './due';
import { dueStateOf } from './dueState';
import type { DueState } from './dueStates';
import type { FactTable } from './factTable';

/** When a case is due, how that was reached, and how it stands. */
export interface DueView {
  readonly on: CivilDay | null;
  readonly kind: DueKind | null;
  readonly state: DueState;
  /** null once closed, and where the day is not known. */
  readonly daysLeft: number | null;
  readonly proof: readonly ProofStep[];
  /** Why there is no day, where there is none. */
  readonly unknown: Unknown | null;
}

/** What a check says of each case's due day. */
export interface DueReader {
  state(index: number): DueState;
  /** The day with its proof, worked out anew each time it is asked for. */
  view(index: number): DueView;
}

/** Due days of a ledger's cases, with their proof, on demand. */
export function createDueReader(facts: FactTable): DueReader {
  const state = (index: number): DueState => dueStateOf(facts.reader(index));
  return {
    state,
    view(index) {
      const read = facts.reader(index);
      const due = dueOf(read);
      const left = read.number('daysLeft');
      const daysLeft = typeof left === 'number' ? left : null;
      if (isUnknown(due)) return { on: null, kind: null, state: state(index), daysLeft, proof: [], unknown: due };
      return {
        on: due.on,
        kind: due.kind,
        state: state(index),
        daysLeft,
        proof: due.prove(),
        unknown: whyNoState(facts, index),
      };
    },
  };
}

/** Where the due day is known but not how the case stands against it: why not. */
function whyNoState(facts: FactTable, index: number): DueView['unknown'] {
  const read = facts.reader(index);
  const open = read.flag('isOpen');
  if (isUnknown(open)) return open;
  if (open !== false) return null;
  const sinceClosed = read.number('daysSinceClosed');
  return isUnknown(sinceClosed) ? sinceClosed : null;
}
