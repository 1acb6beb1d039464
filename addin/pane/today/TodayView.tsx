import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { DUE_STATES, type DueState } from '../../../src/core/facts/dueStates';
import type { Overview } from '../../../src/ports/checker';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { TODAY_WORDS } from '../../../src/text/zh-CN/pane/today';
import { Empty } from '../parts/Empty';
import { FindingItem } from '../parts/FindingItem';
import { LedgerNotes } from '../parts/LedgerNotes';
import { StateMark } from '../parts/StateMark';
import { useAnswer } from '../session/useAnswer';
import { usePaneState, useSession } from '../session/usePane';

/** What there is to do now, at most twenty things, each a press away from its cell. */
export function TodayView(): JSX.Element {
  const session = useSession();
  const { overview, busy } = usePaneState();
  return (
    <>
      <div className="today-check">
        <PrimaryButton
          className="today-button"
          text={overview ? PANE_WORDS.checkAgain : PANE_WORDS.check}
          disabled={busy !== null}
          onClick={() => void session.check()}
        />
      </div>
      {overview ? <Checked overview={overview} /> : <NeverCheckedYet />}
    </>
  );
}

const NeverCheckedYet = (): JSX.Element => (
  <Empty title={PANE_WORDS.neverChecked}>
    <p className="quiet">{PANE_WORDS.neverCheckedHow}</p>
  </Empty>
);

function Checked({ overview }: { readonly overview: Overview }): JSX.Element {
  const session = useSession();
  const list = useAnswer(() => session.parts.checker.today(), [overview.revision]);
  const [open, setOpen] = React.useState<string | null>(null);
  const { cases, flaggedCases, unjudgedCases, pack } = overview;
  return (
    <>
      <section className="today-summary" aria-label={TODAY_WORDS.summary}>
        <p className="today-figure">{TODAY_WORDS.figure(cases, flaggedCases, unjudgedCases)}</p>
        <ul className="today-states">
          {DUE_STATES.filter((state) => overview.byState[state] > 0).map((state) => (
            <StateCount key={state} state={state} count={overview.byState[state]} />
          ))}
        </ul>
      </section>
      <LedgerNotes overview={overview} />
      {list !== null && list.length > 0 && (
        <>
          <h2 className="today-heading">{TODAY_WORDS.heading(list.length)}</h2>
          <ul data-list="today">
            {list.map((finding) => (
              <li key={finding.key}>
                <FindingItem
                  finding={finding}
                  isOpen={open === finding.key}
                  onToggle={() => setOpen(open === finding.key ? null : finding.key)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {list !== null && list.length === 0 && (
        <Empty title={flaggedCases === 0 && unjudgedCases === 0 ? TODAY_WORDS.clean : TODAY_WORDS.nothingToday}>
          <p className="quiet">
            {flaggedCases === 0 && unjudgedCases === 0
              ? TODAY_WORDS.cleanBase(cases, pack.rules)
              : TODAY_WORDS.seeFindings(flaggedCases, unjudgedCases)}
          </p>
        </Empty>
      )}
    </>
  );
}

/** How many cases stand so; a press lists what is wrong with them. */
function StateCount({ state, count }: { readonly state: DueState; readonly count: number }): JSX.Element {
  const session = useSession();
  return (
    <li>
      <button
        type="button"
        className="today-state"
        aria-label={TODAY_WORDS.seeState(state, count)}
        onClick={() => session.showFindings({ states: [state] })}
      >
        <StateMark state={state} /> <span className="number">{TODAY_WORDS.cases(count)}</span>
      </button>
    </li>
  );
}
