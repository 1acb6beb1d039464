import * as React from 'react';
import type { Overview } from '../../../src/ports/checker';
import { REPORTS_WORDS } from '../../../src/text/zh-CN/pane/reports';
import { useAnswer } from '../session/useAnswer';
import { useSession } from '../session/usePane';

/** The phases of the campaign side by side, which one the day is in, and what that one asks for. */
export function CampaignStrip({ overview }: { readonly overview: Overview }): JSX.Element | null {
  const session = useSession();
  const campaign = useAnswer(() => session.parts.checker.campaign(), [overview.today, overview.pack.sha256]);
  if (campaign === null) return null;
  const { name, document, phases } = campaign;
  const now = phases.find(({ state }) => state === 'now');
  return (
    <section className="campaign" aria-label={REPORTS_WORDS.campaign}>
      <ol className="phases" aria-label={REPORTS_WORDS.phasesLabel}>
        {phases.map((phase) => (
          <li
            key={phase.name}
            className={`phase ${phase.state}`}
            {...(phase.state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span className="phase-state">{REPORTS_WORDS.phaseState(phase.state)}</span>
            {phase.name}
          </li>
        ))}
      </ol>
      <p>{REPORTS_WORDS.where(phases, overview.today)}</p>
      {now && now.tasks.length > 0 && <p className="phase-tasks">{REPORTS_WORDS.asks(now.tasks)}</p>}
      <p className="quiet">
        {name}
        {document === '' ? '' : `　${REPORTS_WORDS.document(document)}`}
      </p>
    </section>
  );
}
