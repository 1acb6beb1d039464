import { Fabric } from 'office-ui-fabric-react/lib/Fabric';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import * as React from 'react';
import { PANE_WORDS } from '../../src/text/zh-CN/pane/shell';
import { CaseView } from './case/CaseView';
import { FindingsView } from './findings/FindingsView';
import { registerOwnIcons } from './look/icons';
import { loadOwnTheme } from './look/theme';
import type { PaneParts } from './paneParts';
import { Notices } from './parts/Notices';
import { Work } from './parts/Work';
import { VIEWS, type ViewId } from './session/paneState';
import { PaneProvider, usePaneState, useSession } from './session/usePane';
import { ReportsView } from './reports/ReportsView';
import { ScoresView } from './scores/ScoresView';
import { SettingsView } from './settings/SettingsView';
import { STYLES } from './styles';
import { TodayView } from './today/TodayView';
import { WriteView } from './write/WriteView';

loadOwnTheme();
registerOwnIcons();

const CONTENT: Readonly<Record<ViewId, () => JSX.Element>> = {
  today: TodayView,
  findings: FindingsView,
  case: CaseView,
  scores: ScoresView,
  reports: ReportsView,
  write: WriteView,
  settings: SettingsView,
};

/** The pane over one workbook, whatever shows the workbook beside it. */
export function Pane({ parts }: { readonly parts: PaneParts }): JSX.Element {
  return (
    <PaneProvider parts={parts}>
      <style>{STYLES}</style>
      <Frame />
    </PaneProvider>
  );
}

const tabOf = (view: string): string => `pane-tab-${view}`;

/** The frame around the views. A view that was shown stays as it was left. */
function Frame(): JSX.Element {
  const session = useSession();
  const { view, overview, following, busy } = usePaneState();
  const [opened, setOpened] = React.useState<ReadonlySet<ViewId>>(new Set([view]));
  React.useEffect(() => setOpened((before) => new Set([...before, view])), [view]);
  return (
    <Fabric as="main" className="pane" lang="zh-CN">
      <header className="pane-head">
        <h1 className="visually-hidden">{PANE_WORDS.title}</h1>
        <span className="where quiet">
          {overview ? PANE_WORDS.lookedFrom(overview.sheet, overview.today) : session.parts.file}
        </span>
        <span className="quiet" role={view === 'case' ? undefined : 'status'}>
          {following
            ? PANE_WORDS.following
            : overview && overview.touched.length > 0
              ? PANE_WORDS.rowRechecked(overview.touched.length)
              : ''}
        </span>
      </header>
      <div className="pane-tabs">
        <Pivot
          headersOnly
          selectedKey={view}
          getTabId={tabOf}
          aria-label={PANE_WORDS.viewsLabel}
          onLinkClick={(item) => session.show(item?.props.itemKey as ViewId)}
        >
          {VIEWS.map((id) => (
            <PivotItem key={id} itemKey={id} headerText={PANE_WORDS.views[id]} />
          ))}
        </Pivot>
      </div>
      <Notices />
      <Work />
      {VIEWS.map((id) => {
        const Content = CONTENT[id];
        return (
          <div
            key={id}
            id={`pane-view-${id}`}
            className="pane-view"
            role="tabpanel"
            aria-labelledby={tabOf(id)}
            aria-busy={busy !== null}
            hidden={id !== view}
          >
            {(opened.has(id) || id === view) && <Content />}
          </div>
        );
      })}
    </Fabric>
  );
}
