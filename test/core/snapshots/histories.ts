import fc from 'fast-check';
import { DUE_STATES } from '../../../src/core/facts/dueStates';
import {
  isSameState,
  type CaseHistory,
  type CaseState,
  type LedgerHistory,
  type Run,
} from '../../../src/core/snapshots/history';

const key = fc.stringMatching(/^[1-9a-z][\da-z]{0,9}$/);
const PLAIN = { noNullPrototype: true };
const optionalDay = fc.option(fc.integer({ min: -2000, max: 40_000 }));

const states: fc.Arbitrary<CaseState> = fc.record(
  {
    state: fc.constantFrom(...DUE_STATES),
    dueOn: optionalDay,
    limit: fc.oneof(fc.constant(''), key),
    progress: fc.oneof(fc.constant(''), key),
    isClosed: fc.boolean(),
    isSignedOff: fc.boolean(),
    isResolved: fc.boolean(),
    lastReviewOn: optionalDay,
    unit: fc.constantFrom('', '办公室', '政工股', '办公室、政工股', '城关,司;法所'),
  },
  PLAIN,
);

/** Runs over so many snapshots: only where something changed. */
const runsOver = (snapshots: number): fc.Arbitrary<readonly Run[]> =>
  fc
    .array(fc.option(states, { freq: 4 }), { minLength: snapshots, maxLength: snapshots })
    .map((line) =>
      line.flatMap((state, at) =>
        at > 0 && isSameState(line[at - 1], state) ? [] : at === 0 && state === null ? [] : [{ at, state }],
      ),
    )
    .filter((runs) => runs.some(({ state }) => state !== null));

/** Whole histories of one ledger. */
export const histories: fc.Arbitrary<LedgerHistory> = fc
  .uniqueArray(fc.integer({ min: 18_000, max: 20_000 }), { minLength: 1, maxLength: 12 })
  .chain((days) => {
    const sorted = [...days].sort((a, b) => a - b);
    const one: fc.Arbitrary<CaseHistory> = fc.record(
      {
        identity: key,
        content: fc.oneof(fc.constant(''), key),
        caseNo: fc.constantFrom('', 'C-1', '诉〔2021〕001号'),
        runs: runsOver(sorted.length),
      },
      PLAIN,
    );
    return fc.uniqueArray(one, { maxLength: 8, selector: ({ identity }) => identity }).map((cases) => ({
      sheet: '台账',
      days: sorted,
      cases: new Map(cases.map((history) => [history.identity, history])),
    }));
  });
