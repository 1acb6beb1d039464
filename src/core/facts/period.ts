import { addMonths, type CivilDay } from '../dates/civil';
import type { Fact } from './column';
import { isUnknown } from './column';
import { daysBetween, firstDay } from './dayChain';
import type { CaseReader, FactDefinition } from './definition';
import { lastCountedDay, optionalDay } from './process';

/** 历史积案: registered (else received) more than the pack's years before the campaign's first day. */
function legacy(read: CaseReader): Fact<boolean> {
  const from = firstDay(read, ['registeredOn', 'receivedOn']);
  if (isUnknown(from)) return from;
  const { firstDay: campaignStart, legacyYears } = read.context.pack.campaign;
  return from < addMonths(campaignStart, -12 * legacyYears);
}

/**
 * The day a case's periods start from (design section 4): received, else assigned, else registered; a legacy case's
 * assignment in the campaign. Where it can't be told whether a case is legacy but both readings give the same day,
 * that is the day.
 */
function periodStart(read: CaseReader): Fact<CivilDay> {
  const isLegacy = read.flag('legacy');
  if (isLegacy === true) return assignedInCampaign(read);
  const ordinary = firstDay(read, ['receivedOn', 'assignedOn', 'registeredOn']);
  if (isLegacy === false || isUnknown(ordinary)) return ordinary;
  return ordinary === assignedInCampaign(read) ? ordinary : isLegacy;
}

/** An assignment of years ago is not the campaign's: such a case was handed out again with the others. */
function assignedInCampaign(read: CaseReader): Fact<CivilDay> {
  const { firstDay: campaignStart, assignmentDay } = read.context.pack.campaign;
  const assigned = optionalDay(read, 'assignedOn');
  return assigned === null || (typeof assigned === 'number' && assigned < campaignStart) ? assignmentDay : assigned;
}

/** The first field where it holds a date, else the start of the case's periods. */
function dayOrPeriodStart(read: CaseReader, field: string): Fact<CivilDay> {
  const day = optionalDay(read, field);
  return day === null ? read.day('periodStart') : day;
}

/** Assigned: the day it was; else while open, counted up to today; else nothing to say. */
function daysToAssign(read: CaseReader): Fact<number> {
  const assigned = read.day('assignedOn');
  if (isUnknown(assigned)) return assigned;
  const arrived = read.day('arrivedOn');
  if (assigned !== null) return daysBetween(arrived, assigned);
  const open = read.flag('isOpen');
  if (open === null || isUnknown(open)) return open;
  return open ? daysBetween(arrived, read.context.today) : null;
}

/** Until the petitioner was told; else until the case was closed, since the reply tells; else until today. */
function daysToNotice(read: CaseReader): Fact<number> {
  const told = read.day('acceptanceNotifiedOn');
  if (isUnknown(told)) return told;
  const from = firstDay(read, ['registeredOn', 'receivedOn']);
  return daysBetween(from, told === null ? lastCountedDay(read) : told);
}

/** When a case came, when its periods start, how long it has lasted. */
export const PERIOD_FACTS: readonly FactDefinition[] = [
  {
    id: 'arrivedOn',
    label: '收件日期',
    type: 'date',
    scope: 'row',
    inputs: ['receivedOn', 'registeredOn'],
    meaning: '受理日期；没有的取登记日期。',
    compute: (read) => firstDay(read, ['receivedOn', 'registeredOn']),
  },
  {
    id: 'legacy',
    label: '历史积案',
    type: 'boolean',
    scope: 'row',
    inputs: ['registeredOn', 'receivedOn'],
    meaning: '登记日期（没有的取受理日期）早于专项行动首日一年以上。',
    compute: legacy,
  },
  {
    id: 'periodStart',
    label: '期限起算日',
    type: 'date',
    scope: 'row',
    inputs: ['legacy', 'receivedOn', 'assignedOn', 'registeredOn'],
    meaning: '受理日期，没有的依次取交办日期、登记日期；历史积案取交办日期，没有的取专项行动集中交办日。',
    compute: periodStart,
  },
  {
    id: 'assignmentDay',
    label: '交办起算日',
    type: 'date',
    scope: 'row',
    inputs: ['assignedOn', 'periodStart'],
    meaning: '交办日期；没有的取期限起算日。',
    compute: (read) => dayOrPeriodStart(read, 'assignedOn'),
  },
  {
    id: 'daysToAssign',
    label: '交办用时（天）',
    type: 'number',
    scope: 'row',
    inputs: ['assignedOn', 'arrivedOn', 'isOpen', 'today'],
    meaning: '从收件日期到交办日期的天数；在办而未交办的算到检查基准日，已办结而未交办的为空。',
    compute: daysToAssign,
  },
  {
    id: 'daysToNotice',
    label: '受理告知用时（天）',
    type: 'number',
    scope: 'row',
    inputs: ['acceptanceNotifiedOn', 'registeredOn', 'receivedOn', 'isOpen', 'closedOn', 'today'],
    meaning: '从登记日期（没有的取受理日期）到受理告知日期的天数；未告知的算到办结日期，在办的算到检查基准日。',
    compute: daysToNotice,
  },
  {
    id: 'daysSinceAssigned',
    label: '交办后天数',
    type: 'number',
    scope: 'row',
    inputs: ['assignmentDay', 'today'],
    meaning: '从交办起算日到检查基准日的天数。',
    compute: (read) => daysBetween(read.day('assignmentDay'), read.context.today),
  },
  {
    id: 'daysOpen',
    label: '在办天数',
    type: 'number',
    scope: 'row',
    inputs: ['registeredOn', 'periodStart', 'isOpen', 'closedOn', 'today'],
    meaning: '从登记日期（没有的取期限起算日）到检查基准日的天数；已办结的算到办结日期。',
    compute: (read) => daysBetween(dayOrPeriodStart(read, 'registeredOn'), lastCountedDay(read)),
  },
  {
    id: 'daysSincePeriodStart',
    label: '起算后天数',
    type: 'number',
    scope: 'row',
    inputs: ['periodStart', 'today'],
    meaning: '从期限起算日到检查基准日的天数。',
    compute: (read) => daysBetween(read.day('periodStart'), read.context.today),
  },
  {
    id: 'campaignLastDay',
    label: '专项行动最后一日',
    type: 'date',
    scope: 'ledger',
    inputs: [],
    meaning: '专项行动总结提升阶段的最后一日（规则包 campaign.json）。',
    computeAll: (_read, count, context) => new Array<CivilDay>(count).fill(context.pack.campaign.lastDay),
  },
];
