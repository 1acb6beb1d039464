import type { CheckedLedger } from '../check/checkedLedger';
import { FactState } from '../facts/column';
import { textsKey } from '../words/textKey';

const ARRIVAL = ['registeredOn', 'receivedOn', 'assignedOn'];
/** No number of a case has a longer run of digits. */
const LONGEST_RUN = 12;

/**
 * The cases of a ledger in an order of their own: by 编号 (9 before 10, those without one last), by the day they came, by
 * all they say. So where a row stands decides nothing: neither which cases a report gives as examples, nor how it goes on.
 */
export function caseOrder({ table }: CheckedLedger): readonly number[] {
  const numbers = Array.from({ length: table.count }, (_, index) => numberKey(table.seen('caseNo', index)));
  const days = ARRIVAL.map((field) => table.field(field));
  const cameOn = (index: number): number => {
    for (const column of days)
      if (column?.type === 'date' && column.state[index] === FactState.known) return column.values[index] ?? 0;
    return Infinity;
  };
  const fields = [...table.columns.keys()].filter((field) => field !== 'serial').sort();
  const kept = new Map<number, string>();
  const content = (index: number): string => {
    const key = kept.get(index) ?? textsKey(fields.map((field) => table.seen(field, index)));
    kept.set(index, key);
    return key;
  };
  return Array.from(numbers, (_, index) => index).sort((a, b) => {
    const [x = '', y = ''] = [numbers[a], numbers[b]];
    if (x !== y) return x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1;
    const [from, to] = [cameOn(a), cameOn(b)];
    if (from !== to) return from < to ? -1 : 1;
    return content(a) < content(b) ? -1 : content(a) > content(b) ? 1 : 0;
  });
}

/** Runs of digits all of one length, so that texts compare as numbers do. */
const numberKey = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\d+/gu, (run) => run.padStart(LONGEST_RUN, '0'));
