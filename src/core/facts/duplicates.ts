import type { FieldId } from '../ledger/table';
import { createTextHash } from '../words/textHash';
import { alikeFact } from './alike';
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

const known = <T>(fact: Fact<T>, otherwise: T): T => (fact === null || isUnknown(fact) ? otherwise : fact);

function hashOfNumber(read: CaseReader): number {
  const caseNo = read.text('caseNo');
  return caseNo === null || isUnknown(caseNo) ? 0 : plainHash(caseNo);
}

/** The same person and the same content; without either there is nothing to compare. */
function hashOfMatter(read: CaseReader): number {
  const people = read.names('petitioner');
  if (people === null || isUnknown(people)) return 0;
  const content = read.text('content');
  return content === null || isUnknown(content) ? 0 : wordsHash(content);
}

const keyOfMatter = (read: CaseReader): string =>
  `${known(read.names('petitioner'), []).map(plain).sort().join('、')}\n${wordsOnly(known(read.text('content'), ''))}`;

/** Why a case can't be compared: the first field that can't be told; null where one is blank before. */
function unknownMatter(read: CaseReader): Unknown | null {
  const people = read.names('petitioner');
  if (people === null || isUnknown(people)) return people;
  const content = read.text('content');
  return isUnknown(content) ? content : null;
}

/** For each of some cases the cells of the others; of a large group the first ones. */
const othersIn =
  (field: FieldId) =>
  (group: readonly number[], _read: unknown, { table }: FactContext): readonly (readonly string[])[] => {
    const cellOf = (index: number): string => table.cell(field, index) ?? String(table.rowNumbers[index] ?? '');
    const named = group.slice(0, MOST_NAMED + 1);
    const first = named.slice(0, MOST_NAMED).map(cellOf);
    return group.map((index, at) => (at < MOST_NAMED ? named.filter((other) => other !== index).map(cellOf) : first));
  };

/** Cases that look like one another. */
export const DUPLICATE_FACTS: readonly TableFact[] = [
  alikeFact<readonly string[]>(
    {
      id: 'duplicateOf',
      label: '编号相同的其他件',
      type: 'names',
      scope: 'column',
      inputs: ['caseNo'],
      cellsOf: 'caseNo',
      meaning: '编号相同的其他件所在单元格（最多列五个）；没有的为空。',
    },
    {
      hash: hashOfNumber,
      key: (read) => plain(known(read.text('caseNo'), '')),
      alone(read) {
        const caseNo = read.text('caseNo');
        return isUnknown(caseNo) ? caseNo : null;
      },
      together: othersIn('caseNo'),
    },
  ),
  alikeFact<readonly string[]>(
    {
      id: 'similarTo',
      label: '诉求人和内容相同的其他件',
      type: 'names',
      scope: 'column',
      inputs: ['petitioner', 'content'],
      cellsOf: 'content',
      meaning: '诉求人相同、诉求内容除标点空格外也相同的其他件所在单元格（最多列五个）；没有的为空。',
    },
    { hash: hashOfMatter, key: keyOfMatter, alone: unknownMatter, together: othersIn('content') },
  ),
];
