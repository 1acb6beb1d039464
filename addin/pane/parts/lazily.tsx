import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { Empty } from './Empty';

interface Loaded {
  readonly default: React.ComponentType;
}

/**
 * A view whose script is loaded when somebody first opens it. Where it can't be had (the network, a site that was
 * renewed meanwhile) the rest of the pane goes on, and it can be tried again: React's own `lazy` does neither.
 */
export function lazily(load: () => Promise<Loaded>): () => JSX.Element {
  return function Lazily() {
    const [View, setView] = React.useState<React.ComponentType | null>(null);
    const [tried, setTried] = React.useState({ times: 0, failed: false });
    React.useEffect(() => {
      let isGone = false;
      load().then(
        (loaded) => !isGone && setView(() => loaded.default),
        () => !isGone && setTried(({ times }) => ({ times, failed: true })),
      );
      return () => {
        isGone = true;
      };
    }, [tried.times]);
    if (View !== null) return <View />;
    if (!tried.failed) return <p className="pane-body quiet">{PANE_WORDS.loading}</p>;
    return (
      <Empty title={PANE_WORDS.notLoaded}>
        <p className="quiet">{PANE_WORDS.notLoadedHow}</p>
        <DefaultButton
          className="large"
          text={PANE_WORDS.tryAgain}
          onClick={() => setTried(({ times }) => ({ times: times + 1, failed: false }))}
        />
      </Empty>
    );
  };
}
