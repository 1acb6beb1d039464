import * as React from 'react';
import type { ScoreQuery } from '../../../src/ports/checker';
import { SCORES_WORDS } from '../../../src/text/zh-CN/pane/scores';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';

/** By what the scores can be told to be these and no others; worked out over the whole ledger, so only when opened. */
export function Seal({ query }: { readonly query: ScoreQuery }): JSX.Element {
  const session = useSession();
  const { view } = usePaneState();
  const [isOpen, setIsOpen] = React.useState(false);
  const seal = useShownAnswer(view === 'scores' && isOpen, () => session.parts.checker.scoreSeal(query), [
    isOpen,
    query.period.kind,
  ]);
  return (
    <details className="scores-seal" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{SCORES_WORDS.seal}</summary>
      {seal?.ok === true ? (
        <dl>
          {seal.value.map(([label, text]) => (
            <React.Fragment key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </React.Fragment>
          ))}
        </dl>
      ) : (
        <p className="quiet">{SCORES_WORDS.sealing}</p>
      )}
    </details>
  );
}
