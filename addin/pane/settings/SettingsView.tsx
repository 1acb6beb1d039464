import * as React from 'react';
import { NeverChecked } from '../parts/Empty';
import { usePaneState } from '../session/usePane';

export function SettingsView(): JSX.Element {
  const { overview } = usePaneState();
  if (!overview) return <NeverChecked />;
  return <div className="pane-body" />;
}
