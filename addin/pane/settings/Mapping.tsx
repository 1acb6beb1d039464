import * as React from 'react';
import type { MappingConflict } from '../../../src/core/ledger/table';
import type { MappingView } from '../../../src/ports/checker';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { usePaneState } from '../session/usePane';
import { Fold } from './Fold';
import { MappingEditor } from './MappingEditor';

/** The conflicts of columns are told among the notes of a check, with what they were between. */
const CONFLICTS: ReadonlySet<string> = new Set<MappingConflict['code']>([
  'two-columns-one-field',
  'one-heading-two-fields',
]);

/** How the sheet's columns are understood: what is wanting first, then each column to be corrected. */
export function Mapping({ view }: { readonly view: MappingView | null }): JSX.Element {
  if (view === null)
    return (
      <Fold title={SETTINGS_WORDS.mapping} summary="">
        <p>{SETTINGS_WORDS.mappingFirst}</p>
      </Fold>
    );
  const { columns, missing } = view;
  const needed = missing.filter((field) => field.needed);
  const summary = SETTINGS_WORDS.mappingSummary(
    columns.filter(({ field }) => field !== null).length,
    columns.filter(({ conflict }) => conflict).length,
    needed.length,
  );
  return (
    <Fold title={SETTINGS_WORDS.mapping} summary={summary}>
      <p className="quiet">{SETTINGS_WORDS.mappingHow}</p>
      <Wanting view={view} />
      <MappingEditor view={view} />
    </Fold>
  );
}

/** Columns in dispute, and fields without a column: those that rules need first. */
function Wanting({ view: { missing } }: { readonly view: MappingView }): JSX.Element {
  const { overview } = usePaneState();
  const conflicts = (overview?.notes ?? []).filter(({ code }) => CONFLICTS.has(code));
  const needed = missing.filter((field) => field.needed);
  const others = missing.filter((field) => !field.needed);
  return (
    <>
      {conflicts.map(({ text }) => (
        <p key={text} className="wrong">
          {text}
        </p>
      ))}
      {needed.length > 0 && (
        <div className="mapping-missing">
          <p>{SETTINGS_WORDS.missingNeeded}</p>
          <ul>
            {needed.map(({ field, label }) => (
              <li key={field}>{label}</li>
            ))}
          </ul>
          <p className="quiet">{SETTINGS_WORDS.missingNeededHow}</p>
        </div>
      )}
      {others.length > 0 && <p className="quiet">{SETTINGS_WORDS.missingOthers(others.map(({ label }) => label))}</p>}
    </>
  );
}
