import { ledgerFindings } from '../check/ledgerFindings';
import { DUE_STATES } from '../facts/dueStates';
import { vanishedCases } from '../snapshots/vanished';
import { STATE_STYLE, banner, count, day, headings, text } from './cells';
import { totalLedger, type CaseCounts, type LedgerTotals } from './ledgerTotals';
import type { OwnedSheet, PlanRow } from './plan';
import { SEVERITY_ORDER, planHead, tallyRule, type PlanSource, type RuleTally } from './planSource';
import { labelOf, whyUnjudged } from './ruleRunsSheet';
import type { Category } from '../classify/classification';

/** First column for names, the others for numbers; in characters. */
const WIDTHS = [34, 12, 12, 12, 12, 12, 12, 12, 12];
const CATEGORIES: readonly Category[] = ['withinPolicy', 'beyondPolicy', 'unlawful', 'undetermined'];

/** 督查汇总: the ledger at a glance, by state, rule, unit and sorting; no person's name stands beside a number. */
export function planSummary(source: PlanSource): OwnedSheet {
  const { words } = source;
  const head = planHead(source);
  const tallies = source.checked.pack.rules.map((_, rule) => tallyRule(source.checked, rule));
  const totals = totalLedger(source.checked);
  const rows: PlanRow[] = [
    banner(words.summary.title, 'title', WIDTHS.length),
    banner(words.headLine(head), 'note', WIDTHS.length),
    ...notWritten(source),
    ...overall(source, totals, tallies),
    ...vanished(source),
    ...byState(source, totals),
    ...byRule(source, tallies),
    ...byUnit(source, totals),
    ...byCategory(source, totals),
    ...unjudged(source, tallies),
    ...missing(source),
    ...packRows(source),
  ];
  return {
    id: 'summary',
    name: words.sheetNames.summary,
    widths: WIDTHS,
    rowCount: rows.length,
    rows,
    titleRows: { first: 1, last: 2 },
    filterRow: null,
    landscape: true,
    footer: words.footer(head),
  };
}

const gap: PlanRow = { cells: [] };
const section = (heading: string): PlanRow[] => [gap, banner(heading, 'strong', WIDTHS.length)];

function notWritten({ rekeyed, words }: PlanSource): PlanRow[] {
  const { changed, added, vanished } = words.summary.notWritten;
  const lines: [string, number][] = [
    [changed, rekeyed.changed.length],
    [added, rekeyed.added.length],
    [vanished, rekeyed.vanished],
  ];
  return lines.filter(([, n]) => n > 0).map(([label, n]) => ({ cells: [text(label), count(n, 'strong')] }));
}

function overall({ words }: PlanSource, { all }: LedgerTotals, tallies: readonly RuleTally[]): PlanRow[] {
  const { heading, columns, rows, setAside } = words.summary.totals;
  const values = [
    all.cases,
    all.open,
    all.closed,
    all.openUnknown,
    all.worst.error,
    all.worst.warning,
    all.worst.notice,
    all.clean,
    all.unjudged,
  ];
  const aside = tallies.reduce((sum, tally) => sum + tally.setAside, 0);
  return [
    ...section(heading),
    headings(columns),
    ...rows.map((label, at) => ({ cells: [text(label), count(values[at] ?? 0)] })),
    ...(aside === 0 ? [] : [{ cells: [text(setAside), count(aside)] }]),
  ];
}

/** They have no row to stand on, so they are told here. */
function vanished({ checked, words }: PlanSource): PlanRow[] {
  const { since, cases } = vanishedCases(checked);
  if (since === null || cases.length === 0) return [];
  const { heading, columns, note } = words.summary.vanished;
  return [
    ...section(heading(since)),
    headings(columns),
    ...cases.map(({ caseNo, state }) => ({
      cells: [
        text(state.unit),
        text(caseNo),
        text(words.state(state.state), STATE_STYLE[state.state]),
        day(state.dueOn),
      ],
    })),
    paragraph(note),
  ];
}

function byState({ words }: PlanSource, { all }: LedgerTotals): PlanRow[] {
  const { heading, columns } = words.summary.states;
  return [
    ...section(heading),
    headings(columns),
    ...DUE_STATES.map((state) => ({ cells: [text(words.state(state), STATE_STYLE[state]), count(all.states[state])] })),
  ];
}

function byRule({ checked, words }: PlanSource, tallies: readonly RuleTally[]): PlanRow[] {
  const { heading, columns, none } = words.summary.rules;
  const found = checked.pack.rules
    .map((rule, at) => ({ rule, tally: tallies[at] }))
    .filter(({ tally }) => (tally?.flagged ?? 0) > 0)
    .sort(
      (a, b) =>
        SEVERITY_ORDER.indexOf(a.rule.severity) - SEVERITY_ORDER.indexOf(b.rule.severity) ||
        (b.tally?.flagged ?? 0) - (a.tally?.flagged ?? 0),
    );
  if (found.length === 0) return [...section(heading), banner(none, 'body', WIDTHS.length)];
  return [
    ...section(heading),
    headings(columns),
    ...found.map(({ rule, tally }) => ({
      cells: [
        text(rule.title),
        text(words.severity(rule.severity), rule.severity === 'error' ? 'strong' : 'body'),
        count(tally?.flagged ?? 0),
        text(rule.mendable ? words.yes : words.no),
      ],
    })),
  ];
}

function byUnit({ checked, words }: PlanSource, { units, sharedCases }: LedgerTotals): PlanRow[] {
  const { heading, columns, unnamed, shared } = words.summary.units;
  const order = new Map(checked.pack.organisation.units.map(({ name }, at) => [name, at]));
  const rank = (name: string): number => (name === '' ? Infinity : (order.get(name) ?? order.size));
  const byRoster = [...units].sort(
    ([a, x], [b, y]) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || y.cases - x.cases || (a < b ? -1 : 1),
  );
  const line = ([name, counts]: [string, CaseCounts]): PlanRow => ({
    cells: [
      text(name === '' ? unnamed : name),
      count(counts.cases),
      count(counts.open),
      count(counts.states.overdue, counts.states.overdue > 0 ? 'overdue' : 'body'),
      count(counts.states.dueSoon, counts.states.dueSoon > 0 ? 'dueSoon' : 'body'),
      count(counts.worst.error),
      count(counts.worst.warning),
      count(counts.worst.notice),
      count(counts.unjudged),
    ],
  });
  return [
    ...section(heading),
    headings(columns),
    ...byRoster.map(line),
    ...(sharedCases > 0 ? [banner(shared, 'note', WIDTHS.length)] : []),
  ];
}

function byCategory({ words }: PlanSource, { categories, toVerify }: LedgerTotals): PlanRow[] {
  const { heading, columns, toVerify: label } = words.summary.categories;
  return [
    ...section(heading),
    headings(columns),
    ...CATEGORIES.map((category) => ({ cells: [text(words.category(category)), count(categories[category])] })),
    { cells: [text(label), count(toVerify)] },
  ];
}

function unjudged({ checked, words }: PlanSource, tallies: readonly RuleTally[]): PlanRow[] {
  const { heading, none, line } = words.summary.unjudged;
  const open = checked.pack.rules
    .map((rule, at) => ({ rule, at, tally: tallies[at] }))
    .filter(({ tally }) => (tally?.cannotJudge ?? 0) > 0);
  if (open.length === 0) return [...section(heading), banner(none, 'body', WIDTHS.length)];
  return [
    ...section(heading),
    ...open.map(({ rule, at, tally }) =>
      paragraph(line(rule.title, tally?.cannotJudge ?? 0, whyUnjudged(checked, at, words, false))),
    ),
  ];
}

function missing({ checked, words }: PlanSource): PlanRow[] {
  const { heading, none, line, others } = words.summary.missing;
  const fields = checked.missingFields();
  if (fields.length === 0) return [...section(heading), banner(none, 'body', WIDTHS.length)];
  const findings = ledgerFindings(checked);
  const blamed = new Set(findings.flatMap((finding) => finding.fields));
  const rest = fields.filter((field) => !blamed.has(field)).map((field) => labelOf(checked, field));
  return [
    ...section(heading),
    ...findings.map(({ labels, ruleTitles }) => paragraph(line(labels, ruleTitles))),
    ...(rest.length > 0 ? [paragraph(others(rest))] : []),
  ];
}

const packRows = ({ checked, words }: PlanSource): PlanRow[] => [
  ...section(words.summary.pack.heading),
  ...words.summary.pack.lines(checked.pack).map((line) => paragraph(line)),
];

/** Full-width letters that fit a line of all columns together, and the height of a line in points. */
const LETTERS_A_LINE = 60;
const LINE_HEIGHT = 18;

/** A merged line of running text; hosts don't grow merged rows by themselves, so it brings its height. */
const paragraph = (line: string): PlanRow => ({
  ...banner(line, 'body', WIDTHS.length),
  height: LINE_HEIGHT * Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)),
});
