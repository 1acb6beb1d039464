import type { DueView } from '../check/checkedLedger';
import { isUnknown } from './column';
import { dueOf } from './due';
import { type DueState, dueStateOf } from './dueState';
import type { FactTable } from './factTable';

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
