import assert from 'node:assert/strict';
import { caughtBy, PLANTED_BUGS, unharmed } from './plantedBugs';

const SEED = 20211009;

describe('bugs planted in the compiled evaluator, one at a time', function () {
  this.timeout(300_000);

  it('are at least ten, each another one', () => {
    assert.ok(PLANTED_BUGS.length >= 10);
    assert.equal(new Set(PLANTED_BUGS.map(({ what }) => what)).size, PLANTED_BUGS.length);
  });

  it('are all there is to catch: without one the same trial finds nothing', async () => {
    assert.equal(await unharmed(SEED), null);
  });

  for (const bug of PLANTED_BUGS) {
    it(`caught: ${bug.what} (${bug.file})`, async () => {
      assert.notEqual(await caughtBy(bug, SEED), null, 'it went unnoticed');
    });
  }
});
