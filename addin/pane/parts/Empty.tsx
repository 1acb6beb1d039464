import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { usePaneState, useSession } from '../session/usePane';

/** A view that has nothing to show, and why; never just blank. */
export const Empty = (props: { readonly title: string; readonly children?: React.ReactNode }): JSX.Element => (
  <div className="empty">
    <h2>{props.title}</h2>
    {props.children}
  </div>
);

/** Shown in every view before the first check: nothing found is not the same as nothing looked at. */
export function NeverChecked({ primary = true }: { readonly primary?: boolean }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const Button = primary ? PrimaryButton : DefaultButton;
  return (
    <Empty title={PANE_WORDS.neverChecked}>
      <p className="quiet">{PANE_WORDS.neverCheckedHow}</p>
      <Button className="large" text={PANE_WORDS.check} disabled={busy !== null} onClick={() => void session.check()} />
    </Empty>
  );
}
