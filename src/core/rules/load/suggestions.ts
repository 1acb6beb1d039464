import type { Suggestion } from '../pack';
import type { JsonNode, Member } from './json';
import type { Known } from './known';
import type { Members, Reading } from './reading';
import { excerpt, suggestion } from './report';

const VALUES = {
  merit: ['withinPolicy', 'partly', 'beyondPolicy', 'undetermined'],
  conduct: ['unlawful', 'lawful', 'unknown'],
  hardship: ['yes', 'no', 'unknown'],
} as const;
const AXES = ['merit', 'conduct', 'hardship'] as const;

/** `suggestions` of `classification.json`: words in a case's texts that suggest a value on one axis. */
export function readSuggestions(top: Members, reading: Reading, known: Known): Suggestion[] {
  const found: Suggestion[] = [];
  const names = new Set<string>();
  for (const node of reading.items(top, 'suggestions') ?? []) {
    const read = readSuggestion(node, reading, known);
    if (!read) continue;
    if (names.has(read.name)) reading.refuse(node.offset, 'rules-name-twice', { key: 'name', name: read.name });
    names.add(read.name);
    found.push(read);
  }
  return found;
}

function readSuggestion(node: JsonNode, reading: Reading, known: Known): Suggestion | null {
  const members = reading.object(node, {
    required: ['name', 'axis', 'value', 'strength', 'fields', 'words', 'basis'],
    optional: ['unless', 'title'],
  });
  if (!members) return null;
  const name = reading.text(members, 'name');
  const axis = reading.choice(members, 'axis', AXES);
  const value = axis && reading.choice(members, 'value', VALUES[axis]);
  const strength = reading.choice(members, 'strength', ['strong', 'weak']);
  const fields = readFieldNames(members, reading, known);
  const words = readWords(members, 'words', reading, known);
  const unless = members.has('unless') ? readWords(members, 'unless', reading, known) : [];
  const basis = reading.text(members, 'basis');
  if (members.has('title')) reading.text(members, 'title');
  if (!name || !axis || !value || !strength || !fields || !words || !unless || !basis) return null;
  return { name, axis, value, strength, fields, words, unless, basis };
}

function readFieldNames(members: Members, reading: Reading, known: Known): readonly string[] | null {
  const fields = reading.texts(members, 'fields', false);
  if (fields && known.factsComplete) {
    for (const item of reading.items(members, 'fields') ?? []) {
      if (item.kind !== 'string' || known.fields.has(String(item.value))) continue;
      const field = String(item.value);
      reading.refuse(item.offset, 'rules-field-unknown', () => ({
        field: excerpt(field),
        nearest: suggestion(field, known.fields.keys()),
      }));
    }
  }
  return fields;
}

/** Words in place, `{ "lexicon": name }`, or a list of both. */
function readWords(members: Members, key: string, reading: Reading, known: Known): readonly string[] | null {
  const member: Member | undefined = members.get(key);
  if (!member) return null;
  const node = member.value;
  const items = node.kind === 'array' ? node.items : [node];
  if (items.length === 0 && key === 'words') return reading.refuse(node.offset, 'rules-value-empty', { key });
  const words: string[] = [];
  for (const item of items) {
    if (item.kind === 'object') words.push(...lexiconWords(item, reading, known));
    else {
      const word = reading.textOf(item, key);
      if (word !== null) words.push(word);
    }
  }
  return words;
}

function lexiconWords(node: JsonNode, reading: Reading, known: Known): readonly string[] {
  const members = reading.object(node, { required: ['lexicon'] });
  const name = members && reading.text(members, 'lexicon');
  if (!members || !name) return [];
  const lexicon = known.lexicons.get(name);
  if (!lexicon && known.lexiconsComplete)
    reading.refuse(members.get('lexicon')?.value.offset ?? node.offset, 'rules-lexicon-unknown', () => ({
      lexicon: excerpt(name),
      nearest: suggestion(name, known.lexicons.keys()),
    }));
  return lexicon?.words ?? [];
}
