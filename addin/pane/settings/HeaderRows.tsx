import { TextField } from 'office-ui-fabric-react/lib/TextField';
import * as React from 'react';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import type { MappingDraft } from './mappingDraft';

/** The rows of the header, from and to; as they were found where nothing is typed. */
export function HeaderRows(props: {
  readonly rows: readonly number[];
  readonly typed: MappingDraft['header'];
  readonly isWrong: boolean;
  readonly onTyped: (header: MappingDraft['header']) => void;
}): JSX.Element {
  const { rows, typed, isWrong, onTyped } = props;
  const found = { first: String(rows[0] ?? ''), last: String(rows[rows.length - 1] ?? '') };
  const shown = typed ?? found;
  const type = (change: Partial<typeof shown>): void => {
    const next = { ...shown, ...change };
    onTyped(next.first === found.first && next.last === found.last ? null : next);
  };
  return (
    <fieldset className="header-rows">
      <legend>{SETTINGS_WORDS.headerRows}</legend>
      <div className="header-rows-line">
        <TextField
          label={SETTINGS_WORDS.headerFrom}
          type="number"
          min={1}
          value={shown.first}
          onChange={(_, first) => type({ first: first ?? '' })}
        />
        <TextField
          label={SETTINGS_WORDS.headerTo}
          type="number"
          min={1}
          value={shown.last}
          onChange={(_, last) => type({ last: last ?? '' })}
        />
      </div>
      <p role="alert" className={isWrong ? 'wrong' : 'quiet'}>
        {isWrong ? SETTINGS_WORDS.headerWrong : typed === null || rows.length === 0 ? '' : SETTINGS_WORDS.headerChanged}
      </p>
    </fieldset>
  );
}
