import assert from 'node:assert/strict';

/**
 * How long the quickest of several runs kept the processor busy, in milliseconds. No test asserts it: it is compared with
 * that of other work of the same test, so that neither a slow machine nor a busy one decides.
 */
export function processorTime(work: () => unknown, runs = 3): number {
  const took = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...took);
}

/** What is too short to be compared, in milliseconds, and how much more than its share the larger size may take. */
const [TOO_SHORT, SLACK] = [5, 6];

/**
 * Fails where work grows faster than its size: ten times the size may take sixty times as long, but not the hundred
 * times of what looks at all for each. `prepare` answers the work of a size; preparing is not counted.
 */
export function assertGrowsWithSize(prepare: (size: number) => () => unknown, small: number, large: number): void {
  const [less, more] = [prepare(small), prepare(large)];
  const before = Math.max(processorTime(less), TOO_SHORT);
  const after = processorTime(more);
  const times = after / before;
  assert.ok(times <= (SLACK * large) / small, `${large / small} times the size took ${times.toFixed(1)} times as long`);
}
