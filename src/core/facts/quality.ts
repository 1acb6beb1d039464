import type { FieldId } from '../ledger/table';
import type { FieldDefinition } from '../rules/pack';
import type { Fact, FactType, Unknown } from './column';
import { FactState, isUnknown } from './column';
import type { CaseReader, FactContext, FactDefinition } from './definition';
import { forgetWhenEdited } from './keptByContext';

/** Date and limit fields with a column, and those of them in which some case has anything to find. */
interface DateFields {
  readonly unread: readonly FieldDefinition[];
  readonly future: readonly FieldDefinition[];
}

const dateFieldsByContext = new WeakMap<FactContext, DateFields>();

/** Looked through once for the ledger, so that a case costs only the columns in which something is wrong. */
function dateFields(context: FactContext): DateFields {
  const kept = dateFieldsByContext.get(context);
  if (kept) return kept;
  const { pack, table, today } = context;
  const present = pack.fields.filter(({ id, type }) => (type === 'date' || type === 'limit') && table.columns.has(id));
  const made = {
    unread: present.filter(({ id }) => table.field(id)?.state.some((state) => state > FactState.known)),
    future: present.filter(({ id, type }) => {
      const column = type === 'date' ? table.field(id) : undefined;
      return column?.type === 'date' && column.values.some((day) => day > today);
    }),
  };
  dateFieldsByContext.set(context, made);
  forgetWhenEdited(context, dateFieldsByContext, () => dateFieldsByContext.delete(context));
  return made;
}

/** The formula has a result in the office's own program; that it can't be seen here is no mistake of the clerk's. */
const NOT_CALCULATED = 'formula-not-calculated';

const dateIn = (read: CaseReader, { id, type }: FieldDefinition): Fact<unknown> =>
  type === 'limit' ? read.limit(id) : read.day(id);

/** Date and limit cells that hold something no reading fits: text, a number, an error value. */
const unreadableFields = (read: CaseReader): readonly FieldDefinition[] =>
  dateFields(read.context).unread.filter((field) => {
    const value = dateIn(read, field);
    return isUnknown(value) && value.unknown !== NOT_CALCULATED;
  });

/** The first of some fields that can't be read: nothing can be said of it. */
function firstUnread(read: CaseReader, types: readonly FactType[]): Unknown | null {
  for (const field of dateFields(read.context).unread) {
    const value = types.includes(field.type) ? dateIn(read, field) : null;
    if (isUnknown(value)) return value;
  }
  return null;
}

function unreadableDates(read: CaseReader): Fact<readonly string[]> {
  return placed(read, unreadableFields(read)) ?? firstUnread(read, ['date', 'limit']);
}

/** Dates (not limits) after today. */
const futureFields = (read: CaseReader): readonly FieldDefinition[] =>
  dateFields(read.context).future.filter(({ id }) => {
    const day = read.day(id);
    return typeof day === 'number' && day > read.context.today;
  });

/** Dates after today; where there is none but a date can't be read, nothing can be said. */
function futureDates(read: CaseReader): Fact<readonly string[]> {
  return placed(read, futureFields(read)) ?? firstUnread(read, ['date']);
}

/** `办结日期 H4“10月32日”`: what a clerk needs to find and mend the cell. */
function placed(read: CaseReader, fields: readonly FieldDefinition[]): Fact<readonly string[]> {
  if (fields.length === 0) return null;
  const { table } = read.context;
  return fields.map(({ id, label }) => {
    const cell = table.cell(id, read.index);
    const seen = table.seen(id, read.index);
    return `${label}${cell === null ? '' : ` ${cell}`}${seen === '' ? '' : `“${seen}”`}`;
  });
}

const firstField = (fields: readonly FieldDefinition[]): FieldId | null => fields[0]?.id ?? null;

/** More digits than a spreadsheet number keeps: the last ones of an 18-digit ID became zeros. */
const MOST_DIGITS = 15;

function idPrecisionLost(read: CaseReader): Fact<boolean> {
  const id = read.text('idNumber');
  if (id === null || isUnknown(id)) return id;
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(id.trim())) return true;
  const digits = id.replace(/\D/g, '').length;
  return digits > MOST_DIGITS && read.context.table.isNumberCell('idNumber', read.index);
}

/** Words that may stand for a telephone number (不详, 未留 …): a lexicon of the pack. */
export const PHONE_UNKNOWN = 'phone-unknown';

/** What most cells hold. */
const IS_MOBILE = /^1[3-9]\d{9}$/;

const PHONES: readonly RegExp[] = [
  /^(?:\+?86)?1[3-9]\d{9}$/,
  // Land lines with or without area code and extension; 7 or 8 digits.
  /^(?:\+?86)?(?:0\d{2,3})?[2-9]\d{6,7}(?:(?:转|分机|x|ext\.?)\d{1,6})?$/i,
  /^400\d{7}$/,
  /^800\d{7}$/,
  // Masked copies keep the shape: nothing can be said against them.
  /^1[3-9]\d\*{4,}\d{2,4}$/,
];

function isPhone(text: string): boolean {
  const plain = text.replace(/[-\s.()]/g, '');
  return PHONES.some((shape) => shape.test(plain));
}

function phoneValid(read: CaseReader): Fact<boolean> {
  const phone = read.text('phone');
  if (phone === null || isUnknown(phone)) return phone;
  if (IS_MOBILE.test(phone)) return true;
  const text = phone.normalize('NFKC').trim();
  const words = read.context.pack.lexicons.get(PHONE_UNKNOWN)?.words ?? [];
  if (words.some((word) => text.includes(word))) return true;
  // Whose number it is may stand beside it: 13800000000（儿子）.
  const numbers = text
    .replace(/[(\[【][^)\]】]*\p{Script=Han}[^)\]】]*[)\]】]/gu, ' ')
    .replace(/(?!转|分机)\p{Script=Han}+[::]?/gu, ' ');
  if (isPhone(numbers)) return true;
  const parts = numbers
    .split(/[、,;/|\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return false;
  return parts.every((part) => isPhone(part) || part.split(/\s+/).every(isPhone));
}

/** What can be wrong with cells themselves, whatever the case is about. */
export const QUALITY_FACTS: readonly FactDefinition[] = [
  {
    id: 'unreadableDates',
    label: '读不出的日期或时限',
    type: 'names',
    scope: 'row',
    inputs: [],
    meaning: '日期栏和时限栏中填了内容而读不出的单元格（栏名、位置、原文）；没有的为空；只有公式未计算的无法判定。',
    pointsAt: (read) => firstField(unreadableFields(read)),
    compute: unreadableDates,
  },
  {
    id: 'futureDates',
    label: '晚于检查基准日的日期',
    type: 'names',
    scope: 'row',
    inputs: ['today'],
    meaning: '日期栏（时限除外）中晚于检查基准日的单元格（栏名、位置、原文）；没有的为空；有读不出的日期则无法判定。',
    pointsAt: (read) => firstField(futureFields(read)),
    compute: futureDates,
  },
  {
    id: 'idPrecisionLost',
    label: '身份证号末位丢失',
    type: 'boolean',
    scope: 'cell',
    inputs: ['idNumber'],
    meaning: '身份证号超过 15 位而存成了数字，末几位已变成 0，无法还原。',
    compute: idPrecisionLost,
  },
  {
    id: 'phoneValid',
    label: '联系电话可拨打',
    type: 'boolean',
    scope: 'cell',
    inputs: ['phone'],
    meaning: '联系电话是手机、固定电话（可不带区号）、几个号码，或者写明不详（词表 phone-unknown）。',
    compute: phoneValid,
  },
];
