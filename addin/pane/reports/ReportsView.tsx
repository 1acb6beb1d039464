import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { ReportKind } from '../../../src/core/reports/report';
import type { Overview } from '../../../src/ports/checker';
import { REPORTS_WORDS } from '../../../src/text/zh-CN/pane/reports';
import { NeverChecked } from '../parts/Empty';
import { toSave } from '../session/toSave';
import { useAnswer } from '../session/useAnswer';
import { usePaneState, useSession } from '../session/usePane';
import { CampaignStrip } from './CampaignStrip';
import { MaskedCopy } from './MaskedCopy';
import { ReportItem } from './ReportItem';

/** What can be printed and handed over, and what the campaign asks for now. */
export function ReportsView(): JSX.Element {
  const { overview } = usePaneState();
  return overview ? <Reports overview={overview} /> : <NeverChecked />;
}

function Reports({ overview }: { readonly overview: Overview }): JSX.Element {
  const session = useSession();
  const { checker } = session.parts;
  const offers = useAnswer(() => checker.reports(), []);
  // The week's list is what is wanted most.
  const [open, setOpen] = React.useState<ReportKind | null>('weekly');
  return (
    <div className="reports">
      <CampaignStrip overview={overview} />
      <section>
        <h2>{REPORTS_WORDS.heading}</h2>
        <p className="quiet">{REPORTS_WORDS.how}</p>
        {offers === null && <p className="quiet">{REPORTS_WORDS.loading}</p>}
        <ul data-list="reports">
          {(offers ?? []).map((offer) => (
            <ReportItem
              key={offer.kind}
              offer={offer}
              isOpen={offer.kind === open}
              onToggle={() => setOpen(offer.kind === open ? null : offer.kind)}
            />
          ))}
        </ul>
      </section>
      <MaskedCopy />
      <Snapshots overview={overview} />
    </div>
  );
}

/** How cases stand, kept for later weeks to compare with. */
function Snapshots({ overview }: { readonly overview: Overview }): JSX.Element {
  const session = useSession();
  const { busy } = usePaneState();
  const keep = async (): Promise<void> => {
    const kept = await session.carryOutCheck(() => session.parts.checker.keepSnapshot());
    if (kept) session.say({ kind: 'done', text: REPORTS_WORDS.kept(kept.today) + toSave(session.parts) });
  };
  return (
    <section className="reports-snapshot">
      <h2>{REPORTS_WORDS.snapshot}</h2>
      <p>{REPORTS_WORDS.snapshots(overview.snapshots, overview.lastSnapshotOn)}</p>
      <p className="quiet">
        {REPORTS_WORDS.snapshotWhat}
        {REPORTS_WORDS.snapshotWhere}
      </p>
      <DefaultButton text={REPORTS_WORDS.keep} disabled={busy !== null} onClick={() => void keep()} />
    </section>
  );
}
