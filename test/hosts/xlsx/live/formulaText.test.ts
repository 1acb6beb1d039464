import assert from 'node:assert/strict';
import { areaOf, readFormula, shiftFormula, withoutSheets } from '../../../../src/hosts/xlsx/live/formulaText';
import { formatArea } from '../../../../src/hosts/xlsx/write/areas';

function reads(formula: string): string[] {
  const { references, opaque } = readFormula(formula);
  const named = references.map((reference) => `${reference.sheet ?? ''}!${formatArea(areaOf(reference))}`);
  return opaque ? [...named, '?'] : named;
}

describe('what a formula reads', () => {
  const cases: readonly (readonly [formula: string, reads: readonly string[]])[] = [
    ['A1+$B$2*3', ['!A1', '!B2']],
    ['SUM(A1:B9,D4)', ['!A1:B9', '!D4']],
    ['SUM(B9:A1)', ['!A1:B9']],
    ['VLOOKUP(F3,机构名册!$A:$D,2,FALSE)', ['!F3', '机构名册!A1:D1048576']],
    ["'一月 (2)'!C3&'it''s'!D4", ['一月 (2)!C3', "it's!D4"]],
    ['SUM(3:5)', ['!A3:XFD5']],
    ['"A1:B2"&C3', ['!C3']],
    ['IF(A1="见 B2","C3",D4)', ['!A1', '!D4']],
    ['LOG10(A1)+DATE2021(B1)', ['!A1', '!B1']],
    ['TODAY()-E5', ['!E5']],
    ['1.5E3+A1', ['!A1']],
    ['TRUE', []],
    ['#REF!+A1', ['!A1']],
    ['股室数+A1', ['!A1', '?']],
    ['INDIRECT("A"&B1)', ['!B1', '?']],
    ['SUM(台账表[办理时限])', ['?']],
    ['SUM(一月:三月!A1)', ['三月!A1', '?']],
    ["'[旧台账.xlsx]一月'!A1", ['[旧台账.xlsx]一月!A1', '?']],
  ];
  for (const [formula, expected] of cases)
    it(formula, () => {
      assert.deepEqual(reads(formula), expected);
    });
});

describe('a formula moved', () => {
  const cases: readonly (readonly [formula: string, rows: number, columns: number, moved: string])[] = [
    ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
    ['SUM(A1:B2)&"A1"&机构!C3', 1, 0, 'SUM(A2:B3)&"A1"&机构!C4'],
    ['SUM(A:A,$B:C,3:$4)', 5, 2, 'SUM(C:C,$B:E,8:$4)'],
    ['A1-1', -1, 0, '#REF!-1'],
    ['XFD1', 0, 1, '#REF!'],
    ['股室1(A1)', 1, 0, '股室1(A2)'],
  ];
  for (const [formula, rows, columns, moved] of cases)
    it(`${formula} by ${rows}, ${columns}`, () => {
      assert.equal(shiftFormula(formula, rows, columns), moved);
    });
});

describe('a formula whose sheet goes', () => {
  const without = (formula: string): string =>
    withoutSheets(formula, (sheet) => sheet === '督查汇总' || sheet === "a'b");
  it('reads #REF! there, and all else as before', () => {
    assert.equal(without("A1+督查汇总!B2:C3&'a''b'!D4*台账!E5"), 'A1+#REF!&#REF!*台账!E5');
    assert.equal(without('"督查汇总!B2"&A1'), '"督查汇总!B2"&A1');
  });
});
