import * as React from 'react';
import type { CivilDay } from '../../../src/core/dates/civil';
import type { CaseDue } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { StateMark } from '../parts/StateMark';
import { DueTimeline } from './DueTimeline';
import { Section } from './Section';

/** The due day and how it came about, so that a clerk can check it by hand; or why there is none. */
export function DueSection({ due, today }: { readonly due: CaseDue; readonly today: CivilDay }): JSX.Element {
  const { on, kind, state, daysLeft, proof, timeline, unknown } = due;
  return (
    <Section id="due" title={CASE_WORDS.due}>
      {on === null ? (
        <p>{unknown === null ? CASE_WORDS.noDueDay : CASE_WORDS.unknownDue(unknown)}</p>
      ) : (
        <p className="case-due">
          <strong>{CASE_WORDS.wholeDay(on)}</strong>
          <StateMark state={state} daysLeft={daysLeft} />
          {kind !== '' && <span className="quiet">{CASE_WORDS.basis(kind)}</span>}
        </p>
      )}
      {on !== null && unknown !== null && <p>{CASE_WORDS.unknownState(unknown)}</p>}
      <DueTimeline runs={timeline} today={today} />
      {proof.length > 0 && (
        <>
          <h3>{CASE_WORDS.proof}</h3>
          <ol className="case-proof">
            {proof.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
