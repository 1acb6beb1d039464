import type { CheckedLedger } from '../check/checkedLedger';
import { columnsToBlame } from '../check/ledgerFindings';
import { casesIn } from '../rules/bits';
import { Outcome, casesWith } from '../rules/outcome';
import { banner, count, headings, text } from './cells';
import type { OwnedSheet, PlanRow } from './plan';
import { planHead, tallyRule, type PlanSource } from './planSource';
import type { PlanWords } from './words';

/** 规则 严重程度 发现问题 无问题 不适用 无法判定 缺列无法判定 原因 依据 代号, in characters. */
const WIDTHS = [30, 10, 10, 10, 10, 10, 12, 48, 34, 24];
const HEADING_ROW = 3;
/** Reasons are collected from so many cases of a rule, and so many different ones are told. */
const CASES_ASKED = 500;
const REASONS_TOLD = 3;

/** 规则执行: every rule of the pack with how many cases it answered each way, and why some could not be judged. */
export function planRuleRuns(source: PlanSource): OwnedSheet {
  const { checked, words } = source;
  const head = planHead(source);
  return {
    id: 'ruleRuns',
    name: words.sheetNames.ruleRuns,
    widths: WIDTHS,
    rowCount: HEADING_ROW + checked.pack.rules.length,
    rows: {
      *[Symbol.iterator](): Iterator<PlanRow> {
        yield banner(words.ruleRuns.title, 'title', WIDTHS.length);
        yield banner(words.headLine(head), 'note', WIDTHS.length);
        yield headings(words.ruleRuns.headings);
        for (const [at, rule] of checked.pack.rules.entries()) {
          const tally = tallyRule(checked, at);
          yield {
            cells: [
              text(rule.title),
              text(words.severity(rule.severity)),
              count(tally.flagged, tally.flagged > 0 ? 'strong' : 'body'),
              count(tally.clean),
              count(tally.notApplicable),
              count(tally.cannotJudge),
              count(tally.wantsColumn),
              text(whyUnjudged(checked, at, words, true)),
              text(rule.basis),
              text(rule.name),
            ],
          };
        }
      },
    },
    titleRows: { first: 1, last: HEADING_ROW },
    filterRow: HEADING_ROW,
    landscape: true,
    footer: words.footer(head),
  };
}

/** Why a rule could not judge: the columns that are missing where asked for, then the rows' most frequent reasons. */
export function whyUnjudged(checked: CheckedLedger, rule: number, words: PlanWords, withColumns: boolean): string {
  const tally = new Map<string, number>();
  let asked = 0;
  let column = false;
  const outcomes = checked.outcomes.rules[rule];
  const unjudged = outcomes && casesWith(outcomes, checked.table.count, Outcome.cannotJudge);
  for (const index of unjudged ? casesIn(unjudged) : []) {
    if (checked.wantsColumn(rule, index)) {
      column = true;
      continue;
    }
    if (asked++ >= CASES_ASKED) continue;
    for (const reason of checked.explain(index, rule).reasons) {
      const sentence = words.reasonInGeneral(reason);
      tally.set(sentence, (tally.get(sentence) ?? 0) + 1);
    }
  }
  const sentences = [...tally].sort((a, b) => b[1] - a[1]).map(([sentence]) => sentence);
  if (column && withColumns) {
    const labels = columnsToBlame(checked, rule).map((field) => labelOf(checked, field));
    sentences.unshift(words.missingColumns(labels));
  }
  return words.reasons(sentences.slice(0, REASONS_TOLD), sentences.length > REASONS_TOLD);
}

/** What people call a field. */
export const labelOf = (checked: CheckedLedger, field: string): string =>
  checked.pack.fields.find(({ id }) => id === field)?.label ?? field;
