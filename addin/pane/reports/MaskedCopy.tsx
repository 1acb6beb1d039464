import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import { REPORTS_WORDS } from '../../../src/text/zh-CN/pane/reports';
import { download } from '../parts/download';
import { usePaneState, useSession } from '../session/usePane';

/** 外发副本: the ledger itself to hand out, and what was hidden in it; in Excel, where the file can't be had, what to do. */
export function MaskedCopy(): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const [says, setSays] = React.useState<readonly string[]>([]);
  const make = async (): Promise<void> => {
    const made = await session.carryOut('make', () => session.parts.checker.makeMaskedCopy());
    if (!made) return;
    download(made);
    setSays(made.says);
    session.say({ kind: 'done', text: REPORTS_WORDS.copied(made.name) });
  };
  const { copyHeading, copyWhat, copyInExcel, makeCopy } = REPORTS_WORDS;
  return (
    <section className="reports-copy">
      <h2>{copyHeading}</h2>
      <p className="quiet">{copyWhat}</p>
      {session.parts.host === 'workbench' ? (
        <DefaultButton text={makeCopy} disabled={busy !== null} onClick={() => void make()} />
      ) : (
        <p>{copyInExcel}</p>
      )}
      {says.length > 0 && (
        <ul className="copy-says">
          {says.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
