import type { Fact } from './column';
import { isUnknown } from './column';
import type { CaseReader, TableFact } from './definition';

/** So many of the other cases are named; a group may be the whole ledger. */
const MOST_NAMED = 5;

/** For each case the cells of the others in its group; null alone or without a key, or why it has no key. */
function othersBy(
  read: (index: number) => CaseReader,
  count: number,
  field: string,
  keyOf: (read: CaseReader) => Fact<string>,
): Fact<readonly string[]>[] {
  const groups = new Map<string, number[]>();
  const keys: Fact<string>[] = [];
  for (let i = 0; i < count; i++) {
    const key = keyOf(read(i));
    keys.push(key);
    if (key === null || isUnknown(key)) continue;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return keys.map((key, index) => {
    if (key === null || isUnknown(key)) return key;
    const group = groups.get(key) ?? [];
    if (group.length < 2) return null;
    const others = group.slice(0, MOST_NAMED + 1).filter((other) => other !== index);
    const { table } = read(index).context;
    return others
      .slice(0, MOST_NAMED)
      .map((other) => table.cell(field, other) ?? String(table.rowNumbers[other] ?? ''));
  });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
/** Only letters and digits count: punctuation, blanks and their width don't make two texts different. */
const wordsOnly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();

function caseNoKey(read: CaseReader): Fact<string> {
  const caseNo = read.text('caseNo');
  return caseNo === null || isUnknown(caseNo) ? caseNo : plain(caseNo) || null;
}

/** The same person and the same content; without either there is nothing to compare. */
function personAndContent(read: CaseReader): Fact<string> {
  const people = read.names('petitioner');
  if (people === null || isUnknown(people)) return people;
  const content = read.text('content');
  if (content === null || isUnknown(content)) return content;
  const words = wordsOnly(content);
  return words === '' ? null : `${people.map(plain).sort().join('、')}\n${words}`;
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
    computeAll: (read, count) => othersBy(read, count, 'caseNo', caseNoKey),
  },
  {
    id: 'similarTo',
    label: '诉求人和内容相同的其他件',
    type: 'names',
    scope: 'column',
    inputs: ['petitioner', 'content'],
    meaning: '诉求人相同、诉求内容除标点空格外也相同的其他件所在单元格（最多列五个）；没有的为空。',
    computeAll: (read, count) => othersBy(read, count, 'content', personAndContent),
  },
];
