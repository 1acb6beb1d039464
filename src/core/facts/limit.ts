import { type CivilDay } from '../dates/civil';
import { periodEnd } from '../dates/due';
import type { Fact } from './column';
import { FactState, isUnknown } from './column';
import { columnMissing } from './factTable';
import { firstDateIn, givesConsent } from './consent';
import { daysBetween, isMissing } from './dayChain';
import type { CaseReader, FactDefinition } from './definition';
import {
  DUE_KINDS,
  dueOf,
  lawfulDue,
  LIMIT_KINDS,
  limitDay,
  limitKindOf,
  limitSourceOf,
  originalDue,
  periodUnknown,
} from './due';
import { dueStateOf } from './dueState';
import { DUE_STATES } from './dueStates';
import { extensionConsented } from './extension';
import { closingDay, optionalDay } from './process';

/** Whether 办理时限 gives a date or a period: unknown where it can't be read. */
function limitDefinite(read: CaseReader): Fact<boolean> {
  const limit = read.limit('timeLimit');
  if (isUnknown(limit)) return limit;
  return limit !== null && limit.kind !== 'vague';
}

function limitVague(read: CaseReader): Fact<boolean> {
  const limit = read.limit('timeLimit');
  if (isUnknown(limit)) return limit;
  return limit !== null && limit.kind === 'vague';
}

/** Kind `unit`: unknown where the limit can't be read, unless its source says that it is not the unit's. */
function limitFromUnit(read: CaseReader): Fact<boolean> {
  const definite = limitDefinite(read);
  if (definite === false) return false;
  const source = limitSourceOf(read);
  if (isUnknown(source)) return source;
  return source === 'unit' ? definite : false;
}

/** The sponsor's consent: given, not refused, and not dated after the limit was filed. */
function limitConsented(read: CaseReader): Fact<boolean> {
  const consent = read.text('limitConsent');
  if (isUnknown(consent)) return consent;
  if (consent === null || !givesConsent(consent, read.context.pack)) return false;
  const filed = optionalDay(read, 'limitFiledOn');
  if (filed === null) return true;
  if (isUnknown(filed)) return firstDateIn(consent, read.context.today) === null ? true : filed;
  const given = firstDateIn(consent, filed);
  return given === null || given <= filed;
}

/** What an unreadable 备案日期 says when it says that nothing was filed: 未备案, 尚未, 否. */
const NOT_FILED = /未|尚|没|否|不|待|拟/;

function limitFiled(read: CaseReader): Fact<boolean> {
  const filed = read.day('limitFiledOn');
  if (!isUnknown(filed)) return filed !== null;
  const saysNo =
    filed.state === FactState.unreadable && NOT_FILED.test(read.context.table.seen('limitFiledOn', read.index));
  return saysNo ? false : filed;
}

/** When the extension was agreed to: its own column, else the first date in the text of the consent. */
function extensionConsentDay(read: CaseReader): Fact<CivilDay> {
  const on = read.day('extensionConsentOn');
  if (typeof on === 'number' || (isUnknown(on) && !isMissing(on))) return on;
  const consent = read.text('extensionConsent');
  if (typeof consent === 'string') {
    const due = originalDue(read);
    const day = firstDateIn(consent, isUnknown(due) ? null : due.on);
    if (day !== null) return day;
  }
  return isMissing(on)
    ? columnMissing('extensionConsentOn')
    : { unknown: 'date-blank', state: FactState.unknown, field: 'extensionConsentOn' };
}

/** How far 延期至 reaches past the limit it extends; a period counts as written, unrolled. */
function extensionDays(read: CaseReader): Fact<number> {
  const extended = read.limit('extendedTo');
  if (extended === null || isUnknown(extended)) return extended;
  if (extended.kind === 'vague')
    return { unknown: 'extension-vague', state: FactState.unreadable, field: 'extendedTo' };
  const original = originalDue(read);
  if (isUnknown(original)) return original;
  if (extended.kind === 'date') return extended.on - original.on;
  const end = periodEnd(original.on, extended, 'none', read.context.calendar);
  return end.ok ? end.on - original.on : periodUnknown(end);
}

function daysOverdue(read: CaseReader): Fact<number> {
  const open = read.flag('isOpen');
  if (open === null || isUnknown(open)) return open;
  const late = daysBetween(read.day('dueOn'), open ? read.context.today : closingDay(read));
  return typeof late === 'number' ? Math.max(0, late) : late;
}

/** The time limit, who set it, what it comes to, and its extension. */
export const LIMIT_FACTS: readonly FactDefinition[] = [
  {
    id: 'limitKind',
    label: '时限性质',
    type: 'enum',
    values: LIMIT_KINDS,
    scope: 'row',
    inputs: ['timeLimit', 'limitSource', 'channel'],
    meaning:
      '办理时限属于哪一种：superior 上级明确，unit 股室提出（自行梳理且未写来源的也算），stated 未写来源，vague 笼统，none 未填，unreadable 读不出。',
    compute: limitKindOf,
  },
  {
    id: 'limitDefinite',
    label: '时限明确',
    type: 'boolean',
    scope: 'cell',
    inputs: ['timeLimit'],
    meaning: '办理时限写明了日期或期间；读不出的无法判定。',
    compute: limitDefinite,
  },
  {
    id: 'limitVague',
    label: '时限笼统',
    type: 'boolean',
    scope: 'cell',
    inputs: ['timeLimit'],
    meaning: '办理时限只有“尽快”“长期坚持”之类的说法（词表 vague-limits）；读不出的无法判定。',
    compute: limitVague,
  },
  {
    id: 'limitSourceGiven',
    label: '已填时限来源',
    type: 'boolean',
    scope: 'cell',
    inputs: ['limitSource'],
    meaning: '时限来源一栏填了“上级明确”或“股室提出”；填了但读不出的无法判定。',
    compute: (read) => {
      const source = read.text('limitSource');
      return isUnknown(source) ? source : source !== null;
    },
  },
  {
    id: 'limitFromUnit',
    label: '时限由股室提出',
    type: 'boolean',
    scope: 'row',
    inputs: ['timeLimit', 'limitSource', 'channel'],
    meaning: '办理时限明确，并且由责任股室提出；时限读不出而来源是股室的无法判定。',
    compute: limitFromUnit,
  },
  {
    id: 'limitConsented',
    label: '包保领导同意时限',
    type: 'boolean',
    scope: 'row',
    inputs: ['limitConsent', 'limitFiledOn'],
    meaning: '包保领导意见一栏表示同意：不为空，不是不同意或待批（词表 consent-refusals），所写日期不晚于备案日期。',
    compute: limitConsented,
  },
  {
    id: 'limitFiled',
    label: '时限已备案',
    type: 'boolean',
    scope: 'cell',
    inputs: ['limitFiledOn'],
    meaning: '备案日期一栏有可读的日期；写明未备案的为否，其他读不出的无法判定。',
    compute: limitFiled,
  },
  {
    id: 'limitOn',
    label: '台账所定到期日',
    type: 'date',
    scope: 'row',
    inputs: ['timeLimit', 'periodStart'],
    meaning: '办理时限一栏自己给出的到期日，不含延期；未填或笼统的为空。',
    compute: limitDay,
  },
  {
    id: 'statutoryDueOn',
    label: '法定到期日',
    type: 'date',
    scope: 'row',
    inputs: ['periodStart'],
    meaning: '从期限起算日起算的法定办理期限（六十日）的最后一日，遇休息日按规则包的设定顺延。',
    compute: (read) => dayOf(lawfulDue(read)),
  },
  {
    id: 'originalDueOn',
    label: '延期前应办结日',
    type: 'date',
    scope: 'row',
    inputs: ['timeLimit', 'periodStart'],
    meaning: '不计延期的应办结日：办理时限，未填或笼统的按法定期限。',
    compute: (read) => dayOf(originalDue(read)),
  },
  {
    id: 'dueOn',
    label: '应办结日',
    type: 'date',
    scope: 'row',
    inputs: ['timeLimit', 'extendedTo', 'extensionConsent', 'periodStart'],
    meaning: '经批准的延期日期；没有的为办理时限；时限未填或笼统的为法定到期日。',
    compute: (read) => dayOf(dueOf(read)),
  },
  {
    id: 'dueKind',
    label: '应办结日依据',
    type: 'enum',
    values: DUE_KINDS,
    scope: 'row',
    inputs: ['timeLimit', 'limitSource', 'channel', 'extendedTo', 'extensionConsent', 'periodStart'],
    meaning: '应办结日的依据：extended 延期，superior 上级明确，unit 股室提出，stated 台账所填，statutory 法定期限。',
    compute: (read) => {
      const due = dueOf(read);
      return isUnknown(due) ? due : due.kind;
    },
  },
  {
    id: 'dueState',
    label: '期限状态',
    type: 'enum',
    values: DUE_STATES,
    scope: 'row',
    inputs: ['isOpen', 'dueOn', 'closedOn', 'today'],
    meaning:
      'overdue 超期，dueSoon 临期（天数取规则 due-soon 的参数），onTrack 正常，closedOnTime 按期办结，closedLate 逾期办结，cannotJudge 无法判定。',
    compute: dueStateOf,
  },
  {
    id: 'daysLeft',
    label: '剩余天数',
    type: 'number',
    scope: 'row',
    inputs: ['isOpen', 'dueOn', 'today'],
    meaning: '从检查基准日到应办结日的天数，负数为超期；已办结的为空。',
    compute: (read) => {
      const open = read.flag('isOpen');
      if (open === null || isUnknown(open)) return open;
      return open ? daysBetween(read.context.today, read.day('dueOn')) : null;
    },
  },
  {
    id: 'daysOverdue',
    label: '超期天数',
    type: 'number',
    scope: 'row',
    inputs: ['isOpen', 'dueOn', 'closedOn', 'today'],
    meaning: '应办结日之后又过的天数，未超期为 0；已办结的算到办结日期。',
    compute: daysOverdue,
  },
  {
    id: 'extensionConsented',
    label: '延期经批准',
    type: 'boolean',
    scope: 'cell',
    inputs: ['extensionConsent'],
    meaning: '延期批准一栏表示同意：不为空，也不是不同意或待批（词表 consent-refusals）。',
    compute: extensionConsented,
  },
  {
    id: 'extensionConsentDay',
    label: '延期批准日期',
    type: 'date',
    scope: 'row',
    inputs: ['extensionConsentOn', 'extensionConsent', 'originalDueOn'],
    meaning: '批准日期；没有的取延期批准一栏所写的第一个日期（没写年份的取最接近原期限的年份）。',
    compute: extensionConsentDay,
  },
  {
    id: 'extensionDays',
    label: '延期天数',
    type: 'number',
    scope: 'row',
    inputs: ['extendedTo', 'originalDueOn'],
    meaning: '延期至的日期比延期前应办结日晚多少天；没有延期的为空。',
    compute: extensionDays,
  },
];

const dayOf = (due: ReturnType<typeof dueOf>): Fact<CivilDay> => (isUnknown(due) ? due : due.on);
