import type { Finding } from '../../ports/checker';
import { address } from '../../core/ledger/grid';
import { CLARITY_FIELDS } from '../../core/ledger/fieldIds';
import { hidePersonal } from './personal';
import type { LedgerView } from './ledgerView';

/** So many things a day can hold. */
const MOST = 20;
/** So many of each matter are told even where another one alone would fill the day. */
const LEAST_OF_EACH = 3;
/** Plain days, today not counted. */
const WEEK = 7;

const MATTERS = ['overdue', 'dueSoon', 'clarities', 'undecided'] as const;
type Matter = (typeof MATTERS)[number];

const OVERDUE = 'overdue';
const DUE_SOON = 'due-soon';
const UNDECIDED = 'merit-undecided';
/** Rules that say a clarity is wanting, not merely unlike the roster. */
const CLARITY_RULES: ReadonlySet<string> = new Set([
  'unit-missing',
  'unit-vague',
  'leader-missing',
  'limit-missing',
  'limit-vague',
]);

/** A line of the list before its words are made. */
interface Item {
  readonly matter: Matter;
  readonly index: number;
  /** The rules it rests on, most urgent first; none for what is due later this week. */
  readonly rules: readonly number[];
  readonly mendable: boolean;
}

/**
 * At most twenty things to do now, one line a case and matter: overdue, due within the week, a clarity missing, not
 * sorted yet. What can be mended comes first, and no matter is crowded out whole by another.
 */
export function todayList(view: LedgerView): readonly Finding[] {
  const items = itemsOf(view);
  return choose(items).map((item) => describe(view, item));
}

/** By matter, each in the order of urgency that the list of findings has. */
function itemsOf(view: LedgerView): readonly (readonly Item[])[] {
  const { checked } = view;
  const found = new Map<Matter, Map<number, number[]>>(MATTERS.map((matter) => [matter, new Map()]));
  const order = view.order('open');
  for (let position = 0; position < order.count; position++) {
    const { rule, index } = order.at(position);
    const matter = matterOf(view.rule(rule).name);
    if (matter === null) continue;
    const ofMatter = found.get(matter);
    const rules = ofMatter?.get(index);
    if (rules) rules.push(rule);
    else ofMatter?.set(index, [rule]);
  }
  addDueThisWeek(view, found.get('dueSoon') ?? new Map<number, number[]>());
  return MATTERS.map((matter) => {
    const items = [...(found.get(matter) ?? [])].map(([index, rules]) => ({
      matter,
      index,
      rules,
      mendable: rules.every((rule) => view.rule(rule).mendable),
    }));
    return matter === 'dueSoon'
      ? items.sort((a, b) => left(checked.daysLeft(a.index)) - left(checked.daysLeft(b.index)))
      : items;
  });
}

const left = (days: number | null): number => days ?? Infinity;

const matterOf = (rule: string): Matter | null => {
  if (rule === OVERDUE) return 'overdue';
  if (rule === DUE_SOON) return 'dueSoon';
  if (rule === UNDECIDED) return 'undecided';
  return CLARITY_RULES.has(rule) ? 'clarities' : null;
};

/** The rule speaks in the last days only; a week's work wants to know earlier. What was set aside stays aside. */
function addDueThisWeek({ checked, table }: LedgerView, found: Map<number, number[]>): void {
  const rule = checked.pack.rules.findIndex(({ name }) => name === DUE_SOON);
  for (let index = 0; index < table.count; index++) {
    if (found.has(index) || checked.isOpen(index) !== true) continue;
    const days = checked.daysLeft(index);
    if (days === null || days < 0 || days > WEEK) continue;
    if (rule !== -1 && checked.setAside(rule, index) !== null) continue;
    found.set(index, []);
  }
}

function choose(matters: readonly (readonly Item[])[]): readonly Item[] {
  const total = matters.reduce((sum, items) => sum + items.length, 0);
  const kept = matters.map((items) => items.slice(0, total <= MOST ? items.length : LEAST_OF_EACH));
  let room = MOST - kept.reduce((sum, items) => sum + items.length, 0);
  matters.forEach((items, at) => {
    const more = items.slice(kept[at]?.length, (kept[at]?.length ?? 0) + Math.max(0, room));
    kept[at]?.push(...more);
    room -= more.length;
  });
  const chosen = kept.flat();
  return [...chosen.filter(({ mendable }) => mendable), ...chosen.filter(({ mendable }) => !mendable)];
}

function describe(view: LedgerView, { matter, index, rules }: Item): Finding {
  const [first, ...others] = rules;
  if (first === undefined) return dueThisWeek(view, index);
  const finding = view.finding(first, index);
  if (matter !== 'clarities' || others.length === 0) return finding;
  // In the order of the ledger's columns, whatever their urgency.
  const ordered = [...rules].sort((a, b) => place(view, a) - place(view, b));
  return {
    ...view.finding(ordered[0] ?? first, index),
    what: view.speech.views.clarities(ordered.map((rule) => view.rule(rule).title)),
    next: ordered.map((rule) => hidePersonal(view, view.speech.advice(view.checked.explain(index, rule)))).join(''),
  };
}

const place = (view: LedgerView, rule: number): number => CLARITY_FIELDS.indexOf(view.rule(rule).field);

function dueThisWeek(view: LedgerView, index: number): Finding {
  const { checked, speech, table } = view;
  const words = speech.views.dueThisWeek;
  const at = checked.pack.rules.findIndex(({ name }) => name === DUE_SOON);
  return {
    ...view.caseOf(index),
    key: `week:${view.identities.of(index)}`,
    cell: table.cell('timeLimit', index) ?? address(view.row(index), table.extent.left),
    rule: DUE_SOON,
    ruleTitle: words.title,
    severity: 'notice',
    outcome: 'flagged',
    mendable: true,
    what: words.what(checked.daysLeft(index) ?? 0, checked.dueOn(index) ?? checked.today),
    why: at === -1 ? '' : view.rule(at).basis,
    next: words.next,
    aside: null,
  };
}
