import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { CLEAR_WORDS } from '../../../src/text/zh-CN/pane/write';
import { usePaneState, useSession } from '../session/usePane';

/** Takes away everything of ours, after it was said what that is and asked once. */
export function ClearResults({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const [isAsking, setIsAsking] = React.useState(false);
  const keep = React.useRef<HTMLDivElement>(null);
  const opener = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => setIsAsking(false), [isShown]);
  // The buttons change places: whoever is at the keyboard stays where the question is.
  const ask = (asking: boolean): void => {
    setIsAsking(asking);
    setTimeout(() => (asking ? keep : opener).current?.querySelector('button')?.focus());
  };
  return (
    <div className="write-body">
      <h2>{CLEAR_WORDS.heading}</h2>
      <p>{CLEAR_WORDS.will}</p>
      <ul className="clear-things">
        {CLEAR_WORDS.things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <p>{CLEAR_WORDS.kept}</p>
      {isAsking ? (
        <div role="group" aria-label={CLEAR_WORDS.sure}>
          <p className="clear-sure">{CLEAR_WORDS.sure}</p>
          <div className="write-buttons">
            <PrimaryButton
              text={CLEAR_WORDS.confirm}
              disabled={busy !== null}
              onClick={() => {
                ask(false);
                void session.clear();
              }}
            />
            <div ref={keep}>
              <DefaultButton text={CLEAR_WORDS.keep} onClick={() => ask(false)} />
            </div>
          </div>
        </div>
      ) : (
        <div ref={opener}>
          <DefaultButton text={CLEAR_WORDS.clear} disabled={busy !== null} onClick={() => ask(true)} />
        </div>
      )}
    </div>
  );
}
