import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFormula, readTyped, typedFor, type TypedInto } from '../../../addin/workbench/typing/typedValue';

const into = (format: string, inDateColumn = false, date1904 = false): TypedInto => ({
  format,
  inDateColumn,
  date1904,
});
const value = (typed: string, format = 'General'): unknown => readTyped(typed, into(format)).value;

describe('what is typed into a cell', () => {
  it('is a number where Excel would make it one', () => {
    const numbers: readonly (readonly [string, number])[] = [
      ['12', 12],
      [' -3.5 ', -3.5],
      ['+7', 7],
      ['.5', 0.5],
      ['0', 0],
      ['1,234,567.8', 1234567.8],
      ['１２３', 123],
      ['123456789012345', 123456789012345],
    ];
    for (const [typed, number] of numbers) assert.equal(value(typed), number, typed);
    assert.equal(value('12%', '0.00%'), 0.12);
  });

  it('stays text where a number would lose something', () => {
    for (const typed of ['341523198001010016', '0012', '1e5', '1,23', '12%', '3.5.1', '-', '（5）', '2021E5', '1 2'])
      assert.equal(value(typed), typed, typed);
  });

  it('is text in a text cell, and behind an apostrophe', () => {
    assert.equal(value('12', '@'), '12');
    assert.equal(value("'12"), '12');
    assert.equal(value("'"), '');
    assert.equal(value("''a"), "'a");
  });

  it('is a day where the cell shows days, in both date systems', () => {
    for (const typed of ['2021-10-08', '2021/10/8', '2021年10月8日', '２０２１-10-8'])
      assert.equal(value(typed, 'yyyy/m/d'), 44477, typed);
    assert.equal(readTyped('2021-10-08', into('yyyy-mm-dd', false, true)).value, 44477 - 1462);
    assert.equal(value('2021-02-30', 'yyyy/m/d'), '2021-02-30', 'no such day');
    assert.equal(value('10月底', 'yyyy/m/d'), '10月底');
  });

  it('is text where it is not known to show days, and may be taken back where a column made it a day', () => {
    assert.equal(value('2021-10-08'), '2021-10-08');
    assert.deepEqual(readTyped('2021-10-08', into('', true)), { value: 44477, ifNoDate: '2021-10-08' });
  });

  it('is a truth value, a blank, or text that begins like a formula', () => {
    assert.equal(value('true'), true);
    assert.equal(value('FALSE'), false);
    assert.equal(value('  '), null);
    assert.equal(value('=A1+1'), '=A1+1');
    assert.ok(isFormula('=A1') && !isFormula('=') && !isFormula('A=1'));
  });

  it('opened and typed again as it stands, is the text it was', () => {
    const format = fc.constantFrom('', 'General', '@', 'yyyy/m/d', '0%');
    const hard = fc.constantFrom('12', "'12", '2021-10-08', 'TRUE', ' 3 ', '  ', '12%', '=A1', '１２', '0012', '甲');
    fc.assert(
      fc.property(fc.oneof(hard, fc.string({ minLength: 1 })), format, fc.boolean(), (text, code, inDateColumn) => {
        const at = into(code, inDateColumn);
        assert.equal(readTyped(typedFor(text, at), at).value, text);
      }),
    );
  });
});
