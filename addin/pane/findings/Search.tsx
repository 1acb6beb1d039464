import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import * as React from 'react';
import { FINDINGS_WORDS } from '../../../src/text/zh-CN/pane/findings';
import { usePaneState, useSession } from '../session/usePane';

/** How long nothing is typed before it is looked for. */
const PAUSE = 150;

/** Words to look for, and the button that opens the filters. */
export function Search(props: { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }): JSX.Element {
  const { isOpen, onOpen } = props;
  const session = useSession();
  const { query } = usePaneState();
  const [text, setText] = React.useState(query.search);
  // Letters of a word that is still being composed are not the word.
  const [isComposing, setComposing] = React.useState(false);
  const looked = React.useRef(query.search);
  // Filters were cleared, or set by another view.
  React.useEffect(() => {
    if (query.search === looked.current) return;
    looked.current = query.search;
    setText(query.search);
  }, [query.search]);
  React.useEffect(() => {
    if (isComposing || text === looked.current) return undefined;
    const waiting = setTimeout(() => {
      looked.current = text;
      session.refine({ search: text });
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [text, isComposing, session]);
  return (
    <div className="findings-row">
      <div
        className="findings-search"
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      >
        <SearchBox
          placeholder={FINDINGS_WORDS.search}
          ariaLabel={FINDINGS_WORDS.search}
          value={text}
          onChange={(_event, typed) => setText(typed ?? '')}
          clearButtonProps={{ ariaLabel: FINDINGS_WORDS.clearSearch }}
        />
      </div>
      <DefaultButton
        className="findings-filter"
        aria-expanded={isOpen}
        text={FINDINGS_WORDS.filter(query.severities.length + query.states.length)}
        onClick={() => onOpen(!isOpen)}
      />
    </div>
  );
}
