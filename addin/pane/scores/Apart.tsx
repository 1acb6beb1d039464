import * as React from 'react';
import type { Scores } from '../../../src/ports/checker';
import { SCORES_WORDS } from '../../../src/text/zh-CN/pane/scores';
import { useSession } from '../session/usePane';

/** What counts for nobody, and who is in no ranking; nothing where there is nothing of it. */
export function Apart({ scores }: { readonly scores: Scores }): JSX.Element | null {
  const session = useSession();
  const { without, unassigned, recused, problems } = scores;
  if (without.length + unassigned.length + recused + problems.length === 0) return null;
  return (
    <section className="scores-apart">
      <h2>{SCORES_WORDS.apart}</h2>
      {without.length > 0 && <p>{SCORES_WORDS.without(without)}</p>}
      {unassigned.length > 0 && (
        <>
          <p>{SCORES_WORDS.unassigned(unassigned.length)}</p>
          <ul className="score-texts">
            {unassigned.map(({ caseLabel, cell }) => (
              <li key={cell}>
                {caseLabel}{' '}
                <button type="button" className="cell-link" onClick={() => void session.goTo(cell)}>
                  {SCORES_WORDS.go(cell)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {recused > 0 && <p>{SCORES_WORDS.recused(recused)}</p>}
      {problems.length > 0 && (
        <>
          <p>{SCORES_WORDS.problems}</p>
          <ul className="score-texts">
            {problems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
