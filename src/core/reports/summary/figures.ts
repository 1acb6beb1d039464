import { stands } from '../../check/checkedLedger';
import { FactState } from '../../facts/column';
import { complains } from '../../facts/recusal';
import { addMonths, type CivilDay } from '../../dates/civil';
import { hidePersonal } from '../privacy';
import { dayOf, textOf, type LedgerCase } from '../notices/ledgerCase';

/** What is counted of each case. */
const FIGURES = [
  ...(['total', 'open', 'closed', 'resolved', 'partlyResolved', 'overdue', 'dueSoon', 'closedOnTime'] as const),
  ...(['closedLate', 'unjudged', 'signedOff', 'reported', 'clear', 'legacy', 'legacyClosed', 'withinPolicy'] as const),
  ...(['beyondPolicy', 'undetermined', 'unlawful', 'hardship', 'reviewed', 'flagged', 'accusations'] as const),
  ...(['untoldResolved', 'untold'] as const),
] as const;
type Figure = (typeof FIGURES)[number];

/** A group of cases in numbers. */
export type Tally = Record<Figure, number>;

export const emptyTally = (): Tally => Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Tally;

/** The file of a pack that holds the rules of the three clarities (design, section 5). */
const CLARITY_FILE = 'clarity.json';
/** Columns without which a ledger's cases are left out of what is counted by them. */
const RESTED_ON = ['resolution', 'reportedOn', 'signedOff'] as const;
const RESOLVED = '已化解';
const PARTLY_RESOLVED = '部分化解';

/** Counts one case into each of the tallies. */
export function count(one: LedgerCase, into: readonly Tally[]): void {
  const counted = figuresOf(one);
  for (const tally of into) for (const key of counted) tally[key]++;
}

/** Which figures a case counts for. */
function figuresOf(one: LedgerCase): readonly Figure[] {
  const { checked } = one.ledger;
  const { index } = one;
  const open = checked.isOpen(index);
  const state = checked.dueState(index);
  const { category, hardship } = checked.classification(index);
  const resolution = enumOf(one, 'resolution');
  const isLegacy = legacyCase(one);
  const rules = checked.pack.rules;
  const counts: readonly (readonly [Figure, boolean])[] = [
    ['total', true],
    ['open', open === true],
    ['closed', open === false],
    ['resolved', resolution === RESOLVED],
    ['partlyResolved', resolution === PARTLY_RESOLVED],
    ['overdue', state === 'overdue'],
    ['dueSoon', state === 'dueSoon'],
    ['closedOnTime', state === 'closedOnTime'],
    ['closedLate', state === 'closedLate'],
    ['unjudged', state === 'cannotJudge'],
    ['signedOff', flagOf(one, 'signedOff')],
    ['reported', dayOf(one, 'reportedOn') !== null],
    [
      'clear',
      !rules.some((rule, at) => rule.file === CLARITY_FILE && rule.severity === 'error' && stands(checked, at, index)),
    ],
    ['legacy', isLegacy],
    ['legacyClosed', isLegacy && open === false],
    ['withinPolicy', category === 'withinPolicy'],
    ['beyondPolicy', category === 'beyondPolicy'],
    ['undetermined', category === 'undetermined'],
    ['unlawful', category === 'unlawful'],
    // Suggested hardship is nobody's finding yet: only what a person decided is counted.
    ['hardship', hardship.value === 'yes' && hardship.source === 'decided'],
    ['reviewed', dayOf(one, 'lastReviewOn') !== null || dayOf(one, 'lastBureauReviewOn') !== null],
    ['flagged', rules.some((_, at) => stands(checked, at, index))],
    ['accusations', complains(checked.table, index)],
    ['untoldResolved', checked.table.field('resolution') === undefined],
    ['untold', RESTED_ON.some((field) => checked.table.field(field) === undefined)],
  ];
  return counts.flatMap(([key, holds]) => (holds ? [key] : []));
}

function enumOf({ ledger: { checked }, index }: LedgerCase, field: string): string {
  const column = checked.table.field(field);
  return column?.type === 'enum' && column.state[index] === FactState.known ? (column.values[index] ?? '') : '';
}

function flagOf({ ledger: { checked }, index }: LedgerCase, field: string): boolean {
  const column = checked.table.field(field);
  return column?.type === 'boolean' && column.state[index] === FactState.known && column.values[index] === 1;
}

/** 历史积案: registered (else received) more than the pack's years before the campaign. */
function legacyCase(one: LedgerCase): boolean {
  const { firstDay, legacyYears } = one.ledger.checked.pack.campaign;
  const from = dayOf(one, 'registeredOn') ?? dayOf(one, 'receivedOn');
  return from !== null && from < addMonths(firstDay, -12 * legacyYears);
}

/** Tallies of groups of cases, in the order the groups came up. */
export class Groups {
  private readonly groups = new Map<string, Tally>();

  has(name: string): boolean {
    return this.groups.has(name);
  }

  of(name: string): Tally {
    const tally = this.groups.get(name) ?? emptyTally();
    this.groups.set(name, tally);
    return tally;
  }

  /** The largest first; equals by name. */
  sorted(): readonly (readonly [string, Tally])[] {
    return [...this.groups].sort(([a, one], [b, other]) => other.total - one.total || (a < b ? -1 : a > b ? 1 : 0));
  }

  get size(): number {
    return this.groups.size;
  }
}

/** How many cases were registered and closed in each week, from a first Monday to a last day. */
export function byWeek(
  cases: readonly LedgerCase[],
  firstMonday: CivilDay,
  lastDay: CivilDay,
): readonly { readonly monday: CivilDay; readonly registered: number; readonly closed: number }[] {
  const weeks = Array.from({ length: Math.max(0, Math.floor((lastDay - firstMonday) / 7) + 1) }, (_, at) => ({
    monday: firstMonday + at * 7,
    registered: 0,
    closed: 0,
  }));
  const weekOf = (day: CivilDay | null) =>
    day === null || day > lastDay ? undefined : weeks[Math.floor((day - firstMonday) / 7)];
  for (const one of cases) {
    const registered = weekOf(dayOf(one, 'registeredOn'));
    if (registered) registered.registered++;
    const closed = one.ledger.checked.isOpen(one.index) === false ? weekOf(dayOf(one, 'closedOn')) : undefined;
    if (closed) closed.closed++;
  }
  return weeks;
}

/** What a cell says to group cases by, or the word for nothing; numbers of people don't belong there. */
export const orBlank = (one: LedgerCase, field: string, words: { readonly blank: string }): string =>
  hidePersonal(one, textOf(one, field)) || words.blank;
