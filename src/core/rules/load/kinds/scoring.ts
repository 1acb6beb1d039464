import { SCORING_KIND, type Band, type Indicator, type ScoringScheme, type Veto } from '../../../scoring/scheme';
import type { JsonNode } from '../json';
import type { Known } from '../known';
import type { Members, Reading } from '../reading';
import { excerpt, suggestion } from '../report';
import { TEXT, choice, fileShape, listOf, may, must, objectOf, ref, shape, whole } from '../shape';
import type { FileKind } from './kind';
import { readDeductions, readMeasure, readRuleNames, DEDUCTION, MEASURE } from './scoringRules';

export const SUBJECTS = { unit: '责任股室', sponsor: '包保（分管）领导', caseLeader: '包案负责人' } as const;
export const ROWS = { all: '全部诉求', open: '在办的诉求', closed: '已办结的诉求' } as const;
export const MEASURES = { commend: '建议通报表扬', interview: '建议约谈', account: '建议按规定问责' } as const;

/** What the weights of all indicators together come to. */
const FULL = 100;

const INDICATOR = shape({
  id: must('指标的英文名，不能重复；一经使用不要改。', TEXT),
  title: must('指标的中文名。', TEXT),
  basis: must('依据：方案的哪一条。', TEXT),
  weight: must('权重（分）；全部指标（替换别的指标的除外）合计 100。', whole(1)),
  for: must('考核谁。', listOf({ is: 'choice', of: SUBJECTS }, 1)),
  rows: may('哪些诉求计入；不写为 all。', choice(ROWS)),
  rules: may('看哪些规则，各扣多少；与 measure 只写一个。', listOf(objectOf(DEDUCTION), 1)),
  measure: may('直接取台账里的评分；与 rules 只写一个。', objectOf(MEASURE)),
  chargedTo: may('由哪个机构负责，写机构名册上的名称：不论谁承办，全部诉求都计入它。', TEXT),
  insteadOf: may('对 chargedTo 的机构，用本指标替换哪个指标；权重须相同。', TEXT),
});

const BAND = shape({
  title: must('等次名称。', TEXT),
  from: must('从多少分起（含）。', whole(0)),
  suggests: may('建议什么，供领导决定。', choice(MEASURES)),
});

const VETO = shape({
  title: must('情形的名称。', TEXT),
  basis: must('依据。', TEXT),
  rules: must('看哪些规则；同一件有几条只算一件。', listOf(TEXT, 1)),
  least: must('达到几件。', whole(1)),
  percent: may('并且达到全部件数的百分之几；不写不看比例。', whole(1)),
  suggests: may('建议什么，供领导决定；不写的只是不再建议通报表扬。', choice(MEASURES)),
});

/** `scoring.json`: the scheme by which units are scored. A pack may do without it. */
export const SCORING: FileKind<ScoringScheme> = {
  id: SCORING_KIND,
  says: '考核评分办法',
  files: ['scoring.json'],
  shape: fileShape({
    title: must('考核办法的名称。', TEXT),
    basis: must('制定考核办法的依据。', TEXT),
    caseCap: must('同一件诉求在各项指标中合计最多扣几分。', whole(1)),
    leastCases: must('少于几件的不排名（样本不足）。', whole(1)),
    indicators: must('各项指标。', listOf(objectOf(INDICATOR), 1)),
    bands: must('等次，从高到低；最后一档从 0 分起。', listOf(objectOf(BAND), 1)),
    vetoes: must('不看得分、单独提出建议的情形。', listOf(objectOf(VETO))),
    groups: must('分组排名的次序，写机构名册的组别。', listOf(TEXT)),
    shown: may('只列出、不计分的字段（如 satisfaction、repeatOf）。', listOf(ref('field'))),
  }),
  read(root, reading, known) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const title = reading.text(top, 'title');
    const basis = reading.text(top, 'basis');
    const caseCap = reading.whole(top, 'caseCap', 1);
    const leastCases = reading.whole(top, 'leastCases', 1);
    const indicators = readIndicators(top, reading, known);
    const bands = readBands(top, reading);
    const vetoes = (reading.items(top, 'vetoes') ?? []).map((node) => readVeto(node, reading, known));
    const groups = readGroups(top, reading, known);
    const shown = readShown(top, reading, known);
    if (!title || !basis || caseCap === null || leastCases === null || !indicators) return null;
    const sound = vetoes.filter((veto) => veto !== null);
    return { title, basis, caseCap, leastCases, indicators, bands, vetoes: sound, groups, shown };
  },
};

function readIndicators(top: Members, reading: Reading, known: Known): readonly Indicator[] | null {
  const items = reading.items(top, 'indicators');
  if (!items) return null;
  const before = reading.report.problems.length;
  const indicators: Indicator[] = [];
  const placed = new Map<string, Members>();
  const used = new Map<string, string>();
  for (const node of items) {
    const members = reading.object(node, INDICATOR);
    const indicator = members && readIndicator(node, members, used, reading, known);
    if (!members || !indicator) continue;
    if (placed.has(indicator.id))
      reading.refuse(offsetOf(members, 'id'), 'rules-name-twice', { key: 'id', name: excerpt(indicator.id) });
    placed.set(indicator.id, members);
    indicators.push(indicator);
  }
  for (const indicator of indicators) checkReplacement(indicator, indicators, placed, reading);
  const sum = indicators.filter(({ insteadOf }) => insteadOf === null).reduce((total, { weight }) => total + weight, 0);
  // Where an indicator was refused its weight is not known either.
  if (reading.report.problems.length === before && sum !== FULL)
    reading.refuse(offsetOf(top, 'indicators'), 'rules-weights-sum', { sum, full: FULL });
  return indicators;
}

function readIndicator(
  node: JsonNode,
  members: Members,
  used: Map<string, string>,
  reading: Reading,
  known: Known,
): Indicator | null {
  const id = reading.text(members, 'id');
  const title = reading.text(members, 'title');
  const basis = reading.text(members, 'basis');
  const weight = reading.whole(members, 'weight', 1);
  const rows = members.has('rows') ? reading.choice(members, 'rows', ROWS) : 'all';
  const subjects = readSubjects(members, reading);
  const chargedTo = reading.text(members, 'chargedTo');
  const insteadOf = reading.text(members, 'insteadOf');
  const units = known.organisation?.units.map(({ name }) => name);
  if (chargedTo !== null && units && !units.includes(chargedTo))
    reading.refuse(offsetOf(members, 'chargedTo'), 'rules-unit-unknown', () => ({
      unit: excerpt(chargedTo),
      nearest: suggestion(chargedTo, units),
    }));
  if (insteadOf !== null && chargedTo === null)
    reading.refuse(offsetOf(members, 'insteadOf'), 'rules-needs-charged-to', {});
  const measure = readMeasure(members, reading, known);
  const rules = readDeductions(members, { title: title ?? id ?? '', used }, reading, known);
  if (members.has('rules') === members.has('measure')) reading.refuse(node.offset, 'rules-rules-or-measure', {});
  if (!id || !title || !basis || weight === null || !rows || !subjects) return null;
  return { id, title, basis, weight, for: subjects, rows, rules, measure, chargedTo, insteadOf };
}

function readSubjects(members: Members, reading: Reading): Indicator['for'] | null {
  const subjects: Indicator['for'][number][] = [];
  const items = reading.items(members, 'for');
  if (items?.length === 0) reading.refuse(offsetOf(members, 'for'), 'rules-value-empty', { key: 'for' });
  for (const item of items ?? []) {
    const one = reading.choice(new Map([['for', { offset: item.offset, value: item }]]), 'for', SUBJECTS);
    if (one !== null) subjects.push(one);
  }
  return items && subjects;
}

/** An indicator takes the place of one that is there, weighs the same, and takes no other's place itself. */
function checkReplacement(
  { insteadOf, weight, id }: Indicator,
  indicators: readonly Indicator[],
  placed: ReadonlyMap<string, Members>,
  reading: Reading,
): void {
  if (insteadOf === null) return;
  const replaceable = indicators.filter((one) => one.insteadOf === null && one.chargedTo === null);
  const replaced = replaceable.find((one) => one.id === insteadOf);
  const members = placed.get(id) ?? new Map<string, never>();
  if (!replaced)
    reading.refuse(offsetOf(members, 'insteadOf'), 'rules-indicator-unknown', () => ({
      indicator: excerpt(insteadOf),
      nearest: suggestion(
        insteadOf,
        replaceable.map((one) => one.id),
      ),
    }));
  else if (replaced.weight !== weight)
    reading.refuse(offsetOf(members, 'weight'), 'rules-weight-differs', {
      other: replaced.title,
      weight: replaced.weight,
    });
}

function readBands(top: Members, reading: Reading): readonly Band[] {
  const bands: Band[] = [];
  const items = reading.items(top, 'bands') ?? [];
  let lowest = FULL + 1;
  for (const [at, node] of items.entries()) {
    const members = reading.object(node, BAND);
    if (!members) continue;
    const title = reading.text(members, 'title');
    const from = reading.whole(members, 'from', 0);
    const suggests = reading.choice(members, 'suggests', MEASURES);
    if (title === null || from === null) continue;
    if (from >= lowest)
      reading.refuse(offsetOf(members, 'from'), 'rules-bands-order', { from, before: Math.min(lowest, FULL) });
    else if (at === items.length - 1 && from !== 0)
      reading.refuse(offsetOf(members, 'from'), 'rules-bands-end', { from });
    lowest = Math.min(lowest, from);
    bands.push({ title, from, suggests });
  }
  if (top.has('bands') && items.length === 0)
    reading.refuse(offsetOf(top, 'bands'), 'rules-value-empty', { key: 'bands' });
  return bands;
}

function readVeto(node: JsonNode, reading: Reading, known: Known): Veto | null {
  const members = reading.object(node, VETO);
  if (!members) return null;
  const title = reading.text(members, 'title');
  const basis = reading.text(members, 'basis');
  const rules = readRuleNames(members, reading, known);
  const least = reading.whole(members, 'least', 1);
  const percent = members.has('percent') ? reading.whole(members, 'percent', 1) : 0;
  const suggests = reading.choice(members, 'suggests', MEASURES);
  if (percent !== null && percent > FULL)
    reading.refuse(offsetOf(members, 'percent'), 'rules-percent-too-large', { key: 'percent', value: percent });
  if (!title || !basis || !rules || least === null || percent === null) return null;
  return { title, basis, rules, least, percent, suggests };
}

function readGroups(top: Members, reading: Reading, known: Known): readonly string[] {
  const there =
    known.organisation &&
    new Set([...known.organisation.units, ...known.organisation.patterns].map(({ group }) => group));
  const groups: string[] = [];
  for (const [group, offset] of reading.textPlaces(top, 'groups')) {
    if (groups.includes(group)) reading.refuse(offset, 'rules-name-twice', { key: 'groups', name: excerpt(group) });
    else if (there && !there.has(group))
      reading.refuse(offset, 'rules-group-unknown', () => ({
        group: excerpt(group),
        nearest: suggestion(group, there),
      }));
    groups.push(group);
  }
  reading.texts(top, 'groups');
  return groups;
}

function readShown(top: Members, reading: Reading, known: Known): readonly string[] {
  const fields = reading.texts(top, 'shown') ?? [];
  for (const [field, offset] of reading.textPlaces(top, 'shown')) {
    if (!known.factsComplete || known.fields.has(field)) continue;
    reading.refuse(offset, 'rules-field-unknown', () => ({
      field: excerpt(field),
      nearest: suggestion(field, known.fields.keys()),
    }));
  }
  return fields;
}

const offsetOf = (members: Members, key: string): number => members.get(key)?.value.offset ?? 0;
