import type { AdjustmentRow } from '../ledger/readAdjustments';
import type { CivilDay } from '../dates/civil';
import { fail, ok, problem, type Problem, type Result } from '../problem';
import type { RulePack } from '../rules/pack';
import { adjustmentsOf, type Adjustment } from './adjustments';
import { indicatorLosses, opennessOf, type IndicatorLosses } from './caseLosses';
import { conflictsOf, type Conflict } from './conflicts';
import { lostFrom, lostPoints, type LostPoint } from './lostPoints';
import { boundsOf, type Period } from './period';
import { FULL_MARKS, indicatorsFor, pointsOf, type Points } from './points';
import { asideOf, type AsideFinding } from './asideFindings';
import { rankWithin } from './rank';
import { schemeOf, type ScoringScheme, type SubjectKind } from './scheme';
import { shownValues, type ShownValue } from './shownValues';
import { groupCases, recusals, type CaseRef, type ScoredLedger, type Subject } from './subjects';
import { suggester, type Suggested } from './suggestions';

/** `ranked`; `few`: 样本不足; `unranked`: people whose cases are shown and never ranked; `nothing`: no indicator applies. */
export type Standing = 'ranked' | 'few' | 'unranked' | 'nothing';

/** One unit's or person's score, all of it. */
export interface SubjectScore extends Subject, Suggested {
  readonly standing: Standing;
  readonly points: Points;
  /** Within its group; null for one that is not ranked. */
  readonly rank: number | null;
  readonly adjustments: readonly Adjustment[];
  /** The computed total with what people added; null where there is no total. */
  readonly adjusted: number | null;
  /** What the rank would be by adjusted totals; null for one that is not ranked, and where nobody in its group is adjusted. */
  readonly adjustedRank: number | null;
  readonly shown: readonly ShownValue[];
}

/** The scores of one or several ledgers, as of one day, by one scheme. */
export interface ScoreBoard {
  readonly scheme: ScoringScheme;
  readonly pack: RulePack;
  readonly by: SubjectKind;
  readonly period: Period;
  readonly bounds: { readonly from: CivilDay; readonly to: CivilDay } | null;
  readonly today: CivilDay;
  readonly ledgers: readonly ScoredLedger[];
  /** By group in the scheme's order, then by rank, then by name. */
  readonly subjects: readonly SubjectScore[];
  /** Units without a case (不参评). */
  readonly without: readonly string[];
  readonly unassigned: readonly CaseRef[];
  readonly recused: readonly CaseRef[];
  readonly conflicts: readonly Conflict[];
  readonly cases: number;
  /** Rows of 人工调整 that fit no subject or indicator. */
  readonly problems: readonly Problem[];
  /** Asked before the ledger's cells change: it looks into the check again. */
  lostPoints(subject: SubjectScore): readonly LostPoint[];
  /** Findings that would cost points, had nobody set them aside. */
  setAside(subject: SubjectScore): readonly AsideFinding[];
}

export interface BoardInput {
  readonly ledgers: readonly ScoredLedger[];
  readonly by: SubjectKind;
  readonly period: Period;
  readonly adjustments: readonly AdjustmentRow[];
}

/** Scores checked ledgers; a pack without `scoring.json` can't. All ledgers are checked by one pack, on one day. */
export function scoreLedgers({ ledgers, by, period, adjustments }: BoardInput): Result<ScoreBoard> {
  const first = ledgers[0]?.checked;
  if (!first) return fail(problem('score-no-ledger', {}));
  const { pack, today } = first;
  const scheme = schemeOf(pack);
  if (scheme === null) return fail(problem('score-no-scheme', { pack: pack.title, version: pack.version }));

  const losses = new Map<string, readonly IndicatorLosses[]>();
  const openness = ledgers.map(({ checked }) => opennessOf(checked));
  for (const indicator of scheme.indicators) {
    if (!indicator.for.includes(by) || (indicator.chargedTo !== null && by !== 'unit')) continue;
    losses.set(
      indicator.id,
      ledgers.map(({ checked }, at) => indicatorLosses(checked, indicator, openness[at] ?? opennessOf(checked))),
    );
  }
  const grouped = groupCases(ledgers, by, period);
  const charged = chargedSubjects(scheme, by, grouped.subjects, grouped.cases.length > 0, pack);
  const names = [...grouped.subjects, ...charged].map(({ name }) => name);
  const adjusted = adjustmentsOf(adjustments, { scheme, pack, by, names });
  const mayKnow = ledgers.map(({ checked }) => recusals(checked));
  const suggest = suggester(scheme, ledgers);
  const shownOf = shownValues(scheme, ledgers);
  const scored = [...grouped.subjects, ...charged].map((subject): SubjectScore => {
    const indicators = indicatorsFor(scheme, by, subject.name);
    const answersForAll = indicators.some(({ chargedTo }) => chargedTo !== null);
    const all = answersForAll
      ? grouped.cases.filter(({ ledger, index }) => mayKnow[ledger]?.(index, subject.name) === false)
      : [];
    const points = pointsOf({ scheme, indicators, losses, cases: subject.cases, charged: all });
    const standing = standingOf(scheme, by, subject, points);
    // Bands, interviews and accounts are for units and those in charge of them, never for who handles a case.
    const suggested =
      by === 'caseLeader'
        ? { band: null, vetoes: [], suggestions: [] }
        : suggest(subject.cases, standing === 'ranked' ? points.total : null);
    const own = adjusted.of.get(subject.name) ?? [];
    return {
      ...subject,
      ...suggested,
      points,
      standing,
      rank: null,
      adjustedRank: null,
      adjustments: own,
      adjusted: points.total === null ? null : withAdjustments(points.total, own),
      shown: shownOf(subject.cases),
    };
  });
  const taken = new Set(charged.map(({ name }) => name));
  const lossOf = (indicator: string, { ledger, index }: CaseRef): number =>
    losses.get(indicator)?.[ledger]?.lost[index] ?? 0;
  const from = lostFrom(scheme, ledgers, lossOf);
  const kept = new WeakMap<Points, readonly LostPoint[]>();
  return ok({
    scheme,
    pack,
    by,
    period,
    bounds: boundsOf(period, pack.campaign),
    today,
    ledgers,
    subjects: rankWithin(scheme, scored),
    without: grouped.without.filter((name) => !taken.has(name)),
    unassigned: grouped.unassigned,
    recused: grouped.recused,
    conflicts: conflictsOf(ledgers),
    cases: grouped.cases.length,
    problems: adjusted.problems,
    // The ranking, the list and the forms each ask for them.
    lostPoints: ({ points }) => {
      const told = kept.get(points) ?? lostPoints(points, from);
      kept.set(points, told);
      return told;
    },
    setAside: ({ points }) => asideOf(ledgers, points),
  });
}

/** Units that answer for all cases and have none of their own: they are scored by that alone. */
function chargedSubjects(
  scheme: ScoringScheme,
  by: SubjectKind,
  there: readonly Subject[],
  hasCases: boolean,
  pack: RulePack,
): readonly Subject[] {
  if (by !== 'unit' || !hasCases) return [];
  const names = new Set(scheme.indicators.flatMap(({ chargedTo }) => chargedTo ?? []));
  return [...names]
    .filter((name) => !there.some((subject) => subject.name === name))
    .map((name) => {
      const group = pack.organisation.units.find((unit) => unit.name === name)?.group ?? '';
      return { name, group, cases: [], shared: 0 };
    });
}

function standingOf(scheme: ScoringScheme, by: SubjectKind, { cases }: Subject, { total }: Points): Standing {
  if (total === null) return 'nothing';
  if (by === 'caseLeader') return 'unranked';
  return cases.length < scheme.leastCases ? 'few' : 'ranked';
}

/** Never below nothing nor above full marks. */
const withAdjustments = (total: number, adjustments: readonly Adjustment[]): number =>
  Math.max(
    0,
    Math.min(
      FULL_MARKS,
      adjustments.reduce((sum, { points }) => sum + points, total),
    ),
  );
