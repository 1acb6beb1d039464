import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../src/core/nearest';

describe('nearest', () => {
  it('finds the choice a slip of the pen meant', () => {
    assert.equal(nearest('equl', ['equal', 'notEqual', 'in']), 'equal');
    assert.equal(nearest('台帐', ['台账', '汇总']), '台账');
  });

  it('answers nothing where nothing is near', () => {
    assert.equal(nearest('完全不同', ['equal', '台账']), null);
    assert.equal(nearest('x', []), null);
  });

  it('takes the first of equals', () => {
    assert.equal(nearest('ab', ['ax', 'ay']), 'ax');
  });

  it('counts a swap of neighbours as one step', () => {
    assert.equal(editDistance('chekc', 'check'), 1);
    assert.equal(editDistance('', 'abc'), 3);
    assert.equal(editDistance('abc', 'abc'), 0);
  });
});
