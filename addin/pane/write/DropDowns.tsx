import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import * as React from 'react';
import type { FieldId } from '../../../src/core/ledger/table';
import { LIST_WORDS } from '../../../src/text/zh-CN/pane/write';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import { Empty } from '../parts/Empty';
import { toSave } from '../session/toSave';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';
import { useTimesDone } from '../session/useTimesDone';

/** So many words of a list are named. */
const CHOICES_NAMED = 4;

/** Which columns offer a list to choose from: ticked by the user, taken away by unticking. */
export function DropDowns({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const { checker, capabilities } = session.parts;
  // Clearing takes our lists away too.
  const changed = useTimesDone(['keep', 'clear']);
  const answer = useShownAnswer(isShown, () => checker.dropDowns(), [changed]);
  /** What the user ticked or unticked since; the rest is as it stands. */
  const [ticks, setTicks] = React.useState<ReadonlyMap<FieldId, boolean>>(new Map());

  if (!capabilities.dropDowns)
    return (
      <Empty title={LIST_WORDS.notPossible}>
        <p>{LIST_WORDS.needed}</p>
      </Empty>
    );
  if (answer === null) return <div className="write-body" aria-busy="true" />;
  if (!answer.ok)
    return (
      <div className="write-body wrong" role="alert">
        {answer.problems.map(sayPaneProblem).join('')}
      </div>
    );
  const choices = answer.value;
  if (choices.length === 0) return <Empty title={LIST_WORDS.none} />;
  const isTicked = (field: FieldId, offered: boolean): boolean => ticks.get(field) ?? offered;

  const apply = async (): Promise<void> => {
    const fields = choices.filter(({ field, offered }) => isTicked(field, offered)).map(({ field }) => field);
    const done = await session.carryOut('keep', () => checker.offerDropDowns(fields));
    if (!done) return;
    setTicks(new Map());
    session.say(
      {
        kind: 'done',
        text: (done.columns > 0 ? LIST_WORDS.offered(done.columns) : LIST_WORDS.removed) + toSave(session.parts),
      },
      ...(done.leftAlone.length > 0 ? [{ kind: 'note', text: LIST_WORDS.leftAlone(done.leftAlone) } as const] : []),
    );
  };

  return (
    <>
      <div className="write-body">
        <h2>{LIST_WORDS.heading}</h2>
        <p className="quiet">{LIST_WORDS.how}</p>
        <ul className="lists">
          {choices.map(({ field, label, column, choices: words, offered }) => (
            <li key={field}>
              <Checkbox
                label={label}
                ariaDescribedBy={`list-${field}`}
                checked={isTicked(field, offered)}
                onChange={(_, checked) => setTicks(new Map([...ticks, [field, checked === true]]))}
              />
              <p id={`list-${field}`} className="quiet">
                {LIST_WORDS.choices(column, words.length, words.slice(0, CHOICES_NAMED))}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <div className="write-foot">
        <PrimaryButton
          className="large"
          text={LIST_WORDS.apply}
          disabled={busy !== null}
          onClick={() => void apply()}
        />
      </div>
    </>
  );
}
