/**
 * Gives each case to one of those who may take it, as evenly as can be: first to whoever has the fewest, then moved along
 * chains of exchanges until no such chain would make two loads more even (such an assignment is the most even there is).
 * Answers one index a case, or null where nobody may take it. In a tie whoever comes first gets the case.
 */
export function assignEvenly(takers: number, mayTake: readonly (readonly number[])[]): readonly (number | null)[] {
  const given: (number | null)[] = [];
  const loads = new Array<number>(takers).fill(0);
  mayTake.forEach((able) => {
    const least = able.reduce<number | null>(
      (best, one) => (best === null || loads[one]! < loads[best]! ? one : best),
      null,
    );
    given.push(least);
    if (least !== null) loads[least]!++;
  });
  while (evenOut(given, loads, mayTake)) continue;
  return given;
}

/** Moves one case from someone to someone with at least two fewer, over others where it must; false where nothing can be. */
function evenOut(given: (number | null)[], loads: number[], mayTake: readonly (readonly number[])[]): boolean {
  const byLoad = loads.map((_, taker) => taker).sort((a, b) => loads[b]! - loads[a]!);
  const cases = loads.map((): number[] => []);
  given.forEach((taker, at) => taker !== null && cases[taker]!.push(at));
  for (const start of byLoad) {
    const cameBy = new Map<number, { readonly from: number; readonly at: number }>();
    const queue = [start];
    for (const from of queue)
      for (const at of cases[from]!)
        for (const to of mayTake[at] ?? []) {
          if (to === start || cameBy.has(to)) continue;
          cameBy.set(to, { from, at });
          if (loads[to]! <= loads[start]! - 2) {
            shift(given, cameBy, start, to);
            loads[start]!--;
            loads[to]!++;
            return true;
          }
          queue.push(to);
        }
  }
  return false;
}

function shift(
  given: (number | null)[],
  cameBy: ReadonlyMap<number, { readonly from: number; readonly at: number }>,
  start: number,
  end: number,
): void {
  for (let to = end; to !== start;) {
    const step = cameBy.get(to);
    if (!step) return;
    given[step.at] = to;
    to = step.from;
  }
}
