import * as React from 'react';
import { BarButton, type BarButtonProps } from './BarButton';

export interface ChooseFilesProps extends Omit<BarButtonProps, 'onClick'> {
  readonly accept?: string;
  readonly multiple?: boolean;
  /** A folder, with all files below it. */
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files. */
export function ChooseFiles({ accept, multiple, folder, onFiles, ...button }: ChooseFilesProps): JSX.Element {
  const input = React.useRef<HTMLInputElement>(null);
  return (
    <>
      <BarButton {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden="true"
        accept={accept}
        multiple={multiple}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
