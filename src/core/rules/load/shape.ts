/**
 * What the objects of a pack's files look like. The loader takes the keys it knows from here and `rules/schema` is
 * generated from here, so the two can't drift. The Chinese words are data for editors (tooltips), never messages.
 */
export type ValueShape =
  | { readonly is: 'text' | 'date' | 'dateOrNull' | 'flag' | 'any' }
  /** A text that matches the expression. */
  | { readonly is: 'text'; readonly like: string }
  /** One of these texts, each with what it means. */
  | { readonly is: 'choice'; readonly of: Choices }
  /** One of these texts, by what another key of the object says. */
  | { readonly is: 'choiceBy'; readonly key: string; readonly of: Readonly<Record<string, Choices>> }
  | { readonly is: 'whole'; readonly least: number }
  | { readonly is: 'list'; readonly of: ValueShape; readonly least?: number }
  | { readonly is: 'object'; readonly of: ObjectShape }
  /** An object whose keys are names of the editor's own. */
  | { readonly is: 'entries'; readonly of: ValueShape; readonly keys?: string }
  /** A name that something else defines, or a form that many places share. */
  | { readonly is: 'ref'; readonly to: SharedShape };

export type SharedShape =
  | 'rootCondition'
  | 'condition'
  | 'field'
  | 'lexicon'
  | 'vocabulary'
  | 'words'
  | 'wordsOrNone'
  | 'exampleFacts'
  | 'parameterValue'
  | 'template'
  | 'schema';

/** Values that a key takes, with what each means. */
export type Choices = Readonly<Record<string, string>>;

export interface KeyShape {
  /** What it is for, in Chinese: the editor's tooltip. */
  readonly says: string;
  readonly required: boolean;
  /** Required where another key has this value. */
  readonly requiredIf?: { readonly key: string; readonly is: string };
  readonly value: ValueShape;
}

export interface ObjectShape {
  readonly keys: Readonly<Record<string, KeyShape>>;
  readonly known: readonly string[];
  readonly required: readonly string[];
}

/** An object with these keys and no others. */
export function shape(keys: Readonly<Record<string, KeyShape>>): ObjectShape {
  const known = Object.keys(keys);
  return { keys, known, required: known.filter((key) => keys[key]?.required) };
}

/** A whole file: an object that may name its schema. */
export const fileShape = (keys: Readonly<Record<string, KeyShape>>): ObjectShape =>
  shape({ $schema: may('本文件的格式说明，编辑器据此提示；不影响检查结果。', ref('schema')), ...keys });

export const must = (says: string, value: ValueShape): KeyShape => ({ says, required: true, value });
export const may = (says: string, value: ValueShape): KeyShape => ({ says, required: false, value });

export const TEXT: ValueShape = { is: 'text' };
export const DATE: ValueShape = { is: 'date' };
export const DATE_OR_NULL: ValueShape = { is: 'dateOrNull' };
export const FLAG: ValueShape = { is: 'flag' };
export const listOf = (of: ValueShape, least = 0): ValueShape => ({ is: 'list', of, least });
export const whole = (least: number): ValueShape => ({ is: 'whole', least });
export const choiceBy = (key: string, of: Readonly<Record<string, Choices>>): ValueShape => ({
  is: 'choiceBy',
  key,
  of,
});
export const choice = (of: Choices): ValueShape => ({ is: 'choice', of });
export const objectOf = (of: ObjectShape): ValueShape => ({ is: 'object', of });
export const entriesOf = (of: ValueShape, keys?: string): ValueShape =>
  keys === undefined ? { is: 'entries', of } : { is: 'entries', of, keys };
export const ref = (to: SharedShape): ValueShape => ({ is: 'ref', to });

/** Days in force, both inclusive. */
export const EFFECTIVE = shape({
  from: may('施行起日（含当日），如 2021-08-31；不写或 null 表示不限。', DATE_OR_NULL),
  to: may('施行止日（含当日）；不写或 null 表示一直有效。', DATE_OR_NULL),
});
