import type { CivilDay } from '../../dates/civil';
import type { FieldId } from '../../ledger/table';
import { compareLedger, type Comparison, type Figures, type Flow } from '../../snapshots/compare';
import { lateEntries } from '../../snapshots/lateEntries';
import { STATE_STYLE, banner, count, headings, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanCell, PlanRow } from '../../writeplan/plan';
import { isKept, matterOf, numberOf, shortText, unitsOf } from '../cases';
import { headOf } from '../frame';
import { hidePersonal } from '../privacy';
import type { CaseRef, ReportSources } from '../report';
import { tableSheet } from '../tableSheet';
import { urgentCases, type UrgentCase } from './urgentCases';
import type { WeeklyWords } from './words';

/** 项目 本周 上周 增减, then room for the urgent cases. */
const WIDTHS = [18, 22, 16, 12, 44];
const MATTER = 44;
const LINES = 8;
/** Reasons that a case is told with: the page is to be read at a glance. */
const REASONS = 3;
const SIGN_OFF = ['signedOff', 'signedOffOn'];
const gap: PlanRow = { cells: [] };

/** One page for the head: figures against last week, the few cases that need a word, and what asks to be verified. */
export function headSheet(sources: ReportSources, open: readonly CaseRef[], words: WeeklyWords): OwnedSheet {
  const comparisons = sources.ledgers.map(({ checked }) => compareLedger(checked));
  const days = new Set(comparisons.map(({ before }) => before?.on ?? null));
  const [only = null] = days.size === 1 ? days : [];
  const { head, frame } = words;
  const cases = sources.ledgers.reduce((sum, { checked }) => sum + checked.table.count, 0);
  const info = headOf(sources, cases);
  return tableSheet({
    id: 'report.weekly.head',
    name: head.sheet,
    title: head.title,
    notes: [frame.note(info), head.compared(only)],
    widths: WIDTHS,
    headings: head.columns,
    rows: [
      ...figureRows(sources, comparisons, words),
      ...urgentRows(urgentCases(open.filter((one) => !isKept(one))), urgentCases(open.filter(isKept)).length, words),
      ...lateRows(sources, words),
    ],
    none: '',
    footer: frame.footer(info),
    portrait: true,
    onePage: true,
  });
}

/** The figures of several ledgers together; of the week before only where all of them have it. */
function figureRows(
  { ledgers }: ReportSources,
  comparisons: readonly Comparison[],
  { head }: WeeklyWords,
): readonly PlanRow[] {
  const { meanings } = head;
  const now = comparisons.map((one) => one.now);
  const before = everyOne(comparisons.map((one) => one.before?.figures ?? null));
  const flow = everyOne(comparisons.map((one) => one.flow));
  const flowBefore = everyOne(comparisons.map((one) => one.flowBefore));
  const row = (label: string, meaning: string, value: number | null, last: number | null): PlanRow => ({
    cells: [
      text(label, 'strong'),
      value === null ? text(head.unknown) : count(value, 'strong'),
      last === null ? text(head.unknown) : count(last),
      text(value === null || last === null ? head.unknown : head.change(value, last)),
      text(meaning),
    ],
  });
  const stock = (key: keyof Figures, meaning = meanings[key]): PlanRow =>
    row(head.stocks[key], meaning, sum(now, key), before === null ? null : sum(before, key));
  const moved = (key: keyof Flow): PlanRow =>
    row(
      head.flows[key],
      meanings[key],
      flow === null ? null : sum(flow, key),
      flowBefore === null ? null : sum(flowBefore, key),
    );
  /** A figure that rests on columns, one of which a ledger must have for it to be told. */
  const needing = ([field, ...others]: readonly FieldId[], label: string, figure: () => PlanRow): PlanRow => {
    const lacking = ledgers.filter(({ checked }) =>
      [field, ...others].every((id) => id === undefined || !checked.table.columns.has(id)),
    );
    const name = lacking[0]?.checked.pack.fields.find(({ id }) => id === field)?.label;
    return name === undefined
      ? figure()
      : row(label, head.withoutColumn(name, lacking.length, ledgers.length), null, null);
  };
  const gone = comparisons.reduce((total, { vanished }) => total + vanished, 0);
  return [
    needing(SIGN_OFF, head.stocks.onBook, () => stock('onBook')),
    stock('open'),
    moved('added'),
    moved('closed'),
    needing(['resolution'], head.flows.resolved, () => moved('resolved')),
    needing(['resolution'], head.stocks.resolved, () => stock('resolved', meanings.resolvedSoFar)),
    stock('overdue'),
    stock('dueInWeek'),
    needing(SIGN_OFF, head.stocks.closedNotSignedOff, () => stock('closedNotSignedOff')),
    ...(gone > 0 ? [row(head.vanished, meanings.vanished, gone, null)] : []),
  ];
}

const everyOne = <T>(all: readonly (T | null)[]): readonly T[] | null =>
  all.length > 0 && all.every((one) => one !== null) ? all : null;

const sum = <K extends string>(all: readonly Readonly<Record<K, number>>[], key: K): number =>
  all.reduce((total, one) => total + one[key], 0);

/** Cases kept from their units are told on a sheet of their own: this page is passed around with the rest. */
function urgentRows(urgent: readonly UrgentCase[], kept: number, words: WeeklyWords): readonly PlanRow[] {
  const { heading, none, columns } = words.head.urgent;
  const width = WIDTHS.length;
  const more = kept === 0 ? [] : [banner(words.head.urgent.kept(kept), 'body', width)];
  if (urgent.length === 0) return [gap, banner(heading, 'strong', width), banner(none, 'body', width), ...more];
  return [
    gap,
    banner(heading, 'strong', width),
    headings(columns),
    ...urgent.map((one) => ({ cells: urgentCells(one, words) })),
    ...more,
  ];
}

function urgentCells({ of, findings, level, headcount }: UrgentCase, words: WeeklyWords): readonly PlanCell[] {
  const { checked } = of.ledger;
  const why = [
    ...findings.slice(0, REASONS).map((finding) => hidePersonal(of, words.head.finding(finding))),
    ...(level === '' ? [] : [words.head.level(level)]),
    ...(headcount === 0 ? [] : [words.head.headcount(headcount)]),
    ...(findings.length > REASONS ? [words.head.late.more(findings.length - REASONS)] : []),
  ];
  return [
    text(numberOf(of)),
    text(shortText(hidePersonal(of, matterOf(of)), MATTER)),
    text(unitsOf(of).join('、')),
    text(words.daysLeft(checked.daysLeft(of.index)), STATE_STYLE[checked.dueState(of.index)]),
    text(why.map((line, at) => (why.length > 1 ? `${at + 1}. ${line}` : line)).join('\n')),
  ];
}

function lateRows(sources: ReportSources, { head }: WeeklyWords): readonly PlanRow[] {
  const { late: words } = head;
  const width = WIDTHS.length;
  const lines: string[] = [];
  let known = false;
  for (const ledger of sources.ledgers) {
    const late = lateEntries(ledger.checked);
    const since: CivilDay | null = late.since;
    if (since === null) continue;
    known = true;
    const of = (index: number): CaseRef => ({ ledger, index });
    for (const edit of late.massEdits)
      lines.push(
        words.massEdit(
          edit,
          edit.cases.filter((index) => !isKept(of(index))).map((index) => numberOf(of(index))),
          since,
        ),
      );
    const filled = new Map<string, { unit: string; on: CivilDay; numbers: string[] }>();
    for (const { index, reviewOn } of late.backFilled) {
      if (isKept(of(index))) continue;
      const unit = unitsOf(of(index)).join('、');
      const key = `${reviewOn}\n${unit}`;
      const group = filled.get(key) ?? { unit, on: reviewOn, numbers: [] };
      filled.set(key, group);
      group.numbers.push(numberOf(of(index)));
    }
    for (const { unit, on, numbers } of filled.values()) lines.push(words.backFilled({ unit, on, since }, numbers));
  }
  const shown = lines.slice(0, LINES);
  if (lines.length > LINES) shown.push(words.more(lines.length - LINES));
  if (shown.length === 0) shown.push(known ? words.none : words.unknown);
  return [gap, banner(words.heading, 'strong', width), ...shown.map((line) => banner(line, 'body', width))];
}
