import type { CivilDay } from '../dates/civil';
import { statusIsOpen } from '../ledger/vocabulary';
import type { Fact } from './column';
import { isUnknown } from './column';
import { dateBlank, isMissing, orNone } from './dayChain';
import type { CaseReader, FactDefinition } from './definition';

/** The value of 化解情况 that says that the claim was met. */
export const RESOLVED = '已化解';

/** What `status` says: open, closed, or null where it says neither (or nothing). */
function statusOpen(read: CaseReader): Fact<boolean> {
  const status = read.text('status');
  if (status === null || isUnknown(status)) return status;
  const { pack } = read.context;
  const name = pack.fields.find((field) => field.id === 'status')?.vocabulary;
  const vocabulary = name === undefined ? undefined : pack.vocabularies.get(name);
  return vocabulary ? statusIsOpen(vocabulary, status) : null;
}

function isOpen(read: CaseReader): Fact<boolean> {
  const said = statusOpen(read);
  if (typeof said === 'boolean') return said;
  if (isUnknown(said) && !isMissing(said)) return said;
  const closed = read.day('closedOn');
  if (typeof closed === 'number') return false;
  if (isMissing(closed)) return isMissing(said) ? said : true;
  return closed === null ? true : closed;
}

/** The day a closed case was closed; null while open. */
export function closingDay(read: CaseReader): Fact<CivilDay> {
  const open = read.flag('isOpen');
  if (open === null || isUnknown(open)) return open;
  if (open) return null;
  const closed = read.day('closedOn');
  return closed === null ? dateBlank('closedOn') : closed;
}

/** The last day that counts for a case: the closing day, or today while it is open. */
export function lastCountedDay(read: CaseReader): Fact<CivilDay> {
  const closing = closingDay(read);
  return closing === null ? read.context.today : closing;
}

/** Whether a date stands in a field: unknown where what stands there is no date that can be read. */
function dateGiven(read: CaseReader, field: string): Fact<boolean> {
  const day = read.day(field);
  return typeof day === 'number' ? true : day === null ? false : day;
}

function isSignedOff(read: CaseReader): Fact<boolean> {
  const said = read.flag('signedOff');
  if (typeof said === 'boolean') return said;
  if (isUnknown(said) && !isMissing(said)) return said;
  const on = read.day('signedOffOn');
  if (typeof on === 'number') return true;
  if (on === null) return false;
  // A blank 是否销号 means no; only where there is neither column can nothing be said.
  return isMissing(on) ? (said ?? false) : on;
}

function daysToReport(read: CaseReader): Fact<number> {
  const closing = closingDay(read);
  if (typeof closing !== 'number') return closing;
  const reported = read.day('reportedOn');
  if (isUnknown(reported)) return reported;
  return (reported ?? read.context.today) - closing;
}

const BEFORE_SIGN_OFF = ['closedOn', 'repliedOn', 'reportedOn'] as const;

function signedOffTooEarly(read: CaseReader): Fact<boolean> {
  const on = read.day('signedOffOn');
  if (typeof on !== 'number') return on;
  let unread: Fact<boolean> = null;
  let compared = false;
  let missing = 0;
  for (const field of BEFORE_SIGN_OFF) {
    const before = read.day(field);
    if (typeof before === 'number') {
      if (on < before) return true;
      compared = true;
    } else if (isMissing(before)) {
      missing++;
      if (missing === BEFORE_SIGN_OFF.length) return before;
    } else if (isUnknown(before)) unread = before;
  }
  if (unread !== null) return unread;
  return compared ? false : dateBlank('closedOn');
}

function lastStepOn(read: CaseReader): Fact<CivilDay> {
  let last: CivilDay | null = null;
  for (const field of BEFORE_SIGN_OFF) {
    const day = read.day(field);
    if (typeof day === 'number' && (last === null || day > last)) last = day;
  }
  return last;
}

/** Where a case stands in the process: open or closed, reported, signed off. */
export const PROCESS_FACTS: readonly FactDefinition[] = [
  {
    id: 'today',
    label: '检查基准日',
    type: 'date',
    scope: 'ledger',
    inputs: [],
    meaning: '检查所依据的日期，缺省为当天。',
    computeAll: (_read, count, context) => new Array<CivilDay>(count).fill(context.today),
  },
  {
    id: 'isOpen',
    label: '是否在办',
    type: 'boolean',
    scope: 'row',
    inputs: ['status', 'closedOn'],
    meaning: '以办理状态为准；状态为空或看不出的，有可读的办结日期即为已办结，否则为在办。',
    compute: isOpen,
  },
  {
    id: 'statusSaysOpen',
    label: '办理状态写明在办',
    type: 'boolean',
    scope: 'cell',
    inputs: ['status'],
    meaning: '办理状态一栏写明仍在办理；为空、已办结或看不出的为否。',
    compute: (read) => {
      const said = statusOpen(read);
      return said === null ? false : said;
    },
  },
  {
    id: 'closedOnGiven',
    label: '已填办结日期',
    type: 'boolean',
    scope: 'cell',
    inputs: ['closedOn'],
    meaning: '办结日期一栏有可读的日期；填了但读不出的无法判定。',
    compute: (read) => dateGiven(read, 'closedOn'),
  },
  {
    id: 'reportedOnGiven',
    label: '已填反馈县办日期',
    type: 'boolean',
    scope: 'cell',
    inputs: ['reportedOn'],
    meaning: '反馈县办日期一栏有可读的日期；填了但读不出的无法判定。',
    compute: (read) => dateGiven(read, 'reportedOn'),
  },
  {
    id: 'daysSinceClosed',
    label: '办结后天数',
    type: 'number',
    scope: 'row',
    inputs: ['isOpen', 'closedOn', 'today'],
    meaning: '从办结日期到检查基准日的天数；在办的为空。',
    compute: (read) => {
      const closing = closingDay(read);
      return typeof closing === 'number' ? read.context.today - closing : closing;
    },
  },
  {
    id: 'daysToReport',
    label: '办结至反馈天数',
    type: 'number',
    scope: 'row',
    inputs: ['isOpen', 'closedOn', 'reportedOn', 'today'],
    meaning: '从办结日期到反馈县办日期的天数，尚未反馈的算到检查基准日；在办的为空。',
    compute: daysToReport,
  },
  {
    id: 'isSignedOff',
    label: '是否已销号',
    type: 'boolean',
    scope: 'row',
    inputs: ['signedOff', 'signedOffOn'],
    meaning: '以是否销号一栏为准；该栏为空的，有销号日期为已销号，否则为未销号。',
    compute: isSignedOff,
  },
  {
    id: 'signedOffTooEarly',
    label: '销号早于办结、答复或反馈',
    type: 'boolean',
    scope: 'row',
    inputs: ['signedOffOn', 'closedOn', 'repliedOn', 'reportedOn'],
    meaning: '销号日期早于办结、答复、反馈县办三个日期中的任何一个；没填的不比。',
    compute: signedOffTooEarly,
  },
  {
    id: 'lastStepOn',
    label: '办结、答复、反馈中最晚的日期',
    type: 'date',
    scope: 'row',
    inputs: ['closedOn', 'repliedOn', 'reportedOn'],
    meaning: '办结、答复、反馈县办三个日期中最晚的一个；读不出的不计。',
    compute: lastStepOn,
  },
];

/** A field's value where it has one, nothing where it is blank or the ledger has no such column. */
export const optionalDay = (read: CaseReader, field: string): Fact<CivilDay> => orNone(read.day(field));
