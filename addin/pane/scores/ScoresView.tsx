import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { Overview, ScoreQuery, Scores } from '../../../src/ports/checker';
import { PERIOD_IDS, SCORES_WORDS, type PeriodId } from '../../../src/text/zh-CN/pane/scores';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import { Toggle } from '../findings/Choices';
import { Empty, NeverChecked } from '../parts/Empty';
import { handOver, writeSheets } from '../parts/handOver';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';
import { Apart } from './Apart';
import { periodOn } from './periods';
import { Ranking } from './Ranking';
import { Seal } from './Seal';

/** How the units come out, group by group, and where each point went. */
export function ScoresView(): JSX.Element {
  const { overview } = usePaneState();
  return overview ? <Scored overview={overview} /> : <NeverChecked />;
}

function Scored({ overview }: { readonly overview: Overview }): JSX.Element {
  const session = useSession();
  const { view } = usePaneState();
  const { checker } = session.parts;
  const [period, setPeriod] = React.useState<PeriodId>('all');
  const query: ScoreQuery = { by: 'unit', period: periodOn(period, overview.today) };
  const scores = useShownAnswer(view === 'scores', () => checker.scores(query), [period]);
  return (
    <div className="scores">
      <div className="scores-periods" role="group" aria-label={SCORES_WORDS.periodsLabel}>
        {PERIOD_IDS.map((id) => (
          <Toggle key={id} isOn={id === period} onPress={() => setPeriod(id)}>
            {SCORES_WORDS.periods[id]}
          </Toggle>
        ))}
      </div>
      {scores === null && <p className="pane-body quiet">{SCORES_WORDS.loading}</p>}
      {scores?.ok === true && <Board scores={scores.value} query={query} />}
      {scores?.ok === false && (
        <Empty title={SCORES_WORDS.noScheme}>
          {scores.problems.map((problem) => (
            <p key={problem.code} className="quiet">
              {sayPaneProblem(problem)}
            </p>
          ))}
        </Empty>
      )}
    </div>
  );
}

function Board({ scores, query }: { readonly scores: Scores; readonly query: ScoreQuery }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const { checker } = session.parts;
  return (
    <>
      <div className="scores-body">
        <p className="scores-head">{SCORES_WORDS.base(scores.cases)}</p>
        <p className="scores-head quiet">{scores.head}</p>
        {scores.groups.length === 0 && (
          <Empty title={SCORES_WORDS.none}>
            <p className="quiet">{SCORES_WORDS.noneHow}</p>
          </Empty>
        )}
        <Ranking scores={scores} query={query} />
        <Apart scores={scores} />
        <Seal query={query} />
        <p className="scores-head quiet">{SCORES_WORDS.what}</p>
      </div>
      <div className="scores-foot">
        <PrimaryButton
          className="large"
          text={SCORES_WORDS.download}
          disabled={busy !== null}
          onClick={() => void handOver(session, () => checker.makeScores(query))}
        />
        <DefaultButton
          className="large"
          text={SCORES_WORDS.write}
          disabled={busy !== null}
          onClick={() =>
            void writeSheets(session, (told) =>
              checker.writeScores(query, (progress) => told({ what: 'write', progress, canCancel: false })),
            )
          }
        />
      </div>
    </>
  );
}
