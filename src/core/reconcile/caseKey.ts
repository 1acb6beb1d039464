import { FactState } from '../facts/column';
import type { LedgerTable } from '../ledger/table';

/** What a case is matched by. */
export interface CaseKey {
  /** 编号 without what offices write differently; '' where there is none. */
  readonly number: string;
  readonly people: readonly string[];
  /** Digits of telephones and identity numbers. */
  readonly numbers: readonly string[];
  /** 诉求内容, else 标题: letters and digits alone. */
  readonly content: string;
}

/**
 * An 编号 as it is compared: width, brackets, blanks and leading zeros don't count, nor do 第 and 号 around numbers.
 * @example 县诉〔2021〕001号, 县诉[2021]第1号 and 县诉2021-1 are one.
 */
export function numberKey(text: string): string {
  const runs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/第(?=[\d\s])|(?<=[\d\s])号/gu, ' ')
    .match(/\d+|[^\d\P{L}]+/gu);
  return (runs ?? []).map((run) => run.replace(/^0+(?=\d)/u, '')).join('|');
}

/** Only letters and digits count. */
export const contentKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();

export function keysOf(table: LedgerTable): readonly CaseKey[] {
  const petitioners = table.field('petitioner');
  return Array.from({ length: table.count }, (_, index) => {
    const isRead = petitioners?.type === 'names' && petitioners.state[index] === FactState.known;
    const numbers = ['phone', 'idNumber'].flatMap((field) =>
      (
        table
          .seen(field, index)
          .normalize('NFKC')
          .replace(/[\s-]+/gu, '')
          .match(/\d{7,17}[\dX]?/giu) ?? []
      ).map((one) => one.toUpperCase()),
    );
    return {
      number: numberKey(table.seen('caseNo', index)),
      people: isRead && petitioners.type === 'names' ? (petitioners.values[index] ?? []) : [],
      numbers,
      content: contentKey(table.seen('content', index) || table.seen('title', index)),
    };
  });
}
