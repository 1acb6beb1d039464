import { exampleSource } from '../checkExamples';
import { judge, readerOf, type ReadFact, type Truth } from '../judge';
import type { Condition, Leaf, Rule } from '../pack';

/** What a rule's examples show of one of its leaves. */
export interface LeafCoverage {
  readonly part: 'appliesWhen' | 'conditions';
  /** Among all nodes of its part, groups included, counted from 0 in order of reading. */
  readonly node: number;
  readonly leaf: Leaf;
  /** Whether an example in which it decides sees it hold, and one sees it fail. */
  readonly seenTrue: boolean;
  readonly seenFalse: boolean;
}

/**
 * Looks which leaves the examples of a rule reach. A leaf counts as seen only where it decides something: in a case
 * where a neighbour has decided already, any slip in it would go unnoticed.
 */
export function leafCoverage(rule: Rule): readonly LeafCoverage[] {
  const seen = new Map<string, { seenTrue: boolean; seenFalse: boolean }>();
  const leaves: { part: LeafCoverage['part']; node: number; leaf: Leaf }[] = [];
  for (const part of ['appliesWhen', 'conditions'] as const) {
    preorder(rule[part]).forEach((condition, node) => {
      if (condition.kind === 'leaf') leaves.push({ part, node, leaf: condition });
    });
  }
  const note = (part: string) => (node: number, truth: Truth) => {
    const entry = seen.get(`${part} ${node}`) ?? { seenTrue: false, seenFalse: false };
    if (truth === 'true') entry.seenTrue = true;
    if (truth === 'false') entry.seenFalse = true;
    seen.set(`${part} ${node}`, entry);
  };
  for (const example of Object.values(rule.examples).flat()) {
    const read = readerOf(exampleSource([example]), 0);
    if (rule.appliesWhen) walk(rule.appliesWhen, 0, true, read, note('appliesWhen'));
    const applies = rule.appliesWhen === null || judge(rule.appliesWhen, read) === 'true';
    walk(rule.conditions, 0, applies, read, note('conditions'));
  }
  return leaves.map((leaf) => ({
    ...leaf,
    ...(seen.get(`${leaf.part} ${leaf.node}`) ?? { seenTrue: false, seenFalse: false }),
  }));
}

/** Returns the number of the node after this one and all in it. */
function walk(
  condition: Condition,
  node: number,
  decides: boolean,
  read: ReadFact,
  note: (node: number, truth: Truth) => void,
): number {
  if (condition.kind === 'leaf') {
    if (decides) note(node, judge(condition, read));
    return node + 1;
  }
  if (condition.kind === 'not') return walk(condition.of, node + 1, decides, read, note);
  const deciding: Truth = condition.kind === 'all' ? 'false' : 'true';
  const truths = condition.of.map((inner) => judge(inner, read));
  let next = node + 1;
  condition.of.forEach((inner, at) => {
    const open = !truths.some((truth, other) => other !== at && truth === deciding);
    next = walk(inner, next, decides && open, read, note);
  });
  return next;
}

/** A condition and everything in it, in order of reading. */
export function preorder(condition: Condition | null): readonly Condition[] {
  if (condition === null) return [];
  if (condition.kind === 'leaf') return [condition];
  return [condition, ...(condition.kind === 'not' ? [condition.of] : condition.of).flatMap(preorder)];
}
