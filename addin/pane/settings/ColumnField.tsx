import { Dropdown, DropdownMenuItemType, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/utilities/decorators/withResponsiveMode';
import * as React from 'react';
import type { FieldId } from '../../../src/core/ledger/table';
import type { MappedColumn, MappingView } from '../../../src/ports/checker';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';

/** No field has this id. */
const UNUSED = '';

export interface ColumnFieldProps {
  readonly of: MappedColumn;
  readonly field: FieldId | null;
  readonly isChanged: boolean;
  readonly fields: MappingView['fields'];
  /** The column that a field has now, in letters. */
  readonly columnOf: (field: FieldId) => string | null;
  readonly refused: string | null;
  readonly onField: (field: FieldId | null) => void;
}

/** One column under its own heading, with a few of its cells, and what it is taken for. */
export function ColumnField(props: ColumnFieldProps): JSX.Element {
  const { of, field, isChanged, refused, onField } = props;
  const { column, heading, examples, conflict } = of;
  const name = heading === '' ? SETTINGS_WORDS.noHeading : heading;
  return (
    <li className={field === null ? 'mapping-column unused' : 'mapping-column'}>
      <p className="mapping-heading">
        <span className="number">{SETTINGS_WORDS.columnOf(column)}</span>
        <strong>{name}</strong>
        {isChanged && <span className="mapping-changed">{SETTINGS_WORDS.changedHere}</span>}
      </p>
      <p className="quiet">{examples.length > 0 ? SETTINGS_WORDS.examples(examples) : SETTINGS_WORDS.noExamples}</p>
      {conflict && field === null && <p className="wrong">{SETTINGS_WORDS.conflict}</p>}
      <Dropdown
        ariaLabel={SETTINGS_WORDS.pick(column, name)}
        responsiveMode={ResponsiveMode.large}
        selectedKey={field ?? UNUSED}
        options={optionsOf(props)}
        onChange={(_, option) => {
          if (option !== undefined) onField(option.key === UNUSED ? null : String(option.key));
        }}
        {...(refused === null ? {} : { errorMessage: refused })}
      />
    </li>
  );
}

/** What no column has yet comes first: it is what a heading nobody knew most likely is. */
function optionsOf({ of, field, fields, columnOf }: ColumnFieldProps): IDropdownOption[] {
  const free: IDropdownOption[] = [];
  const taken: IDropdownOption[] = [];
  const own: IDropdownOption[] = [];
  for (const { field: id, label } of fields) {
    const column = columnOf(id);
    if (id === field) own.push({ key: id, text: label });
    else if (column === null || column === of.column) free.push({ key: id, text: label });
    else taken.push({ key: id, text: SETTINGS_WORDS.takenBy(label, column) });
  }
  const head = (key: string, text: string): IDropdownOption => ({ key, text, itemType: DropdownMenuItemType.Header });
  return [
    { key: UNUSED, text: SETTINGS_WORDS.unused },
    ...own,
    ...(free.length > 0 ? [head('free:', SETTINGS_WORDS.fieldsFree), ...free] : []),
    ...(taken.length > 0 ? [head('taken:', SETTINGS_WORDS.fieldsTaken), ...taken] : []),
  ];
}
