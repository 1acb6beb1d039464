import * as React from 'react';
import { usePaneState, useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';
import { Abilities } from './Abilities';
import { CheckWhat } from './CheckWhat';
import { Companions } from './Companions';
import { Mapping } from './Mapping';
import { Rules } from './Rules';

/** What is checked, how its columns are understood, and what it is judged by. Open before the first check too: it may be what that one needs. */
export function SettingsView(): JSX.Element {
  const { checker } = useSession().parts;
  const isShown = usePaneState().view === 'settings';
  const mapping = useShownAnswer(isShown, () => checker.mapping());
  return (
    <div className="settings">
      <CheckWhat isShown={isShown} />
      <Mapping view={mapping} />
      <Companions view={mapping} />
      <Rules />
      <Abilities />
    </div>
  );
}
