import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';

export interface BarButtonProps {
  readonly text: string;
  readonly icon?: JSX.Element;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

/** Fabric's button with an icon of our own. */
export function BarButton({ text, icon, disabled, expanded, onClick }: BarButtonProps): JSX.Element {
  return (
    <DefaultButton
      disabled={disabled ?? false}
      onClick={onClick}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      styles={{ root: { minWidth: 0, padding: '0 10px', height: 32 }, label: { fontWeight: 400, margin: 0 } }}
    >
      <span style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
        {icon}
        <span>{text}</span>
      </span>
    </DefaultButton>
  );
}
