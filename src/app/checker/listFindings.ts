import type { DueState } from '../../core/facts/dueStates';
import type { Severity } from '../../core/rules/pack';
import type { FindingList, FindingQuery, ListLine } from '../../ports/checker';
import { GroupedFindings } from './groupedFindings';
import type { LedgerView } from './ledgerView';
import { createSearch, type Search } from './search';

/** Queries whose lists are kept for one check; a view asks for a few and scrolls in them. */
const LISTS_KEPT = 8;

/** Lists of findings over one check, each arranged once however often its lines are asked for. */
export class FindingLists {
  private readonly lists = new Map<string, GroupedFindings>();
  private search: Search | null = null;

  constructor(private readonly view: LedgerView) {}

  summary(query: FindingQuery): FindingList {
    const list = this.list(query);
    return { revision: this.view.revision, findings: list.count, cases: list.cases, lines: list.lines };
  }

  lines(query: FindingQuery, from: number, count: number): readonly ListLine[] {
    const list = this.list(query);
    const lines: ListLine[] = [];
    for (let at = Math.max(0, from); at < Math.min(list.lines, from + count); at++) lines.push(list.line(at));
    return lines;
  }

  places(query: FindingQuery, keys: readonly string[]): readonly number[] {
    return this.list(query).places(keys);
  }

  private list(query: FindingQuery): GroupedFindings {
    const key = keyOf(query);
    const kept = this.lists.get(key);
    if (kept) return kept;
    const made = new GroupedFindings(this.view, query, this.matching(query));
    const oldest = this.lists.keys().next();
    if (this.lists.size >= LISTS_KEPT && oldest.done !== true) this.lists.delete(oldest.value);
    this.lists.set(key, made);
    return made;
  }

  /** Whether a finding is in a list; no severity or state at all means every one. */
  private matching(query: FindingQuery): (rule: number, index: number) => boolean {
    const { view } = this;
    const severities = new Set<Severity>(query.severities);
    const states = new Set<DueState>(query.states);
    const found = query.search.trim() === '' ? null : (this.search ??= createSearch(view)).by(query.search);
    return (rule, index) =>
      (severities.size === 0 || severities.has(view.rule(rule).severity)) &&
      (states.size === 0 || states.has(view.state(index))) &&
      (found === null || found(rule, index));
  }
}

const keyOf = ({ group, severities, states, show, search }: FindingQuery): string =>
  JSON.stringify([group, [...severities].sort(), [...states].sort(), show, search.trim()]);
