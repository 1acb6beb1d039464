import * as React from 'react';
import type { Problem } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { sayPaneProblem } from '../../../src/text/zh-CN/pane/problems';
import type { PackInfo } from '../../../src/ports/checker';
import { BarButton } from './BarButton';
import { ChooseFiles } from './ChooseFiles';
import { CLOSE_ICON } from './icons';

export interface RulesPanelProps {
  readonly pack: PackInfo;
  /** Whether rules were tried and are in use. */
  readonly isTried: boolean;
  /** Why the last ones that were tried are not. */
  readonly refused: readonly Problem[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Where rules are tried: which are in use, and where those that were refused are wrong, place by place. */
export function RulesPanel({ pack, isTried, refused, onFiles, onBack, onClose }: RulesPanelProps): JSX.Element {
  const { title, version, rules } = pack;
  return (
    <section className="wb-rules" aria-label={WORKBENCH_WORDS.rulesTitle}>
      <h2>{WORKBENCH_WORDS.rulesTitle}</h2>
      {refused.length > 0 && (
        <div role="alert">
          <p className="wb-refused">{WORKBENCH_WORDS.rulesRefused(refused.length)}</p>
          <ol>
            {refused.map((problem, at) => (
              <li key={at}>{sayPaneProblem(problem)}</li>
            ))}
          </ol>
        </div>
      )}
      <p>{(isTried ? WORKBENCH_WORDS.rulesChanged : WORKBENCH_WORDS.rulesNow)(title, version, rules)}</p>
      <div className="wb-buttons">
        <ChooseFiles text={WORKBENCH_WORDS.rulesFolder} folder onFiles={onFiles} />
        <ChooseFiles text={WORKBENCH_WORDS.rulesFiles} accept=".zip,.json" multiple onFiles={onFiles} />
        {isTried && <BarButton text={WORKBENCH_WORDS.rulesBack} onClick={onBack} />}
        <BarButton text={WORKBENCH_WORDS.close} icon={CLOSE_ICON} onClick={onClose} />
      </div>
      <p className="wb-hint">{WORKBENCH_WORDS.rulesHint}</p>
    </section>
  );
}
