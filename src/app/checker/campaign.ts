import type { CampaignPhase, CampaignView } from '../../ports/checker';
import type { LedgerView } from './ledgerView';

/** The phases of the campaign, and which of them the day looked from is in; between two of them it is in none. */
export function campaignOf({ checked }: LedgerView): CampaignView {
  const { today, pack } = checked;
  const { name, document, phases } = pack.campaign;
  return {
    name,
    document,
    phases: phases.map(({ name, from, to, tasks }): CampaignPhase => {
      const state = today > to ? 'past' : from !== null && today < from ? 'later' : 'now';
      return { name, from, to, tasks, state };
    }),
  };
}
