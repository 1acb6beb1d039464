import { groupsByKey } from '../words/textHash';
import type { Fact, FactValue } from './column';
import type { CaseReader, FactContext, TableFact } from './definition';

/** How cases are found alike, and what is said of them. */
interface Likeness<T extends FactValue> {
  /** A number that cases which are alike share, made without the key; 0 for a case that is not compared. */
  readonly hash: (read: CaseReader) => number;
  /** What two cases that are alike have in common, exactly. */
  readonly key: (read: CaseReader) => string;
  /** What is said of a case that has no like, or is not compared (its hash is 0). */
  readonly alone: (read: CaseReader, isCompared: boolean) => Fact<T>;
  /** What is said of each of two or more cases that are alike, in their order. */
  readonly together: (
    cases: readonly number[],
    read: (index: number) => CaseReader,
    context: FactContext,
  ) => readonly Fact<T>[];
}

/**
 * A fact over all cases that says of each only how it stands to its like. Of an edit it needs no more than the cases
 * that were, or have become, like the edited ones: their hashes are kept to find them.
 */
export function alikeFact<T extends FactValue>(
  head: Omit<TableFact, 'computeAll' | 'recompute'>,
  { hash, key, alone, together }: Likeness<T>,
): TableFact {
  const hashesByContext = new WeakMap<FactContext, Int32Array>();
  return {
    ...head,
    computeAll(read, count, context) {
      const hashes = new Int32Array(count);
      const facts = new Array<Fact<T>>(count);
      for (let i = 0; i < count; i++) {
        const reader = read(i);
        const own = hash(reader);
        hashes[i] = own;
        facts[i] = alone(reader, own !== 0);
      }
      hashesByContext.set(context, hashes);
      for (const group of groupsByKey(hashes, (index) => key(read(index)))) {
        const said = together(group, read, context);
        group.forEach((index, at) => (facts[index] = said[at] ?? null));
      }
      return facts;
    },
    recompute(read, context, changed) {
      const hashes = hashesByContext.get(context);
      if (hashes === undefined) return null;
      const wanted = new Set<number>();
      for (const index of changed) {
        wanted.add(hashes[index] ?? 0);
        hashes[index] = hash(read(index));
        wanted.add(hashes[index] ?? 0);
      }
      wanted.delete(0);
      const cases: number[] = [];
      if (wanted.size > 0) for (let i = 0; i < hashes.length; i++) if (wanted.has(hashes[i] ?? 0)) cases.push(i);
      const facts = new Map<number, Fact<T>>();
      for (const index of [...changed, ...cases]) facts.set(index, alone(read(index), hashes[index] !== 0));
      const hashesOfCases = Int32Array.from(cases, (index) => hashes[index] ?? 0);
      for (const places of groupsByKey(hashesOfCases, (place) => key(read(cases[place] ?? 0)))) {
        const group = places.map((place) => cases[place] ?? 0);
        const said = together(group, read, context);
        group.forEach((index, at) => facts.set(index, said[at] ?? null));
      }
      return facts;
    },
  };
}
