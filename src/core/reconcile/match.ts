import { alikeTexts } from './alikeness';
import type { CaseKey } from './caseKey';
import { samePerson } from './people';

/** What two rows were found to be one case by. */
export type MatchedBy = 'number' | 'content' | 'alike';

export interface MatchedPair {
  readonly ledger: number;
  readonly list: number;
  readonly by: MatchedBy;
}

/** Rows of which none can be told to be another's: a person has to look. */
export interface Unsure {
  readonly why: 'sameNumber' | 'sameContent' | 'alike';
  readonly ledger: readonly number[];
  readonly list: readonly number[];
}

export interface Matches {
  readonly pairs: readonly MatchedPair[];
  readonly unsure: readonly Unsure[];
  readonly onlyLedger: readonly number[];
  readonly onlyList: readonly number[];
}

/** So alike must contents be where the person is the same, and where that can't be told. */
const ALIKE_SAME_PERSON = 0.6;
const ALIKE_ANY_PERSON = 0.85;
/** The next best must be so much less alike; else it is a tie. */
const MARGIN = 0.1;

/** Finds the cases of a list in a ledger, one to one: by number, by person and content, by contents alike; never guesses. */
export function matchCases(ledger: readonly CaseKey[], list: readonly CaseKey[]): Matches {
  return new Matching(ledger, list).run();
}

class Matching {
  private readonly pairs: MatchedPair[] = [];
  private readonly unsure: Unsure[] = [];
  private readonly openLedger: Set<number>;
  private readonly openList: Set<number>;

  constructor(
    private readonly ledger: readonly CaseKey[],
    private readonly list: readonly CaseKey[],
  ) {
    this.openLedger = new Set(ledger.keys());
    this.openList = new Set(list.keys());
  }

  run(): Matches {
    this.byKey(({ number }) => number, 'number', 'sameNumber');
    this.byKey(personAndContent, 'content', 'sameContent');
    this.byAlikeness();
    return {
      pairs: this.pairs.sort((a, b) => a.list - b.list),
      unsure: this.unsure,
      onlyLedger: [...this.openLedger],
      onlyList: [...this.openList],
    };
  }

  /** Rows with one key on either side are a pair; of several, those whose person and content are the same. */
  private byKey(keyOf: (key: CaseKey) => string, by: MatchedBy, why: Unsure['why']): void {
    const lefts = grouped(this.ledger, this.openLedger, keyOf);
    const rights = grouped(this.list, this.openList, keyOf);
    for (const [key, left] of lefts) {
      const right = rights.get(key);
      if (right === undefined) continue;
      if (left.length === 1 && right.length === 1) {
        this.take(left[0] ?? 0, right[0] ?? 0, by);
        continue;
      }
      const inLeft = grouped(this.ledger, new Set(left), personAndContent);
      const inRight = grouped(this.list, new Set(right), personAndContent);
      for (const [own, [one, second]] of inLeft) {
        const [other, more] = inRight.get(own) ?? [];
        if (one !== undefined && other !== undefined && second === undefined && more === undefined)
          this.take(one, other, by);
      }
      const leftOver = left.filter((at) => this.openLedger.has(at));
      const rightOver = right.filter((at) => this.openList.has(at));
      if (leftOver.length > 0 && rightOver.length > 0) this.leave(leftOver, rightOver, why);
    }
  }

  private byAlikeness(): void {
    const lefts = [...this.openLedger].filter((at) => (this.ledger[at]?.content ?? '') !== '');
    const rights = [...this.openList].filter((at) => (this.list[at]?.content ?? '') !== '');
    const texts = (keys: readonly CaseKey[], at: readonly number[]): string[] => at.map((i) => keys[i]?.content ?? '');
    let edges = alikeTexts(texts(this.ledger, lefts), texts(this.list, rights), ALIKE_SAME_PERSON)
      .map(({ left, right, score }) => ({ left: lefts[left] ?? 0, right: rights[right] ?? 0, score }))
      .filter((edge) => this.mayBeOne(edge));
    // A pair that is taken may leave another without a rival.
    for (;;) {
      const clear = withoutRivals(edges);
      if (clear.length === 0) break;
      for (const { left, right } of clear) this.take(left, right, 'alike');
      edges = edges.filter(({ left, right }) => this.openLedger.has(left) && this.openList.has(right));
    }
    for (const { left, right } of connected(edges)) this.leave(left, right, 'alike');
  }

  private mayBeOne({ left, right, score }: Edge): boolean {
    const [a, b] = [this.ledger[left], this.list[right]];
    if (!a || !b) return false;
    const person = samePerson(a, b);
    return person === 'yes' || (person === 'maybe' && score >= ALIKE_ANY_PERSON);
  }

  private take(ledger: number, list: number, by: MatchedBy): void {
    this.pairs.push({ ledger, list, by });
    this.openLedger.delete(ledger);
    this.openList.delete(list);
  }

  private leave(ledger: readonly number[], list: readonly number[], why: Unsure['why']): void {
    this.unsure.push({ why, ledger, list });
    for (const at of ledger) this.openLedger.delete(at);
    for (const at of list) this.openList.delete(at);
  }
}

interface Edge {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Pairs of which no other claims one of the two rows and is nearly as alike. */
function withoutRivals(edges: readonly Edge[]): readonly Edge[] {
  const ofLeft = new Map<number, Edge[]>();
  const ofRight = new Map<number, Edge[]>();
  for (const edge of edges) {
    ofLeft.set(edge.left, [...(ofLeft.get(edge.left) ?? []), edge]);
    ofRight.set(edge.right, [...(ofRight.get(edge.right) ?? []), edge]);
  }
  return edges.filter((edge) =>
    [...(ofLeft.get(edge.left) ?? []), ...(ofRight.get(edge.right) ?? [])].every(
      (other) => other === edge || other.score <= edge.score - MARGIN,
    ),
  );
}

/** Rows that claim one another, directly or through others. */
function connected(edges: readonly Edge[]): readonly { readonly left: number[]; readonly right: number[] }[] {
  const groups: { left: Set<number>; right: Set<number> }[] = [];
  for (const { left, right } of edges) {
    const touched = groups.filter((group) => group.left.has(left) || group.right.has(right));
    const merged = {
      left: new Set([left, ...touched.flatMap((group) => [...group.left])]),
      right: new Set([right, ...touched.flatMap((group) => [...group.right])]),
    };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(({ left, right }) => ({ left: sorted(left), right: sorted(right) }));
}

const sorted = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);

/** '' where person or content is missing: nothing to go by. */
const personAndContent = ({ people, content }: CaseKey): string =>
  people.length === 0 || content === '' ? '' : `${[...people].sort().join('、')}\n${content}`;

function grouped(
  keys: readonly CaseKey[],
  among: ReadonlySet<number>,
  keyOf: (key: CaseKey) => string,
): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of among) {
    const own = keys[at];
    const key = own ? keyOf(own) : '';
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
}
