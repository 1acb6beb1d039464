import * as React from 'react';
import type { MappingView } from '../../../src/ports/checker';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { usePaneState, useSession } from '../session/usePane';
import { Fold } from './Fold';

/** The sheets that add to the rules: found or not, and what of them could not be used. */
export function Companions({ view }: { readonly view: MappingView | null }): JSX.Element {
  const session = useSession();
  const { overview } = usePaneState();
  if (view === null)
    return (
      <Fold title={SETTINGS_WORDS.companions} summary="">
        <p>{SETTINGS_WORDS.companionsFirst}</p>
      </Fold>
    );
  const { companions } = view;
  const found = companions.filter(({ present }) => present).length;
  const problems = companions.reduce((sum, one) => sum + one.problems, 0);
  return (
    <Fold title={SETTINGS_WORDS.companions} summary={SETTINGS_WORDS.companionsSummary(found, problems)}>
      <p className="quiet">{SETTINGS_WORDS.companionsHow}</p>
      <ul className="companions">
        {companions.map(({ sheet, present, problems: count }) => (
          <li key={sheet}>
            <p className="companion">
              <strong>{sheet}</strong>
              <span className={count > 0 ? 'wrong' : 'quiet'}>
                {!present
                  ? SETTINGS_WORDS.companionMissing
                  : count > 0
                    ? SETTINGS_WORDS.companionProblems(count)
                    : SETTINGS_WORDS.companionFound}
              </span>
            </p>
            <p className="quiet">{SETTINGS_WORDS.companionFor[sheet]}</p>
            {(overview?.notes ?? [])
              .filter((note) => note.sheet === sheet)
              .map(({ text, cell }, at) => (
                <p key={at} className="companion-note">
                  {cell !== null && (
                    <button type="button" className="cell-link" onClick={() => void session.goTo(cell, sheet)}>
                      {cell}
                    </button>
                  )}
                  {text}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
