import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockText, parseBlock } from '../../../addin/workbench/typing/blockText';

describe('a block on the clipboard', () => {
  it('is read as Excel writes it: tabs, line breaks at the end, quotes around what holds them', () => {
    assert.deepEqual(parseBlock('甲\t1\r\n乙\t2\r\n'), [
      ['甲', '1'],
      ['乙', '2'],
    ]);
    assert.deepEqual(parseBlock('"第一行\n第二行"\t"他说""好"""\r\n'), [['第一行\n第二行', '他说"好"']]);
    assert.deepEqual(parseBlock('\t\t'), [['', '', '']]);
    assert.deepEqual(parseBlock('a\n\nb'), [['a'], [''], ['b']]);
    assert.deepEqual(parseBlock(''), []);
  });

  it('takes a quote that opens no cell for a quote', () => {
    assert.deepEqual(parseBlock('"甲"乙\t5"'), [['"甲"乙', '5"']]);
    assert.deepEqual(parseBlock('"没有收尾\t1'), [['"没有收尾', '1']]);
  });

  it('comes back as it was copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '1', '"', '\t', '\n', ' ', "'") });
    const block = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(fc.property(block, (cells) => assert.deepEqual(parseBlock(blockText(cells)), cells)));
  });
});
