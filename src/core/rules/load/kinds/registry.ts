import { CALENDAR } from './calendar';
import { CAMPAIGN } from './campaign';
import { CLASSIFICATION } from './classification';
import { ESCALATION } from './escalation';
import { FIELDS } from './fields';
import type { FileKind } from './kind';
import { LEXICON } from './lexicon';
import { LIMITS } from './limits';
import { ORGANISATION } from './organisation';
import { PACK } from './pack';
import { REPORTS } from './reports';
import { RULES } from './rules';
import { SCORING } from './scoring';
import { TEMPLATE } from './template';
import { VOCABULARY } from './vocabulary';

/**
 * Kinds of files beyond those the core is built on, read after everything else: what one gives stands in
 * `RulePack.further` by its id. A new kind is its own file and one line here; its schema follows.
 */
export const FURTHER_KINDS: readonly FileKind<unknown>[] = [SCORING, ESCALATION, REPORTS, TEMPLATE];

/** Every kind of file of a pack, in the order that editors look them up: a later match is the closer one. */
export const FILE_KINDS: readonly Omit<FileKind<unknown>, 'read'>[] = [
  RULES,
  PACK,
  FIELDS,
  ORGANISATION,
  CAMPAIGN,
  LIMITS,
  CALENDAR,
  CLASSIFICATION,
  LEXICON,
  VOCABULARY,
  ...FURTHER_KINDS,
];
