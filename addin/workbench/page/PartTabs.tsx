import * as React from 'react';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';

export type Part = 'ledger' | 'pane';

/** Where the page is too narrow for both: the ledger or the pane. */
export function PartTabs({
  part,
  onPart,
}: {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}): JSX.Element {
  return (
    <div
      className="wb-parts"
      role="tablist"
      aria-label={WORKBENCH_WORDS.parts}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onPart(part === 'ledger' ? 'pane' : 'ledger');
        event.currentTarget.querySelector<HTMLElement>('[aria-selected="false"]')?.focus();
      }}
    >
      {(['ledger', 'pane'] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === part}
          tabIndex={one === part ? 0 : -1}
          onClick={() => onPart(one)}
        >
          {WORKBENCH_WORDS[one]}
        </button>
      ))}
    </div>
  );
}
