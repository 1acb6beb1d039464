import type { Rule, Suggestion } from '../../pack';
import type { JsonNode } from '../json';
import { fieldNamed, type Known } from '../known';
import type { Members, Reading } from '../reading';
import { excerpt, suggestion } from '../report';
import { LEXICON_REFERENCE, RULE_FILE_KEYS } from '../ruleShapes';
import { TEXT, choice, choiceBy, fileShape, listOf, may, must, objectOf, ref, shape } from '../shape';
import { placeholdersIn } from '../template';
import type { FileKind } from './kind';
import { readRules, type RuleSharing } from './rules';

const AXES = { merit: '诉求是否合理', conduct: '诉求活动中的行为', hardship: '生活困难' } as const;
const STRENGTHS = { strong: '有力：与人的认定相反时提出', weak: '只作建议' } as const;
/** The values of each axis. */
export const AXIS_VALUES = {
  merit: { withinPolicy: '政策内合理', partly: '部分合理', beyondPolicy: '政策外或不合理', undetermined: '说不上' },
  conduct: { unlawful: '疑似违法行为，待核实', lawful: '未见违法行为', unknown: '不明' },
  hardship: { yes: '有生活困难', no: '没有生活困难', unknown: '不明' },
} as const;

export const SUGGESTION = shape({
  name: must('建议的英文名，不能重复。', TEXT),
  title: may('建议的中文名。', TEXT),
  axis: must('属于哪一方面。', choice(AXES)),
  value: must('建议的结论，取值随 axis。', choiceBy('axis', AXIS_VALUES)),
  strength: must('力度。', choice(STRENGTHS)),
  fields: must('在哪些字段的文字里找。', listOf(ref('field'), 1)),
  words: must('要找的词，或词表。', ref('words')),
  unless: may('同一分句里出现这些词就不算。', ref('wordsOrNone')),
  basis: must('依据；可用 {unlawfulActs} 等引用 limits.json 里当时施行法规的条款。', TEXT),
});

const LEXICON_ONLY = shape(LEXICON_REFERENCE);

export interface ClassificationFile {
  readonly rules: readonly Rule[];
  readonly suggestions: readonly Suggestion[];
}

/** `classification.json`: rules, and words in a case's texts that suggest a value on one axis. */
export const CLASSIFICATION: Omit<FileKind<ClassificationFile>, 'read'> = {
  id: 'classification',
  says: '甄别分类：规则与建议',
  files: ['classification.json'],
  shape: fileShape({
    ...RULE_FILE_KEYS,
    suggestions: may('由文字提出的甄别建议；人的认定永远优先。', listOf(objectOf(SUGGESTION))),
  }),
};

/** Reads the rules like those of any file, and the suggestions. */
export function readClassification(
  root: JsonNode,
  reading: Reading,
  known: Known,
  sharing: RuleSharing,
): ClassificationFile {
  const { rules, top } = readRules(root, reading, known, sharing, CLASSIFICATION.shape);
  const suggestions: Suggestion[] = [];
  const names = new Set<string>();
  for (const node of (top && reading.items(top, 'suggestions')) ?? []) {
    const members = reading.object(node, SUGGESTION);
    if (!members) continue;
    const read = readSuggestion(members, reading, known);
    const name = members.get('name')?.value;
    if (name?.kind !== 'string') continue;
    if (names.has(String(name.value)))
      reading.refuse(name.offset, 'rules-name-twice', { key: 'name', name: excerpt(String(name.value)) });
    names.add(String(name.value));
    if (read) suggestions.push(read);
  }
  return { rules, suggestions };
}

function readSuggestion(members: Members, reading: Reading, known: Known): Suggestion | null {
  const name = reading.text(members, 'name');
  reading.text(members, 'title');
  const axis = reading.choice(members, 'axis', AXES);
  const value = axis && reading.choice(members, 'value', AXIS_VALUES[axis]);
  const strength = reading.choice(members, 'strength', STRENGTHS);
  const fields = readFieldNames(members, reading, known);
  const words = readWords(members, 'words', reading, known);
  const unless = members.has('unless') ? readWords(members, 'unless', reading, known) : [];
  const basis = readBasis(members, reading, known);
  if (!name || !axis || !value || !strength || !fields || !words || !unless || !basis) return null;
  return { name, axis, value, strength, fields, words, unless, basis };
}

/** A basis may name articles of the law in force: `{unlawfulActs}`. */
function readBasis(members: Members, reading: Reading, known: Known): string | null {
  const node = members.get('basis')?.value;
  const basis = reading.text(members, 'basis');
  if (!node || basis === null || known.articles === null) return basis;
  const names = known.articles;
  for (const { name, offset } of placeholdersIn(basis, node, reading)) {
    if (names.has(name)) continue;
    const params = () => ({ placeholder: excerpt(name), key: 'basis', nearest: suggestion(name, names) });
    reading.refuse(offset, 'rules-placeholder-unknown', params);
  }
  return basis;
}

function readFieldNames(members: Members, reading: Reading, known: Known): readonly string[] | null {
  const fields = reading.texts(members, 'fields', false);
  if (fields && known.factsComplete) {
    for (const [field, offset] of reading.textPlaces(members, 'fields')) {
      if (known.fields.has(field)) continue;
      reading.refuse(offset, 'rules-field-unknown', () => ({
        field: excerpt(field),
        nearest: fieldNamed(field, known),
      }));
    }
  }
  return fields;
}

/** Words in place, `{ "lexicon": name }`, or a list of both. */
function readWords(members: Members, key: string, reading: Reading, known: Known): readonly string[] | null {
  const node = members.get(key)?.value;
  if (!node) return null;
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
  const members = reading.object(node, LEXICON_ONLY);
  const name = members && reading.text(members, 'lexicon');
  if (!members || !name) return [];
  return reading.lexicon(name, members.get('lexicon')?.value.offset ?? node.offset, known)?.words ?? [];
}
