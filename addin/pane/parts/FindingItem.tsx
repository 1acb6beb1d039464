import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { Finding } from '../../../src/ports/checker';
import { FINDING_WORDS } from '../../../src/text/zh-CN/pane/finding';
import { useSession } from '../session/usePane';
import { SeverityMark, StateMark } from './StateMark';

export interface FindingItemProps {
  readonly finding: Finding;
  readonly isOpen: boolean;
  /** Opens it, or closes it where it is open. */
  readonly onToggle: () => void;
  /** What else is to be said of it when it is opened. */
  readonly note?: React.ReactNode;
  /** Further things to do with it. */
  readonly actions?: React.ReactNode;
  /** Left out where the list is of one case. */
  readonly hidesCase?: boolean;
  readonly headProps?: React.ButtonHTMLAttributes<HTMLButtonElement>;
  /** On one line, cut with … where it is longer; opened it is told whole. */
  readonly oneLine?: boolean;
}

/** A finding: unit, petitioner, number and days; what is wrong; when opened why and what next, and where. */
export function FindingItem(props: FindingItemProps): JSX.Element {
  const { finding, isOpen, onToggle, note, actions, hidesCase = false, headProps, oneLine = false } = props;
  const session = useSession();
  const { cell, what, why, next, severity, outcome, mendable, aside } = finding;
  return (
    <div className={`finding ${isOpen ? 'open' : ''}`}>
      <button
        type="button"
        className="finding-head"
        aria-expanded={isOpen}
        {...headProps}
        onClick={() => {
          onToggle();
          if (!isOpen) void session.goTo(cell);
        }}
      >
        {!hidesCase && <CaseLine finding={finding} />}
        <span className="finding-what">
          {outcome === 'flagged' ? (
            <SeverityMark severity={severity} />
          ) : (
            <span className="severity notice">{FINDING_WORDS.unjudged}</span>
          )}
          {aside !== null && <span className="severity notice">{FINDING_WORDS.asideKinds[aside.kind]}</span>}
          <span className={oneLine && !isOpen ? 'text one-line' : 'text'}>{what}</span>
        </span>
      </button>
      {isOpen && (
        <div className="finding-more">
          <dl>
            {why !== '' && (
              <>
                <dt>{FINDING_WORDS.why}</dt>
                <dd>{why}</dd>
              </>
            )}
            <dt>{FINDING_WORDS.next}</dt>
            <dd>{next}</dd>
          </dl>
          {!mendable && outcome === 'flagged' && <p className="quiet">{FINDING_WORDS.notMendable}</p>}
          {note}
          <div className="finding-actions">
            <DefaultButton text={FINDING_WORDS.goTo(cell)} onClick={() => void session.goTo(cell)} />
            {actions}
          </div>
        </div>
      )}
    </div>
  );
}

/** Characters of a unit's name that leave room for the days on a narrow pane; a longer one is wrapped, never cut. */
const LONG_UNIT = 14;

const CaseLine = ({ finding: { unit, petitioner, caseLabel, state, daysLeft } }: { finding: Finding }): JSX.Element => (
  <span className="finding-who">
    <span className={unit.length > LONG_UNIT ? 'unit long' : 'unit'}>{unit}</span>
    <span className="label">
      {petitioner} {caseLabel}
    </span>
    <span className="days">
      <StateMark state={state} daysLeft={daysLeft} />
    </span>
  </span>
);
