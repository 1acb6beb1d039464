import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { FieldId } from '../../../src/core/ledger/table';
import type { MappingView } from '../../../src/ports/checker';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { toSave } from '../session/toSave';
import { usePaneState, useSession } from '../session/usePane';
import { ColumnField } from './ColumnField';
import { HeaderRows } from './HeaderRows';
import { changesIn, columnOf, correctionOf, fieldOf, headerRowsOf, NO_DRAFT, withField } from './mappingDraft';

/** Each column of the sheet and the field it is taken for, to be corrected and kept in the workbook. */
export function MappingEditor({ view }: { readonly view: MappingView }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const [draft, setDraft] = React.useState(NO_DRAFT);
  /** Where a field was refused, and why. */
  const [refused, setRefused] = React.useState<{ readonly column: string; readonly why: string } | null>(null);

  const give = (column: string, field: FieldId | null): void => {
    const taken = field === null ? null : columnOf(view, draft, field);
    if (field !== null && taken !== null && taken !== column) {
      const label = view.fields.find((one) => one.field === field)?.label ?? '';
      setRefused({ column, why: SETTINGS_WORDS.refused(label, taken) });
      return;
    }
    setRefused(null);
    setDraft(withField(view, draft, column, field));
  };

  const keep = async (isRestoring: boolean): Promise<void> => {
    const correction = isRestoring ? null : correctionOf(view, draft);
    const overview = await session.carryOutCheck(() => session.parts.checker.correctMapping(correction));
    if (!overview) return;
    setDraft(NO_DRAFT);
    setRefused(null);
    const say = isRestoring ? SETTINGS_WORDS.restored : SETTINGS_WORDS.saved;
    session.say({ kind: 'done', text: say(overview.cases, overview.flaggedCases) + toSave(session.parts) });
  };

  const changes = changesIn(draft);
  const isHeaderWrong = draft.header !== null && headerRowsOf(draft) === null;
  return (
    <>
      {view.correction !== null && (
        <div className="mapping-line">
          <span>{SETTINGS_WORDS.corrected}</span>
          <DefaultButton text={SETTINGS_WORDS.restore} disabled={busy !== null} onClick={() => void keep(true)} />
        </div>
      )}
      <HeaderRows
        rows={view.headerRows}
        typed={draft.header}
        isWrong={isHeaderWrong}
        onTyped={(header) => setDraft({ ...draft, header })}
      />
      <ul className="mapping" data-list="mapping">
        {view.columns.map((column) => (
          <ColumnField
            key={column.column}
            of={column}
            field={fieldOf(view, draft, column.column)}
            isChanged={draft.columns.has(column.column)}
            fields={view.fields}
            columnOf={(field) => columnOf(view, draft, field)}
            refused={refused?.column === column.column ? refused.why : null}
            onField={(field) => give(column.column, field)}
          />
        ))}
      </ul>
      {changes > 0 && (
        <div className="write-foot">
          <p className="quiet" role="status">
            {SETTINGS_WORDS.pending(changes)}
          </p>
          <div className="write-buttons">
            <PrimaryButton
              text={SETTINGS_WORDS.save}
              disabled={busy !== null || isHeaderWrong}
              onClick={() => void keep(false)}
            />
            <DefaultButton
              text={SETTINGS_WORDS.discard}
              onClick={() => {
                setDraft(NO_DRAFT);
                setRefused(null);
              }}
            />
          </div>
        </div>
      )}
    </>
  );
}
