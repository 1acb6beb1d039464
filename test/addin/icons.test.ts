import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iconFiles, ICON_SIZES } from '../../bin/build-icons';

const assets = path.resolve(__dirname, '../../addin/assets');

describe('icons', () => {
  it('are what `npm run icons` draws', () => {
    const drawn = iconFiles();
    assert.deepEqual(
      readdirSync(assets)
        .filter((file) => file.endsWith('.png'))
        .sort(),
      [...drawn.keys()].sort(),
    );
    for (const [name, bytes] of drawn)
      assert.ok(readFileSync(path.join(assets, name)).equals(bytes), `${name}: run npm run icons`);
  });

  it('have the size in their name, as PNGs with alpha', () => {
    assert.ok(ICON_SIZES.length >= 8);
    for (const [name, bytes] of iconFiles()) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const size = Number(/-(\d+)\.png$/.exec(name)?.[1]);
      assert.deepEqual([view.getUint32(16), view.getUint32(20), bytes[24], bytes[25]], [size, size, 8, 6], name);
    }
  });
});
