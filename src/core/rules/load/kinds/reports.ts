import {
  REPORTS_KIND,
  type HeadSettings,
  type LateSettings,
  type ReportSettings,
  type SamplingSettings,
  type TrendSettings,
} from '../../../reports/settings';
import type { Known } from '../known';
import type { Members, Reading } from '../reading';
import { excerpt, suggestion } from '../report';
import { TEXT, choice, fileShape, listOf, must, objectOf, shape, whole, type ObjectShape } from '../shape';
import type { FileKind } from './kind';
import { checkRule } from './scoringRules';

const FULL = 100;
const CONFIDENCE = { '90%': '九成把握', '95%': '九成五把握', '99%': '九成九把握' } as const;

const TREND = shape({
  recentWeeks: must('最近几周与此前相比。', whole(1)),
  mostWeeksBefore: must('此前最多取几周。', whole(1)),
  leastWeeksBefore: must('此前不足几周的，无从比较。', whole(1)),
  leastCases: must('最近和此前平均都不到几件的，不作判断。', whole(1)),
  seldomPercent: must('偶然出现的可能小于百分之几的，才算超出偶然。', whole(1)),
  generalCases: must('普遍性问题：至少几件。', whole(1)),
  generalPlaces: must('普遍性问题：至少涉及几个股室或乡镇（并且过半）。', whole(1)),
  pressingCases: must('集中反映：集体、越级、重复反映至少几件。', whole(1)),
  pressingPercent: must('集中反映：并且占该类的百分之几以上。', whole(1)),
  weeksListed: must('按周的表和图最多列几周。', whole(1)),
});
const SAMPLING = shape({
  confidence: must('抽样的把握。', choice(CONFIDENCE)),
  marginPercent: must('误差不超过几个百分点。', whole(1)),
  leastPerUnit: must('每个责任股室至少抽几件，不足的全部抽取。', whole(0)),
});
const FINDING = shape({ rule: must('规则的英文名。', TEXT), weight: must('计几分。', whole(1)) });
const LEVEL = shape({ level: must('到访层级，如 市、省、中央。', TEXT), weight: must('加几分。', whole(1)) });
const HEAD = shape({
  findings: must('哪些问题需要局长过问，各计几分。', listOf(objectOf(FINDING), 1)),
  daysAPoint: must('超期每满几天加 1 分。', whole(1)),
  mostForDays: must('超期天数最多加几分。', whole(0)),
  levels: must('到访哪一级加几分。', listOf(objectOf(LEVEL))),
  joint: must('集体访加几分。', whole(0)),
  few: must('先列几件。', whole(1)),
  most: must('最多列几件。', whole(1)),
  enough: must('先列的以外，满几分的才列。', whole(0)),
});
const LATE = shape({
  sameText: must('同一股室几件以上改成相同的办理情况，算集中突击更新。', whole(2)),
  sameDay: must('同一股室几件以上在同一天补上调度，算集中突击更新。', whole(2)),
  lateDays: must('上一项只看截止日前几天以内的调度。', whole(0)),
  longWithout: must('上一项只看此前几天以上没有调度的。', whole(1)),
});

/** `reports.json`: what reports call many, seldom, urgent and late. A pack may do without it. */
export const REPORTS: FileKind<ReportSettings> = {
  id: REPORTS_KIND,
  says: '报表的口径',
  files: ['reports.json'],
  shape: fileShape({
    jointFrom: must('几人以上的算集体访。', whole(2)),
    trend: must('趋势分析。', objectOf(TREND)),
    sampling: must('社会督查抽样。', objectOf(SAMPLING)),
    head: must('局长一页：需要局长过问的诉求怎样挑。', objectOf(HEAD)),
    lateEntries: must('需要核实的填报：集中突击更新。', objectOf(LATE)),
  }),
  read(root, reading, known) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const jointFrom = reading.whole(top, 'jointFrom', 2);
    const trend = part(top, 'trend', TREND, reading, (members) => readTrend(members, reading));
    const sampling = part(top, 'sampling', SAMPLING, reading, (members) => readSampling(members, reading));
    const head = part(top, 'head', HEAD, reading, (members) => readHead(members, reading, known));
    const lateEntries = part(top, 'lateEntries', LATE, reading, (members) =>
      numbers<LateSettings>(members, LATE, reading),
    );
    if (jointFrom === null || !trend || !sampling || !head || !lateEntries) return null;
    return { jointFrom, trend, sampling, head, lateEntries };
  },
};

function part<T>(
  top: Members,
  key: string,
  of: ObjectShape,
  reading: Reading,
  read: (members: Members) => T | null,
): T | null {
  const node = top.get(key)?.value;
  const members = node && reading.object(node, of, key);
  return members ? read(members) : null;
}

/** An object of whole numbers alone, each at least what its shape says. */
function numbers<T>(members: Members, of: ObjectShape, reading: Reading): T | null {
  const read: Record<string, number> = {};
  for (const [key, { value }] of Object.entries(of.keys)) {
    if (value.is !== 'whole') continue;
    const number = reading.whole(members, key, value.least);
    if (number === null) return null;
    read[key] = number;
  }
  return read as T;
}

function readTrend(members: Members, reading: Reading): TrendSettings | null {
  const read = numbers<TrendSettings>(members, TREND, reading);
  if (!read) return null;
  for (const key of ['seldomPercent', 'pressingPercent'] as const) percent(members, key, read[key], reading);
  noMoreThan(members, 'leastWeeksBefore', 'mostWeeksBefore', read, reading);
  return read;
}

function readSampling(members: Members, reading: Reading): SamplingSettings | null {
  const confidence = reading.choice(members, 'confidence', CONFIDENCE);
  const read = numbers<Omit<SamplingSettings, 'confidence'>>(members, SAMPLING, reading);
  if (!read || confidence === null) return null;
  percent(members, 'marginPercent', read.marginPercent, reading);
  return { ...read, confidence };
}

function readHead(members: Members, reading: Reading, known: Known): HeadSettings | null {
  const read = numbers<Omit<HeadSettings, 'findings' | 'levels'>>(members, HEAD, reading);
  const findings = weights(members, 'findings', 'rule', FINDING, reading, (name, at) =>
    checkRule(name, at, reading, known),
  );
  const there = known.factsComplete ? known.values.get('filedLevel')?.values : undefined;
  const levels = weights(members, 'levels', 'level', LEVEL, reading, (name, at) => {
    if (there === undefined || there.includes(name)) return;
    reading.refuse(at, 'rules-level-unknown', () => ({ level: excerpt(name), nearest: suggestion(name, there) }));
  });
  if (!read) return null;
  noMoreThan(members, 'few', 'most', read, reading);
  return { ...read, findings, levels };
}

/** What each of a list weighs, by name; none twice. */
function weights(
  members: Members,
  key: string,
  named: 'rule' | 'level',
  of: ObjectShape,
  reading: Reading,
  check: (name: string, at: number) => void,
): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const node of reading.items(members, key) ?? []) {
    const entry = reading.object(node, of);
    const name = entry && reading.text(entry, named);
    const weight = entry && reading.whole(entry, 'weight', 1);
    if (!name || weight === null) continue;
    const at = entry.get(named)?.value.offset ?? node.offset;
    check(name, at);
    if (all.has(name)) reading.refuse(at, 'rules-name-twice', { key: named, name: excerpt(name) });
    all.set(name, weight);
  }
  return all;
}

function percent(members: Members, key: string, value: number, reading: Reading): void {
  if (value > FULL) reading.refuse(members.get(key)?.value.offset ?? 0, 'rules-percent-too-large', { key, value });
}

function noMoreThan<T>(members: Members, key: keyof T & string, most: keyof T & string, of: T, reading: Reading): void {
  const [value, limit] = [Number(of[key]), Number(of[most])];
  if (value > limit)
    reading.refuse(members.get(key)?.value.offset ?? 0, 'rules-least-over-most', { key, value, most, limit });
}
