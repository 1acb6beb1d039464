import { invalidArgument, notEmulated } from '../engine/errors';
import type { Rect } from './a1';
import { displayText } from './display';
import type { Filter, FilterCriterion } from './parts';
import type { Sheet } from './sheet';

/** Puts a filter over a range, or one more criterion on it; rows that do not fit are hidden. */
export function applyFilter(sheet: Sheet, rect: Rect, column: number | null, criterion: FilterCriterion | null): void {
  sheet.demand('allowAutoFilter');
  if (sheet.filter === null || sheet.filter.rect.row !== rect.row || sheet.filter.rect.column !== rect.column)
    sheet.filter = { rect, criteria: new Map() };
  else sheet.filter.rect = rect;
  if (column !== null) {
    if (column < 0 || column >= rect.columns) throw invalidArgument();
    if (criterion) sheet.filter.criteria.set(column, criterion);
    else sheet.filter.criteria.delete(column);
  }
  refilter(sheet);
}

/** Hides and shows rows anew by every filter of a sheet. */
export function refilter(sheet: Sheet): void {
  const before = sheet.filteredRows;
  sheet.filteredRows = new Set();
  for (const filter of [sheet.filter, ...sheet.tables.map((table) => table.filter)]) {
    if (!filter || filter.criteria.size === 0) continue;
    const { rect } = filter;
    for (let row = rect.row + 1; row < rect.row + rect.rows; row++)
      if (!fits(sheet, filter, row)) sheet.filteredRows.add(row);
  }
  const changed = [...new Set([...before, ...sheet.filteredRows])].filter(
    (row) => before.has(row) !== sheet.filteredRows.has(row),
  );
  if (changed.length === 0) return;
  const top = Math.min(...changed);
  const area = { row: top, rows: Math.max(...changed) - top + 1, column: 0, columns: 16_384 };
  sheet.book.emit('rowsHidden', sheet, area, sheet.filteredRows.has(top));
}

/** Takes the filter off; with `keepRange` only its criteria. */
export function clearFilter(sheet: Sheet, keepRange: boolean): void {
  sheet.demand('allowAutoFilter');
  if (keepRange) sheet.filter?.criteria.clear();
  else sheet.filter = null;
  refilter(sheet);
}

function fits(sheet: Sheet, filter: Filter, row: number): boolean {
  for (const [column, criterion] of filter.criteria) {
    const text = displayText(sheet.peek(row, filter.rect.column + column), sheet.book.date1904);
    if (!matches(text, criterion)) return false;
  }
  return true;
}

function matches(text: string, criterion: FilterCriterion): boolean {
  if (criterion.filterOn === 'Values') return (criterion.values ?? []).some((value) => String(value) === text);
  if (criterion.filterOn !== 'Custom') throw notEmulated(`a filter on ${criterion.filterOn}`);
  const first = custom(text, criterion.criterion1 ?? '');
  if (criterion.criterion2 === undefined) return first;
  const second = custom(text, criterion.criterion2);
  return criterion.operator === 'Or' ? first || second : first && second;
}

function custom(text: string, criterion: string): boolean {
  const parts = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(criterion);
  const operator = parts?.[1] ?? '=';
  const wanted = parts?.[2] ?? '';
  const numbers = wanted !== '' && text !== '' && !Number.isNaN(Number(wanted)) && !Number.isNaN(Number(text));
  const pattern = new RegExp(
    `^${wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'is',
  );
  const equal = numbers ? Number(text) === Number(wanted) : pattern.test(text);
  if (operator === '=') return equal;
  if (operator === '<>') return !equal;
  if (!numbers) return false;
  const difference = Number(text) - Number(wanted);
  return operator === '>'
    ? difference > 0
    : operator === '<'
      ? difference < 0
      : operator === '>='
        ? difference >= 0
        : difference <= 0;
}
