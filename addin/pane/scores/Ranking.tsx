import * as React from 'react';
import type { ScoreLine, ScoreQuery, Scores } from '../../../src/ports/checker';
import { SCORES_WORDS } from '../../../src/text/zh-CN/pane/scores';
import { ScoreCard } from './ScoreCard';

/** Groups one after another, each ranked for itself; one unit is open at a time, and stays so when scores change. */
export function Ranking({ scores, query }: { readonly scores: Scores; readonly query: ScoreQuery }): JSX.Element {
  const [open, setOpen] = React.useState<string | null>(null);
  return (
    <>
      {scores.groups.map((group) => (
        <section key={group.title}>
          <h2 className="scores-group">{group.title}</h2>
          <ul data-list="scores">
            {group.scores.map((line) => (
              <li key={line.name} className={line.name === open ? 'score open' : 'score'} data-unit={line.name}>
                <Line
                  line={line}
                  isOpen={line.name === open}
                  onToggle={() => setOpen(line.name === open ? null : line.name)}
                />
                {line.name === open && <ScoreCard name={line.name} query={query} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface LineProps {
  readonly line: ScoreLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Place, unit and points; the bar says the same as the number. */
const Line = ({ line, isOpen, onToggle }: LineProps): JSX.Element => (
  <button type="button" className="score-head" aria-expanded={isOpen} onClick={onToggle}>
    <span className="score-line">
      <span className={line.rank === null ? 'score-place quiet' : 'score-place'}>{SCORES_WORDS.place(line)}</span>
      <span className="score-name">{line.name}</span>
      <span className="score-points number">{SCORES_WORDS.points(line)}</span>
    </span>
    <span className="score-line">
      <span className="score-bar" aria-hidden="true">
        <span style={{ width: `${line.total ?? 0}%` }} />
      </span>
      <span className="quiet">{SCORES_WORDS.beside(line)}</span>
    </span>
  </button>
);
