import { CLASSIFICATION_FACTS } from '../classify/facts';
import type { FieldDefinition } from '../rules/pack';
import type { FactType } from './column';
import type { FactDefinition } from './definition';
import { DUPLICATE_FACTS } from './duplicates';
import { LIMIT_FACTS } from './limit';
import { PEOPLE_FACTS } from './people';
import { PERIOD_FACTS } from './period';
import { PROCESS_FACTS } from './process';
import { QUALITY_FACTS } from './quality';
import { REVIEW_FACTS } from './review';
import { SNAPSHOT_FACTS } from './snapshots';
import { TEXT_FACTS } from './text/textFacts';

/** Every derived fact, in the order of `docs/facts.md`; rules may name them beside the fields of the ledger. */
export const FACTS: readonly FactDefinition[] = [
  ...PROCESS_FACTS,
  ...PERIOD_FACTS,
  ...LIMIT_FACTS,
  ...REVIEW_FACTS,
  ...SNAPSHOT_FACTS,
  ...PEOPLE_FACTS,
  ...DUPLICATE_FACTS,
  ...QUALITY_FACTS,
  ...TEXT_FACTS,
  ...CLASSIFICATION_FACTS,
];

/** Types of the derived facts, for loading rules; with fields given, of those too. */
export function factTypes(fields: readonly FieldDefinition[] = []): Map<string, FactType> {
  return new Map([...fields, ...FACTS].map(({ id, type }) => [id, type]));
}

/** The values that derived facts of type enum can take, so that a rule that misspells one is refused. */
export function factValues(): Map<string, readonly string[]> {
  return new Map(FACTS.flatMap(({ id, values }) => (values ? [[id, values] as const] : [])));
}
