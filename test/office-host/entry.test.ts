import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExcelHost } from './host';
import { formatAddress, MAX_COLUMNS, MAX_ROWS, parseAddress } from './model/a1';
import { emptyCell, DEFAULT_STYLE, type CellValue } from './model/cell';
import { displayText } from './model/display';
import { enter } from './model/entry';
import { shiftInterval } from './model/shift';
import { ExcelUser } from './user';

const typed = (
  input: string | number | boolean,
  numberFormat = 'General',
): { value: CellValue; formula: string | null; text: string } => {
  const cell = emptyCell({ ...DEFAULT_STYLE, numberFormat });
  enter(cell, input, { formulas: true, date1904: false, calculate: () => 0 });
  return { value: cell.value, formula: cell.formula, text: displayText(cell, false) };
};

describe('what the emulated Excel makes of an entry', () => {
  const CASES: readonly [string, CellValue, string][] = [
    ['诉求', '诉求', '诉求'],
    ['12', 12, '12'],
    ['1,234.5', 1234.5, '1234.5'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['50%', 0.5, '50%'],
    ['true', true, 'TRUE'],
    ['#N/A', { error: '#N/A' }, '#N/A'],
    ['2021-10-08', 44477, '2021/10/8'],
    ['2021/10/8', 44477, '2021/10/8'],
    ['2021年10月8日', 44477, '2021年10月8日'],
    ['2021年13月8日', '2021年13月8日', '2021年13月8日'],
    ['10-8', 44477, '10/8'],
    ['9:30', 9.5 / 24, '9:30'],
    ['341523199001011234', 341523199001011000, '341523199001011000'],
    ["'341523199001011234", '341523199001011234', '341523199001011234'],
    ["'=1+1", '=1+1', '=1+1'],
    ['=', '=', '='],
    ['-5', -5, '-5'],
  ];
  for (const [input, value, text] of CASES)
    it(`${input}`, () => {
      const seen = typed(input);
      assert.deepEqual([seen.value, seen.formula], [value, null]);
      if (!/^\d{18}$/.test(input)) assert.equal(seen.text, text);
    });

  it('formulas are formulas, however they begin', () => {
    assert.deepEqual(
      ['=A1', '+A1', '-无', '@某'].map((input) => typed(input).formula),
      ['=A1', '=+A1', '=-无', '=@某'],
    );
  });

  it('a cell formatted as text takes everything as it stands', () => {
    for (const input of ['=1+1', '2021-10-08', '341523199001011234', 'TRUE'])
      assert.equal(typed(input, '@').value, input);
  });

  it('a number format it does not know fails loudly', () => {
    assert.throws(() => typed(5, '[Red]0.0E+0'), { code: 'EmulatorNotImplemented' });
  });
});

describe('addresses and shifts of the emulated Excel', () => {
  it('an address reads back as it was written', () => {
    const rect = fc
      .tuple(fc.integer({ min: 0, max: MAX_ROWS - 1 }), fc.integer({ min: 0, max: MAX_COLUMNS - 1 }))
      .chain(([row, column]) =>
        fc.record({
          row: fc.constant(row),
          column: fc.constant(column),
          rows: fc.integer({ min: 1, max: MAX_ROWS - row }),
          columns: fc.integer({ min: 1, max: MAX_COLUMNS - column }),
        }),
      );
    const name = fc.constantFrom('台账', 'Sheet1', "周'度", '督查 汇总', 'A1', '2021年');
    fc.assert(
      fc.property(rect, name, (area, sheet) => {
        assert.deepEqual(parseAddress(formatAddress(area, sheet)), { sheet, rect: { ...area } });
      }),
    );
  });

  it('what is no address is none', () => {
    for (const text of ['', 'A', '1', 'A0', 'XFE1', 'A1:B', 'A1:B2:C3', '诉求', 'A1048577'])
      assert.equal(parseAddress(text), null, text);
  });

  it('an interval keeps exactly its cells that are left', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 10 }),
        (start, length, at, count) => {
          const kept = Array.from({ length }, (_, i) => start + i).filter((cell) => cell < at || cell >= at + count);
          const moved = shiftInterval(start, length, at, -count);
          assert.equal(moved?.[1] ?? 0, kept.length);
          const [first] = kept;
          if (first !== undefined) assert.equal(moved?.[0], first < at ? first : first - count);
        },
      ),
    );
  });

  it('inserting and deleting the same rows leaves the workbook as it was', () => {
    const sheet = {
      name: '台账',
      rows: Array.from({ length: 12 }, (_, i) => [`甲${i}`, i]),
      merges: ['A3:B3', 'A6:A8'],
      hiddenRows: [5],
      rowHeights: { '4': 33 },
      tables: [{ name: '表', area: 'A9:B12' }],
      filter: { area: 'A1:B8' },
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 5 }), (first, count) => {
        const names = [{ name: 'marker', formula: '=台账!$A$2:$B$7' }];
        const host = new ExcelHost({ workbook: { sheets: [sheet], names } }, {});
        const user = new ExcelUser(host);
        const before = host.describe();
        user.insertRows('台账', first, count);
        user.deleteRows('台账', first, count);
        assert.deepEqual(host.describe(), before);
      }),
      { numRuns: 60 },
    );
  });

  it('a description describes itself', () => {
    const host = new ExcelHost(
      {
        workbook: {
          sheets: [
            {
              name: '台账',
              rows: [['x', 1, true]],
              cells: { A2: { error: '#REF!' }, B2: { value: 3, formula: '=1+2' } },
            },
          ],
        },
      },
      {},
    );
    const once = host.describe();
    assert.deepEqual(new ExcelHost({ workbook: once }, {}).describe(), once);
  });

  it('a workbook is put back as often as one likes', () => {
    const host = new ExcelHost({ workbook: { sheets: [{ name: '台账', rows: [['x', 1]] }, { name: '二' }] } }, {});
    const user = new ExcelUser(host);
    const before = host.describe();
    const restore = host.book.capture();
    for (let round = 0; round < 3; round++) {
      user.type('台账', 'A1', '改');
      user.paint('台账', 'B1', '#FFFF00');
      user.insertRows('台账', 1);
      user.deleteSheet('二');
      assert.notDeepEqual(host.describe(), before);
      restore();
      assert.deepEqual(host.describe(), before);
      assert.deepEqual(host.book.active.used(false), { row: 0, column: 0, rows: 1, columns: 2 });
    }
  });
});
