import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { LostScore } from '../../../src/ports/checker';
import { SCORES_WORDS } from '../../../src/text/zh-CN/pane/scores';
import { useSession } from '../session/usePane';

/** So many at once: a unit may have lost points in a thousand places. */
const AT_ONCE = 20;

/** Points that were lost, those first that can be won back: where, by what, and how. */
export function LostPoints({ lost }: { readonly lost: readonly LostScore[] }): JSX.Element {
  const [shown, setShown] = React.useState(AT_ONCE);
  const more = Math.min(AT_ONCE, lost.length - shown);
  return (
    <>
      <ul>
        {lost.slice(0, shown).map((point, at) => (
          <Lost key={at} point={point} />
        ))}
      </ul>
      {more > 0 && <DefaultButton text={SCORES_WORDS.more(more)} onClick={() => setShown(shown + more)} />}
    </>
  );
}

function Lost({ point }: { readonly point: LostScore }): JSX.Element {
  const session = useSession();
  const { title, caseLabel, cell, says, basis, label, value, points, mendable, how } = point;
  return (
    <li className="lost">
      <div className="lost-head">
        <span className="lost-points number">{SCORES_WORDS.minus(points)}</span>
        <span className="lost-title">{title}</span>
        <button type="button" className="cell-link" onClick={() => void session.goTo(cell)}>
          {SCORES_WORDS.go(cell)}
        </button>
      </div>
      <p>
        {caseLabel}　{says}
      </p>
      <p>{SCORES_WORDS.how(how)}</p>
      <p className="quiet">
        {SCORES_WORDS.basis(basis)}
        {label === '' ? '' : `；${SCORES_WORDS.found(label, value)}`}；{SCORES_WORDS.mend(mendable)}
      </p>
    </li>
  );
}
