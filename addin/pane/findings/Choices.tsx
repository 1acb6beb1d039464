import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { FINDINGS_WORDS } from '../../../src/text/zh-CN/pane/findings';
import { REMINDERS_WORDS } from '../../../src/text/zh-CN/pane/reminders';
import { usePaneState, useSession } from '../session/usePane';
import { SHOWS, type Counts } from './useCounts';

const GROUPS = ['case', 'rule', 'unit'] as const;

/** What stands, what could not be judged, what was set aside: each as plain as the others. */
export function Shows({ counts }: { readonly counts: Counts | null }): JSX.Element {
  const session = useSession();
  const { query } = usePaneState();
  return (
    <div className="findings-shows" role="group" aria-label={FINDINGS_WORDS.showsLabel}>
      {SHOWS.map((show) => (
        <Toggle key={show} isOn={query.show === show} onPress={() => session.refine({ show })}>
          {FINDINGS_WORDS.shows[show]}{' '}
          <span className="number">{counts ? FINDINGS_WORDS.number(counts.filtered[show].findings) : ''}</span>
        </Toggle>
      ))}
    </div>
  );
}

/** What the list is grouped by; beside it the texts that remind units. */
export function Groups({ onReminders }: { readonly onReminders: () => void }): JSX.Element {
  const session = useSession();
  const { query } = usePaneState();
  return (
    <div className="findings-row">
      <div className="findings-groups" role="group" aria-label={FINDINGS_WORDS.groupsLabel}>
        {GROUPS.map((group) => (
          <Toggle key={group} isOn={query.group === group} onPress={() => session.refine({ group })}>
            {FINDINGS_WORDS.groups[group]}
          </Toggle>
        ))}
      </div>
      <DefaultButton className="findings-remind" text={REMINDERS_WORDS.open} onClick={onReminders} />
    </div>
  );
}

/** A small button that is on or off. */
export const Toggle = (props: {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}): JSX.Element => (
  <button type="button" className="toggle" aria-pressed={props.isOn} onClick={props.onPress}>
    {props.children}
  </button>
);
