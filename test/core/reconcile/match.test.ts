import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentKey, numberKey, type CaseKey } from '../../../src/core/reconcile/caseKey';
import { matchCases } from '../../../src/core/reconcile/match';
import { samePerson } from '../../../src/core/reconcile/people';
import { assertGrowsWithSize } from '../../support/processorTime';

const key = (number: string, person: string, content: string, numbers: readonly string[] = []): CaseKey => ({
  number: numberKey(number),
  people: person === '' ? [] : [person],
  numbers,
  content: contentKey(content),
});

const NOISE = '反映测试村小学门前道路积水严重影响学生出行请求尽快修复';
const WAGES = '反映测试公司拖欠农民工工资共计三万元请求帮助追讨';

describe('reconcile: matching', () => {
  it('takes numbers for one that offices write differently', () => {
    const same = ['县诉〔2021〕001号', '县诉[2021]第1号', '县诉2021-1', '县诉【２０２１】 １ 号'].map(numberKey);
    assert.deepEqual(new Set(same).size, 1, same.join(' '));
    assert.notEqual(numberKey('县诉〔2021〕1号'), numberKey('县诉〔2021〕11号'));
    assert.notEqual(numberKey('2021-11'), numberKey('2021-1-1'));
    assert.equal(numberKey('—'), '');
  });

  it('matches by number, then by person and content, then by contents alike', () => {
    const ledger = [key('A-1', '测试甲', NOISE), key('', '测试乙', WAGES), key('B-9', '测试丙', `${NOISE}并请答复`)];
    const list = [key('X-1', '测试丙', NOISE), key('A-01', '测试甲', NOISE), key('12345-77', '测试乙', `${WAGES}。`)];
    const { pairs, unsure, onlyLedger, onlyList } = matchCases(ledger, list);
    assert.deepEqual(pairs, [
      { ledger: 2, list: 0, by: 'alike' },
      { ledger: 0, list: 1, by: 'number' },
      { ledger: 1, list: 2, by: 'content' },
    ]);
    assert.deepEqual([unsure, onlyLedger, onlyList], [[], [], []]);
  });

  it('leaves to a person what it cannot tell apart', () => {
    const twins = [key('', '测试甲', NOISE), key('', '测试甲', NOISE)];
    const same = matchCases(twins, [key('', '测试甲', NOISE)]);
    assert.deepEqual(same.pairs, []);
    assert.deepEqual(same.unsure, [{ why: 'sameContent', ledger: [0, 1], list: [0] }]);
    const numbered = matchCases(
      [key('A-1', '测试甲', NOISE), key('A-1', '测试乙', WAGES)],
      [key('A-1', '测试丁', '其他')],
    );
    assert.deepEqual(numbered.unsure, [{ why: 'sameNumber', ledger: [0, 1], list: [0] }]);
    const alike = matchCases(
      [key('', '测试甲', `${NOISE}一`), key('', '测试甲', `${NOISE}二`)],
      [key('', '测试甲', NOISE)],
    );
    assert.deepEqual(alike.unsure, [{ why: 'alike', ledger: [0, 1], list: [0] }]);
  });

  it('tells twins of one number apart by person and content', () => {
    const rows = [key('A-1', '测试甲', NOISE), key('A-1', '测试乙', WAGES)];
    const { pairs, unsure } = matchCases(rows, [...rows].reverse());
    assert.deepEqual(
      pairs.map(({ ledger, list }) => [ledger, list]),
      [
        [1, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(unsure, []);
  });

  it('never matches two people by their contents', () => {
    const { pairs, onlyList } = matchCases([key('', '测试甲', NOISE)], [key('', '试乙', NOISE)]);
    assert.deepEqual(pairs, []);
    assert.deepEqual(onlyList, [0]);
  });

  it('sees through names that a list hides, never by a name alone', () => {
    assert.equal(samePerson(key('', '测试甲', ''), key('', '测**', '')), 'maybe');
    assert.equal(samePerson(key('', '测试甲', ''), key('', '测某某', '')), 'maybe');
    assert.equal(samePerson(key('', '测试甲', ''), key('', '试**', '')), 'no');
    assert.equal(samePerson(key('', '', '', ['13800001111']), key('', '试乙', '', ['13800001111'])), 'yes');
    const hidden = matchCases([key('', '测试甲', NOISE), key('', '测试丙', WAGES)], [key('', '测**', NOISE)]);
    assert.deepEqual(hidden.pairs, [{ ledger: 0, list: 0, by: 'alike' }]);
  });

  it('puts every row in exactly one place, whatever the order of rows', () => {
    const one = fc.record({
      number: fc.constantFrom('', 'A-1', 'A-2', 'A-3'),
      person: fc.constantFrom('', '测试甲', '测试乙', '测**'),
      content: fc.constantFrom('', NOISE, `${NOISE}一`, WAGES),
    });
    const rows = fc.array(one, { maxLength: 7 });
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const ledger = a.map(({ number, person, content }) => key(number, person, content));
        const list = b.map(({ number, person, content }) => key(number, person, content));
        const found = matchCases(ledger, list);
        const placed = (side: 'ledger' | 'list'): number[] => [
          ...found.pairs.map((pair) => pair[side]),
          ...found.unsure.flatMap((group) => group[side]),
          ...(side === 'ledger' ? found.onlyLedger : found.onlyList),
        ];
        assert.deepEqual(placed('ledger').sort(), [...ledger.keys()]);
        assert.deepEqual(placed('list').sort(), [...list.keys()]);
        const back = matchCases([...ledger].reverse(), [...list].reverse());
        assert.equal(back.pairs.length, found.pairs.length);
        assert.equal(back.onlyList.length, found.onlyList.length);
      }),
      { numRuns: 400 },
    );
  });

  it('compares 5,000 rows with 5,000 that have other numbers, and not each with each', () => {
    const many = (prefix: string, count: number): CaseKey[] =>
      Array.from({ length: count }, (_, at) =>
        key(
          `${prefix}${at}`,
          `测${String.fromCharCode(0x4e00 + at)}`,
          `${String.fromCharCode(0x5000 + at).repeat(2)}${at}号地块${at * 7}补偿款未到位请求核实${prefix}`,
        ),
      );
    const matched = (count: number) => {
      const [ledger, list] = [many('甲', count), many('乙', count)];
      return () => assert.equal(matchCases(ledger, list).pairs.length, count);
    };
    assertGrowsWithSize(matched, 500, 5_000);
  });
});
