import * as React from 'react';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import type { SheetInfo } from '../../../src/ports/workbook';

export interface SheetTabsProps {
  readonly sheets: readonly SheetInfo[];
  readonly current: string | null;
  readonly onChoose: (sheet: string) => void;
}

/** The sheets that the file shows, ours in another colour; arrows go from one to the next. */
export function SheetTabs({ sheets, current, onChoose }: SheetTabsProps): JSX.Element {
  const shown = sheets.filter(({ visible }) => visible);
  const chosen = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [current]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = shown[shown.findIndex(({ name }) => name === current) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next.name);
    const tabs = [...event.currentTarget.querySelectorAll('button')];
    tabs[shown.indexOf(next)]?.focus();
  };
  return (
    <div className="wb-tabs" role="tablist" aria-label={WORKBENCH_WORDS.sheets} onKeyDown={onKeyDown}>
      {shown.map(({ name, owned }) => (
        <button
          key={name}
          ref={name === current ? chosen : undefined}
          type="button"
          role="tab"
          aria-selected={name === current}
          tabIndex={name === current ? 0 : -1}
          data-owned={owned === null ? undefined : owned}
          title={owned === null ? name : `${name}（${WORKBENCH_WORDS.ownSheet}）`}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
