import * as React from 'react';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { BarButton } from './BarButton';
import { ChooseFiles } from './ChooseFiles';
import { OPEN_ICON, RULES_ICON, SAVE_ICON } from './icons';
import type { WorkbenchActions } from './useWorkbench';

export interface TopBarProps {
  readonly file: string;
  readonly isSaved: boolean;
  /** Whether 保存 goes to a place already chosen. */
  readonly hasPlace: boolean;
  readonly isRulesOpen: boolean;
  readonly status: string;
  readonly actions: WorkbenchActions;
}

/** The file that is open and what can be done with it. */
export function TopBar({ file, isSaved, hasPlace, isRulesOpen, status, actions }: TopBarProps): JSX.Element {
  return (
    <header className="wb-bar">
      <div className="wb-name" title={file}>
        <span>{file}</span>
        {!isSaved && <span className="wb-unsaved">{WORKBENCH_WORDS.unsaved}</span>}
      </div>
      <div className="wb-buttons">
        <ChooseFiles text={WORKBENCH_WORDS.open} icon={OPEN_ICON} accept=".xlsx" onFiles={actions.open} />
        <BarButton text={WORKBENCH_WORDS.save} icon={SAVE_ICON} onClick={() => actions.save(false)} />
        {hasPlace && <BarButton text={WORKBENCH_WORDS.saveAs} onClick={() => actions.save(true)} />}
        <BarButton
          text={WORKBENCH_WORDS.rules}
          icon={RULES_ICON}
          expanded={isRulesOpen}
          onClick={() => actions.showRules(!isRulesOpen)}
        />
      </div>
      <div className="wb-status" role="status">
        {status}
      </div>
    </header>
  );
}
