import { formatIso } from '../core/dates/civil';
import type { CheckedLedger } from '../core/check/checkedLedger';
import type { Explanation } from '../core/check/explanation';
import { ledgerFindings } from '../core/check/ledgerFindings';
import type { Speech } from '../core/check/speech';
import type { Category } from '../core/classify/classification';
import { DUE_STATES } from '../core/facts/dueStates';
import { columnLetters } from '../core/ledger/grid';
import { columnsMasker } from '../core/masking/ledgerMasker';
import { Outcome } from '../core/rules/outcome';
import type { RulePack } from '../core/rules/pack';
import { CASE_VANISHED, vanishedCases } from '../core/snapshots/vanished';
import type { Aside } from '../core/setAside/entry';
import type { CheckResult } from './checkResult';

export const OUTCOME_NAMES = ['notApplicable', 'clean', 'flagged', 'cannotJudge'] as const;

const CATEGORIES: readonly Category[] = ['withinPolicy', 'beyondPolicy', 'unlawful', 'undetermined'];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface JsonOptions {
  /** All four outcomes of every rule, those for want of a column included. */
  readonly allOutcomes: boolean;
  /** Further keys at the end of the object, for example what was written. */
  readonly further?: Readonly<Record<string, Json>>;
}

/** The JSON of a check as one value; large ledgers go by `checkJsonText`. */
export function checkJson(result: CheckResult, speech: Speech, options: JsonOptions): Readonly<Record<string, Json>> {
  const { checked } = result;
  return {
    ...head(result, speech),
    appeals: Array.from({ length: checked.table.count }, (_, index) => appeal(checked, index, speech, options)),
    summary: summarise(result),
    ...options.further,
  };
}

/** The same JSON piece by piece, one line for each appeal, so that it never stands in memory as a whole. */
export function* checkJsonText(result: CheckResult, speech: Speech, options: JsonOptions): Generator<string> {
  const { checked } = result;
  const opening = Object.entries(head(result, speech)).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  yield `{${opening.join(',\n')},\n"appeals":[`;
  for (let index = 0; index < checked.table.count; index++) {
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(appeal(checked, index, speech, options))}`;
  }
  yield `\n],\n"summary":${JSON.stringify(summarise(result))}`;
  for (const [key, value] of Object.entries(options.further ?? {})) {
    yield `,\n${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  yield '}\n';
}

function head(
  { file, checked, companionProblems, companionSheets, otherPacks = [] }: CheckResult,
  speech: Speech,
): Record<string, Json> {
  const { table, pack } = checked;
  return {
    ledger: {
      file,
      sheet: table.sheet,
      headerRows: table.headerRows,
      rows: table.count,
      columns: Object.fromEntries([...table.columns].map(([field, column]) => [field, columnLetters(column)])),
      missing: checked.missingFields(),
      unmapped: table.unmapped.map(columnLetters),
      conflicts: table.conflicts.map(({ code, fields, columns, headings }) => ({
        code,
        fields,
        columns: columns.map(columnLetters),
        headings,
      })),
      findings: [
        ...ledgerFindings(checked).map((finding) => ({
          code: finding.code,
          fields: finding.fields,
          label: finding.labels.join('、'),
          rules: finding.rules,
          cases: finding.cases,
          message: speech.ledgerFinding(finding),
        })),
        ...vanishedJson(checked, speech),
      ],
      snapshots: checked.history.days.map(formatIso),
      companions: companionSheets,
      companionProblems: companionProblems.map((problem) => ({
        code: problem.code,
        sheet: problem.place?.sheet ?? null,
        cell: problem.place?.cell ?? null,
        message: columnsMasker(checked).mask(speech.problem(problem)),
      })),
    },
    rules: {
      pack: pack.name,
      title: pack.title,
      version: pack.version,
      sha256: pack.sha256,
      ...(otherPacks.length === 0 ? {} : { others: otherPacks.map(otherPack) }),
    },
    today: formatIso(checked.today),
  };
}

/** Cases without a row: what they are known by stands here, since nothing of theirs is in `appeals`. */
function vanishedJson(checked: CheckedLedger, speech: Speech): readonly Json[] {
  const vanished = vanishedCases(checked);
  if (vanished.cases.length === 0) return [];
  const cases = vanished.cases.map(({ caseNo, state: { unit, dueOn, state } }) => ({
    caseNo,
    unit,
    state,
    dueOn: dueOn === null ? null : formatIso(dueOn),
  }));
  return [
    {
      code: CASE_VANISHED,
      severity: 'error',
      fields: [],
      label: '',
      rules: [CASE_VANISHED],
      cases: cases.length,
      message: speech.vanished(vanished),
      vanished: cases,
    },
  ];
}

function otherPack({ name, version, sha256, effective: { from, to } }: RulePack): Json {
  const day = (on: number | null): string | null => (on === null ? null : formatIso(on));
  return { pack: name, version, sha256, effective: { from: day(from), to: day(to) } };
}

function appeal(checked: CheckedLedger, index: number, speech: Speech, options: JsonOptions): Json {
  const { table } = checked;
  const due = checked.due(index);
  const classification = checked.classification(index);
  return {
    row: table.rowNumbers[index] ?? 0,
    serial: table.seen('serial', index),
    caseNo: table.seen('caseNo', index),
    unit: table.seen('unit', index),
    units: checked.units(index),
    leadUnit: checked.leadUnit(index),
    caseLeader: table.seen('caseLeader', index),
    caseLeaders: checked.caseLeaders(index),
    isOpen: checked.isOpen(index),
    due: {
      on: due.on === null ? null : formatIso(due.on),
      kind: due.kind,
      state: due.state,
      daysLeft: due.daysLeft,
      proof: due.proof.map((step) => speech.proof(step)),
    },
    classification: {
      category: classification.category,
      suggested: classification.suggested,
      merit: { ...classification.merit },
      conduct: { ...classification.conduct },
      hardship: { ...classification.hardship },
      treatments: classification.treatments.map((treatment) => speech.treatment(treatment)),
      toVerify: classification.toVerify,
      evidence: classification.evidence.map(({ axis, rule, words, field, basis }) => ({
        axis,
        rule,
        words,
        cell: table.cell(field, index),
        basis,
      })),
    },
    routing: { suggested: null, evidence: [] },
    outcomes: outcomesOf(checked, index, speech, options.allOutcomes),
  };
}

function outcomesOf(checked: CheckedLedger, index: number, speech: Speech, all: boolean): Json[] {
  const entries: Json[] = [];
  checked.pack.rules.forEach((rule, at) => {
    const outcome = checked.outcome(at, index);
    const wanting = outcome === Outcome.cannotJudge && checked.wantsColumn(at, index);
    const listed = outcome === Outcome.flagged || (outcome === Outcome.cannotJudge && !wanting);
    if (!all && !listed) return;
    const entry = {
      rule: rule.name,
      outcome: OUTCOME_NAMES[outcome],
      severity: rule.severity,
      mendable: rule.mendable,
    };
    if (outcome === Outcome.flagged) {
      const finding = checked.explain(index, at);
      entries.push({
        ...entry,
        cell: finding.cell,
        message: speech.message(finding),
        advice: speech.advice(finding),
        basis: rule.basis,
        ...setAsideJson(checked, checked.setAside(at, index)),
      });
    } else if (outcome === Outcome.cannotJudge) {
      const explanation = checked.explain(index, at);
      entries.push({
        ...entry,
        cell: blamedCell(explanation),
        reason: explanation.reasons.map((reason) => speech.reason(reason)).join('；'),
        wantsColumn: wanting,
      });
    } else entries.push(entry);
  });
  return entries;
}

/** What a person wrote of a finding may name another. */
const setAsideJson = (checked: CheckedLedger, aside: Aside | null): { readonly setAside?: Json } =>
  aside === null
    ? {}
    : {
        setAside: {
          kind: aside.kind,
          reason: columnsMasker(checked).mask(aside.reason),
          by: aside.by,
          on: formatIso(aside.on),
          until: aside.until === null ? null : formatIso(aside.until),
        },
      };

/** The cell that keeps a rule from judging, else the one it would point at. */
const blamedCell = ({ reasons, cell }: Explanation): string | null =>
  reasons.find((reason) => reason.cell !== null)?.cell ?? cell;

/**
 * Totals over all cases; what is wanting for want of a column is no row's, so it is left out. What people set aside is
 * counted apart: the counts of findings are of those that stand.
 */
function summarise({ checked, setAside }: CheckResult): Json {
  const flagged: Record<string, number> = {};
  const cannotJudge: Record<string, number> = {};
  const bySeverity = { error: 0, warning: 0, notice: 0 };
  checked.pack.rules.forEach((rule, at) => {
    for (let index = 0; index < checked.table.count; index++) {
      const outcome = checked.outcome(at, index);
      if (outcome === Outcome.flagged && checked.setAside(at, index) === null) {
        flagged[rule.name] = (flagged[rule.name] ?? 0) + 1;
        bySeverity[rule.severity]++;
      } else if (outcome === Outcome.cannotJudge && !checked.wantsColumn(at, index)) {
        cannotJudge[rule.name] = (cannotJudge[rule.name] ?? 0) + 1;
      }
    }
  });
  const vanished = vanishedCases(checked).cases.length;
  if (vanished > 0) {
    flagged[CASE_VANISHED] = vanished;
    bySeverity.error += vanished;
  }
  const byCategory: Record<string, number> = {};
  const byState: Record<string, number> = {};
  for (let index = 0; index < checked.table.count; index++) {
    const { category } = checked.classification(index);
    byCategory[category] = (byCategory[category] ?? 0) + 1;
    const state = checked.dueState(index);
    byState[state] = (byState[state] ?? 0) + 1;
  }
  return {
    flagged,
    cannotJudge,
    bySeverity,
    byCategory: inOrder(byCategory, CATEGORIES),
    byState: inOrder(byState, DUE_STATES),
    setAside: setAside.count,
    returned: setAside.returned.map(({ entry, why, row }) => ({ rule: entry.rule, why, row })),
  };
}

/** The counts under their keys in a fixed order: else the order of rows would show in the text. */
const inOrder = (counts: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> =>
  Object.fromEntries(keys.flatMap((key) => (counts[key] === undefined ? [] : [[key, counts[key]]])));
