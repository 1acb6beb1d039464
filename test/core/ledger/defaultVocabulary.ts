import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDay } from '../../../src/core/dates/civil';
import type { LedgerVocabulary } from '../../../src/core/ledger/vocabulary';
import type { FieldDefinition, Lexicon, Vocabulary } from '../../../src/core/rules/pack';

const RULES = join(__dirname, '../../../rules');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The default pack's fields, vocabularies and lexicons, read without the rules beside them. */
export function defaultVocabulary(): LedgerVocabulary {
  const { fields } = json(join(RULES, 'fields.json')) as { fields: FieldDefinition[] };
  const vocabularies = new Map<string, Vocabulary>();
  const lexicons = new Map<string, Lexicon>();
  for (const file of readdirSync(join(RULES, 'lexicon')).filter((name) => name.endsWith('.json'))) {
    const content = json(join(RULES, 'lexicon', file)) as Vocabulary | Lexicon;
    if ('values' in content) vocabularies.set(content.name, content);
    else lexicons.set(content.name, content);
  }
  const campaign = {
    name: '专项行动',
    document: '',
    firstDay: civilDay(2021, 8, 28),
    lastDay: civilDay(2021, 11, 8),
    assignmentDay: civilDay(2021, 8, 31),
    legacyYears: 1,
    phases: [],
    reviewCadence: { unitDays: 7, bureauDays: 31, minimumWorkingDays: 3 },
  };
  return { fields, vocabularies, lexicons, campaign };
}
