import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { CaseView } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { useSession } from '../session/usePane';
import { CellLink } from './CellLink';
import { Section } from './Section';

/** What to do for the case now, the most urgent first and largest. */
export function NextSteps({ of }: { readonly of: CaseView }): JSX.Element {
  const session = useSession();
  const { next } = of;
  return (
    <Section id="next" title={CASE_WORDS.toDo}>
      {next.length === 0 ? (
        <Nothing of={of} />
      ) : (
        <ol className="case-next">
          {next.map(({ text, cell }, at) => (
            <li key={text} className={at === 0 ? 'first' : ''}>
              <span className="text">{text}</span>{' '}
              {at === 0 ? (
                <PrimaryButton
                  className="case-small"
                  text={CASE_WORDS.go(cell)}
                  onClick={() => void session.goTo(cell)}
                />
              ) : (
                <CellLink cell={cell} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Nothing({ of }: { readonly of: CaseView }): JSX.Element {
  const { findings, isOpen, due } = of;
  const facts = findings.filter(({ outcome, aside }) => outcome === 'flagged' && aside === null).length;
  return (
    <p className="case-none">
      {CASE_WORDS.nothingToDo}
      {facts > 0 && CASE_WORDS.onlyFacts(facts)}
      {isOpen === true && due.on !== null && CASE_WORDS.carryOn(due.on)}
    </p>
  );
}
