import type { FactType, FactValue } from '../facts/column';
import type { CivilDay } from '../dates/civil';

/** A rule pack as loaded: everything checked, nothing left to find out at run time. */
export interface RulePack {
  readonly name: string;
  /** What people are told it is called. */
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly effective: Effective;
  /** Over every listed file's bytes in the order of `pack.json`, hex. */
  readonly sha256: string;
  readonly fields: readonly FieldDefinition[];
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly organisation: Organisation;
  readonly campaign: Campaign;
  readonly laws: readonly Law[];
  readonly roll: 'next-workday' | 'none';
  readonly calendar: CalendarData;
  readonly rules: readonly Rule[];
  readonly suggestions: readonly Suggestion[];
  /** What files of further kinds hold, by the kind's id; null for one that the pack does without. */
  readonly further?: ReadonlyMap<string, unknown>;
}

/** In force from and to these days, both inclusive; null where open. */
export interface Effective {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

export interface FieldDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: FactType;
  /** Headings of this field as offices write them; the label is one of them. */
  readonly synonyms: readonly string[];
  /** The vocabulary that a field of type enum or boolean is read by. */
  readonly vocabulary?: string;
  readonly personal?: boolean;
}

/** Words that rules look for. */
export interface Lexicon {
  readonly name: string;
  readonly title: string;
  readonly words: readonly string[];
}

/** The values an enum field can take, with the spellings that mean them. */
export interface Vocabulary {
  readonly name: string;
  readonly title: string;
  /** An open vocabulary keeps a spelling it doesn't know as its own value; a closed one can't read it. */
  readonly open: boolean;
  readonly values: readonly VocabularyValue[];
}
export interface VocabularyValue {
  readonly value: string;
  readonly synonyms: readonly string[];
  /** For `status`: whether it says open (true), closed (false) or neither (absent). */
  readonly isOpen?: boolean;
}

export interface Organisation {
  readonly units: readonly Unit[];
  /** Regular shapes of unit names beside the listed ones, for example any name that ends in 司法所. */
  readonly patterns: readonly { readonly suffix: string; readonly group: string }[];
  readonly people: readonly Person[];
}
export interface Unit {
  readonly name: string;
  readonly group: string;
  readonly aliases: readonly string[];
  readonly sponsor?: string;
}
export interface Person {
  readonly name: string;
  readonly posts: readonly string[];
  readonly unit?: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

export interface Campaign {
  readonly name: string;
  readonly document: string;
  readonly firstDay: CivilDay;
  readonly lastDay: CivilDay;
  /** 集中交办: from here a legacy case's periods count. */
  readonly assignmentDay: CivilDay;
  /** A case registered this many years before `firstDay`, or earlier, is legacy (历史积案). */
  readonly legacyYears: number;
  readonly phases: readonly {
    readonly name: string;
    readonly from: CivilDay | null;
    readonly to: CivilDay;
    readonly tasks: readonly string[];
  }[];
  readonly reviewCadence: {
    readonly unitDays: number;
    readonly bureauDays: number;
    readonly minimumWorkingDays: number;
  };
}

/** One regulation with the periods it sets; the one in force on the day a period starts decides. */
export interface Law {
  readonly name: string;
  readonly effective: Effective;
  readonly periods: ReadonlyMap<string, LegalPeriod>;
  /** Articles that set no period, by id: `unlawfulActs` 第二十条. */
  readonly articles?: ReadonlyMap<string, string>;
}
export interface LegalPeriod {
  readonly days: number;
  readonly article: string;
}

/** The State Council's arrangements: what differs from Monday to Friday, year by year. */
export interface CalendarData {
  /** Years covered; any other year can't be judged. */
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlyMap<CivilDay, string>;
  readonly work: ReadonlyMap<CivilDay, string>;
}

export type Severity = 'error' | 'warning' | 'notice';

export interface Rule {
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly mendable: boolean;
  readonly effective: Effective;
  readonly appliesWhen: Condition | null;
  readonly conditions: Condition;
  /** The field whose cell the finding points at. */
  readonly field: string;
  readonly message: Template;
  readonly advice: Template;
  readonly parameters: Readonly<Record<string, number | string | readonly string[]>>;
  readonly examples: Readonly<Record<'flagged' | 'clean' | 'cannotJudge' | 'notApplicable', readonly ExampleFacts[]>>;
  readonly file: string;
}

/** Facts verbatim: null is blank, a fact that is left out is missing, `{ "unreadable": "10月32日" }` can't be read. */
export type ExampleFacts = Readonly<Record<string, FactValue | null | { readonly unreadable: string }>>;

/** The one intermediate form that every evaluator works from: named conditions and parameters are resolved. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | Leaf;

export interface Leaf {
  readonly kind: 'leaf';
  readonly fact: string;
  readonly operator: string;
  readonly operand: Operand;
}

export type Operand =
  | { readonly kind: 'none' }
  /** Dates are civil days here, whatever the file wrote. */
  | { readonly kind: 'literal'; readonly value: FactValue; readonly parameter?: string }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly lexicon?: string }
  | { readonly kind: 'pattern'; readonly source: string };

/** A message cut at its placeholders: text, then `{ fact }` or `{ parameter }` or one of `{cell}` `{seen}` `{words}`. */
export type Template = readonly (
  string | { readonly fact: string } | { readonly parameter: string } | { readonly special: 'cell' | 'seen' | 'words' }
)[];

/** A rule of `classification.json` that suggests a value on one axis from words in the case's texts. */
export interface Suggestion {
  readonly name: string;
  readonly axis: 'merit' | 'conduct' | 'hardship';
  readonly value: string;
  /** Strong evidence may stand against a decision; weak evidence only suggests. */
  readonly strength: 'strong' | 'weak';
  readonly fields: readonly string[];
  readonly words: readonly string[];
  /** Words that take a match back when they stand in the same clause. */
  readonly unless: readonly string[];
  readonly basis: string;
}
