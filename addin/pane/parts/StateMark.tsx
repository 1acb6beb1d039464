import * as React from 'react';
import type { DueState } from '../../../src/core/facts/dueStates';
import type { Severity } from '../../../src/core/rules/pack';
import { FINDING_WORDS } from '../../../src/text/zh-CN/pane/finding';
import { SEVERITY_WORDS, STATE_SIGNS, STATE_WORDS } from '../../../src/text/zh-CN/words';

/** How a case stands: sign, word and, where it is open, the days; never by colour alone. */
export function StateMark(props: { readonly state: DueState; readonly daysLeft?: number | null }): JSX.Element {
  const { state, daysLeft = null } = props;
  return (
    <span className={`state ${state}`}>
      <span className="sign" aria-hidden="true">
        {STATE_SIGNS[state]}
      </span>{' '}
      {daysLeft === null ? STATE_WORDS[state] : FINDING_WORDS.days(state, daysLeft)}
    </span>
  );
}

export const SeverityMark = ({ severity }: { readonly severity: Severity }): JSX.Element => (
  <span className={`severity ${severity}`}>{SEVERITY_WORDS[severity]}</span>
);
