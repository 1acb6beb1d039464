import type { Speech } from '../core/check/speech';
import { formatIso } from '../core/dates/civil';
import { placeOf, tellLost } from '../core/scoring/evidence';
import type { SubjectScore } from '../core/scoring/board';
import { scrub } from '../core/scoring/scrub';
import { sealOf } from '../core/scoring/seal';
import type { CaseRef } from '../core/scoring/subjects';
import { failedProblem, type ScoreResult } from './scoreUnits';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Points as a decimal number: 8650 hundredths are 86.5. */
const points = (hundredths: number): number => hundredths / 100;

/** The JSON of scores: every figure of the ranking, every lost point, and what they rest on. Masked. */
export function scoreJson(result: ScoreResult, speech: Speech): Readonly<Record<string, Json>> {
  const { board, failed, adjustmentProblems } = result;
  const { pack, scheme, ledgers } = board;
  const seal = sealOf(board);
  const place = (ref: CaseRef): Json => ({ ...placeOf(ledgers, ref) });
  const scoreOf = scores(result, speech);
  return {
    ledgers: ledgers.map(({ file, checked: { table } }) => ({ file, sheet: table.sheet, rows: table.count })),
    failed: failed.map((one) => ({
      file: one.file,
      codes: one.problems.map(({ code }) => code),
      message: speech.problem(failedProblem(one, speech)),
    })),
    rules: { pack: pack.name, title: pack.title, version: pack.version, sha256: pack.sha256 },
    scheme: { title: scheme.title, basis: scheme.basis, caseCap: scheme.caseCap, leastCases: scheme.leastCases },
    today: formatIso(board.today),
    by: board.by,
    period: {
      ...board.period,
      from: board.bounds === null ? null : formatIso(board.bounds.from),
      to: board.bounds === null ? null : formatIso(board.bounds.to),
    },
    cases: board.cases,
    scores: board.subjects.map(scoreOf),
    without: board.without,
    unassigned: board.unassigned.map(place),
    recused: board.recused.length,
    conflicts: board.conflicts.map(({ caseNo, cases, fields }) => ({
      caseNo: scrub(ledgers, caseNo),
      cases: cases.map(place),
      fields,
    })),
    adjustmentProblems: adjustmentProblems.map((one) => ({
      code: one.code,
      sheet: one.place?.sheet ?? null,
      cell: one.place?.cell ?? null,
      message: scrub(ledgers, speech.problem(one)),
    })),
    seal: { content: seal.content, pack: seal.pack, results: seal.results, seal: seal.seal },
  };
}

function scores({ board }: ScoreResult, speech: Speech): (score: SubjectScore) => Json {
  const { ledgers, pack } = board;
  const tell = tellLost(board, speech);
  return (score) => ({
    name: score.name,
    group: score.group,
    cases: score.cases.length,
    shared: score.shared,
    standing: score.standing,
    rank: score.rank,
    total: score.points.total === null ? null : points(score.points.total),
    adjusted: score.adjusted === null ? null : points(score.adjusted),
    adjustedRank: score.adjustedRank,
    band: score.band?.title ?? null,
    capped: score.points.capped.size,
    indicators: score.points.indicators.map(({ indicator, rows, worth, lost, score: own }) => ({
      id: indicator.id,
      title: indicator.title,
      weight: indicator.weight,
      applies: rows > 0,
      rows,
      worth: points(worth),
      lost: points(lost),
      score: points(own),
    })),
    suggestions: score.suggestions.map((suggestion) => ({
      measure: suggestion.measure,
      reason: speech.score.suggestion(suggestion),
    })),
    vetoes: score.vetoes.map(({ veto, cases }) => ({ title: veto.title, basis: veto.basis, cases })),
    adjustments: score.adjustments.map(({ of, points: by, reason, by: who, on, place }) => ({
      indicator: of?.id ?? null,
      points: points(by),
      reason: scrub(ledgers, reason),
      by: who,
      on: formatIso(on),
      sheet: place.sheet,
      cell: place.cell,
    })),
    shown: score.shown.map(({ field, label, given, values }) => ({
      field,
      label,
      given,
      values: Object.fromEntries(values),
    })),
    lost: board.lostPoints(score).map((point) => {
      const { rule, ...told } = tell(point);
      return {
        indicator: point.indicator.id,
        rule: point.rule === null ? null : (pack.rules[point.rule]?.name ?? null),
        title: rule,
        version: pack.version,
        why: point.why,
        ...told,
        lost: points(point.lost),
        mend: point.mend,
        wins: points(point.wins),
        bound: point.bound?.why ?? null,
        how: speech.score.how(point, told.advice),
      };
    }),
    setAside: board.setAside(score).map(({ ref, indicator, rule, aside }) => ({
      ...placeOf(ledgers, ref),
      indicator: indicator.id,
      rule: pack.rules[rule]?.name ?? null,
      kind: aside.kind,
      says: scrub(ledgers, speech.score.aside(aside)),
    })),
  });
}
