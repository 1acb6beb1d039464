import * as React from 'react';
import type { CaseOutcome } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';

const ORDER: readonly CaseOutcome['outcome'][] = ['flagged', 'cannotJudge', 'clean', 'notApplicable'];

/** What every rule says of the case and why, for whoever doubts one: out of the way until it is asked for. */
export const Outcomes = ({ outcomes }: { readonly outcomes: readonly CaseOutcome[] }): JSX.Element => (
  <details className="case-section case-outcomes" data-section="outcomes">
    <summary>{CASE_WORDS.outcomes(outcomes.length)}</summary>
    {ORDER.map((outcome) => ({ outcome, those: outcomes.filter((one) => one.outcome === outcome) }))
      .filter(({ those }) => those.length > 0)
      .map(({ outcome, those }) => (
        <section key={outcome}>
          <h3>
            {CASE_WORDS.outcome[outcome]} <span className="number">{CASE_WORDS.outcomeCount(those.length)}</span>
          </h3>
          <dl>
            {those.map(({ rule, title, sentence }) => (
              <React.Fragment key={rule}>
                <dt>{title}</dt>
                <dd className="quiet">{sentence}</dd>
              </React.Fragment>
            ))}
          </dl>
        </section>
      ))}
  </details>
);
