import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import * as React from 'react';
import type { CivilDay } from '../../../src/core/dates/civil';
import { REVIEW_WORDS } from '../../../src/text/zh-CN/pane/review';
import { DayField } from '../parts/DayField';
import { toSave } from '../session/toSave';
import { usePaneState, useSession } from '../session/usePane';
import { CaseTicks } from './CaseTicks';

/** One meeting's decision, typed once and recorded for all the cases that are ticked. */
export function ReviewForm({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const session = useSession();
  const { overview, busy } = usePaneState();
  const today = overview?.today ?? session.parts.today();
  const [ticked, setTicked] = React.useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = React.useState('');
  /** Undefined until the user chooses one: the day looked from. */
  const [chosen, setChosen] = React.useState<CivilDay | null | undefined>(undefined);
  const day = chosen === undefined ? today : chosen;
  /** Slips are said once the user means to be done, not while the form is being filled in. */
  const [isTold, setIsTold] = React.useState(false);
  const slips = {
    cases: ticked.size === 0 ? REVIEW_WORDS.casesMissing : undefined,
    day: day === null ? REVIEW_WORDS.dayMissing : day > today ? REVIEW_WORDS.dayInFuture(today) : undefined,
    decision: decision.trim() === '' ? REVIEW_WORDS.decisionMissing : undefined,
  };

  const record = async (): Promise<void> => {
    setIsTold(true);
    if (day === null || Object.values(slips).some((slip) => slip !== undefined)) return;
    const cases = [...ticked];
    const overview = await session.carryOutCheck(() =>
      session.parts.checker.recordReview({ cases, on: day, decision }),
    );
    if (!overview) return;
    setTicked(new Set());
    setDecision('');
    setChosen(undefined);
    setIsTold(false);
    session.say({ kind: 'done', text: REVIEW_WORDS.recorded(cases.length, day) + toSave(session.parts) });
  };

  return (
    <>
      <div className="write-body">
        <h2>{REVIEW_WORDS.heading}</h2>
        <p className="quiet">{REVIEW_WORDS.how}</p>
        <CaseTicks isShown={isShown} ticked={ticked} onTicked={setTicked} />
        <DayField
          label={REVIEW_WORDS.day}
          value={day}
          onChange={setChosen}
          latest={today}
          wrong={day !== null && day > today ? slips.day : undefined}
        />
        <TextField
          label={REVIEW_WORDS.decision}
          placeholder={REVIEW_WORDS.decisionHint}
          multiline
          rows={3}
          resizable={false}
          value={decision}
          onChange={(_, text) => setDecision(text ?? '')}
        />
      </div>
      <div className="write-foot">
        <p className="wrong" role="alert">
          {isTold ? [slips.cases, slips.day, slips.decision].filter((slip) => slip !== undefined).join('') : ''}
        </p>
        <PrimaryButton
          className="large"
          text={REVIEW_WORDS.record(ticked.size)}
          disabled={busy !== null}
          onClick={() => void record()}
        />
      </div>
    </>
  );
}
