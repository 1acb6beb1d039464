import type { FactType } from '../../facts/column';
import type { FieldDefinition, Lexicon, Vocabulary, VocabularyValue } from '../pack';
import type { JsonNode } from './json';
import type { Reading } from './reading';
import { excerpt, suggestion } from './report';

const TYPES: readonly FactType[] = ['text', 'names', 'date', 'limit', 'boolean', 'enum', 'number'];

/** `fields.json`: what a ledger's columns can be. */
export function readFields(root: JsonNode, reading: Reading, vocabularies: ReadonlyMap<string, Vocabulary> | null): FieldDefinition[] {
  const top = reading.object(root, { required: ['fields'], optional: ['$schema'] });
  const fields: FieldDefinition[] = [];
  const seen = new Set<string>();
  for (const node of (top && reading.items(top, 'fields')) ?? []) {
    const members = reading.object(node, {
      required: ['id', 'label', 'type', 'synonyms'],
      optional: ['vocabulary', 'personal'],
    });
    if (!members) continue;
    const id = reading.text(members, 'id');
    const label = reading.text(members, 'label');
    const type = reading.choice(members, 'type', TYPES);
    const synonyms = reading.texts(members, 'synonyms');
    const vocabulary = reading.text(members, 'vocabulary');
    const personal = reading.flag(members, 'personal');
    if (id !== null && seen.has(id)) reading.refuse(node.offset, 'rules-name-twice', { key: 'id', name: id });
    const at = members.get('vocabulary')?.value.offset ?? node.offset;
    if (vocabulary !== null && vocabularies && !vocabularies.has(vocabulary)) {
      reading.refuse(at, 'rules-vocabulary-unknown', () => ({
        vocabulary: excerpt(vocabulary),
        nearest: suggestion(vocabulary, vocabularies.keys()),
      }));
    }
    if (type === 'enum' && !members.has('vocabulary')) reading.refuse(node.offset, 'rules-key-missing', { key: 'vocabulary' });
    if (id === null || label === null || type === null) continue;
    seen.add(id);
    fields.push({
      id,
      label,
      type,
      synonyms: synonyms?.includes(label) ? synonyms : [label, ...(synonyms ?? [])],
      ...(vocabulary === null ? {} : { vocabulary }),
      ...(personal === null ? {} : { personal }),
    });
  }
  return fields;
}

/** A file of `lexicon/`: words that rules look for, or the values of an enum field; its keys tell which. */
export function readLexiconFile(root: JsonNode, reading: Reading): { lexicon?: Lexicon; vocabulary?: Vocabulary } {
  const isVocabulary = root.kind === 'object' && (root.members.has('values') || root.members.has('open'));
  const keys = isVocabulary ? ['name', 'title', 'open', 'values'] : ['name', 'title', 'words'];
  const top = reading.object(root, { required: keys, optional: ['$schema'] });
  const name = top && reading.text(top, 'name');
  const title = top && reading.text(top, 'title');
  if (!top || !name || title === null) return {};
  if (isVocabulary) {
    const open = reading.flag(top, 'open');
    return open === null ? {} : { vocabulary: { name, title, open, values: readValues(top, reading) } };
  }
  const words = reading.texts(top, 'words', false);
  return words ? { lexicon: { name, title, words } } : {};
}

function readValues(top: NonNullable<ReturnType<Reading['object']>>, reading: Reading): VocabularyValue[] {
  const values: VocabularyValue[] = [];
  const spelt = new Map<string, string>();
  for (const node of reading.items(top, 'values') ?? []) {
    const members = reading.object(node, { required: ['value', 'synonyms'], optional: ['isOpen'] });
    const value = members && reading.text(members, 'value');
    const synonyms = members && reading.texts(members, 'synonyms');
    if (!members || !value || !synonyms) continue;
    const isOpen = reading.flag(members, 'isOpen');
    for (const spelling of new Set([value, ...synonyms])) {
      const other = spelt.get(spelling);
      // One spelling of two values could be read either way.
      if (other !== undefined) reading.refuse(node.offset, 'rules-spelling-twice', { spelling, value, other });
      spelt.set(spelling, value);
    }
    values.push({ value, synonyms, ...(isOpen === null ? {} : { isOpen }) });
  }
  if (values.length === 0) reading.refuse(top.get('values')?.value.offset ?? 0, 'rules-value-empty', { key: 'values' });
  return values;
}
