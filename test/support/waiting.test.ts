import assert from 'node:assert/strict';
import { becomes, counts, reads, until } from './waiting';

/** Tells one value after the other, and the last from then on. */
function telling<T>(...values: readonly [T, ...T[]]): () => Promise<T> {
  let at = 0;
  return () => Promise.resolve(values[Math.min(at++, values.length - 1)]!);
}

describe('waiting for what a test asserts', () => {
  it('looks until it is so, and tells what it saw', async () => {
    assert.equal(await reads({ innerText: telling('', '正在检查', '共 3 条') }, /共 \d+ 条/), '共 3 条');
    await counts({ count: telling(0, 1, 2) }, 2);
    await becomes(telling<unknown>(null, { at: 1 }, { at: 2 }), { at: 2 });
    await until('it is so', telling(false, false, true));
  });

  it('fails with what it saw last', async () => {
    await assert.rejects(reads({ innerText: telling('一', '二') }, /三/, 50), /二/);
    await assert.rejects(becomes(telling(1, 2), 3, 50), /2 !== 3/);
  });

  it('does not look again where looking fails', async () => {
    const closed = (): Promise<string> => Promise.reject(new Error('the page is closed'));
    await assert.rejects(reads({ innerText: closed }, /./), /the page is closed/);
  });
});
