import type { FactType, FactValue } from '../../facts/column';

/** What stands right of an operator: nothing, a value of the fact's type, a list of them, one item, words, RE2. */
export type OperandKind = 'none' | 'value' | 'values' | 'item' | 'words' | 'pattern';

export interface Operator {
  readonly name: string;
  /** When it holds, in Chinese, for the editor's tooltip and the documents: data, never a message. */
  readonly says: string;
  /** Signs and words that people write for it: what its name is told by when someone writes one of them. */
  readonly alias: readonly string[];
  /** Types of facts that it takes on its left. */
  readonly accepts: readonly FactType[];
  readonly operand: OperandKind;
  /** json-rules-engine knows it by itself and with this meaning; any other is given to it as `holds`. */
  readonly native: boolean;
  /** On values that are known (a date is its civil day); what is not known never gets here. */
  readonly holds: (left: FactValue, right: FactValue) => boolean;
}

export const SCALARS: readonly FactType[] = ['text', 'enum', 'number', 'boolean', 'date', 'limit'];
