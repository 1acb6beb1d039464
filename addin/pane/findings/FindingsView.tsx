import * as React from 'react';
import type { AsideKind } from '../../../src/core/setAside/entry';
import type { Finding, Overview } from '../../../src/ports/checker';
import { NeverChecked } from '../parts/Empty';
import { LedgerNotes } from '../parts/LedgerNotes';
import { usePaneState } from '../session/usePane';
import { Chips, Filters } from './Filters';
import { Figure, NothingListed } from './Figure';
import { FindingsList } from './FindingsList';
import { Groups, Shows } from './Choices';
import { RemindersPanel } from './RemindersPanel';
import { Search } from './Search';
import { SetAsidePanel } from './SetAsidePanel';
import { useCounts } from './useCounts';
import { useFindingLines } from './useFindingLines';
import type { VirtualList } from './VirtualList';

/** All findings: what stands, what could not be judged, what was set aside. */
export function FindingsView(): JSX.Element {
  const { overview } = usePaneState();
  return overview ? <Findings overview={overview} /> : <NeverChecked />;
}

function Findings({ overview }: { readonly overview: Overview }): JSX.Element {
  const { query } = usePaneState();
  const { shown, lines, isBehind } = useFindingLines(query, overview.revision);
  const counts = useCounts(query, overview.revision);
  const [panel, setPanel] = React.useState<Panel | null>(null);
  const [filtersOpen, setFiltersOpen] = React.useState(false);
  // Asked for once a session: whoever sets one aside sets several.
  const [by, setBy] = React.useState('');
  const list = React.useRef<VirtualList>(null);
  const close = (): void => {
    setPanel(null);
    // What opened the panel may be gone from the list.
    setTimeout(() => document.activeElement === document.body && list.current?.focus());
  };
  return (
    <div className="findings">
      <div className="findings-controls">
        <Shows counts={counts} />
        <Search isOpen={filtersOpen} onOpen={setFiltersOpen} />
        {filtersOpen ? <Filters /> : <Chips />}
        <Groups onReminders={() => setPanel({ what: 'reminders' })} />
        <Figure
          overview={overview}
          counts={counts}
          capped={shown && shown.count < shown.list.lines ? shown.count : null}
        />
        <LedgerNotes overview={overview} />
      </div>
      {shown && shown.count > 0 && (
        <FindingsList
          listRef={list}
          shown={shown}
          lines={lines}
          isBehind={isBehind}
          onSetAside={(finding, kind) => setPanel({ what: 'aside', finding, kind })}
        />
      )}
      {shown && shown.count === 0 && <NothingListed overview={overview} query={shown.query} counts={counts} />}
      {panel?.what === 'aside' && (
        <SetAsidePanel
          finding={panel.finding}
          kind={panel.kind}
          today={overview.today}
          by={by}
          onBy={setBy}
          onClose={close}
        />
      )}
      {panel?.what === 'reminders' && <RemindersPanel revision={overview.revision} onClose={close} />}
    </div>
  );
}

type Panel =
  { readonly what: 'aside'; readonly finding: Finding; readonly kind: AsideKind } | { readonly what: 'reminders' };
