import { CONDUCT_BASIS_LEXICONS } from '../classify/conductBasis';
import { EXPLANATION_LEXICON } from '../classify/facts';
import { READING_LEXICONS } from '../classify/reading';
import { REFUSALS } from '../facts/consent';
import { PHONE_UNKNOWN } from '../facts/quality';
import { FACTS, factTypes, factValues } from '../facts/registry';
import { VAGUE_UNITS } from '../facts/roster';
import { TEXT_LEXICONS } from '../facts/text/reply';
import { BLANK_MARKS, VAGUE_LIMITS } from '../ledger/lexicons';
import { loadPack, type LoadedPack, type PackFiles } from '../rules/loadPack';
import type { PackOverrides } from '../rules/load/overrides';
import type { PackNeeds } from '../rules/load/known';

/** Fields that derived facts rest on, and lexicons that the code reads by name: a pack without them is refused. */
export function packNeeds(): PackNeeds {
  const facts = new Set(FACTS.map(({ id }) => id));
  const inputs = new Set(FACTS.flatMap((fact) => fact.inputs));
  return {
    fields: [...inputs].filter((input) => !facts.has(input)),
    labels: new Map(FACTS.map(({ id, label }) => [label, id])),
    lexicons: [
      BLANK_MARKS,
      VAGUE_LIMITS,
      VAGUE_UNITS,
      PHONE_UNKNOWN,
      REFUSALS,
      EXPLANATION_LEXICON,
      ...CONDUCT_BASIS_LEXICONS,
      ...Object.values(TEXT_LEXICONS),
      ...Object.values(READING_LEXICONS),
    ],
  };
}

/** Loads a pack as this program runs it: with its facts, their values, and what it reads by name. */
export const loadRulePack = (files: PackFiles, overrides?: PackOverrides): LoadedPack =>
  loadPack(files, factTypes(), overrides, factValues(), packNeeds());
