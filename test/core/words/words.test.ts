import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPairTable } from '../../../src/core/words/pairTable';
import { createTextHash, groupsByKey } from '../../../src/core/words/textHash';
import { WordList } from '../../../src/core/words/wordList';
import { createWordSets, MOST_SETS } from '../../../src/core/words/wordSets';

const SIGNS = ['甲', '乙', '丙', '丁', 'a', '，', '𠀀', ''];
const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((parts) => parts.join(''));
const word = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('') || '甲');

describe('createWordSets', () => {
  it('finds what includes finds, in a text and in any stretch of it', () => {
    const sets = fc.array(fc.array(word, { maxLength: 5 }), { minLength: 1, maxLength: MOST_SETS });
    fc.assert(
      fc.property(sets, text, fc.nat(14), fc.nat(14), (lists, content, from, to) => {
        const end = Math.min(to, content.length);
        const expected = (stretch: string): number =>
          lists.reduce((sum, list, at) => sum | (list.some((one) => stretch.includes(one)) ? 1 << at : 0), 0);
        const scan = createWordSets(lists);
        assert.equal(scan.scan(content), expected(content));
        assert.equal(scan.scan(content, from, end), expected(content.slice(from, Math.max(from, end))));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds an empty word in every text, and nothing where there are no words', () => {
    assert.equal(createWordSets([['甲'], ['']]).scan(''), 2);
    assert.equal(createWordSets([[], []]).scan('甲乙'), 0);
  });
});

describe('createPairTable', () => {
  it('keeps apart pairs of every kind, also where many fall on one slot', () => {
    const words = Array.from({ length: 3000 }, (_, i) =>
      String.fromCharCode(0x4e00 + (i % 60), 0x4e00 + Math.floor(i / 60), 0x4e00),
    );
    const table = createPairTable([...words, '\0\0'].map((one): [string, string] => [one, one]));
    for (const one of words) assert.deepEqual(table.pair(one.charCodeAt(0), one.charCodeAt(1)), [one]);
    assert.deepEqual(table.pair(0, 0), ['\0\0']);
    assert.equal(table.pair(0x4e00, 0x9000), undefined);
    assert.equal(table.single(0x4e00), undefined);
  });
});

describe('WordList', () => {
  it('finds the last word by where it ends, the longer of two', () => {
    const list = WordList.of(['村民', '民', '乡村民']).with(['张三丰']);
    assert.deepEqual(list.lastIn('某乡村民与张三丰', 0, 4), { start: 1, end: 4 });
    assert.deepEqual(list.lastIn('某乡村民与张三丰', 0, 8), { start: 5, end: 8 });
    assert.equal(list.lastIn('某乡村民', 0, 3), null);
    assert.equal(list.lastIn('某乡村民', 4, 2), null);
  });

  it('says what stands in a stretch as includes does', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        fc.array(word, { maxLength: 2 }),
        text,
        fc.nat(12),
        (words, more, content, from) => {
          const stretch = content.slice(from);
          const expected = [...words, ...more].some((one) => stretch.includes(one));
          assert.equal(WordList.of(words).with(more).standsIn(content, from, content.length), expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows its words', () => {
    const list = WordList.of(['甲']).with(['乙']);
    assert.deepEqual([list.has('甲'), list.has('乙'), list.has('丙')], [true, true, false]);
    assert.equal(WordList.of(['甲']).with([]).has('乙'), false);
  });
});

describe('createTextHash', () => {
  const folds: readonly ((one: string) => string)[] = [
    (one) => one.normalize('NFKC').replace(/\s+/g, '').toUpperCase(),
    (one) =>
      one
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .toUpperCase(),
  ];
  const signs = fc.constantFrom(
    ...'甲乙〇一Aａa１1，,。 \u3000…（ﬁé',
    'e\u0301',
    '㈠',
    'か\u3099',
    'が',
    '\u00a0',
    '𠀀',
  );
  const mixed = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(''));

  it('is the same for texts that fold to the same, 0 where nothing is left', () => {
    for (const fold of folds) {
      const hash = createTextHash(fold);
      fc.assert(
        fc.property(mixed, (one) => {
          assert.equal(hash(one), hash(fold(one)));
          assert.equal(hash(one) === 0, fold(one) === '');
        }),
        { numRuns: 2000 },
      );
    }
  });

  it('folds every simple character as it is folded among others', () => {
    for (const fold of folds) {
      const hash = createTextHash(fold);
      for (let code = 0x20; code < 0xffff; code++) {
        const between = `甲${String.fromCharCode(code)}乙`;
        // A few letters of other scripts fold further when folded again; they are never taken one by one.
        if (fold(fold(between)) !== fold(between)) continue;
        assert.equal(hash(between), hash(fold(between)), code.toString(16));
      }
    }
  });
});

describe('groupsByKey', () => {
  it('groups by key those that share a hash, and leaves hash 0 out', () => {
    const keys = ['a', 'b', 'a', 'c', 'b', 'd', 'd'];
    const groups = groupsByKey(Int32Array.of(7, 7, 7, 7, 7, 0, 0), (index) => keys[index] ?? '');
    assert.deepEqual(groups, [
      [0, 2],
      [1, 4],
    ]);
  });
});
