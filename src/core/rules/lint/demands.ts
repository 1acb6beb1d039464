import type { FactType, FactValue } from '../../facts/column';
import { FactState } from '../../facts/column';
import { judge, type FactCell, type Truth } from '../judge';
import type { Condition, Leaf } from '../pack';

/** What a condition shall come out as; the last two leave `unknown` open. */
export type Want = 'true' | 'false' | 'notTrue' | 'notFalse';

export interface Demand {
  readonly condition: Condition;
  readonly want: Want;
}

/** What is known of the facts: their types, and the values of those that can take no other. */
export interface FactDomains {
  readonly types: ReadonlyMap<string, FactType>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Beyond so many alternatives, or leaves in one of them, nothing is claimed. */
const MOST_ALTERNATIVES = 2000;
const MOST_LEAVES = 200;
const OPPOSITE: Readonly<Record<Want, Want>> = {
  true: 'false',
  false: 'true',
  notTrue: 'notFalse',
  notFalse: 'notTrue',
};
const ALLOWED: Readonly<Record<Want, readonly Truth[]>> = {
  true: ['true'],
  false: ['false'],
  notTrue: ['false', 'unknown'],
  notFalse: ['true', 'unknown'],
};

interface Literal {
  readonly leaf: Leaf;
  readonly want: Want;
}

/**
 * Whether some case could meet all demands at once. `false` is a proof that none can; `true` only says that none was
 * found: facts are taken as independent of each other, and expressions as able to match anything.
 */
export function canHold(demands: readonly Demand[], domains: FactDomains): boolean {
  let alternatives: (readonly Literal[])[] = [[]];
  for (const { condition, want } of demands) {
    const more = expand(condition, want);
    const crossed = more && cross(alternatives, more);
    if (!crossed) return true;
    alternatives = crossed;
  }
  return alternatives.some((literals) => isPossible(literals, domains));
}

/** The ways in which a condition can come out as wanted, each a list of leaves; null where there are too many. */
function expand(condition: Condition, want: Want): (readonly Literal[])[] | null {
  if (condition.kind === 'leaf') return [[{ leaf: condition, want }]];
  if (condition.kind === 'not') return expand(condition.of, OPPOSITE[want]);
  // `all` is true when every part is, not true when one part is not, and so on; `any` the other way round.
  const every = (condition.kind === 'all') === (want === 'true' || want === 'notFalse');
  let ways: (readonly Literal[])[] = every ? [[]] : [];
  for (const inner of condition.of) {
    const more = expand(inner, want);
    const next = more && (every ? cross(ways, more) : [...ways, ...more]);
    if (!next || next.length > MOST_ALTERNATIVES) return null;
    ways = next;
  }
  return ways;
}

function cross(
  left: readonly (readonly Literal[])[],
  right: readonly (readonly Literal[])[],
): (readonly Literal[])[] | null {
  if (left.length * right.length > MOST_ALTERNATIVES) return null;
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}

interface Wanted {
  readonly leaf: Leaf;
  allowed: readonly Truth[];
}

function isPossible(literals: readonly Literal[], domains: FactDomains): boolean {
  if (literals.length > MOST_LEAVES) return true;
  const byLeaf = new Map<string, Wanted>();
  for (const { leaf, want } of literals) {
    const key = JSON.stringify(leaf);
    const wanted = byLeaf.get(key) ?? { leaf, allowed: ['true', 'false', 'unknown'] };
    wanted.allowed = wanted.allowed.filter((truth) => ALLOWED[want].includes(truth));
    if (wanted.allowed.length === 0) return false;
    byLeaf.set(key, wanted);
  }
  const all = [...byLeaf.values()];
  if (!ordersAgree(all)) return false;
  const facts = new Set(all.flatMap(({ leaf }) => factsOf(leaf)));
  return [...facts].every((fact) => hasValue(fact, all, domains));
}

const factsOf = (leaf: Leaf): readonly string[] =>
  leaf.operand.kind === 'fact' ? [leaf.fact, leaf.operand.fact] : [leaf.fact];

/** Whether one value of the fact can meet every leaf that looks at it alone; others only ask that it be known. */
function hasValue(fact: string, wanted: readonly Wanted[], domains: FactDomains): boolean {
  const concerned = wanted.filter(({ leaf }) => factsOf(leaf).includes(fact));
  const alone = concerned.filter(({ leaf }) => leaf.operand.kind !== 'fact' && leaf.operand.kind !== 'pattern');
  const mustBeKnown = concerned.some((one) => !alone.includes(one) && !one.allowed.includes('unknown'));
  return candidates(fact, alone, domains).some(
    (cell) =>
      (!mustBeKnown || cell.value !== null) &&
      alone.every(({ leaf, allowed }) => allowed.includes(judge(leaf, () => cell))),
  );
}

/** Characters that stand in no rule. */
const FRESH = '\u0002';
const BETWEEN = '\u0003';

const UNKNOWN_CELLS: readonly FactCell[] = [
  { state: FactState.blank, value: null },
  { state: FactState.unreadable, value: null },
  { state: FactState.unknown, value: null },
];

/** Enough values of a fact that one of them meets the leaves if any value does. */
function candidates(fact: string, wanted: readonly Wanted[], domains: FactDomains): readonly FactCell[] {
  const known = (value: FactValue): FactCell => ({ state: FactState.known, value });
  const literals = wanted.flatMap(({ leaf }) => (leaf.operand.kind === 'literal' ? [leaf.operand.value] : []));
  const single = literals.flatMap((value): readonly (string | number | boolean)[] =>
    typeof value === 'object' ? value : [value],
  );
  const type = domains.types.get(fact);
  switch (type) {
    case 'boolean':
      return [...UNKNOWN_CELLS, known(true), known(false)];
    case 'number':
    case 'date':
    case 'limit': {
      const steps = type === 'number' ? [-1, -0.5, 0, 0.5, 1] : [-1, 0, 1];
      const points = single.filter((value): value is number => typeof value === 'number');
      const near = (points.length === 0 ? [0] : points).flatMap((point) => steps.map((step) => known(point + step)));
      // A limit can be there and be no date.
      return [...UNKNOWN_CELLS, ...near, ...(type === 'limit' ? [{ state: FactState.known, value: null }] : [])];
    }
    case 'names': {
      const items = single.filter((value): value is string => typeof value === 'string');
      const asked = wanted.filter((one) => mustHave(one)).map(({ leaf }) => leaf);
      const list = items.filter((item) =>
        asked.some(({ operand }) => operand.kind === 'literal' && operand.value === item),
      );
      return [...UNKNOWN_CELLS, known([FRESH, ...list]), known([FRESH])];
    }
    case 'text':
    case 'enum':
    case undefined: {
      const closed = domains.values.get(fact);
      if (closed) return [...UNKNOWN_CELLS, ...closed.map((value) => known(value))];
      const texts = single.filter((value): value is string => typeof value === 'string');
      return [...UNKNOWN_CELLS, known(FRESH), ...texts.map((value) => known(value)), known(textWith(wanted))];
    }
  }
}

/** Whether a leaf, the value being known, has to hold; `contains` and `doesNotContain` are each other's opposite. */
function mustHave({ leaf, allowed }: Wanted): boolean {
  return leaf.operator === 'doesNotContain' ? !allowed.includes('true') : !allowed.includes('false');
}

/** One word of each list that must be found, none of them holding a word that must not be; words never overlap. */
function textWith(wanted: readonly Wanted[]): string {
  const lists = wanted.flatMap((one) =>
    one.leaf.operand.kind === 'words' ? [{ ...one, words: one.leaf.operand.words }] : [],
  );
  const forbidden = lists.filter(({ allowed }) => !allowed.includes('true')).flatMap(({ words }) => words);
  const chosen = lists
    .filter(({ allowed }) => !allowed.includes('false'))
    .map(({ words }) => words.find((word) => !forbidden.some((none) => word.includes(none))) ?? FRESH);
  return [FRESH, ...chosen].join(BETWEEN);
}

const ORDERS: Readonly<Record<string, readonly Order[]>> = {
  equal: ['same'],
  notEqual: ['less', 'more'],
  lessThan: ['less'],
  before: ['less'],
  lessThanInclusive: ['less', 'same'],
  onOrBefore: ['less', 'same'],
  greaterThan: ['more'],
  after: ['more'],
  greaterThanInclusive: ['more', 'same'],
  onOrAfter: ['more', 'same'],
};
type Order = 'less' | 'same' | 'more';
const EVERY_ORDER: readonly Order[] = ['less', 'same', 'more'];
const TURNED: Readonly<Record<Order, Order>> = { less: 'more', same: 'same', more: 'less' };

/** Whether two facts that are compared with each other, perhaps several times, can stand in some order. */
function ordersAgree(wanted: readonly Wanted[]): boolean {
  const pairs = new Map<string, readonly Order[]>();
  for (const { leaf, allowed } of wanted) {
    const orders = ORDERS[leaf.operator];
    if (leaf.operand.kind !== 'fact' || !orders || allowed.includes('unknown')) continue;
    const holds = allowed.includes('true') ? orders : EVERY_ORDER.filter((order) => !orders.includes(order));
    const turned = leaf.fact > leaf.operand.fact;
    const pair = turned ? `${leaf.operand.fact}\n${leaf.fact}` : `${leaf.fact}\n${leaf.operand.fact}`;
    const before = pairs.get(pair) ?? (leaf.fact === leaf.operand.fact ? ['same'] : EVERY_ORDER);
    const seen = turned ? holds.map((order) => TURNED[order]) : holds;
    pairs.set(
      pair,
      before.filter((order) => seen.includes(order)),
    );
  }
  return [...pairs.values()].every((orders) => orders.length > 0);
}
