import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { address } from '../../../src/core/ledger/grid';
import type { CaseView as Case, Overview } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { Empty, NeverChecked } from '../parts/Empty';
import { usePaneState, useSession } from '../session/usePane';
import { CaseFindings } from './CaseFindings';
import { CaseHead } from './CaseHead';
import { Clarities } from './Clarities';
import { Classification } from './Classification';
import { DueSection } from './DueSection';
import { NextSteps } from './NextSteps';
import { Outcomes } from './Outcomes';
import { Steps } from './Steps';
import { useCaseChanges, useFollowedCase, type FollowedCase } from './useFollowedCase';

/** The case on the row that the user is on, whole. */
export function CaseView(): JSX.Element {
  const { overview } = usePaneState();
  return overview ? <Followed overview={overview} /> : <NeverChecked />;
}

function Followed({ overview }: { readonly overview: Overview }): JSX.Element | null {
  const session = useSession();
  const { selected } = usePaneState();
  const followed = useFollowedCase(overview);
  const shown = followed && (followed.current ?? followed.last);
  const changes = useCaseChanges(shown, overview);
  const top = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    // Another case is read from its beginning; the same one stays where it was, whatever was edited.
    if (top.current?.parentElement) top.current.parentElement.scrollTop = 0;
  }, [shown?.row]);
  if (followed === null) return null;
  /** Down or up the column that the user is in. */
  const go = (row: number): void => {
    const column = selected?.sheet === overview.sheet ? selected.column : 1;
    void session.goTo(address(row, column));
  };
  return (
    <div className="case" ref={top}>
      {followed.current === null && <NoCase followed={followed} ledger={overview.sheet} onGo={go} />}
      {shown && <Whole of={shown} overview={overview} onGo={go} />}
      {/* Last, so that nothing above moves when it appears; it sticks to the pane's lower edge. */}
      <p className="case-changes" role="status">
        {changes && CASE_WORDS.changed(changes)}
      </p>
    </div>
  );
}

const Whole = (props: {
  readonly of: Case;
  readonly overview: Overview;
  readonly onGo: (row: number) => void;
}): JSX.Element => (
  <>
    <CaseHead of={props.of} onGo={props.onGo} />
    <NextSteps of={props.of} />
    <Clarities clarities={props.of.clarities} />
    <DueSection due={props.of.due} today={props.overview.today} />
    <Steps steps={props.of.steps} />
    <Classification of={props.of.classification} />
    <CaseFindings key={props.of.row} findings={props.of.findings} />
    <Outcomes outcomes={props.of.outcomes} />
  </>
);

/** Says what is selected instead of a case; the last case stays below, and a press away on the sheet. */
function NoCase(props: {
  readonly followed: FollowedCase;
  readonly ledger: string;
  readonly onGo: (row: number) => void;
}): JSX.Element {
  const { followed, ledger, onGo } = props;
  const { selected, last } = followed;
  const what =
    selected === null
      ? CASE_WORDS.selectOne
      : selected.sheet === ledger
        ? CASE_WORDS.noCase(selected.row)
        : CASE_WORDS.otherSheet(selected.sheet, ledger);
  if (last === null)
    return (
      <Empty title={CASE_WORDS.nothingSelected}>
        <p>{what}</p>
      </Empty>
    );
  return (
    <div className="case-elsewhere" role="status">
      <p>
        {what}
        {CASE_WORDS.stillShown(last.caseLabel)}
      </p>
      <DefaultButton className="case-small" text={CASE_WORDS.back} onClick={() => onGo(last.row)} />
    </div>
  );
}
