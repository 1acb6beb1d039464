import type { Fact, FactType, FactValue, Unknown } from '../facts/column';
import type { FieldId } from '../ledger/table';
import type { Outcome } from '../rules/outcome';
import type { Rule } from '../rules/pack';

/** Why a rule says what it says of one case: everything `text` needs for its sentences, nothing rendered yet. */
export interface Explanation {
  readonly rule: Rule;
  readonly index: number;
  readonly outcome: Outcome;
  /** Worksheet row of the case, where it stands now. */
  readonly row: number;
  /** A1 address of the cell to look at; null where the ledger has no such column. */
  readonly cell: string | null;
  readonly message: readonly MessagePart[];
  readonly advice: readonly MessagePart[];
  /** For `cannotJudge`: each value that is wanting, once. */
  readonly reasons: readonly Reason[];
}

/** A piece of a message: words of the rule, the value of a fact, or a place without a cell. */
export type MessagePart =
  | string
  /** `personal`: to be masked wherever the text leaves the workbook. */
  | {
      readonly fact: string;
      readonly type: FactType;
      readonly value: Fact<FactValue>;
      readonly personal: boolean;
    }
  /** Where the ledger has no column to name a cell of: the row, and what the column would be called. */
  | { readonly row: number; readonly label: string };

/** A value that a rule needed and could not know. */
export interface Reason {
  /** The field or fact that the rule reads. */
  readonly fact: string;
  /** Chinese label of the fact. */
  readonly label: string;
  readonly why: Unknown | null;
  /** The field whose cell is to blame, where there is one. */
  readonly field: FieldId | null;
  readonly fieldLabel: string | null;
  readonly cell: string | null;
  /** The text seen in that cell. */
  readonly seen: string;
  /** Whether `seen` is to be masked wherever it leaves the workbook. */
  readonly personal: boolean;
}
