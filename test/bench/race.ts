/**
 * Evaluators on the same rules and the same cases, in one process, every verdict compared with json-rules-engine's.
 * Run by run.ts, which compiles it first; prints one JSON object a line.
 */
import { civilDay } from '../../src/core/dates/civil';
import { createWorkCalendar } from '../../src/core/dates/createWorkCalendar';
import { createFactTable, type FactTable } from '../../src/core/facts/factTable';
import { FACTS } from '../../src/core/facts/registry';
import { findLedger } from '../../src/core/ledger/findLedger';
import type { SheetGrid } from '../../src/core/ledger/grid';
import { hasBit } from '../../src/core/rules/bits';
import { createCompiledEvaluator } from '../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { Outcome, outcomeOf, type Outcomes } from '../../src/core/rules/outcome';
import { jsonLogicEngine, jsonRulesEngine, nodeRules, rools, zenEngine, type Judge } from './engines';
import { memory, median, say } from './measure';
import { raceGrid, rowsOf, type Row } from './ruleData';
import { FIELD_IDS, racePack } from './ruleSet';

const TODAY = civilDay(2021, 10, 9);
const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000);
/** The slower engines are run on so many rows, and their time is taken for as many as the others had. */
const FEW = 5_000;

const pack = racePack();

function factsOf(grid: SheetGrid): FactTable {
  const table = findLedger(grid, pack);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  const calendar = createWorkCalendar(pack.calendar);
  return createFactTable({ table: table.value, pack, calendar, today: TODAY, reviews: new Map() }, FACTS);
}

function encoded(facts: FactTable): FactTable {
  for (const id of [...FIELD_IDS, 'today']) facts.column(id);
  return facts;
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

/** Times of nine runs, after some that let the machine compile what it finds hot. */
async function repeated<T>(work: (given: T) => Promise<unknown>, prepare?: () => T): Promise<number[]> {
  const took: number[] = [];
  for (let run = -5; run < 9; run++) {
    if (run === 0) global.gc?.();
    const given = prepare?.() as T;
    const [ms] = await timed(() => work(given));
    if (run >= 0) took.push(ms);
  }
  return took;
}

/** Which rules each case meets, as bits, by one of the other engines. */
async function verdictsOf(judge: Judge, rows: readonly Row[]): Promise<Uint8Array> {
  const met = new Uint8Array(rows.length * pack.rules.length);
  await judge(rows, (row, rule) => (met[row * pack.rules.length + rule] = 1));
  return met;
}

function compare(outcomes: Outcomes, met: Uint8Array): void {
  const count = met.length / pack.rules.length;
  outcomes.rules.forEach((rule, at) => {
    for (let i = 0; i < count; i++) {
      const expected = met[i * pack.rules.length + at] === 1 ? Outcome.flagged : Outcome.clean;
      if (outcomeOf(rule, i) !== expected)
        throw new Error(`${rule.rule}, case ${i}: ${outcomeOf(rule, i)}, not ${expected}`);
    }
  });
}

async function main(): Promise<void> {
  const grid = raceGrid(ROWS);
  // Cold: nothing compiled by the machine yet, as in a process that checks one ledger and ends.
  const [coldStart, evaluator] = await timed(() => Promise.resolve(createCompiledEvaluator(pack)));
  const coldFacts = encoded(factsOf(grid));
  const [cold, outcomes] = await timed(() => evaluator.evaluate(coldFacts, TODAY));
  const facts = coldFacts;

  const warm = await repeated(() => evaluator.evaluate(facts, TODAY));
  const raw = await repeated(() => evaluator.evaluate(factsOf(grid), TODAY));
  const cells = await repeated(
    (fresh) => evaluator.evaluate(fresh, TODAY),
    () => factsOf(grid),
  );

  const rows = rowsOf(facts, TODAY);
  global.gc?.();
  const [reference, met] = await timed(() => verdictsOf(jsonRulesEngine(pack.rules), rows));
  compare(outcomes, met);
  const flagged = met.reduce((sum, one) => sum + one, 0);
  say({ part: 'race', what: 'json-rules-engine', rows: ROWS, ms: reference, note: `${flagged} findings` });
  const ours = (what: string, ms: number, note = ''): void =>
    say({ part: 'race', what, rows: ROWS, ms, ratio: reference / ms, note });
  ours('compiled, from columns, first run of a process', cold + coldStart, 'verdicts identical');
  ours('compiled, from columns, median of 9', median(warm));
  ours('compiled, from columns, best of 9', Math.min(...warm));
  ours('compiled, from sheet cells, median of 9', median(cells), 'reads the columns that rules ask for');
  ours('compiled, from sheet cells, best of 9', Math.min(...cells));
  ours('compiled, from a sheet, median of 9', median(raw), 'finds the table first');

  const few = rows.slice(0, FEW);
  for (const [what, make] of [
    ['json-logic-engine, compiled', jsonLogicEngine],
    ['rools', rools],
    ['node-rules', nodeRules],
    ['zen-engine, 500 rows a call', zenEngine],
  ] as const) {
    const judge = await make(pack.rules);
    if (!judge) {
      say({
        part: 'race',
        what: `${what}: not installed`,
        rows: 0,
        ms: 0,
        note: 'npm install --no-save @gorules/zen-engine@0.54.0',
      });
      continue;
    }
    await verdictsOf(judge, few.slice(0, 500));
    const [ms, theirs] = await timed(() => verdictsOf(judge, few));
    compare(outcomes, theirs);
    const all = (ms / FEW) * ROWS;
    say({
      part: 'race',
      what,
      rows: ROWS,
      ms: all,
      ratio: reference / all,
      note: `measured on ${FEW}; we are ${(all / median(warm)).toFixed(0)} times as fast`,
    });
  }

  await oneRow(facts, outcomes);
}

/** One edited case, judged again in outcomes of the whole ledger. */
async function oneRow(facts: FactTable, outcomes: Outcomes): Promise<void> {
  const evaluator = createCompiledEvaluator(pack);
  const mine: Outcomes = {
    count: outcomes.count,
    rules: outcomes.rules.map(({ rule, high, low, wantsColumn }) => ({
      rule,
      high: high.slice(),
      low: low.slice(),
      wantsColumn: wantsColumn.slice(),
    })),
  };
  const took: number[] = [];
  for (let run = 0; run < 400; run++) {
    const row = (run * 7919) % facts.count;
    const options = { rows: Int32Array.of(row), previous: mine, inPlace: true };
    took.push((await timed(() => evaluator.evaluate(facts, TODAY, options)))[0]);
  }
  mine.rules.forEach((rule, at) => {
    for (let i = 0; i < facts.count; i++)
      if (hasBit(rule.high, i) !== hasBit(outcomes.rules[at]?.high ?? rule.high, i))
        throw new Error(`one row: ${rule.rule}`);
  });
  say({
    part: 'race',
    what: 'one changed row, median of 400',
    rows: 1,
    ms: median(took),
    note: `worst ${Math.max(...took).toFixed(2)} ms`,
  });
}

/** A million cases, in a process of its own, so that the memory is theirs. */
async function million(): Promise<void> {
  const rows = 10 * ROWS;
  const evaluator = createCompiledEvaluator(pack);
  const grid = raceGrid(rows, 7);
  const [fromCells] = await timed(() => evaluator.evaluate(factsOf(grid), TODAY));
  say({ part: 'race', what: 'ten times the rows, from sheet cells', rows, ms: fromCells, ...memory() });
  const facts = encoded(factsOf(grid));
  const [fromColumns] = await timed(() => evaluator.evaluate(facts, TODAY));
  say({ part: 'race', what: 'ten times the rows, from columns', rows, ms: fromColumns, ...memory() });
}

void (process.argv[2] === 'million' ? million() : main());
