import * as React from 'react';
import type { PaneParts } from '../paneParts';
import { PaneSession } from './paneSession';
import type { PaneState } from './paneState';

const Session = React.createContext<PaneSession | null>(null);

/** Opens a session over the parts for as long as it is mounted. */
export function PaneProvider(props: { readonly parts: PaneParts; readonly children: React.ReactNode }): JSX.Element {
  const { parts, children } = props;
  const session = React.useMemo(() => new PaneSession(parts), [parts]);
  React.useEffect(() => session.open(), [session]);
  return <Session.Provider value={session}>{children}</Session.Provider>;
}

/** The session of the pane that a view stands in. */
export function useSession(): PaneSession {
  const session = React.useContext(Session);
  if (!session) throw new Error('a view outside of a pane');
  return session;
}

/** What the views share, as it stands now; the view is drawn again when it changes. */
export function usePaneState(): PaneState {
  const session = useSession();
  const [state, setState] = React.useState(session.state);
  React.useEffect(() => {
    // It may have changed between drawing and now.
    setState(session.state);
    return session.subscribe(() => setState(session.state));
  }, [session]);
  return state;
}
