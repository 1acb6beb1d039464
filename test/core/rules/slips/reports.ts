import type { Slip } from './slip';

const reports = (what: string, find: string, put: string, says: string): Slip => ({
  slip: what,
  file: 'reports.json',
  find,
  put,
  says,
});

/** Slips in what reports go by. */
export const REPORTS: readonly Slip[] = [
  reports(
    'a key misspelt',
    '"leastCases": 5',
    '⟦"leastCase"⟧: 5',
    '不认识“leastCase”这一项。最接近的是“leastCases”。请改正或删去。',
  ),
  reports('no week at all', '"recentWeeks": 4', '"recentWeeks": ⟦0⟧', '“recentWeeks”不能是 0。请写不小于 1 的整数。'),
  reports(
    'more weeks needed than are looked at',
    '"leastWeeksBefore": 4',
    '"leastWeeksBefore": ⟦25⟧',
    '“leastWeeksBefore”是 25，不能比“mostWeeksBefore”的 24 大。请改正。',
  ),
  reports(
    'a share over the whole',
    '"seldomPercent": 5',
    '"seldomPercent": ⟦105⟧',
    '“seldomPercent”不能是 105，是百分之几，最多 100。请改正。',
  ),
  reports(
    'a confidence there is no table for',
    '"confidence": "95%"',
    '"confidence": ⟦"95"⟧',
    '“confidence”不能写“95”。最接近的是“95%”。可以写：90%、95%、99%。',
  ),
  reports(
    'a rule misspelt',
    '"rule": "idling"',
    '"rule": ⟦"idleing"⟧',
    '没有名为“idleing”的规则。最接近的是“idling”。请改正，或删去这一项。',
  ),
  reports('a rule twice', '"rule": "idling"', '"rule": ⟦"overdue"⟧', 'rule “overdue”前面已经用过。请换一个。'),
  reports(
    'a level that there is none of',
    '"level": "省"',
    '"level": ⟦"省里"⟧',
    '到访层级的取值里没有“省里”。最接近的是“省”。请改正。',
  ),
  reports('more to begin with than at most', '"few": 3', '"few": ⟦6⟧', '“few”是 6，不能比“most”的 5 大。请改正。'),
];
