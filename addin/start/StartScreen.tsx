import * as React from 'react';
import type { Problem } from '../../src/core/problem';
import { START_WORDS } from '../../src/text/zh-CN/pane/start';
import { sayPaneProblem } from '../../src/text/zh-CN/pane/problems';

export interface StartScreenProps {
  /** What stood in the way; empty while all goes well. */
  readonly problems: readonly Problem[];
  readonly onAgain: () => void;
}

/** Shown while a pane opens, and in its place when it can't. Plain elements: it comes before everything else loads. */
export function StartScreen({ problems, onAgain }: StartScreenProps): JSX.Element {
  const failed = problems.length > 0;
  return (
    <main
      style={{ padding: 16, fontFamily: "'Microsoft YaHei', 'Segoe UI', sans-serif", fontSize: 14, lineHeight: 1.7 }}
    >
      <h1 style={{ fontSize: 18, margin: '0 0 8px' }}>{START_WORDS.title}</h1>
      <div role={failed ? 'alert' : 'status'}>
        <p>{failed ? START_WORDS.cannotOpen : START_WORDS.opening}</p>
        {problems.map((problem, at) => (
          <p key={at}>{sayPaneProblem(problem)}</p>
        ))}
      </div>
      {failed && (
        <button type="button" onClick={onAgain} style={{ padding: '6px 16px', font: 'inherit' }}>
          {START_WORDS.again}
        </button>
      )}
    </main>
  );
}
