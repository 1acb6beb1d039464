import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heightOf, heightOfAll, lineAt, offsetOf } from '../../../../addin/pane/findings/lineGeometry';

const anyGeometry = fc
  .record({
    count: fc.integer({ min: 1, max: 500_000 }),
    lineHeight: fc.integer({ min: 20, max: 80 }),
    opened: fc.integer({ min: -1, max: 500_000 }),
    extra: fc.integer({ min: 0, max: 2_000 }),
  })
  .map((geometry) => ({ ...geometry, opened: Math.min(geometry.opened, geometry.count - 1) }))
  .map((geometry) => ({ ...geometry, extra: geometry.opened < 0 ? 0 : geometry.extra }));

describe('where the lines of a list stand', () => {
  it('puts every line below the one before it, and all of them into the whole', () => {
    fc.assert(
      fc.property(anyGeometry, fc.nat(), (geometry, pick) => {
        const at = pick % geometry.count;
        assert.equal(offsetOf(geometry, at) + heightOf(geometry, at), offsetOf(geometry, at + 1));
        assert.equal(heightOfAll(geometry), geometry.count * geometry.lineHeight + geometry.extra);
      }),
    );
  });

  it('finds the line at any pixel of it', () => {
    fc.assert(
      fc.property(anyGeometry, fc.nat(), fc.nat(), (geometry, pick, pixel) => {
        const at = pick % geometry.count;
        assert.equal(lineAt(geometry, offsetOf(geometry, at) + (pixel % heightOf(geometry, at))), at);
      }),
    );
  });

  it('takes what is above for the first line and what is below for the last', () => {
    const geometry = { count: 10, lineHeight: 56, opened: 9, extra: 100 };
    assert.equal(lineAt(geometry, -5), 0);
    assert.equal(lineAt(geometry, 100_000), 9);
  });
});
