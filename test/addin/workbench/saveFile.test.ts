import assert from 'node:assert/strict';
import { copyName } from '../../../addin/workbench/book/saveFile';
import { paneWidth } from '../../../addin/workbench/page/Splitter';

describe('what is saved', () => {
  it('is called after the file, once', () => {
    assert.equal(copyName('台账.xlsx'), '台账-督查.xlsx');
    assert.equal(copyName('台账-督查.xlsx'), '台账-督查.xlsx');
    assert.equal(copyName('2021.10 台账.XLSX'), '2021.10 台账-督查.xlsx');
  });
});

describe('the pane’s width', () => {
  it('stays between what its views need and what the ledger can spare', () => {
    assert.deepEqual([100, 400.4, 9_000].map(paneWidth), [320, 400, 640]);
  });
});
