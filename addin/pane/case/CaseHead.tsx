import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { CaseView } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { StateMark } from '../parts/StateMark';

/** Which case it is and how it stands, with the way to the ones beside it. */
export function CaseHead(props: { readonly of: CaseView; readonly onGo: (row: number) => void }): JSX.Element {
  const { of, onGo } = props;
  const { caseLabel, title, petitioner, due, isOpen, previousRow, nextRow } = of;
  return (
    <header className="case-head">
      <div className="case-who">
        <h2 className="label">{caseLabel}</h2>
        <StateMark state={due.state} daysLeft={due.daysLeft} />
      </div>
      {title !== '' && <Title key={title} title={title} />}
      <div className="case-beside">
        <span className="quiet who">
          {petitioner !== '' && <span>{petitioner}</span>} <span>{CASE_WORDS.isOpen(isOpen)}</span>
        </span>
        <div role="group" aria-label={CASE_WORDS.beside} className="buttons">
          <Beside text={CASE_WORDS.previous} row={previousRow} onGo={onGo} />
          <Beside text={CASE_WORDS.next} row={nextRow} onGo={onGo} />
        </div>
      </div>
    </header>
  );
}

/** Keeps the focus where there is no further case, so that the way back stays a press away. */
const Beside = (props: {
  readonly text: string;
  readonly row: number | null;
  readonly onGo: (row: number) => void;
}): JSX.Element => (
  <DefaultButton
    className="case-small"
    text={props.text}
    disabled={props.row === null}
    allowDisabledFocus
    onClick={() => props.row !== null && props.onGo(props.row)}
  />
);

/** Two lines of it; where there is more, it can be asked for. */
function Title({ title }: { readonly title: string }): JSX.Element {
  const [isWhole, setWhole] = React.useState(false);
  const [isCut, setCut] = React.useState(false);
  const text = React.useRef<HTMLParagraphElement>(null);
  React.useLayoutEffect(() => {
    const measure = (): void => {
      const at = text.current;
      if (at !== null && at.className !== '') setCut(at.scrollHeight > at.clientHeight + 1);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return (
    <div className="case-title">
      <p ref={text} className={isWhole ? '' : 'two-lines'}>
        {title}
      </p>
      {isCut && (
        <button
          type="button"
          className="cell-link case-link"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? CASE_WORDS.shorter : CASE_WORDS.whole}
        </button>
      )}
    </div>
  );
}
