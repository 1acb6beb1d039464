import type { FactColumn, FactValue } from '../../../facts/column';
import type { Operator } from '../../operators';
import type { Operand } from '../../pack';
import { patternTest } from '../../patterns';
import type { Block, ColumnBlock } from './columnBlock';
import { codesAnswered, flagsSet, numbersAgainst, numbersAgainstEachOther, numbersEqual, type Kernel } from './kernels';
import { noAnswers } from './dictionary';
import type { Test } from './program';

/**
 * How a test is worked out over a block. `all` compares every case, known or not; `each` is for what costs more than
 * a comparison, and is asked for the known cases alone, by their place in the block.
 */
export type BlockTest =
  | { readonly kind: 'all'; readonly run: Kernel }
  | { readonly kind: 'each'; readonly ready: () => (place: number) => boolean };

/**
 * The test of one operator over the columns at hand, made for their form: what can be settled once per column is
 * not settled again per case. `isBlank` and `containsAny` over words are not here: the machine reads them itself.
 */
export function blockTest(
  { operator, operand, held }: Test,
  block: Block,
  left: ColumnBlock,
  right: ColumnBlock | null,
): BlockTest {
  switch (operator) {
    case 'below':
    case 'atMost':
      return right
        ? orderOfTwo(operator === 'atMost', block, left, right)
        : order(operator === 'atMost', block, left, operand);
    case 'equal':
      if (right) return equalToOther(left, right);
      return equal(block, left, literalOf(operand));
    case 'in':
      return right ? inOther(left, right) : inList(block, left, operand);
    case 'contains': {
      const item = String(literalOf(operand));
      return each(() => {
        const lists = left.lists();
        const items = right?.texts();
        return (place) =>
          (lists.values[lists.start + place] ?? []).includes(items ? (items.values[items.start + place] ?? '') : item);
      });
    }
    case 'containsAny':
      return each(() => {
        const texts = left.texts();
        const words = right?.lists();
        return (place) => {
          const text = texts.values[texts.start + place] ?? '';
          return words?.values[words.start + place]?.some((word) => text.includes(word)) ?? false;
        };
      });
    case 'matches': {
      const found = patternTest(operand.kind === 'pattern' ? operand.source : '');
      return texts(block, left, found);
    }
    case 'held':
      return heldBy(held, left, operand, right);
    case 'isBlank':
      throw new Error('isBlank looks at states');
  }
}

const each = (ready: () => (place: number) => boolean): BlockTest => ({ kind: 'each', ready });
const literalOf = (operand: Operand): unknown => (operand.kind === 'literal' ? operand.value : null);

function order(orEqual: boolean, block: Block, left: ColumnBlock, operand: Operand): BlockTest {
  const bound = Number(literalOf(operand));
  return {
    kind: 'all',
    run(out) {
      const { values, start } = left.numbers();
      numbersAgainst(values, start, block.count, bound, orEqual, out);
    },
  };
}

function orderOfTwo(orEqual: boolean, block: Block, left: ColumnBlock, right: ColumnBlock): BlockTest {
  return {
    kind: 'all',
    run(out) {
      const a = left.numbers();
      const b = right.numbers();
      numbersAgainstEachOther(a.values, a.start, b.values, b.start, block.count, orEqual, out);
    },
  };
}

function equal(block: Block, left: ColumnBlock, literal: unknown): BlockTest {
  switch (left.column.type) {
    case 'boolean': {
      const flip = literal === true ? 0 : -1;
      return {
        kind: 'all',
        run(out) {
          const { values, start } = left.flags();
          flagsSet(values, start, block.count, out);
          if (flip !== 0) for (let w = 0; w < block.words; w++) out[w] = ~(out[w] as number);
        },
      };
    }
    case 'text':
    case 'enum':
      return texts(block, left, (text) => text === literal);
    case 'names':
      return each(() => () => false);
    default: {
      const wanted = typeof literal === 'number' ? literal : NaN;
      return {
        kind: 'all',
        run(out) {
          const { values, start } = left.numbers();
          numbersEqual(values, start, block.count, wanted, out);
        },
      };
    }
  }
}

function equalToOther(left: ColumnBlock, right: ColumnBlock): BlockTest {
  return each(() => {
    const a = anyLanes(left);
    const b = anyLanes(right);
    return (place) => a.values[a.start + place] === b.values[b.start + place];
  });
}

function inList(block: Block, left: ColumnBlock, operand: Operand): BlockTest {
  const literal = literalOf(operand);
  const listed = new Set<unknown>(Array.isArray(literal) ? literal : []);
  const { type } = left.column;
  if (type === 'text' || type === 'enum') return texts(block, left, (text) => listed.has(text));
  return each(() => {
    const { values, start } = anyLanes(left);
    return (place) => listed.has(values[start + place]);
  });
}

function inOther(left: ColumnBlock, right: ColumnBlock): BlockTest {
  return each(() => {
    const { values, start } = anyLanes(left);
    const lists = right.lists();
    return (place) => lists.values[lists.start + place]?.includes(values[start + place] as string) ?? false;
  });
}

/** A test on a text: by dictionary where the column has one, else text by text. */
function texts(block: Block, left: ColumnBlock, holds: (text: string) => boolean): BlockTest {
  const { dictionary } = left;
  const oneByOne = (): ((place: number) => boolean) => {
    const { values, start } = left.texts();
    return (place) => holds(values[start + place] as string);
  };
  if (dictionary === null) return each(oneByOne);
  const answers = noAnswers();
  return {
    kind: 'all',
    run(out) {
      const codes = left.codes();
      if (codes !== null) return codesAnswered(codes, block.count, dictionary.answer(answers, holds), out);
      const asked = oneByOne();
      for (let w = 0; w < block.words; w++) {
        let truth = 0;
        for (let rest = left.known[w] as number; rest !== 0; rest &= rest - 1) {
          const bit = rest & -rest;
          if (asked((w << 5) + 31 - Math.clz32(bit))) truth |= bit;
        }
        out[w] = truth;
      }
    },
  };
}

/** An operator without a form of its own here: its meaning in the registry, case by case. */
function heldBy(
  operator: Operator | undefined,
  left: ColumnBlock,
  operand: Operand,
  right: ColumnBlock | null,
): BlockTest {
  if (operator === undefined) throw new TypeError('an operator that is not in the registry');
  const constant = constantOf(operand);
  return each(() => {
    const a = valuesOf(left);
    const b = right === null ? () => constant : valuesOf(right);
    return (place) => operator.holds(a(place), b(place));
  });
}

function constantOf(operand: Operand): FactValue {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'words':
      return operand.words;
    case 'pattern':
      return operand.source;
    case 'fact':
    case 'none':
      return '';
  }
}

function valuesOf(column: ColumnBlock): (place: number) => FactValue {
  const { values, start } = anyLanes(column);
  if (column.column.type === 'boolean') return (place) => values[start + place] === 1;
  return (place) => values[start + place] ?? '';
}

function anyLanes(column: ColumnBlock): { readonly values: FactColumn['values']; readonly start: number } {
  switch (column.column.type) {
    case 'boolean':
      return column.flags();
    case 'text':
    case 'enum':
      return column.texts();
    case 'names':
      return column.lists();
    default:
      return column.numbers();
  }
}
