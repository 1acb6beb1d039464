import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIso } from '../../../src/core/dates/civil';
import type { FactColumn } from '../../../src/core/facts/column';
import { FactState } from '../../../src/core/facts/column';
import { findLedger } from '../../../src/core/ledger/findLedger';
import { columnLetters } from '../../../src/core/ledger/grid';
import type { LedgerTable } from '../../../src/core/ledger/table';
import { defaultVocabulary } from './defaultVocabulary';
import { gridFrom, type TestSheet } from './gridFrom';

const LAYOUTS = join(__dirname, '../../golden/layouts');
const pack = defaultVocabulary();

function valueOf(table: LedgerTable, id: string, column: FactColumn, index: number): unknown {
  const state = column.state[index];
  if (state === FactState.blank) return null;
  if (state !== FactState.known) return { cannotRead: column.why.get(index)?.unknown ?? column.missing?.unknown };
  if (column.type === 'date') return formatIso(column.values[index] ?? 0);
  if (column.type === 'boolean') return column.values[index] === 1;
  if (column.type === 'limit') {
    const limit = table.limit(id, index);
    return limit !== null && 'kind' in limit && limit.kind === 'date' ? formatIso(limit.on) : limit;
  }
  return column.values[index];
}

/** A table as a person can read it in a golden file: mapping, rows, and the typed values that are not blank. */
function described(table: LedgerTable): unknown {
  const columns = [...table.columns].sort((a, b) => a[1] - b[1]);
  const cases = Array.from({ length: table.count }, (_, index) => {
    const values = columns.map(([id]) => {
      const column = table.field(id);
      return [id, column ? valueOf(table, id, column, index) : undefined] as const;
    });
    const told = values.filter(([, value]) => value !== null);
    return { row: table.rowNumbers[index], ...Object.fromEntries(told) };
  });
  return {
    headerRows: table.headerRows,
    extent: `${columnLetters(table.extent.left)}:${columnLetters(table.extent.right)}`,
    columns: Object.fromEntries(
      columns.map(([id, column]) => [id, `${columnLetters(column)} ${table.headings.get(column) ?? ''}`]),
    ),
    unmapped: table.unmapped.map((column) => `${columnLetters(column)} ${table.headings.get(column) ?? ''}`),
    conflicts: table.conflicts.map(
      ({ code, fields, columns: rivals }) => `${code} ${fields.join('+')} ${rivals.map(columnLetters).join('+')}`,
    ),
    cases,
  };
}

describe('layouts of ledgers (golden)', () => {
  const names = readdirSync(LAYOUTS).sort();

  it('are at least ten', () => {
    assert.ok(names.length >= 10, `${names.length} layouts`);
  });

  for (const name of names) {
    it(`reads ${name}`, () => {
      const sheet = JSON.parse(readFileSync(join(LAYOUTS, name, 'grid.json'), 'utf8')) as TestSheet;
      const found = findLedger(gridFrom(sheet), pack);
      const actual = found.ok ? described(found.value) : { problems: found.problems };
      const file = join(LAYOUTS, name, 'expected.json');
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, JSON.stringify(actual, null, 2) + '\n');
      assert.deepEqual(JSON.parse(JSON.stringify(actual)), JSON.parse(readFileSync(file, 'utf8')));
    });
  }
});
