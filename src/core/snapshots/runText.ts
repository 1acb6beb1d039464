import type { DueState } from '../facts/dueStates';
import type { CaseState, Run } from './history';

const STATES: Readonly<Record<DueState, string>> = {
  overdue: 'o',
  dueSoon: 's',
  onTrack: 't',
  closedOnTime: 'c',
  closedLate: 'l',
  cannotJudge: 'j',
};
const STATE_OF = new Map(Object.entries(STATES).map(([state, letter]) => [letter, state as DueState]));
const ABSENT = 'x';
/** A value that is none; nothing at all means that it is what it was. */
const NONE = '-';
const RADIX = 36;

/** A unit by its number in the list that the sheet keeps. */
export interface UnitNumbers {
  numberOf(unit: string): number;
  nameOf(number: number): string | undefined;
}

/**
 * The runs of a case in one line: `at,state,flags,due,limit,progress,review,unit` each, by `;`. Numbers are of base 36;
 * what is as in the run before is left blank, so that a run says little more than what changed.
 */
export function writeRuns(runs: readonly Run[], units: UnitNumbers): string {
  let before: readonly string[] | null = null;
  return runs
    .map(({ at, state }) => {
      const place = at.toString(RADIX);
      if (state === null) {
        before = null;
        return `${place},${ABSENT}`;
      }
      const fields = fieldsOf(state, units);
      const said = fields.map((field, i) => (field === before?.[i] ? '' : field));
      before = fields;
      return `${place},${said.join(',')}`.replace(/,+$/, '');
    })
    .join(';');
}

const fieldsOf = (state: CaseState, units: UnitNumbers): readonly string[] => [
  STATES[state.state],
  String((state.isClosed ? 1 : 0) + (state.isSignedOff ? 2 : 0) + (state.isResolved ? 4 : 0)),
  dayText(state.dueOn),
  state.limit || NONE,
  state.progress || NONE,
  dayText(state.lastReviewOn),
  units.numberOf(state.unit).toString(RADIX),
];

const FIELDS = 7;
const dayText = (day: number | null): string => (day === null ? NONE : day.toString(RADIX));

/** Reads what `writeRuns` wrote; null where it is something else. */
export function readRuns(text: string, snapshots: number, units: UnitNumbers): readonly Run[] | null {
  const runs: Run[] = [];
  let before: readonly string[] = new Array<string>(FIELDS).fill('');
  for (const piece of text.split(';')) {
    const [place = '', ...said] = piece.split(',');
    const at = numberIn(place);
    if (at === null || at < 0 || at >= snapshots || at <= (runs.at(-1)?.at ?? -1) || said.length > FIELDS) return null;
    if (said[0] === ABSENT) {
      runs.push({ at, state: null });
      continue;
    }
    before = before.map((field, i) => said[i] || field);
    const state = stateIn(before, units);
    if (state === null) return null;
    runs.push({ at, state });
  }
  return runs;
}

function stateIn(fields: readonly string[], units: UnitNumbers): CaseState | null {
  const [letter = '', flags = '', due = '', limit = '', progress = '', review = '', number = ''] = fields;
  const state = STATE_OF.get(letter);
  const dueOn = dayIn(due);
  const lastReviewOn = dayIn(review);
  const unit = units.nameOf(numberIn(number) ?? -1);
  if (!state || !/^[0-7]$/.test(flags) || dueOn === undefined || lastReviewOn === undefined || unit === undefined)
    return null;
  if (limit === '' || progress === '') return null;
  return {
    state,
    dueOn,
    limit: limit === NONE ? '' : limit,
    progress: progress === NONE ? '' : progress,
    isClosed: Number(flags) % 2 === 1,
    isSignedOff: (Number(flags) & 2) !== 0,
    isResolved: (Number(flags) & 4) !== 0,
    lastReviewOn,
    unit,
  };
}

const dayIn = (text: string): number | null | undefined => (text === NONE ? null : (numberIn(text) ?? undefined));

const numberIn = (text: string): number | null =>
  /^-?[\da-z]{1,8}$/.test(text) && text !== NONE ? parseInt(text, RADIX) : null;
