import type { Fact } from './column';
import { FactState, isUnknown } from './column';
import type { CaseReader, FactDefinition } from './definition';
import { closingDay } from './process';
import { rosterOf } from './roster';
import { splitUnits } from '../ledger/splitNames';

/** The units of a case under the roster's own names, in the order written. */
function units(read: CaseReader): Fact<readonly string[]> {
  const written = read.names('unit');
  if (written === null || isUnknown(written)) return written;
  const roster = rosterOf(read.context.pack);
  return [...new Set(written.map((name) => roster.unit(name) ?? name))];
}

/** The one unit, or the one marked 牵头 or 主办; null where there are several and none is marked. */
function leadUnit(read: CaseReader): Fact<string> {
  const own = read.names('unit');
  // Most cells name one unit and nothing else.
  if (own !== null && !isUnknown(own) && own.length === 1)
    return rosterOf(read.context.pack).unit(own[0] ?? '') ?? own[0] ?? null;
  const all = units(read);
  if (all === null || isUnknown(all)) return all;
  if (all.length <= 1) return all[0] ?? null;
  // A line break before （牵头） is the cell's wrapping, not a separator.
  const written = read.context.table.seen('unit', read.index).replace(/\s+(?=[(（])/gu, '');
  const { lead } = splitUnits(written);
  return lead === null ? null : (rosterOf(read.context.pack).unit(lead) ?? lead);
}

function vagueUnit(read: CaseReader): Fact<string> {
  const written = read.names('unit');
  if (written === null || isUnknown(written)) return written;
  const roster = rosterOf(read.context.pack);
  return written.find((name) => roster.isVague(name)) ?? null;
}

function unknownUnits(read: CaseReader): Fact<readonly string[]> {
  const written = read.names('unit');
  if (written === null || isUnknown(written)) return written;
  const roster = rosterOf(read.context.pack);
  if (!roster.hasUnits) return { unknown: 'roster-empty', state: FactState.unknown };
  return written.filter((name) => roster.unit(name) === null && !roster.isVague(name));
}

/** The people of 包案负责人; a surname set apart by a blank (孔 甲某) belongs to what follows if the roster knows both as one. */
function caseLeaders(read: CaseReader): Fact<readonly string[]> {
  const written = read.names('caseLeader');
  if (written === null || isUnknown(written) || written.every(({ length }) => length > 1)) return written;
  const roster = rosterOf(read.context.pack);
  const people: string[] = [];
  for (const name of written) {
    const surname = people.at(-1);
    if (surname?.length === 1 && roster.knows(surname + name)) people[people.length - 1] = surname + name;
    else people.push(name);
  }
  return people;
}

/**
 * Leaders who are not in office: on the closing day of a closed case whose day is known (whenever the term began:
 * the roster may not reach back), else today.
 */
function unknownLeaders(read: CaseReader): Fact<readonly string[]> {
  const written = caseLeaders(read);
  if (written === null || isUnknown(written)) return written;
  const roster = rosterOf(read.context.pack);
  if (!roster.hasPeople) return { unknown: 'roster-empty', state: FactState.unknown };
  const closed = closingDay(read);
  const isClosed = typeof closed === 'number';
  return written.filter((name) => !roster.inOffice(name, isClosed ? closed : read.context.today, isClosed));
}

const noneIsTrue = (names: Fact<readonly string[]>): Fact<boolean> =>
  names === null || isUnknown(names) ? names : names.length === 0;

const orBlank = (names: Fact<readonly string[]>): Fact<readonly string[]> =>
  names !== null && !isUnknown(names) && names.length === 0 ? null : names;

function countOf(names: Fact<readonly string[]>): Fact<number> {
  if (isUnknown(names)) return names;
  return names === null ? null : new Set(names).size;
}

function nearestTo(names: Fact<readonly string[]>, find: (name: string) => string | null): Fact<string> {
  if (names === null || isUnknown(names)) return names;
  const [first] = names;
  return first === undefined ? null : find(first);
}

/** Who is responsible: units and case leaders, held against the roster. */
export const PEOPLE_FACTS: readonly FactDefinition[] = [
  {
    id: 'units',
    label: '责任股室（按名册名称）',
    type: 'names',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '责任股室一栏所列的各机构，别名换成名册名称。',
    compute: units,
  },
  {
    id: 'unitCount',
    label: '责任股室个数',
    type: 'number',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '责任股室一栏列了几个机构。',
    compute: (read) => countOf(units(read)),
  },
  {
    id: 'leadUnit',
    label: '牵头股室',
    type: 'text',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '只有一个机构的即为该机构；有几个的取注明牵头或主办的；没有注明的为空。',
    compute: leadUnit,
  },
  {
    id: 'vagueUnit',
    label: '笼统的责任股室',
    type: 'text',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '责任股室一栏中“相关股室”“待定”之类指不到具体机构的写法（词表 vague-units）；没有的为空。',
    compute: vagueUnit,
  },
  {
    id: 'unitOnRoster',
    label: '责任股室在名册上',
    type: 'boolean',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '责任股室一栏所列机构（笼统写法除外）是否都在机构名册上或符合名册所列的名称样式。',
    compute: (read) => noneIsTrue(unknownUnits(read)),
  },
  {
    id: 'unknownUnits',
    label: '名册上没有的机构',
    type: 'names',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '责任股室一栏中名册上没有的机构；没有的为空。',
    compute: (read) => orBlank(unknownUnits(read)),
  },
  {
    id: 'nearestUnit',
    label: '名册上最相近的机构',
    type: 'text',
    scope: 'cell',
    inputs: ['unit'],
    meaning: '与第一个不在名册上的机构写法最相近的名册名称。',
    compute: (read) => nearestTo(unknownUnits(read), rosterOf(read.context.pack).nearestUnit),
  },
  {
    id: 'caseLeaders',
    label: '包案负责人（逐人）',
    type: 'names',
    scope: 'cell',
    inputs: ['caseLeader'],
    meaning: '包案负责人一栏所列的各人。',
    compute: caseLeaders,
  },
  {
    id: 'caseLeaderCount',
    label: '包案负责人人数',
    type: 'number',
    scope: 'cell',
    inputs: ['caseLeader'],
    meaning: '包案负责人一栏列了几个人。',
    compute: (read) => countOf(caseLeaders(read)),
  },
  {
    id: 'leaderOnRoster',
    label: '包案负责人在名册上',
    type: 'boolean',
    scope: 'row',
    inputs: ['caseLeader', 'isOpen', 'closedOn', 'today'],
    meaning: '包案负责人是否都在人员名册上并且在任：在办的看检查基准日，已办结的看办结日期。',
    compute: (read) => noneIsTrue(unknownLeaders(read)),
  },
  {
    id: 'unknownLeaders',
    label: '名册上没有或不在任的人',
    type: 'names',
    scope: 'row',
    inputs: ['caseLeader', 'isOpen', 'closedOn', 'today'],
    meaning: '包案负责人一栏中名册上没有或者不在任的人；没有的为空。',
    compute: (read) => orBlank(unknownLeaders(read)),
  },
];
