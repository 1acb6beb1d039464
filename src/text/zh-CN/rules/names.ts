import { FACTS } from '../../../core/facts/registry';
import type { RulePack } from '../../../core/rules/pack';
import type { FactNames } from './conditions';

/** Names of a pack's fields and of the facts derived from them, as an editor of rules knows them. */
export function factNames({ fields }: Pick<RulePack, 'fields'>): FactNames {
  const known = new Map([...fields, ...FACTS].map(({ id, label, type }) => [id, { label, type }]));
  return { label: (fact) => known.get(fact)?.label ?? fact, type: (fact) => known.get(fact)?.type, asInFiles: true };
}

/** The same for a clerk, who has never seen a rule file. */
export const clerkNames = (pack: Pick<RulePack, 'fields'>): FactNames => ({ ...factNames(pack), asInFiles: false });
