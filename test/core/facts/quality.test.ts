import assert from 'node:assert/strict';
import { factAt } from '../../../src/core/facts/columns';
import { errorCell, factsOf, pack, uncached, unreadable } from './ledger';
import { table } from './said';

describe('facts of quality', () => {
  table('phoneValid', [
    ['mobile', { phone: '13800000000' }, true],
    ['as a number', { phone: 13800000000 }, true],
    ['with blanks', { phone: '138 0000 0000' }, true],
    ['with hyphens', { phone: '138-0000-0000' }, true],
    ['with the country', { phone: '+86 13800000000' }, true],
    ['land line', { phone: '0564-8620000' }, true],
    ['land line in brackets', { phone: '（0564）8620000' }, true],
    ['extension', { phone: '0564-8620000转801' }, true],
    ['seven digits', { phone: '8620000' }, true],
    ['eight digits', { phone: '62840000' }, true],
    ['full width', { phone: '１３８００００００００' }, true],
    ['two numbers', { phone: '13800000000、0564-8620000' }, true],
    ['two numbers by a blank', { phone: '13800000000 13900000000' }, true],
    ['two numbers by a line', { phone: '13800000000\n13900000000' }, true],
    ['whose it is', { phone: '13800000000（儿子）' }, true],
    ['不详', { phone: '不详' }, true],
    ['masked', { phone: '138****0000' }, true],
    ['ten digits', { phone: '1380000000' }, false],
    ['twelve digits', { phone: '138000000000' }, false],
    ['five digits', { phone: '12345' }, false],
    ['one of two wrong', { phone: '13800000000、139000' }, false],
    ['words', { phone: '张家村口' }, false],
    ['blank', { phone: null }, null],
  ]);

  table('idPrecisionLost', [
    ['text', { idNumber: '341523190001010018' }, false],
    ['a number', { idNumber: 341523190001010000 }, true],
    ['an old number of 15 digits', { idNumber: 341523000101001 }, false],
    ['the scientific notation as text', { idNumber: '3.41523E+17' }, true],
    ['blank', { idNumber: null }, null],
    ['an error cell', { idNumber: errorCell('idNumber') }, 'unknown'],
  ]);

  table('unreadableDates', [
    ['none', { receivedOn: '2021-09-01', timeLimit: '60日内' }, null],
    ['a date', { title: '道路积水', receivedOn: unreadable('receivedOn') }, ['受理日期 B4“10月32日”']],
    ['a limit', { timeLimit: '24小时内' }, ['办理时限 A4“24小时内”']],
    ['a vague limit is read', { timeLimit: '尽快' }, null],
    ['an error value', { receivedOn: errorCell('receivedOn') }, ['受理日期 A4']],
    ['a formula that was not calculated', { receivedOn: uncached('receivedOn') }, 'unknown'],
    [
      'that and something else',
      { receivedOn: uncached('receivedOn'), timeLimit: '24小时内' },
      ['办理时限 B4“24小时内”'],
    ],
  ]);

  table('futureDates', [
    ['none', { receivedOn: '2021-10-09' }, null],
    ['tomorrow', { receivedOn: '2021-10-10' }, ['受理日期 A4“2021-10-10”']],
    ['limits may', { timeLimit: '2021-12-31', extendedTo: '2022-01-31', receivedOn: '2021-10-09' }, null],
    ['an unreadable one may be', { receivedOn: unreadable('receivedOn') }, 'unknown'],
    [
      'one is, one unreadable',
      { receivedOn: unreadable('receivedOn'), closedOn: '2022-10-10' },
      ['办结日期 B4“2022-10-10”'],
    ],
  ]);

  it('findings about dates point at the cell they are about', () => {
    const rule = (name: string) => pack.rules.find((one) => one.name === name) ?? assert.fail(name);
    const facts = factsOf([
      { timeLimit: '2021-10-08', receivedOn: unreadable('receivedOn'), closedOn: '2022-10-10' },
      { timeLimit: '2021-10-08', receivedOn: '2021-09-01', closedOn: '2021-10-01' },
    ]);
    assert.equal(facts.fieldOf(rule('date-unreadable'), 0), 'receivedOn');
    assert.equal(facts.fieldOf(rule('date-in-future'), 0), 'closedOn');
    assert.equal(facts.fieldOf(rule('date-unreadable'), 1), rule('date-unreadable').field);
    assert.equal(facts.fieldOf(rule('overdue'), 0), 'timeLimit');
  });
});

describe('facts of duplicates', () => {
  const duplicates = (...numbers: (string | null)[]) => {
    const facts = factsOf(numbers.map((caseNo) => ({ caseNo })));
    return numbers.map((_, index) => factAt(facts.column('duplicateOf'), index));
  };

  it('name the others of the group, whatever blanks and widths', () => {
    assert.deepEqual(duplicates('SQ-1', 'SQ-2', 'ＳＱ-1', 'sq - 1'), [['A6', 'A7'], null, ['A4', 'A7'], ['A4', 'A6']]);
  });

  it('take no blank for a number', () => {
    assert.deepEqual(duplicates(null, null, 'SQ-1'), [null, null, null]);
  });

  it('name at most five of a large group, and stay fast', () => {
    const found = duplicates(...new Array<string>(20_000).fill('SQ-1'));
    assert.deepEqual(found[0], ['A5', 'A6', 'A7', 'A8', 'A9']);
    assert.deepEqual(found[19_999], ['A4', 'A5', 'A6', 'A7', 'A8']);
  });

  it('of person and content look past punctuation and blanks', () => {
    const facts = factsOf([
      { petitioner: '甲某', content: '反映：道路积水，请解决。' },
      { petitioner: '甲某', content: '反映 道路积水请解决' },
      { petitioner: '乙某', content: '反映道路积水请解决' },
      { petitioner: null, content: '反映道路积水请解决' },
      { petitioner: '甲某', content: null },
    ]);
    const column = facts.column('similarTo');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => factAt(column, index)),
      [['B5'], ['B4'], null, null, null],
    );
  });
});
