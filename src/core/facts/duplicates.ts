import type { FieldId } from '../ledger/table';
import { createTextHash, groupsByKey } from '../words/textHash';
import type { Fact, Unknown } from './column';
import { isUnknown } from './column';
import type { CaseReader, FactContext, TableFact } from './definition';

/** So many of the other cases are named; a group may be the whole ledger. */
const MOST_NAMED = 5;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
/** Only letters and digits count: punctuation, blanks and their width don't make two texts different. */
const wordsOnly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
const plainHash = createTextHash(plain);
const wordsHash = createTextHash(wordsOnly);

/** What cases are compared by: a hash of the key, 0 for no key, or why there is none; and the key itself. */
interface Comparison {
  readonly field: FieldId;
  readonly hash: (read: CaseReader) => number | Unknown;
  readonly key: (read: CaseReader) => string;
}

const known = <T>(fact: Fact<T>, otherwise: T): T => (fact === null || isUnknown(fact) ? otherwise : fact);

const SAME_NUMBER: Comparison = {
  field: 'caseNo',
  hash(read) {
    const caseNo = read.text('caseNo');
    return caseNo === null ? 0 : isUnknown(caseNo) ? caseNo : plainHash(caseNo);
  },
  key: (read) => plain(known(read.text('caseNo'), '')),
};

/** The same person and the same content; without either there is nothing to compare. */
const SAME_MATTER: Comparison = {
  field: 'content',
  hash(read) {
    const people = read.names('petitioner');
    if (people === null) return 0;
    if (isUnknown(people)) return people;
    const content = read.text('content');
    return content === null ? 0 : isUnknown(content) ? content : wordsHash(content);
  },
  key: (read) =>
    `${known(read.names('petitioner'), []).map(plain).sort().join('、')}\n${wordsOnly(known(read.text('content'), ''))}`,
};

/** For each case the cells of the others that compare the same; null where there are none, or why it can't be told. */
function othersBy(
  { field, hash, key }: Comparison,
  read: (index: number) => CaseReader,
  count: number,
  { table }: FactContext,
): readonly Fact<readonly string[]>[] {
  const facts = new Array<Fact<readonly string[]>>(count).fill(null);
  const hashes = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const found = hash(read(i));
    if (typeof found === 'number') hashes[i] = found;
    else facts[i] = found;
  }
  const cellOf = (index: number): string => table.cell(field, index) ?? String(table.rowNumbers[index] ?? '');
  for (const group of groupsByKey(hashes, (index) => key(read(index)))) {
    const named = group.slice(0, MOST_NAMED + 1);
    const first = named.slice(0, MOST_NAMED).map(cellOf);
    group.forEach((index, at) => {
      facts[index] = at < MOST_NAMED ? named.filter((other) => other !== index).map(cellOf) : first;
    });
  }
  return facts;
}

/** Cases that look like one another. */
export const DUPLICATE_FACTS: readonly TableFact[] = [
  {
    id: 'duplicateOf',
    label: '编号相同的其他件',
    type: 'names',
    scope: 'column',
    inputs: ['caseNo'],
    meaning: '编号相同的其他件所在单元格（最多列五个）；没有的为空。',
    computeAll: (read, count, context) => othersBy(SAME_NUMBER, read, count, context),
  },
  {
    id: 'similarTo',
    label: '诉求人和内容相同的其他件',
    type: 'names',
    scope: 'column',
    inputs: ['petitioner', 'content'],
    meaning: '诉求人相同、诉求内容除标点空格外也相同的其他件所在单元格（最多列五个）；没有的为空。',
    computeAll: (read, count, context) => othersBy(SAME_MATTER, read, count, context),
  },
];
