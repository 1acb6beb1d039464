import * as React from 'react';
import type { LostScore, ScoreCard as Card, ScoredIndicator, ScoreQuery } from '../../../src/ports/checker';
import { SCORES_WORDS } from '../../../src/text/zh-CN/pane/scores';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';
import { LostPoints } from './LostPoints';

/** A unit's score: what is suggested, each indicator, and below it every point that was lost. */
export function ScoreCard({ name, query }: { readonly name: string; readonly query: ScoreQuery }): JSX.Element {
  const session = useSession();
  const { view } = usePaneState();
  const card = useShownAnswer(view === 'scores', () => session.parts.checker.scoreCard(query, name), [
    name,
    query.period.kind,
  ]);
  if (card === null) return <p className="score-card quiet">{SCORES_WORDS.loading}</p>;
  return (
    <div className="score-card">
      <Texts title={SCORES_WORDS.suggestions} texts={card.suggestions} />
      <h3>{SCORES_WORDS.indicators}</h3>
      <ul className="indicators">
        {card.indicators.map((indicator) => (
          <Indicator
            key={indicator.id}
            indicator={indicator}
            lost={card.lost.filter((point) => point.indicator === indicator.id)}
          />
        ))}
      </ul>
      <Texts title={SCORES_WORDS.adjustments} texts={[...card.adjustments, ...SCORES_WORDS.adjusted(card)]} />
      <Texts title={SCORES_WORDS.besideTitle} texts={card.beside} />
      <Asides card={card} />
    </div>
  );
}

function Indicator(props: { readonly indicator: ScoredIndicator; readonly lost: readonly LostScore[] }): JSX.Element {
  const { indicator, lost } = props;
  return (
    <li data-indicator={indicator.id}>
      <div className="indicator-head">
        <span>{indicator.title}</span>
        <span className="number">{SCORES_WORDS.indicator(indicator)}</span>
      </div>
      {!indicator.applies ? (
        <p className="quiet">{SCORES_WORDS.shared(indicator.weight)}</p>
      ) : (
        <>
          <p className="quiet">
            {SCORES_WORDS.counted(indicator)}
            {SCORES_WORDS.basis(indicator.basis)}
          </p>
          {lost.length === 0 ? (
            <p className="quiet">{SCORES_WORDS.full}</p>
          ) : (
            <details className="indicator-lost">
              <summary>{SCORES_WORDS.lost(indicator.lost, lost.length)}</summary>
              <LostPoints lost={lost} />
            </details>
          )}
        </>
      )}
    </li>
  );
}

/** Lines under a heading; nothing where there are none. */
const Texts = ({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): JSX.Element | null =>
  texts.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="score-texts">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );

function Asides({ card }: { readonly card: Card }): JSX.Element | null {
  const session = useSession();
  if (card.aside.length === 0) return null;
  return (
    <>
      <h3>{SCORES_WORDS.aside}</h3>
      <ul className="score-texts">
        {card.aside.map(({ caseLabel, cell, says }, at) => (
          <li key={at}>
            {caseLabel}　{says}{' '}
            <button type="button" className="cell-link" onClick={() => void session.goTo(cell)}>
              {SCORES_WORDS.go(cell)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
