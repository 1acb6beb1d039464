import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseIso } from '../../../src/core/dates/civil';
import { createWorkCalendar } from '../../../src/core/dates/createWorkCalendar';
import { readLimitText } from '../../../src/core/dates/limitText';
import type { Fact, FactColumn, FactType, FactValue, Unknown } from '../../../src/core/facts/column';
import { FactState, isUnknown } from '../../../src/core/facts/column';
import { buildColumn, factAt, uniformColumn } from '../../../src/core/facts/columns';
import { createFactTable, type FactTable } from '../../../src/core/facts/factTable';
import { FACTS } from '../../../src/core/facts/registry';
import { CLARITY_FIELDS } from '../../../src/core/ledger/fieldIds';
import { splitNames, splitUnits } from '../../../src/core/ledger/splitNames';
import { columnLetters } from '../../../src/core/ledger/grid';
import type { LedgerTable, LimitValue } from '../../../src/core/ledger/table';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import type { RulePack } from '../../../src/core/rules/pack';

const root = path.resolve(__dirname, '../../../rules');

/** The files of the default pack as they stand in the repository. */
export function packFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ['', 'lexicon/', 'templates/']) {
    for (const name of readdirSync(path.join(root, folder))) {
      if (name.endsWith('.json')) files.set(folder + name, readFileSync(path.join(root, folder, name), 'utf8'));
    }
  }
  return files;
}

/** The default pack; a test fails with every mistake where it does not load. */
export function defaultPack(): RulePack {
  const loaded = loadRulePack(packFiles());
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => JSON.stringify(problem)).join('\n'));
  return loaded.value;
}

export const pack = defaultPack();
export const calendar = createWorkCalendar(pack.calendar);

/** A cell of a test ledger: a text (dates as YYYY-MM-DD), null for blank, or something that can't be read. */
export type TestCell = string | number | boolean | null | Unknown;
export type TestCase = Readonly<Record<string, TestCell>>;

export const unreadable = (field: string, seen = '10月32日'): Unknown => ({
  unknown: 'date-impossible',
  state: FactState.unreadable,
  field,
  params: { seen },
});
export const errorCell = (field: string): Unknown => ({ unknown: 'cell-error', state: FactState.unknown, field });
export const uncached = (field: string): Unknown => ({
  unknown: 'formula-not-calculated',
  state: FactState.unknown,
  field,
});

export const day = (iso: string): number => {
  const on = parseIso(iso);
  if (on === null) throw new Error(`not a date: ${iso}`);
  return on;
};

/** A ledger whose columns are the fields that any case names; row 4 is the first case's. */
export function ledgerOf(
  cases: readonly TestCase[],
  rules: RulePack = pack,
  contested: readonly string[] = [],
): LedgerTable {
  const fields = [...new Set(cases.flatMap((one) => Object.keys(one)))];
  const columns = new Map(fields.map((field, index) => [field, index + 1]));
  const types = new Map(rules.fields.map(({ id, type }) => [id, type]));
  const cellOf = (field: string, index: number): TestCell => cases[index]?.[field] ?? null;
  const limits = new Map<string, Fact<LimitValue>[]>();
  const typed = new Map<string, FactColumn>();
  for (const field of fields) {
    const type = types.get(field);
    if (type === undefined) throw new Error(`no such field: ${field}`);
    if (type === 'limit')
      limits.set(
        field,
        cases.map((_, index) => limitOf(cellOf(field, index), field)),
      );
    typed.set(
      field,
      buildColumn(type, cases.length, (index) => valueOf(cellOf(field, index), type, field)),
    );
  }
  for (const field of CLARITY_FIELDS) {
    const conflict: Unknown = { unknown: 'heading-conflict', state: FactState.missing, field };
    const missing = contested.includes(field) ? conflict : undefined;
    if (!typed.has(field)) typed.set(field, uniformColumn(types.get(field) ?? 'text', cases.length, missing));
  }
  return {
    sheet: '台账',
    headerRows: [3],
    extent: { left: 1, right: fields.length },
    columns,
    headings: new Map(),
    unmapped: [],
    conflicts: contested.map((field) => ({
      code: 'two-columns-one-field' as const,
      fields: [field],
      columns: [21, 22],
      headings: ['甲', '乙'],
    })),
    count: cases.length,
    rowNumbers: Int32Array.from(cases, (_, index) => index + 4),
    field: (id) => typed.get(id),
    limit: (id, index) => limits.get(id)?.[index] ?? typed.get(id)?.missing ?? null,
    seen: (id, index) => {
      const cell = cellOf(id, index);
      return isUnknown(cell) ? String(cell.params?.['seen'] ?? '') : String(cell ?? '');
    },
    cell: (id, index) => {
      const column = columns.get(id);
      return column === undefined ? null : columnLetters(column) + (index + 4);
    },
    isNumberCell: (id, index) => typeof cellOf(id, index) === 'number',
  };
}

function limitOf(cell: TestCell, field: string): Fact<LimitValue> {
  if (cell === null || isUnknown(cell)) return cell;
  const text = String(cell);
  const iso = parseIso(text);
  if (iso !== null) return { kind: 'date', on: iso };
  const vagueWords = pack.lexicons.get('vague-limits')?.words ?? [];
  const read = readLimitText(text, { start: null, year: 2021, order: null, vagueWords });
  return 'unreadable' in read ? unreadable(field, text) : read;
}

function valueOf(cell: TestCell, type: FactType, field: string): Fact<FactValue> {
  if (cell === null || isUnknown(cell)) return cell;
  switch (type) {
    case 'date':
      return parseIso(String(cell)) ?? unreadable(field, String(cell));
    case 'limit': {
      const limit = limitOf(cell, field);
      return limit === null || isUnknown(limit) ? limit : limit.kind === 'date' ? limit.on : NaN;
    }
    case 'names':
      return field === 'unit' ? splitUnits(String(cell)).names : splitNames(String(cell));
    case 'number':
      return Number(cell);
    case 'boolean':
      return cell === true;
    case 'enum':
    case 'text':
      return String(cell);
  }
}

export interface TestLedger {
  readonly today?: string;
  readonly rules?: RulePack;
  readonly reviews?: Readonly<Record<string, readonly string[]>>;
  /** Fields that two columns claim. */
  readonly contested?: readonly string[];
}

/** Facts of a test ledger as seen on a day (9 October 2021 unless told). */
export function factsOf(cases: readonly TestCase[], options: TestLedger = {}): FactTable {
  const rules = options.rules ?? pack;
  const reviews = new Map(Object.entries(options.reviews ?? {}).map(([caseNo, days]) => [caseNo, days.map(day)]));
  const today = day(options.today ?? '2021-10-09');
  return createFactTable(
    {
      table: ledgerOf(cases, rules, options.contested),
      pack: rules,
      today,
      calendar: createWorkCalendar(rules.calendar),
      reviews,
    },
    FACTS,
  );
}

/** One fact of a ledger of one case. */
export const factOf = (fact: string, one: TestCase, options: TestLedger = {}): Fact<FactValue> =>
  factAt(factsOf([one], options).column(fact), 0);
