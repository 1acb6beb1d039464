import assert from 'node:assert/strict';
import { chromiumPath } from './chromium';

describe('the browser for the tests', () => {
  it('is the one that CHROMIUM_PATH names', () => {
    assert.equal(chromiumPath({ CHROMIUM_PATH: __filename }, []), __filename);
  });
  it('is found in a known place', () => {
    assert.equal(chromiumPath({}, ['/nowhere/chromium', __filename]), __filename);
  });
  it('is missed with a sentence that says what to do', () => {
    assert.throws(() => chromiumPath({}, ['/nowhere/chromium']), /没有找到 Chromium.*CHROMIUM_PATH/);
    assert.throws(() => chromiumPath({ CHROMIUM_PATH: '/nowhere/chromium' }, []), /“\/nowhere\/chromium”不存在/);
  });
});
