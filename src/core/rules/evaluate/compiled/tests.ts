import type { FactColumn } from '../../../facts/column';
import { patternFound } from '../../patterns';
import type { Operand } from '../../pack';
import type { TestOperator } from './program';

/** Whether a test holds for a case whose operands are known. */
export type CaseTest = (index: number) => boolean;

/**
 * The test of one operator over the columns at hand, made for their form: what can be settled once per column is
 * not settled again per case. `isBlank` and `containsAny` over words are not here: they are read block by block.
 */
export function caseTest(operator: TestOperator, column: FactColumn, operand: Operand, other: FactColumn | null): CaseTest {
  switch (operator) {
    case 'equal':
      return equalTest(column, operand, other);
    case 'below':
    case 'atMost':
      return orderTest(operator, column, operand, other);
    case 'in':
      return inTest(column, operand, other);
    case 'contains': {
      const lists = listsOf(column);
      const item = textOf(operand, other);
      return (index) => lists[index]?.includes(item(index)) ?? false;
    }
    case 'containsAny': {
      const text = textsOf(column);
      const lists = other ? listsOf(other) : [];
      return (index) => lists[index]?.some((word) => text[index]?.includes(word)) ?? false;
    }
    case 'matches': {
      const text = textsOf(column);
      const source = operand.kind === 'pattern' ? operand.source : '';
      return (index) => patternFound(source, text[index] ?? '');
    }
    case 'isBlank':
      throw new Error('isBlank looks at states');
  }
}

function equalTest(column: FactColumn, operand: Operand, other: FactColumn | null): CaseTest {
  if (other) {
    const left = column.values;
    const right = other.values;
    return (index) => left[index] === right[index];
  }
  const literal = operand.kind === 'literal' ? operand.value : null;
  if (column.type === 'boolean') {
    const { values } = column;
    const wanted = literal === true ? 1 : 0;
    return (index) => values[index] === wanted;
  }
  const { values } = column;
  return (index) => values[index] === literal;
}

function orderTest(operator: 'below' | 'atMost', column: FactColumn, operand: Operand, other: FactColumn | null): CaseTest {
  const left = numbersOf(column);
  if (other) {
    const right = numbersOf(other);
    if (operator === 'below') return (index) => (left[index] ?? NaN) < (right[index] ?? NaN);
    return (index) => (left[index] ?? NaN) <= (right[index] ?? NaN);
  }
  const bound = operand.kind === 'literal' ? Number(operand.value) : NaN;
  if (operator === 'below') return (index) => (left[index] ?? NaN) < bound;
  return (index) => (left[index] ?? NaN) <= bound;
}

function inTest(column: FactColumn, operand: Operand, other: FactColumn | null): CaseTest {
  const { values } = column;
  if (other) {
    const lists = listsOf(other);
    return (index) => lists[index]?.includes(values[index] as string) ?? false;
  }
  const listed = operand.kind === 'literal' && Array.isArray(operand.value) ? operand.value : [];
  const set = new Set<unknown>(listed);
  return (index) => set.has(values[index]);
}

function textOf(operand: Operand, other: FactColumn | null): (index: number) => string {
  if (other) {
    const texts = textsOf(other);
    return (index) => texts[index] ?? '';
  }
  const literal = operand.kind === 'literal' ? String(operand.value) : '';
  return () => literal;
}

// The loader types rules by their facts, and a fact's column has the fact's type: another form is a mistake of ours.
function numbersOf(column: FactColumn): Float64Array {
  if (column.type === 'date' || column.type === 'number' || column.type === 'limit') return column.values;
  throw new TypeError(`numbers wanted, ${column.type} found`);
}
export function textsOf(column: FactColumn): readonly string[] {
  if (column.type === 'text' || column.type === 'enum') return column.values;
  throw new TypeError(`text wanted, ${column.type} found`);
}
function listsOf(column: FactColumn): readonly (readonly string[])[] {
  if (column.type === 'names') return column.values;
  throw new TypeError(`names wanted, ${column.type} found`);
}
