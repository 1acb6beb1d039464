import type { CaseExplanation } from '../core/check/caseExplanation';
import type { Speech } from '../core/check/speech';
import { formatIso } from '../core/dates/civil';
import { isUnknown } from '../core/facts/column';
import type { ExplainedCondition, SeenCell, SeenFact } from '../core/rules/explainTree';
import { Outcome } from '../core/rules/outcome';
import type { Operand } from '../core/rules/pack';
import { OUTCOME_NAMES } from './checkJson';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Hides what names a petitioner; the words are the text's to say. */
export type Mask = (text: string) => string;

/** The explanation of a case as one JSON value; days as `YYYY-MM-DD`, what is personal masked. */
export function explainJson(explained: CaseExplanation, speech: Speech, mask: Mask): Json {
  const { checked, file, row, index, outcomes } = explained;
  const { table, pack, today } = checked;
  return {
    ledger: { file, sheet: table.sheet },
    rules: { pack: pack.name, title: pack.title, version: pack.version, sha256: pack.sha256 },
    today: formatIso(today),
    row,
    serial: table.seen('serial', index),
    caseNo: table.seen('caseNo', index),
    outcomes: outcomes.map(({ rule, outcome, wantsColumn }) => ({
      rule: rule.name,
      title: rule.title,
      outcome: OUTCOME_NAMES[outcome],
      wantsColumn,
    })),
    explained: explained.explained.map(({ tree, explanation, wantsColumn }) => ({
      rule: tree.rule.name,
      title: tree.rule.title,
      severity: tree.rule.severity,
      basis: tree.rule.basis,
      outcome: OUTCOME_NAMES[explanation.outcome],
      inForce: tree.inForce,
      cell: explanation.cell,
      ...(explanation.outcome === Outcome.flagged
        ? { message: speech.message(explanation), advice: speech.advice(explanation) }
        : {}),
      ...(explanation.outcome === Outcome.cannotJudge
        ? { reason: explanation.reasons.map((reason) => speech.reason(reason)).join('；'), wantsColumn }
        : {}),
      appliesWhen: tree.appliesWhen && condition(tree.appliesWhen, speech, mask),
      conditions: condition(tree.conditions, speech, mask),
    })),
  };
}

function condition(node: ExplainedCondition, speech: Speech, mask: Mask): Json {
  const { truth, decides } = node;
  if (node.kind === 'not') return { kind: 'not', truth, decides, of: condition(node.of, speech, mask) };
  if (node.kind !== 'leaf') {
    return { kind: node.kind, truth, decides, of: node.of.map((inner) => condition(inner, speech, mask)) };
  }
  const { leaf, left, right, found } = node;
  return {
    kind: 'leaf',
    truth,
    decides,
    operator: leaf.operator,
    left: fact(left, speech, mask),
    right: right ? fact(right, speech, mask) : operand(leaf.operand, left.type === 'date' || left.type === 'limit'),
    found,
  };
}

function operand(side: Operand, isDay: boolean): Json {
  switch (side.kind) {
    case 'literal':
      return {
        value: isDay && typeof side.value === 'number' ? formatIso(side.value) : side.value,
        ...(side.parameter === undefined ? {} : { parameter: side.parameter }),
      };
    case 'words':
      return side.lexicon === undefined ? { words: side.words } : { lexicon: side.lexicon };
    case 'pattern':
      return { pattern: side.source };
    case 'fact':
    case 'none':
      return null;
  }
}

function fact(seen: SeenFact, speech: Speech, mask: Mask): Json {
  return {
    fact: seen.fact,
    label: seen.label,
    ...valueOf(seen, mask),
    ...(seen.cell ? cell(seen.cell, mask) : {}),
    restsOn: seen.restsOn.map((one) => ({ field: one.field, label: one.label, ...cell(one, mask) })),
    proof: seen.proof.map((step) => speech.proof(step)),
  };
}

function valueOf({ value, type, personal }: SeenFact, mask: Mask): { value: Json; unknown?: Json } {
  if (isUnknown(value)) return { value: null, unknown: value.unknown };
  if (typeof value === 'number' && (type === 'date' || type === 'limit'))
    return { value: Number.isNaN(value) ? null : formatIso(value) };
  if (!personal || value === null || typeof value === 'number' || typeof value === 'boolean') return { value };
  return { value: typeof value === 'string' ? mask(value) : value.map(mask) };
}

const cell = (seen: SeenCell, mask: Mask): { cell: Json; seen: Json } => ({
  cell: seen.cell,
  seen: seen.personal ? mask(seen.seen) : seen.seen,
});
