import * as React from 'react';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { usePaneState, useSession } from '../session/usePane';
import { Fold } from './Fold';

/** So much of a hash tells two packs apart to whoever reads it out on the telephone. */
const SEAL_SHOWN = 12;

/** The rules that were judged by, by which two people can tell whether theirs are the same. */
export function Rules(): JSX.Element {
  const session = useSession();
  const pack = usePaneState().overview?.pack ?? session.parts.pack;
  const lines: readonly (readonly [string, string])[] = [
    [SETTINGS_WORDS.packTitle, pack.title],
    [SETTINGS_WORDS.packCampaign, pack.campaign],
    [SETTINGS_WORDS.packVersion, pack.version],
    [SETTINGS_WORDS.packRules, SETTINGS_WORDS.ruleCount(pack.rules)],
    [SETTINGS_WORDS.packSeal, pack.sha256.slice(0, SEAL_SHOWN)],
  ];
  return (
    <Fold title={SETTINGS_WORDS.rules} summary={SETTINGS_WORDS.ruleCount(pack.rules)}>
      <dl className="facts">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{SETTINGS_WORDS.packSealHow}</p>
    </Fold>
  );
}
