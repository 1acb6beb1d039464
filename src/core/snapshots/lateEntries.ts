import type { CheckedLedger } from '../check/checkedLedger';
import { mondayOf, type CivilDay } from '../dates/civil';
import { settingsOf, type LateSettings } from '../reports/settings';
import { withoutDates } from '../facts/text/similarProgress';
import { lastBefore, stateAt, type CaseState } from './history';
import { matchCases } from './matchCases';

/** A review entered for a week that had passed at the last snapshot, which did not have it. */
export interface BackFilled {
  readonly index: number;
  readonly reviewOn: CivilDay;
}

/** Many cases of a unit that were brought up to date in one go shortly before the day looked from. */
export interface MassEdit {
  readonly kind: 'sameText' | 'sameDay';
  readonly unit: string;
  readonly cases: readonly number[];
  /** For `sameDay` the day of the review, and after how many days without one it is. */
  readonly on: CivilDay | null;
  readonly longWithout: number;
}

export interface LateEntries {
  /** The last snapshot before today; null without one, and then nothing can be told. */
  readonly since: CivilDay | null;
  readonly backFilled: readonly BackFilled[];
  readonly massEdits: readonly MassEdit[];
}

/** What was entered since the last snapshot and asks to be looked at; a hint to verify, no finding. */
export function lateEntries(checked: CheckedLedger): LateEntries {
  const { history, today, table } = checked;
  const { lateEntries: settings } = settingsOf(checked.pack);
  const at = lastBefore(history, today);
  const since = history.days[at];
  if (since === undefined) return { since: null, backFilled: [], massEdits: [] };
  const known = matchCases(history, checked).historyOf;
  const backFilled: BackFilled[] = [];
  const sameText = new Map<string, number[]>();
  const sameDay = new Map<string, number[]>();
  for (let index = 0; index < table.count; index++) {
    const history = known[index];
    const then = history && stateAt(history, at);
    if (!then) continue;
    const review = checked.fact('lastReviewDay', index);
    const reviewOn = typeof review === 'number' ? review : null;
    if (reviewOn !== null && reviewOn !== then.lastReviewOn && reviewOn < mondayOf(since))
      backFilled.push({ index, reviewOn });
    if (checked.isOpen(index) === false) continue;
    const unit = checked.units(index).join('、');
    const text = changedText(checked, index, then);
    if (text !== '') put(sameText, `${unit}\n${text}`, index);
    if (reviewOn !== null && isLate(reviewOn, then, today, settings)) put(sameDay, `${unit}\n${reviewOn}`, index);
  }
  const without = { longWithout: settings.longWithout };
  const massEdits = [
    ...groups(sameText, settings.sameText, () => ({ kind: 'sameText' as const, on: null, ...without })),
    ...groups(sameDay, settings.sameDay, (day) => ({ kind: 'sameDay' as const, on: Number(day), ...without })),
  ];
  return { since, backFilled, massEdits };
}

/** 办理情况 without its dates where it says something else than at the snapshot; '' where it does not. */
function changedText(checked: CheckedLedger, index: number, then: CaseState): string {
  if (checked.fact('progressFingerprint', index) === then.progress) return '';
  return withoutDates(checked.table.seen('progress', index));
}

const isLate = (
  on: CivilDay,
  { lastReviewOn }: CaseState,
  today: CivilDay,
  { lateDays, longWithout }: LateSettings,
): boolean =>
  on <= today &&
  today - on <= lateDays &&
  on !== lastReviewOn &&
  (lastReviewOn === null || on - lastReviewOn >= longWithout);

function put(groups: Map<string, number[]>, key: string, index: number): void {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  group.push(index);
}

function groups(
  found: ReadonlyMap<string, readonly number[]>,
  least: number,
  say: (key: string) => Pick<MassEdit, 'kind' | 'on' | 'longWithout'>,
): readonly MassEdit[] {
  return [...found]
    .filter(([, cases]) => cases.length >= least)
    .map(([key, cases]) => {
      const at = key.indexOf('\n');
      return { unit: key.slice(0, at), cases, ...say(key.slice(at + 1)) };
    })
    .sort((a, b) => b.cases.length - a.cases.length || (a.unit < b.unit ? -1 : 1));
}
