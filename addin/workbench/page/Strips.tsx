import * as React from 'react';
import type { Problem } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import { BarButton } from './BarButton';

/** What could not be done, below the bar until it is closed or something is done. */
export function ProblemStrip({
  problems,
  onClose,
}: {
  problems: readonly Problem[];
  onClose: () => void;
}): JSX.Element {
  return (
    <div className="wb-strip wb-alert" role="alert">
      <ul className="wb-words">
        {problems.map((problem, at) => (
          <li key={at}>{sayPaneProblem(problem)}</li>
        ))}
      </ul>
      <BarButton text={WORKBENCH_WORDS.close} onClick={onClose} />
    </div>
  );
}

export interface AskStripProps {
  readonly file: string;
  readonly onAnswer: (what: 'save' | 'drop' | 'stay') => void;
}

/** What is to become of changes that are not saved, before another file is opened. */
export function AskStrip({ file, onAnswer }: AskStripProps): JSX.Element {
  const strip = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => strip.current?.querySelector('button')?.focus(), []);
  return (
    <div
      className="wb-strip wb-ask"
      ref={strip}
      role="alertdialog"
      aria-label={WORKBENCH_WORDS.askTitle(file)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onAnswer('stay');
      }}
    >
      <p className="wb-words">{WORKBENCH_WORDS.askTitle(file)}</p>
      <BarButton text={WORKBENCH_WORDS.askSave} onClick={() => onAnswer('save')} />
      <BarButton text={WORKBENCH_WORDS.askDrop} onClick={() => onAnswer('drop')} />
      <BarButton text={WORKBENCH_WORDS.askStay} onClick={() => onAnswer('stay')} />
    </div>
  );
}
