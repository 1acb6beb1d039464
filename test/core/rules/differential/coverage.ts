import { OPERATORS } from '../../../../src/core/rules/operators';
import { CELL_STATES, NASTY_TEXTS, TYPES, type CellState, type Ledger } from './cells';
import { formsFor, OPERAND_FORMS, type Batch, type Json, type RuleText } from './trees';

const NUMERIC = ['number', 'date', 'limit'];

interface SeenLeaf {
  readonly counts: Map<string, number>;
  readonly left: string;
  readonly right: string | null;
}

export interface CoverageCounts {
  readonly trees: number;
  readonly verdicts: number;
  readonly againstPlain: number;
  readonly throughLoader: number;
  readonly groups: ReadonlyMap<string, number>;
  readonly depths: ReadonlyMap<number, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly nasty: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What the generator emitted, counted where the references looked: an empty cell of the table is a hole in the test. */
export class Coverage {
  trees = 0;
  verdicts = 0;
  againstPlain = 0;
  throughLoader = 0;
  readonly groups = new Map<string, number>();
  readonly depths = new Map<number, number>();
  readonly outcomes = new Map<string, number>();
  readonly nasty = new Map<string, number>();
  /** Per operator and form of its operand: states of the left side, and of a fact on the right. */
  private readonly left = new Map<string, Map<string, number>>();

  /** Adds what another part of the same run counted, as it came from another thread. */
  add(other: CoverageCounts): void {
    this.trees += other.trees;
    this.verdicts += other.verdicts;
    this.againstPlain += other.againstPlain;
    this.throughLoader += other.throughLoader;
    for (const name of ['groups', 'depths', 'outcomes', 'nasty'] as const)
      for (const [key, count] of other[name]) addTo(this[name] as Map<unknown, number>, key, count);
    for (const [key, states] of other.left) {
      let counts = this.left.get(key);
      if (!counts) this.left.set(key, (counts = new Map()));
      for (const [state, count] of states) addTo(counts, state, count);
    }
  }

  /** The bare counts, to be handed to another thread. */
  counts(): CoverageCounts {
    const { trees, verdicts, againstPlain, throughLoader, groups, depths, outcomes, nasty, left } = this;
    return { trees, verdicts, againstPlain, throughLoader, groups, depths, outcomes, nasty, left };
  }

  /** Counts the leaves of a batch over the rows that the references looked at. */
  note(batch: Batch, ledger: Ledger, rows: readonly number[]): void {
    for (const rule of batch.rules) {
      this.trees++;
      const leaves: SeenLeaf[] = [];
      bump(this.depths, this.walk(rule.conditions, batch, rule, leaves));
      if (rule.appliesWhen) this.walk(rule.appliesWhen, batch, rule, leaves);
      if (Object.keys(rule.parameters).length > 1) bump(this.groups, 'parameters');
      for (const row of rows) {
        for (const { counts, left, right } of leaves) {
          const state = ledger.stateOf(left, row);
          bump(counts, state);
          if (right !== null) bump(counts, `right ${ledger.stateOf(right, row)}`);
        }
      }
    }
    for (const row of rows) {
      for (const fact of ['text', 'otherText']) {
        const value = ledger.plain(fact, row);
        if (ledger.stateOf(fact, row) === 'known' && (NASTY_TEXTS as readonly unknown[]).includes(value))
          bump(this.nasty, JSON.stringify(value));
      }
    }
  }

  private walk(json: Json, batch: Batch, rule: RuleText, leaves: SeenLeaf[]): number {
    if (typeof json['condition'] === 'string') {
      bump(this.groups, 'condition');
      const named = batch.named.get(json['condition']);
      return named ? this.walk(named, batch, rule, leaves) : 0;
    }
    if ('priority' in json) bump(this.groups, 'priority');
    for (const kind of ['all', 'any', 'not']) {
      if (!(kind in json)) continue;
      bump(this.groups, kind);
      const inner = kind === 'not' ? [json['not'] as Json] : (json[kind] as readonly Json[]);
      return 1 + Math.max(...inner.map((one) => this.walk(one, batch, rule, leaves)));
    }
    leaves.push(this.seen(json));
    return 0;
  }

  private seen(json: Json): SeenLeaf {
    const operator = String(json['operator']);
    const left = String(json['fact']);
    const value = json['value'];
    const reference = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
    const other = typeof reference['fact'] === 'string' ? reference['fact'] : null;
    const form =
      OPERATORS.get(operator)?.operand === 'none'
        ? 'none'
        : other?.startsWith('parameters.')
          ? 'parameter'
          : other !== null
            ? 'fact'
            : 'lexicon' in reference
              ? 'lexicon'
              : 'literal';
    const key = `${operator} ${form}`;
    let counts = this.left.get(key);
    if (!counts) this.left.set(key, (counts = new Map()));
    return { counts, left, right: form === 'fact' ? other : null };
  }

  /** Cells of the table that can be filled and are not. */
  holes(): string[] {
    const holes: string[] = [];
    for (const [key, states] of expected()) {
      const counts = this.left.get(key);
      for (const state of states) if ((counts?.get(state) ?? 0) === 0) holes.push(`${key} ${state}`);
    }
    for (const group of ['all', 'any', 'not', 'condition', 'parameters', 'priority'])
      if (!this.groups.has(group)) holes.push(group);
    for (let depth = 1; depth <= 16; depth++) if (!this.depths.has(depth)) holes.push(`depth ${depth}`);
    for (const text of NASTY_TEXTS)
      if (!this.nasty.has(JSON.stringify(text))) holes.push(`cell ${JSON.stringify(text)}`);
    for (const outcome of ['flagged', 'clean', 'notApplicable', 'cannotJudge', 'wantsColumn'])
      if (!this.outcomes.has(outcome)) holes.push(outcome);
    return holes;
  }

  /** As a table in text. */
  toString(): string {
    const lines: string[] = [];
    const list = (map: ReadonlyMap<string | number, number>): string =>
      [...map].map(([key, count]) => `${key} ${count}`).join('  ');
    lines.push(`condition trees ${this.trees}  through the loader ${this.throughLoader}`);
    lines.push(`verdicts compared ${this.verdicts}  with json-rules-engine in plain use ${this.againstPlain}`);
    lines.push(`outcomes  ${list(this.outcomes)}`, `groups  ${list(this.groups)}`);
    lines.push(`nesting  ${list(new Map([...this.depths].sort(([a], [b]) => a - b)))}`);
    lines.push(`cells  ${list(this.nasty)}`, '');
    const heads = [...CELL_STATES, ...CELL_STATES.map((state) => `right ${state}`)];
    lines.push(['operator, operand'.padEnd(32), ...CELL_STATES.map((state) => state.padStart(14))].join(''));
    for (const [key] of expected()) {
      const counts = this.left.get(key) ?? new Map<string, number>();
      const row = (names: readonly string[]): string =>
        names.map((name) => String(counts.get(name) ?? '-').padStart(14)).join('');
      lines.push(key.padEnd(32) + row(heads.slice(0, CELL_STATES.length)));
      if (key.endsWith(' fact')) lines.push('    on the right'.padEnd(32) + row(heads.slice(CELL_STATES.length)));
    }
    return lines.join('\n');
  }
}

/** Every way to write a leaf, with the states that its cells can be in. */
function expected(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const operator of OPERATORS.values()) {
    for (const form of OPERAND_FORMS) {
      const facts = [...TYPES].filter(
        ([, type]) => operator.accepts.includes(type) && formsFor(operator, type).includes(form),
      );
      if (facts.length === 0) continue;
      const numeric = facts.some(([, type]) => NUMERIC.includes(type));
      const states = CELL_STATES.filter((state: CellState) => numeric || state !== 'notANumber');
      // What stands right is a list or a text where the operator wants one; else it is of the left side's kind.
      const right =
        form !== 'fact'
          ? []
          : states
              .filter((state) => operator.operand === 'value' || state !== 'notANumber')
              .map((state) => `right ${state}`);
      found.set(`${operator.name} ${form}`, [...states, ...right]);
    }
  }
  return found;
}

const bump = <K>(map: Map<K, number>, key: K): void => addTo(map, key, 1);

function addTo<K>(map: Map<K, number>, key: K, count: number): void {
  map.set(key, (map.get(key) ?? 0) + count);
}
