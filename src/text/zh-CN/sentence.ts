import { isDayName, longDate } from './dates';
import { PATTERN_REASONS } from './patternWords';
import { STAGE_WORDS } from './problems/stages';

/**
 * Sentences by code, with `{name}` where a parameter goes. What stands in `[[ ]]` is left out where a parameter in
 * it is empty, for example a nearest choice that there is none of.
 */
export type Sentences = Readonly<Record<string, string>>;
export type SentenceParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Longer texts from a ledger are cut in sentences; the cell's address leads to the rest. */
const QUOTE_LIMIT = 40;

/** Shortens a quoted text to what a sentence can carry, on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= QUOTE_LIMIT ? line : `${letters.slice(0, QUOTE_LIMIT).join('')}…`;
}

/** Numbers that name something are never cut into thousands: 2027, not 2,027. */
const NAMING_NUMBERS: ReadonlySet<string> = new Set(['year', 'line', 'column', 'row']);

/** Technical values of these parameters are said in Chinese. */
const KINDS: ReadonlySet<string> = new Set(['type', 'otherType', 'factType', 'expected', 'found', 'wanted', 'actual']);
const KIND_WORDS: Readonly<Record<string, string>> = {
  flagged: ' flagged（有问题）',
  clean: ' clean（没有问题）',
  cannotJudge: ' cannotJudge（无法判定）',
  notApplicable: ' notApplicable（不适用）',
  text: '文字',
  names: '名称列表',
  date: '日期',
  limit: '时限',
  boolean: '是或否',
  enum: '固定取值',
  number: '数',
  object: '对象 { }',
  array: '列表 [ ]',
  string: '文字',
  null: '空值 null',
  list: '列表',
  words: '词的列表或词表',
  pattern: '一个正则表达式',
};

/** The same as what someone writes in a rule file, where that is said otherwise than the type. */
const FORMS: ReadonlySet<string> = new Set(['expected', 'found', 'wanted']);
const FORM_WORDS: Readonly<Record<string, string>> = {
  boolean: ' true 或 false',
  date: '日期（如 2021-10-08）',
  limit: '日期（如 2021-10-08）',
  enum: '一个取值',
};

/**
 * Fills a sentence. Lists are joined by 、; whole numbers named like days (`dueOn`) are dates. A parameter that the
 * caller lacks leaves nothing, so that no `{name}` ever reaches a reader.
 */
export function fill(sentence: string, params: SentenceParams): string {
  const say = (name: string): string => sayParam(name, params[name]);
  return sentence
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => say(name) !== '') ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => say(name));
}

function sayParam(name: string, value: SentenceParams[string] | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') {
    if (isDayName(name)) return longDate(value);
    return NAMING_NUMBERS.has(name) ? String(value) : formatNumber(value);
  }
  if (typeof value !== 'string') return value.join('、');
  if (name === 'stage') return STAGE_WORDS[value] ?? value;
  if (name === 'reason') return PATTERN_REASONS[value] ?? value;
  const form = FORMS.has(name) ? FORM_WORDS[value] : undefined;
  return form ?? (KINDS.has(name) ? (KIND_WORDS[value] ?? value) : value);
}

/** 12,345 and 0.5: thousands separated, without the machine's locale. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
