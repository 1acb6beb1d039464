import type { FactType } from '../../../facts/column';
import type { FieldDefinition } from '../../pack';
import type { Known } from '../known';
import type { Reading } from '../reading';
import { excerpt, suggestion } from '../report';
import { FLAG, TEXT, choice, fileShape, listOf, may, must, objectOf, ref, shape } from '../shape';
import type { FileKind } from './kind';

/** The types of fields and facts, each with what it means to a rule. */
export const FACT_TYPES: Readonly<Record<FactType, string>> = {
  text: '文字',
  names: '名称列表：一格可写几个，用、，；或换行分开',
  date: '日期',
  limit: '时限：日期，或“60日内”这样的期限',
  boolean: '是或否',
  enum: '固定取值，取值表见 vocabulary',
  number: '数',
};

const FIELD = shape({
  id: must('字段的英文名，规则里用它；一经使用不要改。', TEXT),
  label: must('字段的中文名，提示里用它。', TEXT),
  type: must('字段的类型，决定怎样读取、可以用哪些运算符。', choice(FACT_TYPES)),
  synonyms: must('台账表头的各种写法；识别不出某一列时，在这里补上它的表头。', listOf(TEXT)),
  vocabulary: {
    ...may('取值表的名称（lexicon 文件夹里 vocab- 开头的文件）；type 为 enum 时必填。', ref('vocabulary')),
    requiredIf: { key: 'type', is: 'enum' },
  },
  personal: may('是否个人信息：是则对外输出时遮蔽。', FLAG),
});

export interface FieldList {
  readonly fields: readonly FieldDefinition[];
  /** Ids of those whose type is not known for a slip; rules that name them are not held to it. */
  readonly untyped: ReadonlySet<string>;
}

/** `fields.json`: what a ledger's columns can be. */
export const FIELDS: FileKind<FieldList> = {
  id: 'fields',
  says: '台账字段',
  files: ['fields.json'],
  shape: fileShape({ fields: must('台账可能有的全部字段。', listOf(objectOf(FIELD))) }),
  read(root, reading, known) {
    const top = reading.object(root, this.shape);
    const items = top && reading.items(top, 'fields');
    if (!items) return null;
    const fields: FieldDefinition[] = [];
    const seen = new Map<string, number>();
    const untyped = new Set<string>();
    // Fields refused for their id: each may be the one that is missed below.
    let strayed = 0;
    for (const node of items) {
      const members = reading.object(node, FIELD);
      if (!members) continue;
      const at = (key: string): number => members.get(key)?.value.offset ?? node.offset;
      const id = reading.text(members, 'id');
      const label = reading.text(members, 'label');
      const type = reading.choice(members, 'type', FACT_TYPES);
      const synonyms = reading.texts(members, 'synonyms');
      const vocabulary = reading.text(members, 'vocabulary');
      const personal = reading.flag(members, 'personal');
      if (vocabulary !== null) checkVocabulary(vocabulary, at('vocabulary'), reading, known);
      if (type === 'enum' && !members.has('vocabulary'))
        reading.refuse(node.offset, 'rules-key-missing', { key: 'vocabulary' });
      if (id === null) continue;
      if (seen.has(id)) {
        reading.refuse(at('id'), 'rules-name-twice', { key: 'id', name: id });
        strayed++;
        continue;
      }
      const derived = known.facts.get(id);
      if (type !== null && derived !== undefined && derived !== type) {
        reading.refuse(at('id'), 'rules-field-is-fact', { field: id, type, factType: derived });
        strayed++;
        continue;
      }
      seen.set(id, at('id'));
      if (type === null) untyped.add(id);
      // A field of which only another key slipped is still known to the rules: one slip is one problem.
      fields.push({
        id,
        label: label ?? id,
        type: type ?? 'text',
        synonyms: label === null || synonyms?.includes(label) ? (synonyms ?? []) : [label, ...(synonyms ?? [])],
        ...(vocabulary === null ? {} : { vocabulary }),
        ...(personal === null ? {} : { personal }),
      });
    }
    for (const id of known.needs.fields.filter((needed) => !seen.has(needed))) {
      // A needed field under another name is a slip in that name; the rules that use it did nothing wrong.
      const strays = [...seen.keys()].filter((other) => !known.needs.fields.includes(other));
      const near = suggestion(id, strays);
      const offset = seen.get(near) ?? top.get('fields')?.value.offset ?? root.offset;
      if (near === '' && strayed > 0) strayed--;
      else reading.refuse(offset, 'rules-field-required', { field: id, found: near });
      untyped.add(id);
      fields.push({ id, label: id, type: 'text', synonyms: [] });
    }
    return { fields, untyped };
  },
};

function checkVocabulary(name: string, at: number, reading: Reading, known: Known): void {
  if (known.vocabularies.has(name)) return;
  const misnamed = known.misnamedVocabularies.get(name);
  if (misnamed) misnamed.tell();
  else if (known.lexiconsComplete)
    reading.refuse(at, 'rules-vocabulary-unknown', () => ({
      vocabulary: excerpt(name),
      nearest: suggestion(name, known.vocabularies.keys()),
    }));
}
