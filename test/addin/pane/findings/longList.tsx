import * as React from 'react';
import { render } from 'react-dom';
import { VirtualList } from '../../../../addin/pane/findings/VirtualList';
import { MOST_LINES } from '../../../../addin/pane/findings/findingLines';

/** The longest list there is, every line a button that tells its place. */
function LongList(): JSX.Element {
  const [active, setActive] = React.useState(0);
  const [opened, setOpened] = React.useState(-1);
  const [shift] = React.useState({ from: null, to: 0 });
  return (
    <VirtualList
      label="很长"
      count={MOST_LINES}
      lineHeight={56}
      active={active}
      onActive={setActive}
      opened={opened}
      shift={shift}
      keyOf={String}
      onSeen={() => undefined}
      renderLine={(at, head) => (
        <button type="button" {...head} style={{ height: at === opened ? 200 : 56 }} onClick={() => setOpened(at)}>
          第 {at + 1} 行
        </button>
      )}
    />
  );
}

/** Puts it into the page. */
export const show = (): void => render(<LongList />, document.getElementById('root'));
