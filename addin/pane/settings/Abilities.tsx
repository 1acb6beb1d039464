import * as React from 'react';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { useSession } from '../session/usePane';
import { Fold } from './Fold';

/** What can be done here and what can't, as sentences. */
export function Abilities(): JSX.Element {
  const abilities = SETTINGS_WORDS.ability(useSession().parts.capabilities);
  return (
    <Fold title={SETTINGS_WORDS.abilities} summary={SETTINGS_WORDS.abilitiesSummary(abilities.every(({ can }) => can))}>
      <ul className="abilities">
        {abilities.map(({ can, text }) => (
          <li key={text} className={can ? '' : 'cannot'}>
            <span className="sign" aria-hidden="true">
              {can ? '✓' : '✕'}
            </span>
            <span className="visually-hidden">{can ? SETTINGS_WORDS.can : SETTINGS_WORDS.cannot}</span>
            {text}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
