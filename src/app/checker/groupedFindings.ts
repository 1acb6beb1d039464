import type { FindingQuery, ListLine } from '../../ports/checker';
import type { LedgerView } from './ledgerView';

/**
 * Findings of one query under the headings of their groups. Groups stand in the order of their most urgent finding and
 * findings in that of urgency; words are made for the lines that are asked for.
 */
export class GroupedFindings {
  /** Rules and cases of the findings, group after group. */
  private readonly rules: Uint16Array;
  private readonly indices: Int32Array;
  /** Where each group's findings start, and where the last one's end. */
  private readonly starts: Int32Array;
  readonly cases: number;

  constructor(
    private readonly view: LedgerView,
    private readonly query: FindingQuery,
    matches: (rule: number, index: number) => boolean,
  ) {
    const order = view.order(query.show);
    const rules = new Uint16Array(order.count);
    const indices = new Int32Array(order.count);
    const groups = new Int32Array(order.count);
    const groupOf = grouping(view, query.group);
    const sizes: number[] = [];
    const isFlagged = new Uint8Array(view.table.count);
    let count = 0;
    for (let position = 0; position < order.count; position++) {
      const { rule, index } = order.at(position);
      if (!matches(rule, index)) continue;
      const group = groupOf(rule, index);
      rules[count] = rule;
      indices[count] = index;
      groups[count++] = group;
      sizes[group] = (sizes[group] ?? 0) + 1;
      isFlagged[index] = 1;
    }
    this.cases = isFlagged.reduce((sum, one) => sum + one, 0);
    this.starts = new Int32Array(sizes.length + 1);
    sizes.forEach((size, group) => (this.starts[group + 1] = (this.starts[group] ?? 0) + size));
    this.rules = new Uint16Array(count);
    this.indices = new Int32Array(count);
    const next = this.starts.slice();
    for (let position = 0; position < count; position++) {
      const group = groups[position] ?? 0;
      const to = next[group] ?? 0;
      next[group] = to + 1;
      this.rules[to] = rules[position] ?? 0;
      this.indices[to] = indices[position] ?? 0;
    }
  }

  get count(): number {
    return this.rules.length;
  }

  /** Findings and headings together. */
  get lines(): number {
    return this.count + this.starts.length - 1;
  }

  line(at: number): ListLine {
    const group = this.groupAt(at);
    const first = this.starts[group] ?? 0;
    // Before a group stand the findings and the headings of all groups before it.
    const place = at - (first + group) - 1;
    if (place < 0) return this.heading(group, first);
    return {
      kind: 'finding',
      finding: this.view.finding(this.rules[first + place] ?? 0, this.indices[first + place] ?? 0),
    };
  }

  /** The line of each finding; -1 where it is not in the list. One pass, however many are looked for. */
  places(keys: readonly string[]): readonly number[] {
    const wanted = new Map<number, number>();
    const cases = this.view.table.count;
    keys.forEach((key, at) => {
      const found = this.view.find(key);
      if (found) wanted.set(found.rule * cases + found.index, at);
    });
    const places = keys.map(() => -1);
    for (let position = 0, group = 0; position < this.count && wanted.size > 0; position++) {
      while ((this.starts[group + 1] ?? 0) <= position) group++;
      const name = (this.rules[position] ?? 0) * cases + (this.indices[position] ?? 0);
      const at = wanted.get(name);
      if (at === undefined) continue;
      places[at] = position + group + 1;
      wanted.delete(name);
    }
    return places;
  }

  private groupAt(line: number): number {
    let low = 0;
    let high = this.starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) + middle <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private heading(group: number, first: number): ListLine {
    const count = (this.starts[group + 1] ?? 0) - first;
    const { view } = this;
    const [rule, index] = [this.rules[first] ?? 0, this.indices[first] ?? 0];
    switch (this.query.group) {
      case 'rule':
        return { kind: 'group', key: `rule:${view.rule(rule).name}`, title: view.rule(rule).title, count, due: null };
      case 'unit':
        return {
          kind: 'group',
          key: `unit:${view.units(index)}`,
          title: view.units(index) || view.speech.views.noUnit,
          count,
          due: null,
        };
      case 'case': {
        const title = view.speech.views.caseHeading(view.caseLabel(index), view.petitioner(index), view.unit(index));
        const { state, daysLeft } = view.caseOf(index);
        return { kind: 'group', key: `case:${view.identities.of(index)}`, title, count, due: { state, daysLeft } };
      }
    }
  }
}

/** Numbers the groups from 0 on, in the order in which they are met. */
function grouping(view: LedgerView, group: FindingQuery['group']): (rule: number, index: number) => number {
  const numbers = new Map<number | string, number>();
  const keyOf = (rule: number, index: number): number | string =>
    group === 'case' ? index : group === 'rule' ? rule : view.units(index);
  return (rule, index) => {
    const key = keyOf(rule, index);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}
