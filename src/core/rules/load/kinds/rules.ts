import type { Problem } from '../../../problem';
import type { Rule } from '../../pack';
import type { PackOverrides } from '../overrides';
import { RuleFileReader, type Defined } from '../ruleFile';
import { RULE_FILE_KEYS } from '../ruleShapes';
import { fileShape, type ObjectShape } from '../shape';
import type { JsonNode } from '../json';
import type { Known } from '../known';
import type { Members, Reading } from '../reading';
import type { FileKind } from './kind';

/** What the rules of all files share while they are read. */
export interface RuleSharing {
  readonly overrides: PackOverrides;
  readonly overrideSlips: Problem[];
  /** Rules by name, of all files so far. */
  readonly defined: Map<string, Defined>;
}

/** Any other file of the pack: rules. */
export const RULES: Omit<FileKind<never>, 'read'> = {
  id: 'rules',
  says: '规则',
  files: ['*.json'],
  shape: fileShape(RULE_FILE_KEYS),
};

/** Reads the rules of one file of the given shape; also gives its members, for what a kind adds to rules. */
export function readRules(
  root: JsonNode,
  reading: Reading,
  known: Known,
  sharing: RuleSharing,
  of: ObjectShape = RULES.shape,
): { readonly rules: readonly Rule[]; readonly top: Members | null } {
  const top = reading.object(root, of);
  if (!top) return { rules: [], top };
  reading.text(top, 'title');
  const reader = new RuleFileReader(reading, known, top, sharing.overrides, sharing.overrideSlips);
  return { rules: reader.read(sharing.defined), top };
}
