import type { Vocabulary } from '../rules/pack';
import type { BooleanColumn, ListColumn, NumericColumn, TextColumn, Unknown } from '../facts/column';
import { FactState } from '../facts/column';
import { CellKind } from './grid';
import { kindAt } from './cells';
import { cellUnknown, seenText, unreadable, type ColumnSource } from './columnSource';
import { PLAIN_TEXT_FIELDS, UNIT_FIELDS } from './fieldIds';
import { splitNames, splitUnits } from './splitNames';
import { UNDECIDED, vocabularyReader } from './vocabulary';

/** What one cell says: a value, nothing, or why it can't be read. */
type Reading<T> = { readonly value: T } | Unknown | null;

interface Filled {
  readonly state: Uint8Array;
  readonly why: ReadonlyMap<number, Unknown>;
}

/**
 * Reads every case's cell: errors and formulas without a value are unknown, empty cells blank; the rest is `read`
 * from its text, each distinct text once.
 * @param marks whether placeholders such as `/` and 无 count as blank
 * @param readNumber reads a number cell by its value; undefined where its text has to be read
 */
function readCells<T>(
  source: ColumnSource,
  marks: boolean,
  read: (text: string) => Reading<T>,
  keep: (index: number, value: T) => void,
  readNumber: (cell: number) => Reading<T> | undefined = () => undefined,
): Filled {
  const { raw, at, count, texts } = source;
  const state = new Uint8Array(count);
  const why = new Map<number, Unknown>();
  const readings = new Map<number, Reading<T>>();
  for (let i = 0; i < count; i++) {
    const cell = at[i] ?? -1;
    const kind = kindAt(raw, cell);
    if (kind === CellKind.blank) continue;
    let reading: Reading<T> | undefined;
    if (kind === CellKind.text) {
      const string = raw.numbers[cell] ?? -1;
      reading = readings.get(string);
      if (reading === undefined) {
        reading = texts.text(string) === '' || (marks && texts.isBlankMark(string)) ? null : read(texts.text(string));
        readings.set(string, reading);
      }
    } else if (kind === CellKind.error || kind === CellKind.uncached) reading = cellUnknown(source, cell);
    else reading = (kind === CellKind.number ? readNumber(cell) : undefined) ?? read(seenText(source, i));
    if (reading === null) continue;
    if ('unknown' in (reading as object)) {
      const unknown = reading as Unknown;
      state[i] = unknown.state;
      why.set(i, unknown);
    } else {
      state[i] = FactState.known;
      keep(i, (reading as { readonly value: T }).value);
    }
  }
  return { state, why };
}

/** Text as it stands, trimmed. Placeholders are blank, except 无 and its like in 备注, where it is an answer. */
export function readTextColumn(source: ColumnSource): TextColumn {
  const { raw, at, count, texts } = source;
  const values = new Array<string>(count).fill('');
  const state = new Uint8Array(count);
  const why = new Map<number, Unknown>();
  const marks = !PLAIN_TEXT_FIELDS.includes(source.field);
  for (let i = 0; i < count; i++) {
    const cell = at[i] ?? -1;
    const kind = kindAt(raw, cell);
    if (kind === CellKind.blank) continue;
    if (kind === CellKind.error || kind === CellKind.uncached) {
      state[i] = FactState.unknown;
      why.set(i, cellUnknown(source, cell));
      continue;
    }
    const string = raw.numbers[cell] ?? -1;
    const text = kind === CellKind.text ? (marks ? texts.told(string) : texts.text(string)) : seenText(source, i);
    if (text === '') continue;
    values[i] = text;
    state[i] = FactState.known;
  }
  return { type: 'text', values, state, why };
}

/** Names of people, or of units for the unit fields; a text in which no name is found stands as one. */
export function readNamesColumn(source: ColumnSource): ListColumn {
  const none: readonly string[] = [];
  const values = new Array<readonly string[]>(source.count).fill(none);
  const split = UNIT_FIELDS.includes(source.field) ? (text: string) => splitUnits(text).names : splitNames;
  const read = (text: string): Reading<readonly string[]> => {
    const names = split(text);
    return { value: names.length > 0 ? names : [text] };
  };
  const filled = readCells(source, true, read, (i, value) => (values[i] = value));
  if (!UNIT_FIELDS.includes(source.field)) {
    // 待定 in place of a person names nobody; a unit so written has a rule of its own (unit-vague).
    for (let i = 0; i < source.count; i++)
      if (filled.state[i] === FactState.known && values[i]?.every((name) => NOBODY.has(name))) {
        filled.state[i] = FactState.blank;
        values[i] = none;
      }
  }
  return { type: 'names', values, ...filled };
}

/** Words that stand where a person's name is still to come. */
const NOBODY: ReadonlySet<string> = new Set(
  '待定 未定 待明确 未明确 待确定 待指定 未指定 待分配 待落实 暂缺 空缺 不详'.split(' '),
);

/**
 * Words of a vocabulary; one that a closed vocabulary doesn't know is unreadable, an open one keeps it as it is.
 * Below a question (是否办结) yes and no stand for what is asked.
 */
export function readEnumColumn(source: ColumnSource, vocabulary: Vocabulary, heading: string): TextColumn {
  const values = new Array<string>(source.count).fill('');
  const meaning = vocabularyReader(vocabulary);
  const answer = answerReader(heading, meaning);
  const isMark = (text: string): boolean => source.texts.isMark(text);
  const read = (text: string): Reading<string> => {
    const value = answer(text) ?? (isMark(text) && !exactly(vocabulary, text) ? '' : meaning(text));
    if (value === UNDECIDED || value === '') return null;
    if (value !== null) return { value };
    return vocabulary.open ? { value: text } : unreadable(source.field, 'word-unknown', { seen: text });
  };
  const filled = readCells(source, false, read, (i, value) => (values[i] = value));
  return { type: 'enum', values, ...filled };
}

/** 有越级上访行为, 未发现…: a sentence that says yes or no with its first word. */
const STARTS_YES = /^(?:是[^否]|有(?!待|争议|嫌疑|可能|无))/u;
const STARTS_NO = /^(?:无(?!法|从)|没有|未发现|未见|未有|未实施|不存在|不属于|否[，,。；; ])/u;

/** 是 and 否 in all their spellings, by the field's vocabulary (values 是, 否; 未定 is blank). */
export function readBooleanColumn(source: ColumnSource, vocabulary: Vocabulary): BooleanColumn {
  const values = new Uint8Array(source.count);
  const meaning = vocabularyReader(vocabulary);
  const read = (text: string): Reading<boolean> => {
    const upper = text.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
    const value = meaning(text);
    if (value === '是' || value === '否') return { value: value === '是' };
    if (value === UNDECIDED || source.texts.isMark(text)) return null;
    const opening = STARTS_YES.test(text) ? true : STARTS_NO.test(text) ? false : null;
    return opening === null ? unreadable(source.field, 'yes-no-unreadable', { seen: text }) : { value: opening };
  };
  const filled = readCells(source, false, read, (i, value) => (values[i] = value ? 1 : 0));
  return { type: 'boolean', values, ...filled };
}

/** Numbers with a unit or about (`12人`, `约20人`, `十二`); anything else is unreadable. */
export function readNumberColumn(source: ColumnSource): NumericColumn {
  const values = new Float64Array(source.count);
  const read = (text: string): Reading<number> => {
    const value = numberIn(text);
    return value === null ? unreadable(source.field, 'number-unreadable', { seen: text }) : { value };
  };
  const filled = readCells(source, true, read, (i, value) => (values[i] = value), asCount(source));
  return { type: 'number', values, ...filled };
}

/** A plain whole number in a plain format stands for itself, without going through the text that shows it. */
const asCount =
  ({ raw, grid }: ColumnSource) =>
  (cell: number): Reading<number> | undefined => {
    const value = raw.numbers[cell] ?? NaN;
    const format = raw.styles === null ? '' : (grid.formats[raw.styles[cell] ?? 0] ?? '');
    return (format === '' || format === 'General') && Number.isInteger(value) && Math.abs(value) < 1e9
      ? { value }
      : undefined;
  };

const UNIT_OF_COUNT = '(?:人次|人|名|户|件|批|次|个|分|位|元|天)?';
const NUMBER = new RegExp(
  `^(?:约|近|共|计|大约|合计)?(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)${UNIT_OF_COUNT}$`,
  'u',
);
const CHINESE = new RegExp(
  `^(?:约|近|共)?([一二两三四五六七八九]?百)?(?:零)?([一二两三四五六七八九]?十)?([一二两三四五六七八九])?${UNIT_OF_COUNT}$`,
  'u',
);
const DIGIT: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const arabic = NUMBER.exec(plain)?.[1];
  if (arabic !== undefined) return Number(arabic.replace(/,/g, ''));
  const match = CHINESE.exec(plain);
  if (!match || (match[1] ?? match[2] ?? match[3]) === undefined) return null;
  const part = (word: string | undefined, worth: number): number =>
    word === undefined ? 0 : (word.length > 1 || worth === 1 ? (DIGIT[word[0] ?? ''] ?? 1) : 1) * worth;
  return part(match[1], 100) + part(match[2], 10) + part(match[3], 1);
}

const QUESTION = /(?:是否|有无|能否)已?([\u3400-\u9fff]+)/u;
const YES = /^(?:是|有|√|✓|✔|☑|Y|YES|TRUE|1|对|已)$/u;
const NO = /^(?:否|无|没有|×|✗|✘|X|N|NO|FALSE|0|未|不是|不)$/u;

/** Yes and no below a question: `是` below 是否办结 means what 已办结 or 办结 means, `否` what 未办结 means. */
function answerReader(heading: string, meaning: (text: string) => string | null): (text: string) => string | null {
  const asked = QUESTION.exec(heading)?.[1];
  if (asked === undefined) return () => null;
  const firstKnown = (...words: string[]): string | null => {
    for (const word of words) {
      const value = meaning(word);
      if (value !== null) return value;
    }
    return null;
  };
  const yes = firstKnown(`已${asked}`, asked, '是');
  const no = firstKnown(`未${asked}`, `不${asked}`, `没有${asked}`, '否');
  return (text) => {
    const plain = text.normalize('NFKC').trim().toUpperCase();
    if (YES.test(plain)) return yes;
    return NO.test(plain) ? no : null;
  };
}

const exactly = (vocabulary: Vocabulary, text: string): boolean =>
  vocabulary.values.some((value) => value.value === text || value.synonyms.includes(text));
