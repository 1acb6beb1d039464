import type { Vocabulary, VocabularyValue } from '../../pack';
import type { Members, Reading } from '../reading';
import { FLAG, TEXT, fileShape, listOf, may, must, objectOf, shape } from '../shape';
import type { FileKind } from './kind';

const VALUE = shape({
  value: must('取值，规则里写它。', TEXT),
  synonyms: must('台账里意思相同的写法。', listOf(TEXT)),
  isOpen: may('只用于办理状态：是否仍在办理；都说不上时不写。', FLAG),
});

/** A file of `lexicon/` with the values that an enum field can take. */
export const VOCABULARY: FileKind<Vocabulary> = {
  id: 'vocabulary',
  says: '取值表：固定取值及其写法',
  files: ['lexicon/vocab-*.json'],
  shape: fileShape({
    name: must('取值表的名称，fields.json 的 vocabulary 引用它。', TEXT),
    title: must('取值表的中文标题。', TEXT),
    open: must('true：没有列出的写法原样保留；false：没有列出的写法按读不出处理。', FLAG),
    values: must('各个取值。', listOf(objectOf(VALUE), 1)),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    const name = top && reading.text(top, 'name');
    const title = top && reading.text(top, 'title');
    const open = top && reading.flag(top, 'open');
    const values = top && readValues(top, reading);
    if (!top || !name) return null;
    return { name, title: title ?? name, open: open ?? true, values: values ?? [] };
  },
};

function readValues(top: Members, reading: Reading): VocabularyValue[] | null {
  const items = reading.items(top, 'values');
  if (!items) return null;
  const values: VocabularyValue[] = [];
  const spelt = new Map<string, string>();
  for (const node of items) {
    const members = reading.object(node, VALUE);
    const value = members && reading.text(members, 'value');
    const synonyms = members && reading.texts(members, 'synonyms');
    if (!members || !value) continue;
    const isOpen = reading.flag(members, 'isOpen');
    for (const [spelling, offset] of [
      ...reading.textPlaces(members, 'value'),
      ...reading.textPlaces(members, 'synonyms'),
    ]) {
      const other = spelt.get(spelling);
      // One spelling of two values could be read either way; twice for one value only repeats itself.
      if (other !== undefined && other !== value)
        reading.refuse(offset, 'rules-spelling-twice', { spelling, value, other });
      else spelt.set(spelling, value);
    }
    values.push({ value, synonyms: synonyms ?? [], ...(isOpen === null ? {} : { isOpen }) });
  }
  if (items.length === 0) reading.refuse(top.get('values')?.value.offset ?? 0, 'rules-value-empty', { key: 'values' });
  return values;
}
