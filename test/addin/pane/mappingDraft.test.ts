import assert from 'node:assert/strict';
import { changesIn, correctionOf, headerRowsOf, NO_DRAFT, withField } from '../../../addin/pane/settings/mappingDraft';
import type { MappingView } from '../../../src/ports/checker';

const column = (letters: string, field: string | null) => ({
  column: letters,
  heading: letters,
  field,
  label: '',
  conflict: false,
  examples: [],
});
const VIEW: MappingView = {
  sheet: '台账',
  headerRows: [2],
  columns: [column('A', 'unit'), column('B', 'caseLeader'), column('C', null)],
  missing: [],
  fields: [],
  correction: { headerRows: { first: 2, last: 2 }, columns: { plan: null, caseLeader: 2 } },
  companions: [],
};

describe('a change of the mapping', () => {
  it('adds to what was corrected before', () => {
    const draft = withField(VIEW, NO_DRAFT, 'C', 'handler');
    assert.deepEqual(correctionOf(VIEW, draft), {
      headerRows: { first: 2, last: 2 },
      columns: { plan: null, caseLeader: 2, handler: 3 },
    });
  });

  it('leaves a field without a column where its own is given another, and moves it where it is given one', () => {
    const freed = withField(VIEW, NO_DRAFT, 'A', null);
    assert.deepEqual(correctionOf(VIEW, freed).columns, { plan: null, caseLeader: 2, unit: null });
    const moved = withField(VIEW, freed, 'C', 'unit');
    assert.deepEqual(correctionOf(VIEW, moved).columns, { plan: null, caseLeader: 2, unit: 3 });
  });

  it('is none where a column has again what it had', () => {
    const there = withField(VIEW, NO_DRAFT, 'A', null);
    assert.equal(changesIn(there), 1);
    assert.equal(changesIn(withField(VIEW, there, 'A', 'unit')), 0);
  });

  it('takes header rows that are whole, in order and not too many', () => {
    const rows = (first: string, last: string) => headerRowsOf({ ...NO_DRAFT, header: { first, last } });
    assert.deepEqual(rows('3', '4'), { first: 3, last: 4 });
    for (const [first, last] of [
      ['4', '3'],
      ['0', '2'],
      ['', '2'],
      ['1', '1.5'],
      ['1', '11'],
    ] as const)
      assert.equal(rows(first, last), null, `${first} to ${last}`);
  });
});
