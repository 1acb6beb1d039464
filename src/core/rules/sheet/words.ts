import type { Severity } from '../pack';

/** What a workbook of rules is called and headed by; it is read again by the same words. */
export interface RuleSheetWords {
  readonly help: { readonly name: string; readonly lines: readonly string[] };
  readonly rules: SheetHead<'rule' | 'title' | 'severity' | 'message' | 'advice' | 'basis'>;
  readonly parameters: SheetHead<'rule' | 'title' | 'parameter' | 'value'>;
  readonly lexicons: SheetHead<'lexicon' | 'title' | 'word'>;
  readonly scoring: SheetHead<'indicator' | 'title' | 'weight' | 'rule' | 'ruleTitle' | 'deduct'>;
  /** The files as they are, piece by piece: what no other sheet shows comes from here. */
  readonly files: SheetHead<'path' | 'piece' | 'text'>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Between the words of a parameter. */
  readonly comma: string;
}

export interface SheetHead<K extends string> {
  readonly name: string;
  readonly headings: Readonly<Record<K, string>>;
}
